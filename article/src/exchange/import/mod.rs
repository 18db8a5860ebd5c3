//! Files of other programs, read as articles.
//!
//! ```text
//! timelinejs   TimelineJS 3 JSON
//! archieml     ArchieML, as newsrooms write timelines and Q&As in it
//! html         HTML as blocks and inlines
//! draft        an article in the making: ids, sections, marks, the report
//! ```
//!
//! Nothing is dropped in silence: what has no room in an article is in the report, with its place and its content.

mod archieml;
mod draft;
mod html;
mod timelinejs;

pub use archieml::archieml;
pub use timelinejs::timelinejs;

use crate::model::Article;

/// What came of reading a file.
#[derive(Debug)]
pub struct Imported {
    /// The article; it can be printed as a document that reads the same.
    pub article: Article,
    /// What could not be carried over, and what an editor has to look at.
    pub report: Vec<Note>,
}

/// Something that could not be carried over as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where it stood: a path such as `events[2].media.url`.
    pub place: String,
    /// What became of it.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Note {
            place,
            message,
            help,
        } = self;
        write!(f, "{place}: {message}; {help}")
    }
}

/// Why a file can't be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// Where: a line and column, or a path.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl std::fmt::Display for ImportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ImportError {
            place,
            message,
            help,
        } = self;
        write!(f, "{place}: {message}; {help}")
    }
}

impl std::error::Error for ImportError {}
