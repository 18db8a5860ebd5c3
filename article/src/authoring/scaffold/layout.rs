//! What each paragraph of a text is, and what goes from the text to the front matter.

use std::collections::BTreeSet;

use super::captions::{Caption, caption};
use super::furniture;
use super::headings::{asks, is_question, is_title, markdown_heading};
use super::ids::Ids;
use super::markdown::Mark;
use super::sentences::sentences;
use super::speakers::{Introduced, Speaker, Turns, introduced, turns};
use crate::model::Point;

/// How many paragraphs at each end of a text may be furniture rather than text.
const FURNITURE: usize = 6;

/// An article in plain text, laid out.
#[derive(Default)]
pub(super) struct Layout {
    pub headline: String,
    /// Whether the text has that line; else the headline is made of its first words.
    pub has_headline: bool,
    /// The label and the kind of publication.
    pub kind: Option<(String, String)>,
    pub published: Option<Published>,
    pub disclaimer: Option<String>,
    /// The names in the byline, which stays in the text.
    pub authors: Vec<String>,
    pub introduced: Option<Introduced>,
    pub speakers: Vec<(String, Speaker)>,
    /// What stands before captions.
    pub photo_label: Option<String>,
    /// The text that is left, in its order, with the figures where they stood.
    pub parts: Vec<Part>,
    /// The words and credits of the figures so far.
    captions: BTreeSet<(String, Option<String>)>,
    /// The ids given so far.
    pub ids: Ids,
    /// The paragraphs that the front matter says, or that repeat such a one, by their numbers.
    pub moved: Vec<usize>,
}

/// The day of publication and the line that says so.
pub(super) struct Published {
    pub day: Point,
    pub line: String,
}

/// A paragraph of the text.
pub(super) struct Part {
    pub role: Role,
    pub text: String,
    /// How many bytes of the text are the speaker's name or `Q:`.
    pub label: usize,
    pub marks: Vec<Mark>,
}

/// What a paragraph is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Role {
    Paragraph,
    /// Who wrote the article.
    Byline,
    /// The heading of a section.
    Heading {
        id: String,
    },
    /// A figure, whose caption the text is. The first of an article needs no id.
    Figure {
        id: Option<String>,
        credit: Option<String>,
    },
}

/// Lays out the paragraphs of a text. There is at least one.
pub(super) fn layout(paragraphs: &[String]) -> Layout {
    let mut layout = Layout::default();
    layout.take_headline(paragraphs);
    let first = layout.moved.len();
    for (at, paragraph) in paragraphs.iter().enumerate().skip(first) {
        let near_start = at - first < FURNITURE;
        let near_end = paragraphs.len() - at <= FURNITURE;
        if layout.place(paragraph, near_start, near_end) {
            layout.moved.push(at);
        }
    }
    layout.find_speakers();
    layout.find_headings();
    layout
}

impl Layout {
    /// Takes the headline, or makes one.
    fn take_headline(&mut self, paragraphs: &[String]) {
        let Some(first) = paragraphs.first() else {
            return;
        };
        // Some texts have their headline as one of Markdown.
        let bare = first.trim_start_matches('#').trim();
        self.has_headline = !bare.is_empty() && furniture::is_headline(first);
        if self.has_headline {
            self.headline = match first.starts_with("# ") {
                true => bare.to_owned(),
                false => first.clone(),
            };
            return self.moved.push(0);
        }
        let words: Vec<_> = first.split_whitespace().take(10).collect();
        let words: String = words.join(" ").chars().take(100).collect();
        self.headline = format!("{words} …");
    }

    /// Places a paragraph; says whether it goes to the front matter.
    fn place(&mut self, text: &str, near_start: bool, near_end: bool) -> bool {
        if near_start || near_end {
            if let (None, Some((label, kind))) = (&self.kind, furniture::kind(text)) {
                self.kind = Some((label.to_owned(), kind.to_owned()));
                return true;
            }
            if let (None, Some(day)) = (&self.published, furniture::published(text)) {
                let line = text.to_owned();
                self.published = Some(Published { day, line });
                return true;
            }
        }
        if near_end && self.disclaimer.is_none() && furniture::is_disclaimer(text) {
            self.disclaimer = Some(text.to_owned());
            return true;
        }
        if let Some(caption) = caption(text)
            && self.place_caption(&caption)
        {
            return true;
        }
        let mut role = Role::Paragraph;
        if near_start && let Some((names, day)) = furniture::byline(text) {
            self.authors.extend(names);
            if let (None, Some(day)) = (&self.published, day) {
                let line = text.to_owned();
                self.published = Some(Published { day, line });
            }
            role = Role::Byline;
        }
        self.push(role, text);
        false
    }

