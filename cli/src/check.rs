//! `explainer check`: what is wrong with documents.

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::Check;
use crate::document::Document;
use crate::report;
use crate::say::Say;

/// Checks every document, and says everything in one go.
pub fn run(check: &Check, say: &Say) -> Result<ExitCode> {
    let mut documents = Vec::new();
    let mut code = ExitCode::SUCCESS;
    for file in &check.files {
        match Document::open(file, say) {
            Ok(document) => documents.push(document),
            // The others are checked all the same.
            Err(error) => {
                say.error(&format!("{error:#}"));
                code = ExitCode::from(2);
            }
        }
    }
    report::say(&documents, check.format, say)?;
    if code == ExitCode::SUCCESS && documents.iter().any(Document::has_errors) {
        code = ExitCode::FAILURE;
    }
    Ok(code)
}
