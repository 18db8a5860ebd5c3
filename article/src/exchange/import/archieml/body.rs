//! The article's text.

use super::super::draft::Draft;
use super::super::html;
use super::fields::{brief, say_lost};
use super::parse::Value;
use crate::model::{Block, Id, Section};

/// Reads what stands before the first section.
pub(super) fn lead(value: Value, place: &str, draft: &mut Draft) {
    let blocks = blocks(value, place, draft);
    draft.article.lead.extend(blocks);
}

/// Reads the text. In a freeform one, headings of the first and second level begin sections.
pub(super) fn body(value: Value, place: &str, draft: &mut Draft) {
    let Value::List(items) = value else {
        let blocks = blocks(value, place, draft);
        return add(blocks, draft);
    };
    for (at, item) in items.into_iter().enumerate() {
        let place = format!("{place}[{at}]");
        let (kind, value) = tagged(item);
        match (kind.to_ascii_lowercase().as_str(), value) {
            ("text" | "p" | "paragraph", value) => {
                let blocks = blocks(value, &place, draft);
                add(blocks, draft);
            }
            (
                "h1" | "h2" | "hed" | "head" | "heading" | "header" | "subhead" | "subhed"
                | "question" | "q",
                Value::Text(text),
            ) => {
                let read = html::read(&text, false);
                let heading = read.words();
                say_lost(&place, read.lost, draft);
                draft.article.sections.push(Section {
                    id: Id::section(draft.article.sections.len() + 1),
                    heading,
                    question: false,
                    speaker: None,
                    body: Vec::new(),
                });
            }
            ("answer" | "a", value) => {
                let blocks = blocks(value, &place, draft);
                add(blocks, draft);
            }
            ("h3" | "h4" | "h5" | "h6", Value::Text(text)) => {
                let read = html::read(&text, false);
                let content = read.words();
                say_lost(&place, read.lost, draft);
                add(vec![Block::Heading { level: 3, content }], draft);
            }
            ("quote" | "blockquote" | "pullquote", value) => {
                let blocks = blocks(value, &place, draft);
                if !blocks.is_empty() {
                    add(vec![Block::Quote(blocks)], draft);
                }
            }
            (kind, value) => {
                let message = format!(
                    "`{kind}` has no place in the text; left out: {}",
                    brief(&value)
                );
                draft.note(
                    &place,
                    message,
                    "write it into the text by hand where it is needed",
                );
            }
        }
    }
}

/// Adds blocks to the last section, or to the lead where there is none yet.
fn add(blocks: Vec<Block>, draft: &mut Draft) {
    match draft.article.sections.last_mut() {
        Some(section) => section.body.extend(blocks),
        None => draft.article.lead.extend(blocks),
    }
}

/// The type and value of an item of a freeform list; another item is text.
fn tagged(item: Value) -> (String, Value) {
    if let Value::Object(fields) = &item {
        let field = |name: &str| {
            fields
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value)
        };
        if let (Some(Value::Text(kind)), Some(value), 2) =
            (field("type"), field("value"), fields.len())
        {
            return (kind.clone(), value.clone());
        }
    }
    ("text".to_owned(), item)
}

/// Text as blocks. Empty lines part paragraphs; a list of texts is paragraphs too. Words may hold HTML.
pub(super) fn blocks(value: Value, place: &str, draft: &mut Draft) -> Vec<Block> {
    match value {
        Value::Text(text) => {
            let mut blocks = Vec::new();
            for paragraph in text.split("\n\n") {
                let read = html::read(paragraph, true);
                say_lost(place, read.lost, draft);
                blocks.extend(read.blocks);
            }
            in_steps(blocks)
        }
        Value::List(items) => {
            let mut blocks = Vec::new();
            for (at, item) in items.into_iter().enumerate() {
                let (kind, value) = tagged(item);
                let place = format!("{place}[{at}]");
                match (kind.as_str(), value) {
                    ("text", value @ Value::Text(_)) => {
                        blocks.extend(self::blocks(value, &place, draft))
                    }
                    (kind, value) => {
                        let message =
                            format!("`{kind}` has no place here; left out: {}", brief(&value));
                        draft.note(&place, message, "write it into the text by hand");
                    }
                }
            }
            in_steps(blocks)
        }
        object => {
            draft.note(
                place,
                format!("a text is wanted; left out: {}", brief(&object)),
                "write it behind a colon",
            );
            Vec::new()
        }
    }
}

/// Blocks in which no heading skips a level, wherever they came from.
fn in_steps(mut blocks: Vec<Block>) -> Vec<Block> {
    for block in &mut blocks {
        if let Block::Heading { level, .. } = block {
            *level = 3;
        }
    }
    blocks
}
