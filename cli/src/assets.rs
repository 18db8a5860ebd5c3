//! `explainer assets`: the files that a page needs beside it.

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::Assets;
use crate::document::write;
use crate::say::Say;
use crate::web;

/// Writes the files into a folder, which is made where it is missing.
pub fn run(assets: &Assets, say: &Say) -> Result<ExitCode> {
    let files = match assets.only_stylesheet {
        true => vec![web::STYLESHEET],
        false => web::files()?.to_vec(),
    };
    for (name, content) in files {
        write(&assets.folder.join(name), content, say)?;
    }
    Ok(ExitCode::SUCCESS)
}
