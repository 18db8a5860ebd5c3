//! HTML as blocks and inlines. Words are kept; scripts, styles and what would need them are not, and that is said.
//!
//! ```text
//! mod      HTML as a whole
//! blocks   paragraphs, lists, quotations, headings
//! words    runs of text, in which any blanks are one
//! ```

mod blocks;
mod words;

use scraper::Html;

use crate::model::{Block, Inline, plain_inlines};

/// How deep things may lie in each other; what lies deeper keeps its words only.
const DEEPEST: usize = 12;

/// How many tags are read. Parsing what nests takes time with the square of its depth; no slide or paragraph has so many.
const MOST_TAGS: usize = 5000;

/// What came of reading HTML.
#[derive(Default)]
pub(super) struct Read {
    pub blocks: Vec<Block>,
    /// What was not kept, each in words.
    pub lost: Vec<String>,
}

impl Read {
    /// The words in one run, with line breaks where blocks ended.
    pub fn words(&self) -> Vec<Inline> {
        let mut words = Vec::new();
        gather(&self.blocks, &mut words);
        words
    }

    /// The words without emphasis and links.
    pub fn plain(&self) -> String {
        plain_inlines(&self.words()).replace('\n', " ")
    }
}

fn gather(blocks: &[Block], words: &mut Vec<Inline>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines)
            | Block::Heading {
                content: inlines, ..
            } => {
                if !words.is_empty() {
                    words.push(Inline::Break);
                }
                words.extend(inlines.iter().cloned());
            }
            Block::Quote(blocks) => gather(blocks, words),
            Block::Bullets(items) | Block::Numbers { items, .. } => {
                items.iter().for_each(|item| gather(item, words))
            }
            Block::Figure(_) => {}
        }
    }
}

/// Reads HTML; `autolink` makes links of addresses that stand bare in the text.
pub(super) fn read(html: &str, autolink: bool) -> Read {
    if html.matches('<').count() > MOST_TAGS {
        let words = html.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        return Read {
            blocks: vec![Block::Paragraph(vec![Inline::Text(words)])],
            lost: vec![format!(
                "the text has more than {MOST_TAGS} tags, which stand in it as they are"
            )],
        };
    }
    let document = Html::parse_fragment(html);
    let mut reader = Reader {
        autolink,
        lost: Vec::new(),
        is_blank: true,
        is_waiting: false,
        in_link: false,
    };
    let blocks = reader.flow(document.tree.root(), 0);
    Read {
        blocks,
        lost: reader.lost,
    }
}

/// Reads a tree of HTML.
struct Reader {
    autolink: bool,
    lost: Vec<String>,
    /// Whether the words so far end with a blank, or there are none.
    is_blank: bool,
    /// Whether a blank has been read and not yet written.
    is_waiting: bool,
    in_link: bool,
}
