//! An article in the making: ids, sections, marks, the report.

use std::collections::{BTreeMap, BTreeSet};

use super::{ImportError, Imported, Note};
use crate::authoring::{Severity, print, read};
use crate::model::{
    Article, Block, Direction, Event, Id, Inline, Issue, Labels, PASSAGE_PREFIX, Passage, Section,
    Stance, Version, plain_inlines,
};

/// How long an id made of words is at most.
const LONGEST: usize = 40;

/// An article in the making.
pub(super) struct Draft {
    pub article: Article,
    pub report: Vec<Note>,
    used: BTreeSet<String>,
    /// How many ids have been made of the same words.
    made: BTreeMap<String, usize>,
}

impl Draft {
    pub fn new() -> Self {
        let article = Article {
            version: Version::CURRENT,
            lang: "en".to_owned(),
            direction: Direction::LeftToRight,
            kind: None,
            headline: String::new(),
            publisher: None,
            url: None,
            published: None,
            people: Vec::new(),
            labels: Labels::default(),
            lead: Vec::new(),
            figure: None,
            map: None,
            events: Vec::new(),
            issues: Vec::new(),
            sections: Vec::new(),
            disclaimer: None,
            sources: Vec::new(),
            updates: Vec::new(),
        };
        Draft {
            article,
            report: Vec::new(),
            used: BTreeSet::new(),
            made: BTreeMap::new(),
        }
    }

    /// Puts something in the report.
    pub fn note(&mut self, place: &str, message: impl Into<String>, help: impl Into<String>) {
        self.report.push(Note {
            place: place.to_owned(),
            message: message.into(),
            help: help.into(),
        });
    }

    /// The id that was given, where it is one and not taken; else one made of the words.
    pub fn id(&mut self, given: Option<&str>, words: &str, place: &str) -> Id {
        let is_free = |id: &Id| !self.used.contains(id.as_str()) && !is_reserved(id.as_str());
        let kept = given.and_then(|given| Id::try_from(given.to_owned()).ok());
        let id = kept.filter(is_free).unwrap_or_else(|| {
            let slug = slug(words);
            let made = self.made.entry(slug.clone()).or_default();
            loop {
                *made += 1;
                let numbered = match *made {
                    1 => slug.clone(),
                    number => format!("{slug}-{number}"),
                };
                // A slug is an id, and one of the numbers is free.
                if let Some(id) = Id::try_from(numbered).ok().filter(is_free) {
                    break id;
                }
            }
        });
        self.used.insert(id.to_string());
        if let Some(given) = given.filter(|given| *given != id.as_str()) {
            let message = format!("`{given}` is not an id, or taken; the id is now `{id}`");
            self.note(place, message, "mend links that name it");
        }
        id
    }

    /// The issue of a title; a new one where there is none yet, with a stance for the editor to confirm.
    pub fn issue_titled(&mut self, title: &str, place: &str) -> Id {
        if let Some(issue) = self
            .article
            .issues
            .iter()
            .find(|issue| issue.title == title)
        {
            return issue.id.clone();
        }
        let id = self.id(None, title, place);
        let stance = Stance::Contention;
        let message = format!("“{title}” became the issue `{id}` with the stance `contention`");
        let help = "confirm the stance, or write common-ground, alliance or proposal; leave the issue out if it is none";
        self.note(place, message, help);
        self.article.issues.push(Issue {
            id: id.clone(),
            title: title.to_owned(),
            summary: None,
            stance,
            source: None,
            updated: None,
        });
        id
    }

    /// Adds an event and the section that tells of it, whose words bear on the event and its issues.
    pub fn event(&mut self, event: Event, heading: Vec<Inline>, body: Vec<Block>) {
        let marks: Vec<_> = [event.id.clone()]
            .into_iter()
            .chain(event.issues.clone())
            .collect();
        self.article.events.push(event);
        self.section(heading, body, &marks);
    }

    /// Adds a section whose words bear on these; its heading does where the body has no words.
    pub fn section(&mut self, heading: Vec<Inline>, body: Vec<Block>, marks: &[Id]) {
        let is_told = body.iter().any(|block| {
            matches!(
                block,
                Block::Paragraph(_) | Block::Quote(_) | Block::Bullets(_) | Block::Numbers { .. }
            )
        });
        let heading = if is_told {
            heading
        } else {
            marked(heading, marks)
        };
        self.article.sections.push(Section {
            id: Id::section(self.article.sections.len() + 1),
            heading,
            question: false,
            speaker: None,
            body: body
                .into_iter()
                .map(|block| marked_block(block, marks))
                .collect(),
        });
    }

