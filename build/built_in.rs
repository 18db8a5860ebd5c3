//! The built-in article, as the exchange form.

use std::error::Error;
use std::fs;
use std::path::Path;

use article::authoring::{self, Severity};

/// A problem as a line of text.
pub type Line = (Severity, String);

/// The article of a document in the exchange form, `None` where it has mistakes, and every problem with its place.
pub fn read(file: &Path) -> Result<(Option<String>, Vec<Line>), Box<dyn Error>> {
    let name = file.display().to_string();
    let source = fs::read_to_string(file).map_err(|error| format!("{name}: {error}"))?;
    let reading = authoring::read(&source);
    let line = |problem: &authoring::Problem| (problem.severity, problem.line(&name, &source));
    let problems = reading.problems.iter().map(line).collect();
    let json = reading
        .article
        .map(|article| serde_json::to_string(&article))
        .transpose()?;
    Ok((json, problems))
}
