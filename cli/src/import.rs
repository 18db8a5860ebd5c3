//! `explainer import`: documents made of other programs' files.

use std::process::ExitCode;

use anyhow::Result;
use article::authoring::print;
use article::exchange::import::{self, Imported, Note};

use crate::arguments::{Import, ImportFormat};
use crate::document::{LARGEST, bytes, write_or_print};
use crate::say::Say;

/// Makes a document of a file, and says what could not be carried over. Exits with 1, writing nothing, where the file
/// can't be imported.
pub fn run(arguments: &Import, say: &Say) -> Result<ExitCode> {
    let file = arguments.file.display();
    let bytes = bytes(&arguments.file, say)?;
    if bytes.len() as u64 > LARGEST {
        let most = LARGEST / 1024 / 1024;
        say.error(&format!(
            "{file}: the file is larger than {most} MiB; see whether this is the file you meant"
        ));
        return Ok(ExitCode::FAILURE);
    }
    let Ok(text) = String::from_utf8(bytes) else {
        say.error(&format!(
            "{file}: the file is not UTF-8; save it as UTF-8, which some programs call Unicode"
        ));
        return Ok(ExitCode::FAILURE);
    };
    let imported = match arguments.from.unwrap_or_else(|| format_of(&text)) {
        ImportFormat::Timelinejs => import::timelinejs(&text),
        ImportFormat::Archieml => import::archieml(&text),
    };
    match imported {
        Ok(Imported { article, report }) => {
            write_or_print(arguments.output.as_deref(), &print(&article), say)?;
            for note in &report {
                let Note {
                    place,
                    message,
                    help,
                } = note;
                say.result(&format!("{file}: {place}: {message}\n  help: {help}"));
            }
            say.result(&summary(&article, report.len()));
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            say.error(&format!("{file}: {error}"));
            Ok(ExitCode::FAILURE)
        }
    }
}

/// What a file is, by how it begins: JSON with a brace and a key in quotes.
fn format_of(text: &str) -> ImportFormat {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let inside = text.strip_prefix('{').map(str::trim_start);
    match inside.is_some_and(|inside| inside.starts_with(['"', '}'])) {
        true => ImportFormat::Timelinejs,
        false => ImportFormat::Archieml,
    }
}

fn summary(article: &article::Article, notes: usize) -> String {
    let number = |count, one: &str, many: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    };
    format!(
        "imported: {}, {}, {}; {}",
        number(article.events.len(), "event", "events"),
        number(article.issues.len(), "issue", "issues"),
        number(article.sections.len(), "section", "sections"),
        number(notes, "thing to look at", "things to look at"),
    )
}