    /// The article as a document would have it: events in order of time, dates in words, passages numbered.
    pub fn finish(self) -> Result<Imported, ImportError> {
        let reading = read(&print(&self.article));
        let Some(article) = reading.article else {
            let mut errors = reading
                .problems
                .iter()
                .filter(|problem| problem.severity == Severity::Error);
            return Err(ImportError {
                place: "the article".to_owned(),
                message: errors
                    .next()
                    .map(|problem| problem.message.clone())
                    .unwrap_or_default(),
                help: "mend it in the file".to_owned(),
            });
        };
        Ok(Imported {
            article,
            report: self.report,
        })
    }
}

/// Whether an id is of the kind that passages and sections get by themselves.
fn is_reserved(id: &str) -> bool {
    id.starts_with(PASSAGE_PREFIX) || id.starts_with("section-")
}

/// Words as an id: letters and digits, with `-` between.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for sign in words.chars().flat_map(char::to_lowercase) {
        match sign.is_alphanumeric() {
            true => slug.push(sign),
            false if slug.is_empty() || slug.ends_with('-') => {}
            false => slug.push('-'),
        }
        if slug.chars().count() >= LONGEST {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    match slug.chars().next() {
        Some(first) if first.is_alphabetic() && !is_reserved(slug) => slug.to_owned(),
        Some(_) => format!("event-{slug}"),
        None => "event".to_owned(),
    }
}

fn marked_block(block: Block, marks: &[Id]) -> Block {
    let all = |blocks: Vec<Block>| {
        blocks
            .into_iter()
            .map(|block| marked_block(block, marks))
            .collect()
    };
    match block {
        Block::Paragraph(words) => Block::Paragraph(marked(words, marks)),
        Block::Quote(blocks) => Block::Quote(all(blocks)),
        Block::Bullets(items) => Block::Bullets(items.into_iter().map(all).collect()),
        Block::Numbers { start, items } => Block::Numbers {
            start,
            items: items.into_iter().map(all).collect(),
        },
        other => other,
    }
}

/// Words marked as bearing on these. Marks and links can't lie in each other, so the words around links are marked.
pub(super) fn marked(words: Vec<Inline>, marks: &[Id]) -> Vec<Inline> {
    if marks.is_empty() {
        return words;
    }
    let mut all = Vec::new();
    let mut run = Vec::new();
    for inline in words {
        match inline {
            inline if !has_link(&inline) => run.push(inline),
            Inline::Emphasis(content) => {
                close(&mut run, &mut all, marks);
                all.push(Inline::Emphasis(marked(content, marks)));
            }
            Inline::Strong(content) => {
                close(&mut run, &mut all, marks);
                all.push(Inline::Strong(marked(content, marks)));
            }
            inline => {
                close(&mut run, &mut all, marks);
                all.push(inline);
            }
        }
    }
    close(&mut run, &mut all, marks);
    all
}

/// Ends a run of words that can be marked; what is no word at its ends, or a run without words, stays unmarked.
fn close(run: &mut Vec<Inline>, all: &mut Vec<Inline>, marks: &[Id]) {
    let mut content = std::mem::take(run);
    if !plain_inlines(&content).chars().any(char::is_alphanumeric) {
        all.extend(content);
        return;
    }
    while content.first() == Some(&Inline::Break) {
        all.push(content.remove(0));
    }
    if let Some(Inline::Text(text)) = content.first_mut() {
        let words = text.trim_start_matches(' ');
        if words.len() < text.len() {
            all.push(Inline::Text(" ".to_owned()));
            *text = words.to_owned();
        }
    }
    let mut behind = Vec::new();
    while content.last() == Some(&Inline::Break) {
        behind.extend(content.pop());
    }
    if let Some(Inline::Text(text)) = content.last_mut() {
        let words = text.trim_end_matches(' ');
        if words.len() < text.len() {
            behind.push(Inline::Text(" ".to_owned()));
            *text = words.to_owned();
        }
    }
    let passage = Passage {
        id: Id::passage(1),
        marks: marks.to_vec(),
        content,
    };
    all.push(Inline::Passage(passage.into()));
    all.extend(behind.into_iter().rev());
}

fn has_link(inline: &Inline) -> bool {
    match inline {
        Inline::Link { .. } | Inline::Passage(_) => true,
        Inline::Emphasis(content) | Inline::Strong(content) => content.iter().any(has_link),
        Inline::Text(_) | Inline::Break => false,
    }
}
