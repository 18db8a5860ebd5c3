//! What is wrong with a document, where, and how to mend it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::Id;

/// Something wrong or doubtful in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The bytes of the document that it is about.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The document can't be shown as its author meant it.
    Error,
    /// The document can be shown; its author should have a look.
    Warning,
}

impl Problem {
    /// The line and column where the problem begins, both counted from 1, the column in characters.
    pub fn position(&self, source: &str) -> (usize, usize) {
        position(source, self.span.start)
    }

    /// The line and column behind the end of the problem.
    pub fn end(&self, source: &str) -> (usize, usize) {
        position(source, self.span.end)
    }

    /// The problem as one line of text, with its place: `file:line:column: what; how to mend it`.
    pub fn line(&self, file: &str, source: &str) -> String {
        let (line, column) = self.position(source);
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let Problem { message, help, .. } = self;
        format!("{file}:{line}:{column}: {severity}: {message}; {help}")
    }
}

fn position(source: &str, at: usize) -> (usize, usize) {
    let before = source.get(..at).unwrap_or(source);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (
        before.matches('\n').count() + 1,
        before[line_start..].chars().count() + 1,
    )
}

/// The problems found so far.
#[derive(Default)]
pub(super) struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    pub fn push(&self, problem: Problem) {
        self.0.borrow_mut().push(problem);
    }

    pub fn error(&self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        let (message, help) = (message.into(), help.into());
        self.push(Problem {
            severity: Severity::Error,
            span,
            message,
            help,
        });
    }

    /// The problems in the order of the document.
    pub fn sorted(self) -> Vec<Problem> {
        let mut problems = self.0.into_inner();
        problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
        problems
    }
}

/// Where in the document things are declared.
#[derive(Default)]
pub(super) struct Spans {
    /// The value of the headline, or the front matter where it has none.
    pub headline: Range<usize>,
    ids: BTreeMap<Id, Vec<Range<usize>>>,
}

impl Spans {
    pub fn declare(&mut self, id: &Id, span: Range<usize>) {
        self.ids.entry(id.clone()).or_default().push(span);
    }

    /// Where an id is declared first; the start of the document where it is not.
    pub fn first(&self, id: &Id) -> Range<usize> {
        let spans = self.ids.get(id);
        spans
            .and_then(|spans| spans.first())
            .cloned()
            .unwrap_or(0..0)
    }

    /// Where an id is declared last.
    pub fn last(&self, id: &Id) -> Range<usize> {
        let spans = self.ids.get(id);
        spans
            .and_then(|spans| spans.last())
            .cloned()
            .unwrap_or(0..0)
    }
}
