//! The authoring language: one Markdown file with front matter, read into an [`Article`].
//!
//! ```text
//! front_matter   who, what and when: the TOML between the `+++` lines
//! body           the article itself, with its marks
//! fields         a TOML table read field by field, so that every mistake in it is found in one go
//! schema         JSON Schemas, of the exchange form too
//! labels         dates in words, from CLDR
//! map            where the events are, from Natural Earth
//! problem        what is wrong, where, and how to mend it
//! print          an article written as a document
//! scaffold       a document made from an article's plain text
//! ```
//!
//! [`read`] is the entry point of this module, [`print()`] the way back, and [`scaffold`](scaffold()) is where a document
//! comes from.

mod body;
mod fields;
mod front_matter;
mod labels;
mod map;
mod print;
mod problem;
mod scaffold;
pub mod schema;

#[cfg(test)]
mod schema_tests;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use labels::{label as date_label, months};
pub use print::print;
pub use problem::{Problem, Severity};
use problem::{Problems, Spans};
pub use scaffold::{Found, NoWords, Scaffold, scaffold};

use crate::model::{Article, Fault, Version};

/// The line that opens and closes the front matter.
const FENCE: &str = "+++";

/// What came of reading a document.
#[derive(Debug)]
pub struct Reading {
    /// The article; `None` where a problem is an error.
    pub article: Option<Article>,
    /// Everything that is wrong or doubtful, in the order of the document.
    pub problems: Vec<Problem>,
}

/// Reads a document, and says everything that is wrong with it in one go.
pub fn read(source: &str) -> Reading {
    let problems = Problems::default();
    let article = read_parts(source, &problems);
    let problems = problems.sorted();
    let failed = problems.iter().any(|p| p.severity == Severity::Error);
    Reading {
        article: article.filter(|_| !failed).map(|article| Article {
            map: map::of(&article),
            ..article
        }),
        problems,
    }
}

fn read_parts(source: &str, problems: &Problems) -> Option<Article> {
    let (front, body) = split(source, problems)?;
    let mut spans = Spans::default();
    let front = front_matter::read(source, front, problems, &mut spans)?;
    let mut reader = body::BodyReader::new(source, problems, &mut spans, front.figures);
    let figure = front.figure.map(|figure| reader.figure(figure));
    let (lead, sections) = reader.body(body);
    let article = Article {
        version: Version::CURRENT,
        lang: front.lang,
        direction: front.direction,
        kind: front.kind,
        headline: front.headline,
        publisher: front.publisher,
        url: front.url,
        published: front.published,
        people: front.people,
        labels: front.labels,
        lead,
        figure,
        map: None,
        events: front.events,
        issues: front.issues,
        sections,
        disclaimer: front.disclaimer,
        sources: front.sources,
        updates: front.updates,
    };
    for fault in article.check() {
        problems.push(locate(&fault, &spans));
    }
    Some(article)
}

/// Parts the front matter from the body; both as ranges of the source.
fn split(source: &str, problems: &Problems) -> Option<(Range<usize>, Range<usize>)> {
    let help =
        format!("begin the file with a line `{FENCE}`, the fields, and another line `{FENCE}`");
    let start = if source.starts_with('\u{feff}') { 3 } else { 0 };
    if source[start..].trim().is_empty() {
        problems.error(start..source.len(), "the document is empty", help);
        return None;
    }
    let mut fences = Vec::new();
    let mut at = start;
    for line in source[start..].split_inclusive('\n') {
        if line.trim_end() == FENCE {
            fences.push((at, at + line.len()));
            if fences.len() == 2 {
                break;
            }
        } else if fences.is_empty() {
            break;
        }
        at += line.len();
    }
    match fences[..] {
        [(_, front), (front_end, body)] => Some((front..front_end, body..source.len())),
        [(open, _)] => {
            problems.error(
                open..open + FENCE.len(),
                "the front matter is not closed",
                help,
            );
            None
        }
        _ => {
            let line = source[start..].lines().next().unwrap_or_default();
            problems.error(
                start..start + line.len(),
                "the document has no front matter",
                help,
            );
            None
        }
    }
}

/// Says of a fault in the article where in the document it stands.
fn locate(fault: &Fault, spans: &Spans) -> Problem {
    let span = match fault {
        Fault::NoHeadline | Fault::UnknownOnMap(_) | Fault::OffTheMap => spans.headline.clone(),
        Fault::DoubleId(id) => spans.last(id),
        Fault::EmptyMark(id) | Fault::EmptyPassage(id) => spans.last(id),
        Fault::Unmentioned(id) | Fault::EndBeforeStart(id) | Fault::OffTheGlobe(id) => {
            spans.first(id)
        }
        Fault::UnknownMark { passage, .. } => spans.first(passage),
        Fault::UnknownIssue { event, .. } => spans.first(event),
        Fault::UnknownSpeaker { section, .. } => spans.first(section),
    };
    Problem {
        span,
        ..unplaced(fault)
    }
}

/// A fault of an article that was not read from a document: it has no place.
pub fn unplaced(fault: &Fault) -> Problem {
    Problem {
        severity: if fault.is_warning() {
            Severity::Warning
        } else {
            Severity::Error
        },
        span: 0..0,
        message: fault.to_string(),
        help: fault.mend(),
    }
}

/// The name that was perhaps meant by `word`, if one of `names` is near enough.
pub(crate) fn nearest<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    names
        .map(|name| (strsim::jaro_winkler(word, name), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}
