//! The passages of an article, found by a walk through its text that notes who is speaking.

use std::sync::Arc;

use super::Place;
use crate::model::{Article, Block, Id, Inline, Passage, Person, plain_inlines};

/// A passage and where it stands, by numbers.
#[derive(Clone, Debug)]
pub struct Found {
    /// The passage.
    pub passage: Arc<Passage>,
    /// The part of the article it stands in.
    pub place: Place,
    /// The number of the person who says it.
    pub speaker: Option<usize>,
    /// Whether words of the same sentence come before it.
    pub cut_before: bool,
    /// Whether words of the same sentence come after it.
    pub cut_after: bool,
}

/// Every passage of an article, in the order of its text.
pub fn through(article: &Article) -> Vec<Found> {
    let mut walk = Walk {
        people: &article.people,
        speaker: None,
        found: Vec::new(),
    };
    if let Some(figure) = &article.figure {
        walk.inlines(&figure.caption, Place::Caption);
    }
    walk.blocks(&article.lead, Place::Lead);
    for (number, section) in article.sections.iter().enumerate() {
        walk.speaker = None;
        walk.inlines(&section.heading, Place::Heading(number));
        walk.speaker = match (&section.speaker, &article.people[..]) {
            (Some(id), _) => walk.person(|each| each == id),
            // One person alone answers every question.
            (None, [_]) if section.question => Some(0),
            _ => None,
        };
        walk.blocks(&section.body, Place::Body(number));
    }
    walk.found
}

/// A walk through the text, which notes who is speaking.
struct Walk<'a> {
    people: &'a [Person],
    /// Their number.
    speaker: Option<usize>,
    found: Vec<Found>,
}

impl<'a> Walk<'a> {
    fn blocks(&mut self, blocks: &'a [Block], place: Place) {
        for block in blocks {
            match block {
                Block::Paragraph(inlines) => {
                    // A paragraph that begins with someone's name is theirs, and so are those that follow.
                    if let Some(Inline::Passage(first)) = inlines.first() {
                        let named = self.person(|each| first.marks.contains(each));
                        self.speaker = named.or(self.speaker);
                    }
                    self.inlines(inlines, place);
                }
                Block::Heading { content, .. } => self.inlines(content, place),
                Block::Figure(figure) => {
                    // A caption is the publisher's, whoever speaks around it.
                    let speaker = self.speaker.take();
                    self.inlines(&figure.caption, place);
                    self.speaker = speaker;
                }
                Block::Quote(blocks) => self.blocks(blocks, place),
                Block::Bullets(items) | Block::Numbers { items, .. } => {
                    for item in items {
                        self.blocks(item, place);
                    }
                }
            }
        }
    }

    fn person(&self, is_theirs: impl Fn(&Id) -> bool) -> Option<usize> {
        let mut people = self.people.iter();
        people.position(|person| person.id.as_ref().is_some_and(&is_theirs))
    }

    /// Finds the passages of one paragraph, and sees from the words around each whether it cuts a sentence.
    fn inlines(&mut self, inlines: &'a [Inline], place: Place) {
        let text = plain_inlines(inlines);
        let mut read = 0;
        walk(inlines, &mut read, &mut |passage, span| {
            let before = text[..span.start].trim_end();
            let words = text[span.clone()].trim_end();
            let after = text[span.end..].trim_start();
            self.found.push(Found {
                passage: passage.clone(),
                place,
                speaker: self.speaker,
                cut_before: !before.is_empty() && !ends_sentence(before),
                cut_after: !after.is_empty() && !ends_sentence(words),
            });
        });
    }
}

/// Calls `visit` with each passage and the bytes of the paragraph's plain text that it covers.
fn walk<'a>(
    inlines: &'a [Inline],
    read: &mut usize,
    visit: &mut impl FnMut(&'a Arc<Passage>, std::ops::Range<usize>),
) {
    for inline in inlines {
        match inline {
            Inline::Text(words) => *read += words.len(),
            Inline::Break => *read += 1,
            Inline::Emphasis(content) | Inline::Strong(content) => walk(content, read, visit),
            Inline::Link { content, .. } => walk(content, read, visit),
            Inline::Passage(passage) => {
                let start = *read;
                *read += plain_inlines(&passage.content).len();
                visit(passage, start..*read);
            }
        }
    }
}

/// Whether some words end where a sentence does: at its mark, or at a closing quote or bracket after it.
fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['”', '’', '"', '\'', '»', ')'])
        .ends_with(['.', '?', '!', '…', '。', '？', '！', '؟'])
}
