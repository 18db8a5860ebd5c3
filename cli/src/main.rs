//! `explainer`: from an article's document to an explainer in a page.
//!
//! ```text
//! arguments     the command line: every verb with its options
//! say           what is said on standard error: quiet, verbose, in colours
//! document      documents read from files
//! new           a document made from an article's plain text
//! check         what is wrong with documents
//! build         pages of documents
//! preview       a document in the browser, again each time it is saved
//! web           the web files inside the program
//! compress      files compressed once, for servers that send them so
//! report        problems said for people, for programs, for GitHub
//! import        documents made of other programs' files
//! export        documents in other forms
//! prerender     the explainer's HTML, put into pages that embed it
//! assets        the files that such pages need beside them
//! schema        what documents are, for editors that help
//! completions   shell completions and the manual page
//! ```

mod arguments;
mod assets;
mod build;
mod check;
mod completions;
mod compress;
mod document;
mod export;
mod import;
mod new;
mod prerender;
mod preview;
mod report;
mod say;
mod schema;
mod web;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Cli, Command};
use say::Say;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let say = Say::new(cli.quiet, cli.verbose);
    let result = match &cli.command {
        Command::New(new) => new::run(new, &say),
        Command::Check(check) => check::run(check, &say),
        Command::Build(build) => build::run(build, &say),
        Command::Preview(preview) => preview::run(preview, &say),
        Command::Import(import) => import::run(import, &say),
        Command::Export(export) => export::run(export, &say),
        Command::Prerender(prerender) => prerender::run(prerender, &say),
        Command::Assets(assets) => assets::run(assets, &say),
        Command::Schema(schema) => schema::run(schema, &say),
        Command::Completions(completions) => completions::run(completions),
        Command::Manual(_) => completions::manual(),
    };
    result.unwrap_or_else(|error| {
        say.error(&format!("{error:#}"));
        ExitCode::from(2)
    })
}
