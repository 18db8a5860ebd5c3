//! `explainer preview`: a document in the browser, again each time it is saved, with its problems.
//!
//! ```text
//! watch     hears that the document is saved
//! shown     what is shown: the document, or its last good version, or its source
//! place     where in the explainer the words of a problem are shown
//! page      the page: the problems, then what is shown
//! source    a document that has never been good, with its mistakes underlined
//! server    answers to the browser of this machine
//! ```
//!
//! `preview.js` in the page listens for the next version and puts each problem beside its place; `preview.css` styles
//! both.

mod page;
mod place;
mod server;
mod shown;
mod source;
mod watch;

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use tokio::sync::watch as channel;

use crate::arguments::Preview;
use crate::document::bytes;
use crate::say::Say;
use crate::web;

use shown::{Reader, Shown};
use watch::Watch;

/// Shows the document until the program is ended.
pub fn run(preview: &Preview, say: &Say) -> Result<ExitCode> {
    let files = web::files()?;
    // A name that was mistyped is said here, where it was typed, and not in the browser.
    bytes(&preview.file, say)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("can't start the preview")?;
    let listener = runtime.block_on(server::listen(preview.port))?;
    let address = listener.local_addr().context("can't start the preview")?;
    // Begun before the first reading, so that no saving is missed.
    let watch = Watch::begin(&preview.file)?;
    let mut reader = Reader::new(preview.file.clone(), say.clone());
    let (show, shown) = channel::channel(Arc::new(reader.read()));
    watch.listen(move || {
        let next = reader.read();
        show.send_if_modified(|shown: &mut Arc<Shown>| {
            let is_new = shown.version != next.version;
            if is_new {
                *shown = Arc::new(next);
            }
            is_new
        });
    })?;
    // The address alone, for other programs to read.
    println!("http://{address}/");
    say.result("Open this address in a browser; Ctrl-C ends the preview.");
    let folder = preview
        .file
        .parent()
        .map(ToOwned::to_owned)
        .unwrap_or_default();
    runtime.block_on(server::serve(
        listener,
        server::Preview {
            files,
            shown,
            folder,
            address,
        },
    ))?;
    Ok(ExitCode::SUCCESS)
}
