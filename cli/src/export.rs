//! `explainer export`: documents in other forms.

use std::process::ExitCode;

use anyhow::Result;
use article::authoring;
use article::exchange::export;

use crate::arguments::{Export, ExportFormat};
use crate::document::{Document, write_or_print};
use crate::report;
use crate::say::Say;

/// Writes the article of a document. Exits with 1, writing nothing, where the document has errors.
pub fn run(arguments: &Export, say: &Say) -> Result<ExitCode> {
    let document = Document::open(&arguments.file, say)?;
    report::say_for_people(&document, say);
    let Some(article) = &document.article else {
        return Ok(ExitCode::FAILURE);
    };
    let text = match arguments.to {
        ExportFormat::Json => serde_json::to_string_pretty(article)? + "\n",
        ExportFormat::Markdown => authoring::print(article),
        ExportFormat::Timelinejs => export::timelinejs(article),
    };
    write_or_print(arguments.output.as_deref(), &text, say)?;
    Ok(ExitCode::SUCCESS)
}
