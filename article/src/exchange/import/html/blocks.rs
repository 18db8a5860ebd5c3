//! Paragraphs, lists, quotations, headings.

use ego_tree::NodeRef;
use scraper::Node;

use super::words::trim;
use super::{DEEPEST, Reader};
use crate::model::{Block, Inline};

impl Reader {
    /// The children of a node as blocks.
    pub(super) fn flow(&mut self, node: NodeRef<'_, Node>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut words = Vec::new();
        let mut above = 2;
        for child in node.children() {
            let name = child.value().as_element().map(|element| element.name());
            let name = name.filter(|_| depth < DEEPEST).unwrap_or_default();
            if !is_block(name) {
                self.inline(child, &mut words, depth);
                continue;
            }
            self.end_paragraph(&mut words, &mut blocks);
            match name {
                "blockquote" => {
                    let inside = self.flow(child, depth + 1);
                    if !inside.is_empty() {
                        blocks.push(Block::Quote(inside));
                    }
                }
                "ul" | "ol" => {
                    let items = self.items(child, depth);
                    let start = child
                        .value()
                        .as_element()
                        .and_then(|list| list.attr("start")?.parse().ok());
                    let start = start.filter(|start| *start <= 999_999_999).unwrap_or(1);
                    match (items.is_empty(), name) {
                        (true, _) => {}
                        (false, "ul") => blocks.push(Block::Bullets(items)),
                        (false, _) => blocks.push(Block::Numbers { start, items }),
                    }
                }
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                    let level = name[1..].parse().unwrap_or(3).max(3).min(above + 1);
                    let mut content = Vec::new();
                    for inside in child.children() {
                        self.inline(inside, &mut content, depth + 1);
                    }
                    self.end_run(&mut content);
                    if !content.is_empty() {
                        blocks.push(Block::Heading { level, content });
                        above = level;
                    }
                }
                "hr" => {}
                _ => blocks.extend(self.flow(child, depth + 1)),
            }
        }
        self.end_paragraph(&mut words, &mut blocks);
        // Headings may have come out of what held them, at another level than fits here.
        let mut above = 2;
        for block in &mut blocks {
            if let Block::Heading { level, .. } = block {
                *level = (*level).min(above + 1);
                above = *level;
            }
        }
        blocks
    }

    fn items(&mut self, list: NodeRef<'_, Node>, depth: usize) -> Vec<Vec<Block>> {
        let items = list.children().filter(|child| child.value().is_element());
        let items: Vec<_> = items.map(|item| self.flow(item, depth + 1)).collect();
        items.into_iter().filter(|item| !item.is_empty()).collect()
    }

    fn end_paragraph(&mut self, words: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
        let mut words = std::mem::take(words);
        self.end_run(&mut words);
        if !words.is_empty() {
            blocks.push(Block::Paragraph(words));
        }
    }

    fn end_run(&mut self, words: &mut Vec<Inline>) {
        (self.is_blank, self.is_waiting) = (true, false);
        trim(words);
        let first = words.iter().position(|inline| *inline != Inline::Break);
        words.drain(..first.unwrap_or(words.len()));
    }
}

/// Whether an element stands in a line of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "aside"
            | "figure"
            | "figcaption"
            | "address"
            | "center"
            | "dl"
            | "dt"
            | "dd"
            | "table"
            | "caption"
            | "tbody"
            | "thead"
            | "tfoot"
            | "tr"
            | "pre"
            | "details"
            | "summary"
            | "form"
            | "html"
            | "blockquote"
            | "ul"
            | "ol"
            | "li"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hr"
    )
}
