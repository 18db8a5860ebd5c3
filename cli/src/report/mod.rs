//! Problems said for people, for programs, for GitHub.
//!
//! ```text
//! text      for people: the line, the words underlined, what is wrong, what to write instead
//! machine   JSON, SARIF and GitHub annotations
//! ```

mod machine;
mod text;

use anyhow::Result;
use article::authoring::Severity;

use crate::arguments::ReportFormat;
use crate::document::{Document, write_or_print};
use crate::say::Say;

/// Says the problems of all documents. Text goes to standard error, the rest to standard output.
pub fn say(documents: &[Document], format: ReportFormat, say: &Say) -> Result<()> {
    match format {
        ReportFormat::Text => {
            text::say(documents, say);
            say.result(&summary(documents));
            Ok(())
        }
        ReportFormat::Json => write_or_print(None, &machine::json(documents)?, say),
        ReportFormat::Github => write_or_print(None, &machine::github(documents), say),
        ReportFormat::Sarif => write_or_print(None, &machine::sarif(documents)?, say),
    }
}

/// Says the problems of one document for people, before something else is done with it.
pub fn say_for_people(document: &Document, say: &Say) {
    text::say(std::slice::from_ref(document), say);
}

/// How many problems there are, of each kind.
fn summary(documents: &[Document]) -> String {
    let count = |severity| {
        let problems = documents.iter().flat_map(|document| &document.problems);
        problems
            .filter(|problem| problem.severity == severity)
            .count()
    };
    let number = |count, one: &str, many: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    };
    format!(
        "{} checked: {}, {}",
        number(documents.len(), "document", "documents"),
        number(count(Severity::Error), "error", "errors"),
        number(count(Severity::Warning), "warning", "warnings"),
    )
}
