//! Problems for programs: JSON, SARIF and GitHub annotations.

use anyhow::Result;
use article::authoring::{Problem, Severity};
use serde_json::{Value, json};

use crate::document::Document;

/// All problems as one JSON object.
pub fn json(documents: &[Document]) -> Result<String> {
    let problems: Vec<Value> = each(documents, |place| {
        json!({
            "file": place.file,
            "line": place.line,
            "column": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "severity": severity(place.problem),
            "message": place.problem.message,
            "help": place.problem.help,
        })
    });
    let documents = documents.len();
    Ok(
        serde_json::to_string_pretty(&json!({ "documents": documents, "problems": problems }))?
            + "\n",
    )
}

/// All problems as workflow commands, which GitHub shows beside the lines of a change.
pub fn github(documents: &[Document]) -> String {
    // What the commands themselves are made of is written otherwise inside them.
    let text = |text: &str| {
        text.replace('%', "%25")
            .replace('\r', "%0D")
            .replace('\n', "%0A")
    };
    let value = |value: &str| text(value).replace(':', "%3A").replace(',', "%2C");
    let commands: Vec<String> = each(documents, |place| {
        let Problem { message, help, .. } = place.problem;
        format!(
            "::{} file={},line={},col={},endLine={},endColumn={}::{}\n",
            severity(place.problem),
            value(&place.file),
            place.line,
            place.column,
            place.end_line,
            place.end_column,
            text(&format!("{message}; {help}")),
        )
    });
    commands.concat()
}

/// All problems as a SARIF 2.1.0 log.
pub fn sarif(documents: &[Document]) -> Result<String> {
    let results: Vec<Value> = each(documents, |place| {
        let Problem { message, help, .. } = place.problem;
        json!({
            "level": severity(place.problem),
            "message": { "text": format!("{message}; {help}") },
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": place.file.replace('\\', "/") },
                "region": {
                    "startLine": place.line,
                    "startColumn": place.column,
                    "endLine": place.end_line,
                    "endColumn": place.end_column,
                },
            }}],
        })
    });
    let driver = json!({ "name": "explainer", "version": env!("CARGO_PKG_VERSION"), "rules": [] });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results }],
    });
    Ok(serde_json::to_string_pretty(&log)? + "\n")
}

/// A problem and its place, lines and columns counted from 1, the end exclusive.
struct Placed<'p> {
    problem: &'p Problem,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

fn each<T>(documents: &[Document], write: impl Fn(Placed<'_>) -> T) -> Vec<T> {
    let mut written = Vec::new();
    for Document {
        file,
        source,
        problems,
        ..
    } in documents
    {
        for problem in problems {
            let (line, column) = problem.position(source);
            let (end_line, end_column) = problem.end(source);
            let file = file.display().to_string();
            written.push(write(Placed {
                problem,
                file,
                line,
                column,
                end_line,
                end_column,
            }));
        }
    }
    written
}

fn severity(problem: &Problem) -> &'static str {
    match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
