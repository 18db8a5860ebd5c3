//! Text: blocks, inlines, and the passages marked in them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Figure, Id, Url};

/// A block of text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading inside a section.
    Heading {
        /// Its depth: 3 is the first below a section's own heading, 6 the deepest.
        #[cfg_attr(feature = "authoring", schemars(range(max = 255)))]
        level: u8,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A block quotation.
    Quote(Vec<Block>),
    /// A list without order; each item is blocks.
    Bullets(Vec<Vec<Block>>),
    /// A numbered list.
    Numbers {
        /// The first number.
        #[cfg_attr(feature = "authoring", schemars(range(max = 4294967295u32)))]
        start: u32,
        /// Each item is blocks.
        items: Vec<Vec<Block>>,
    },
    /// A figure in the text.
    Figure(Figure),
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Inline {
    /// The words themselves.
    Text(String),
    /// Words that are stressed.
    Emphasis(Vec<Inline>),
    /// Words of importance.
    Strong(Vec<Inline>),
    /// A link to elsewhere.
    Link {
        /// Where it leads.
        url: Url,
        /// Its words.
        content: Vec<Inline>,
    },
    /// Words that bear on issues or events.
    // The outline of an article holds them too.
    Passage(Arc<Passage>),
    /// A line break the author asked for.
    Break,
}

/// Words of the article that bear on issues or events.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Passage {
    /// The passage's own id, unique in the article; made by the reader, in order of the text.
    pub id: Id,
    /// The ids of the issues and events that the words bear on; never empty.
    pub marks: Vec<Id>,
    /// The words.
    pub content: Vec<Inline>,
}

/// The words of some inlines, without marks or emphasis.
pub fn plain_inlines(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_inlines(&mut text, inlines);
    text
}

fn push_inlines(text: &mut String, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::Emphasis(content) | Inline::Strong(content) => push_inlines(text, content),
            Inline::Link { content, .. } => push_inlines(text, content),
            Inline::Passage(passage) => push_inlines(text, &passage.content),
            Inline::Break => text.push('\n'),
        }
    }
}

/// The paragraphs of some blocks as plain words, one string a paragraph or heading.
pub fn plain_blocks(blocks: &[Block]) -> Vec<String> {
    let mut paragraphs = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(inlines)
            | Block::Heading {
                content: inlines, ..
            } => {
                paragraphs.push(plain_inlines(inlines));
            }
            Block::Quote(blocks) => paragraphs.extend(plain_blocks(blocks)),
            Block::Figure(figure) => paragraphs.push(plain_inlines(&figure.caption)),
            Block::Bullets(items) | Block::Numbers { items, .. } => {
                for item in items {
                    paragraphs.extend(plain_blocks(item));
                }
            }
        }
    }
    paragraphs
}
