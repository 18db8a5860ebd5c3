//! An article written as a document, so that reading the document gives the article again.
//!
//! ```text
//! front     the front matter: who, what and when
//! toml      TOML tables, written line by line
//! body      blocks: sections, paragraphs, lists, quotations, figures
//! inlines   runs of text, tried out until they read as what was meant
//! pieces    runs of text laid out flat, and how they are written
//! signs     how each sign is written, so that words stay words
//! ```
//!
//! [`print`] is the entry point of this module.

mod body;
mod front;
mod inlines;
mod pieces;
mod signs;
mod toml;

use super::FENCE;
use crate::model::Article;

/// Writes an article as a document: front matter in TOML, then the text in Markdown.
///
/// Whatever [`read`](super::read) makes of a document, it makes of the printed one again. An article that comes from
/// JSON may hold what documents can't say. Of these things the nearest is written:
///
/// - what the reader derives (labels of dates, the direction, whether a section asks, the ids of passages, the order of
///   events) is derived anew;
/// - dates other than those of events keep neither `circa`, `planned`, `disputed` nor `note`;
/// - links and passages do not lie in each other, a link does not lead to a `#` alone, and emphasis neither is empty nor
///   ends with a line break: Markdown has no way to write it;
/// - a line break in a heading inside a section becomes a space, its level is between 3 and 6, and no list begins with a
///   number of more than nine digits;
/// - empty paragraphs and runs of text are left out, and adjacent runs become one;
/// - text that is empty where a document needs some, such as a title, is written as it is, and the reader says so.
pub fn print(article: &Article) -> String {
    let mut body = body::Body::default();
    let text = body.text(article);
    let front = front::front(article, &body.figures);
    format!("{FENCE}\n{front}{FENCE}\n{text}")
}
