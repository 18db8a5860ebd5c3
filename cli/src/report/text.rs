//! Problems for people: the line, the words underlined, what is wrong, what to write instead.

use std::fmt;

use article::authoring::{self, Severity};
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource};

use crate::document::Document;
use crate::say::Say;

/// Says every problem on standard error; of a quiet program, errors only.
pub fn say(documents: &[Document], say: &Say) {
    let theme = match say.colours {
        true => GraphicalTheme::unicode(),
        false => GraphicalTheme::unicode_nocolor(),
    };
    // Links would be escape sequences in files and pipes.
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_width(100);
    for document in documents {
        let name = document.file.display().to_string();
        let source = NamedSource::new(name, document.source.clone());
        for problem in &document.problems {
            if say.is_quiet() && problem.severity == Severity::Warning {
                continue;
            }
            let report = Report {
                problem,
                source: &source,
            };
            let mut said = String::new();
            match handler.render_report(&mut said, &report) {
                Ok(()) => eprintln!("{}", said.trim_end_matches('\n')),
                // What can't be drawn is still said.
                Err(_) => eprintln!(
                    "{}",
                    problem.line(&document.file.display().to_string(), &document.source)
                ),
            }
            eprintln!();
        }
    }
}

/// A problem as miette draws it.
#[derive(Debug)]
struct Report<'r> {
    problem: &'r authoring::Problem,
    source: &'r NamedSource<String>,
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem.message)
    }
}

impl std::error::Error for Report<'_> {}

impl Diagnostic for Report<'_> {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.problem.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.problem.help))
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        Some(self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let source = self.source.inner();
        let span = self.problem.span.clone();
        // A problem of many lines is shown by its first: the reader needs the place, not the whole of it.
        let words = source.get(span.clone()).unwrap_or_default();
        let first = words.lines().next().unwrap_or_default();
        Some(Box::new(std::iter::once(LabeledSpan::new(
            None,
            span.start,
            first.len(),
        ))))
    }
}