    /// Places a caption; where it says again what another says, with or without its label, it is the same figure's.
    fn place_caption(&mut self, caption: &Caption<'_>) -> bool {
        match (caption.label, &self.photo_label) {
            // A document has one label for its figures; a caption with another stays a paragraph.
            (Some(label), Some(known)) if label != known => return false,
            (Some(label), None) => self.photo_label = Some(label.to_owned()),
            _ => {}
        }
        let credit = caption.credit.map(str::to_owned);
        if self
            .captions
            .insert((caption.words.to_owned(), credit.clone()))
        {
            let number = self.captions.len();
            let id = (number > 1).then(|| self.ids.exactly(&format!("figure-{number}")));
            self.push(Role::Figure { id, credit }, caption.words);
        }
        true
    }

    fn push(&mut self, role: Role, text: &str) {
        self.parts.push(Part {
            role,
            text: text.to_owned(),
            label: 0,
            marks: Vec::new(),
        });
    }

    /// Marks the names before turns, and finds who is introduced.
    fn find_speakers(&mut self) {
        let texts: Vec<_> = self.parts.iter().map(|part| part.text.as_str()).collect();
        let Turns {
            speakers,
            labels,
            asked,
        } = turns(&texts);
        self.introduced = self
            .parts
            .iter()
            .take(FURNITURE)
            .filter(|part| part.role == Role::Paragraph)
            .find_map(|part| introduced(&part.text));
        for speaker in speakers {
            let id = self.ids.for_words(&speaker.name, 3, "speaker");
            self.speakers.push((id, speaker));
        }
        for (at, part) in self.parts.iter_mut().enumerate() {
            if part.role != Role::Paragraph {
                continue;
            }
            if let Some((length, speaker)) = labels.get(&at) {
                part.label = *length;
                part.marks.push(Mark {
                    words: 0..*length,
                    ids: self.speakers[*speaker].0.clone(),
                });
            }
            part.label = asked.get(&at).copied().unwrap_or(part.label);
        }
    }

    /// Makes headings of questions and titles.
    fn find_headings(&mut self) {
        for at in 0..self.parts.len() {
            let part = &self.parts[at];
            if part.role != Role::Paragraph {
                continue;
            }
            let text = &part.text;
            // A figure may stand between a heading and its text.
            let is_text = |part: &&Part| !matches!(part.role, Role::Figure { .. });
            let before = self.parts[..at].iter().rev().find(is_text);
            let before = before.filter(|part| part.role == Role::Paragraph);
            let before = before.map(|part| part.text.as_str());
            let next = self.parts[at + 1..].iter().find(is_text);
            let next = next.map(|part| part.text.as_str());
            let speaker = self
                .speakers
                .iter()
                .find(|(id, _)| part.marks.iter().any(|mark| mark.ids == *id));
            let is_asked = match (speaker, part.label) {
                (Some((_, speaker)), _) => speaker.asks && is_question(text, next),
                (None, 1..) => next.is_some(),
                // Who speaks unnamed goes on with their turn.
                (None, 0) => self.speakers.is_empty() && is_question(text, next),
            };
            let title = markdown_heading(text, next).map(str::to_owned);
            let is_title = part.label == 0 && is_title(before, text, next);
            if !is_asked && title.is_none() && !is_title {
                continue;
            }
            let text = title.unwrap_or_else(|| text.clone());
            let otherwise = if is_asked { "question" } else { "part" };
            let said = &text[part.label..];
            // Of several sentences the first that asks tells most.
            let telling = sentences(said)
                .into_iter()
                .map(|at| &said[at])
                .find(|it| asks(it));
            let id = self.ids.for_words(telling.unwrap_or(said), 3, otherwise);
            self.parts[at].role = Role::Heading { id };
            self.parts[at].text = text;
        }
    }
}
