//! Blocks: sections, paragraphs, lists, quotations, figures.

use super::inlines;
use crate::model::{Article, Block, Figure, Id, Inline, Section};

/// Writes the text of an article, and gathers the figures that it shows.
#[derive(Default)]
pub(super) struct Body<'a> {
    /// The figures, by the ids under which the front matter has to describe them.
    pub figures: Vec<(String, &'a Figure)>,
}

impl<'a> Body<'a> {
    /// The text, from the lead to the last section.
    pub fn text(&mut self, article: &'a Article) -> String {
        let mut parts = self.blocks(&article.lead, 0);
        for (number, section) in article.sections.iter().enumerate() {
            parts.push(heading(section, number + 1));
            parts.extend(self.blocks(&section.body, 0));
        }
        parts
            .into_iter()
            .map(|part| format!("\n{part}\n"))
            .collect()
    }

    /// Blocks at some depth of lists, each as lines without the last line's end.
    fn blocks(&mut self, blocks: &'a [Block], depth: usize) -> Vec<String> {
        let mut written = Vec::new();
        // Of two lists of the same kind the second needs another mark, or it would go on with the first.
        let mut is_second = false;
        let mut before = None;
        for block in blocks {
            let kind = std::mem::discriminant(block);
            is_second = before == Some(kind) && !is_second;
            before = Some(kind);
            match block {
                Block::Paragraph(words) => {
                    let words = inlines::paragraph(words);
                    if words.is_empty() {
                        continue;
                    }
                    written.push(words);
                }
                Block::Heading { level, content } => {
                    let marks = "#".repeat(usize::from(*level).clamp(3, 6));
                    let words = inlines::heading(content);
                    written.push(format!("{marks} {words}").trim_end().to_owned());
                }
                Block::Quote(blocks) => {
                    let inside = self.blocks(blocks, depth).join("\n\n");
                    written.push(indented(&inside, ">", "> "));
                }
                Block::Bullets(items) => {
                    // Marks differ from level to level, since three alike in a line would be a rule.
                    let mark = match (is_second, depth % 2) {
                        (true, _) => "+",
                        (false, 0) => "-",
                        (false, _) => "*",
                    };
                    let marked = |_| mark.to_owned();
                    written.push(self.list(items, depth, marked));
                }
                Block::Numbers { start, items } => {
                    let sign = if is_second { ')' } else { '.' };
                    let start = u64::from(*start);
                    let marked =
                        |at: usize| format!("{}{sign}", (start + at as u64).min(999_999_999));
                    written.push(self.list(items, depth, marked));
                }
                Block::Figure(figure) => {
                    let id = format!("figure-{}", self.figures.len() + 1);
                    written.push(format!("![](#{id})"));
                    self.figures.push((id, figure));
                }
            }
        }
        written
    }

    fn list(
        &mut self,
        items: &'a [Vec<Block>],
        depth: usize,
        mark: impl Fn(usize) -> String,
    ) -> String {
        let between = if is_tight(items) { "\n" } else { "\n\n" };
        let item = |(at, item): (usize, &'a Vec<Block>)| {
            let mark = mark(at) + " ";
            let inside = self.blocks(item, depth + 1).join(between);
            let inside = indented(&inside, "", &" ".repeat(mark.len()));
            (mark.clone() + inside.trim_start_matches(' '))
                .trim_end()
                .to_owned()
        };
        let items: Vec<_> = items.iter().enumerate().map(item).collect();
        items.join(between)
    }
}

/// Whether the items of a list need no empty lines: each is empty, or a paragraph with perhaps a list of full items.
fn is_tight(items: &[Vec<Block>]) -> bool {
    let is_full = |items: &[Vec<Block>]| items.iter().all(|item| !item.is_empty());
    items.iter().all(|item| match &item[..] {
        [] => true,
        [Block::Paragraph(words)] => !words.is_empty(),
        // The mark of an empty item would underline the paragraph.
        [Block::Paragraph(words), Block::Bullets(items)] => {
            !words.is_empty() && is_full(items) && is_tight(items)
        }
        _ => false,
    })
}

/// Lines with something before each; before an empty one `empty`.
fn indented(lines: &str, empty: &str, before: &str) -> String {
    let line = |line: &str| match line {
        "" => empty.to_owned(),
        line => format!("{before}{line}"),
    };
    lines.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The heading of the nth section, with what its reader can't tell by itself.
fn heading(section: &Section, number: usize) -> String {
    let words = inlines::heading(&section.heading);
    let mut attributes = Vec::new();
    if section.id != Id::section(number) {
        attributes.push(format!("#{}", section.id));
    }
    attributes.extend(section.speaker.iter().map(|id| format!("speaker={id}")));
    let attributes = match attributes.is_empty() {
        true => String::new(),
        false => format!(" {{{}}}", attributes.join(" ")),
    };
    // A heading of several lines is underlined; one that begins with `##` ends where its line does.
    if section.heading.iter().any(has_break) {
        let words = inlines::long_heading(&section.heading);
        return format!("{words}{attributes}\n---");
    }
    format!("## {words}{attributes}").trim_end().to_owned()
}

fn has_break(inline: &Inline) -> bool {
    match inline {
        Inline::Break => true,
        Inline::Text(_) => false,
        Inline::Emphasis(content) | Inline::Strong(content) => content.iter().any(has_break),
        Inline::Link { content, .. } => content.iter().any(has_break),
        Inline::Passage(passage) => passage.content.iter().any(has_break),
    }
}
