//! Sections, paragraphs, headings, lists, quotations, figures.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};

use super::TextReader;
use crate::authoring::nearest;
use crate::model::{Block, Id, Section, plain_inlines};

impl TextReader<'_, '_> {
    /// Reads a section: its `##` heading, on which the reader stands, and what follows.
    pub(super) fn section(&mut self, number: usize) -> Option<Section> {
        let (event, range) = self.events.next()?;
        let Event::Start(Tag::Heading {
            id, classes, attrs, ..
        }) = event
        else {
            return None;
        };
        let id = id
            .and_then(|id| self.id(&id, range.clone()))
            .unwrap_or_else(|| Id::section(number));
        let mut speaker = None;
        for (key, value) in &attrs {
            match (key.as_ref(), value) {
                ("speaker", Some(name)) => speaker = self.id(name, range.clone()),
                _ => self.unknown_attribute(key, range.clone()),
            }
        }
        for class in &classes {
            self.unknown_attribute(class, range.clone());
        }
        let span = self.span(range);
        self.reader.spans.declare(&id, span);
        let heading = self.inlines();
        let question = plain_inlines(&heading)
            .trim_end()
            .ends_with(['?', '？', '؟']);
        Some(Section {
            id,
            heading,
            question,
            speaker,
            body: self.blocks(),
        })
    }

    fn id(&self, text: &str, range: Range<usize>) -> Option<Id> {
        let parsed = Id::try_from(text.to_owned());
        parsed
            .map_err(|error| self.error(range, error.to_string(), error.mend()))
            .ok()
    }

    fn unknown_attribute(&self, name: &CowStr<'_>, range: Range<usize>) {
        let message = format!("a heading has no `{name}`");
        self.error(
            range,
            message,
            "write {#the-id} or {#the-id speaker=the-person}",
        );
    }

    /// Reads blocks up to the end of what holds them, or to the next `##` of the body.
    pub(super) fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        // A section's own heading is of the second level, the headline of the first.
        let mut level = 2;
        while let Some((event, range)) = self.events.peek().cloned() {
            match event {
                Event::Start(Tag::Heading {
                    level: HeadingLevel::H2,
                    ..
                }) if self.depth == 0 => break,
                Event::End(_) => {
                    self.events.next();
                    break;
                }
                Event::Start(Tag::Heading {
                    level: deeper,
                    id,
                    classes,
                    attrs,
                }) => {
                    self.events.next();
                    if id.is_some() || !classes.is_empty() || !attrs.is_empty() {
                        let help = "leave the braces out, or make it a section: `##`";
                        self.error(range.clone(), "only sections have ids and speakers", help);
                    }
                    blocks.extend(self.heading(deeper, &mut level, range));
                }
                Event::Start(tag) if is_block(&tag) => {
                    self.events.next();
                    blocks.extend(self.block(tag, range));
                }
                Event::Rule => {
                    self.events.next();
                    self.unknown("a rule", range);
                }
                // The items of a tight list hold their words without a paragraph around them.
                Event::Start(Tag::Image { dest_url, .. }) => {
                    self.events.next();
                    let alt = self.alt(range.clone());
                    match self.events.peek() {
                        Some((Event::End(_), _)) | None => {
                            blocks.extend(self.figure(&dest_url, alt, range));
                        }
                        Some((Event::Start(tag), _)) if is_block(tag) => {
                            blocks.extend(self.figure(&dest_url, alt, range));
                        }
                        _ => self.image_in_text(range),
                    }
                }
                _ => {
                    let words = self.loose_inlines();
                    if !words.is_empty() {
                        blocks.push(Block::Paragraph(words));
                    }
                }
            }
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'_>, range: Range<usize>) -> Option<Block> {
        match tag {
            Tag::Paragraph => self.paragraph(),
            Tag::BlockQuote(_) => Some(Block::Quote(self.inside(range, Self::blocks))),
            Tag::List(None) => Some(Block::Bullets(self.inside(range, Self::items))),
            Tag::List(Some(start)) => {
                let start = u32::try_from(start).unwrap_or_else(|_| {
                    self.error(
                        range.clone(),
                        "a list begins with too large a number",
                        "begin it with 1",
                    );
                    1
                });
                Some(Block::Numbers {
                    start,
                    items: self.inside(range, Self::items),
                })
            }
            _ => {
                let what = match tag {
                    Tag::CodeBlock(_) => "a code block (a paragraph begun with four spaces is one)",
                    Tag::HtmlBlock => "HTML",
                    _ => "a table or a definition",
                };
                self.unknown(what, range);
                self.skip();
                None
            }
        }
    }

    /// Reads a heading inside a section or the lead; `above` is the level of the one before.
    fn heading(
        &mut self,
        level: HeadingLevel,
        above: &mut u8,
        range: Range<usize>,
    ) -> Option<Block> {
        let level = level as u8;
        let content = self.inlines();
        if level == 1 {
            let help = "the headline stands in the front matter; begin sections with `##`";
            self.error(range, "the text has a heading of the first level", help);
            return None;
        }
        if level == 2 {
            self.error(
                range,
                "a section begins inside a quotation or a list",
                "begin it outside, or use `###`",
            );
            return None;
        }
        if level > *above + 1 {
            let marks = "#".repeat(usize::from(*above + 1));
            let message = "a heading skips a level";
            self.error(
                range,
                message,
                format!("write `{marks}`, one level below the heading before"),
            );
        }
        *above = level;
        Some(Block::Heading { level, content })
    }

    /// Reads a paragraph; one that holds an image alone is a figure.
    fn paragraph(&mut self) -> Option<Block> {
        let Some((Event::Start(Tag::Image { dest_url, .. }), range)) = self.events.peek().cloned()
        else {
            return Some(Block::Paragraph(self.inlines()));
        };
        self.events.next();
        let alt = self.alt(range.clone());
        if let Some((Event::End(TagEnd::Paragraph), _)) = self.events.peek() {
            self.events.next();
            return self.figure(&dest_url, alt, range);
        }
        self.image_in_text(range);
        Some(Block::Paragraph(self.inlines()))
    }

    /// Reads what an image shows: plain words, which are not part of the text.
    fn alt(&mut self, range: Range<usize>) -> String {
        let passages = self.reader.passages;
        let alt = plain_inlines(&self.inlines());
        if self.reader.passages > passages {
            self.reader.passages = passages;
            let help = "mark words of the text or of the caption";
            self.error(range, "a mark stands in the description of an image", help);
        }
        alt
    }

    fn figure(&mut self, target: &str, alt: String, range: Range<usize>) -> Option<Block> {
        let Some(name) = target.strip_prefix('#') else {
            let help = "describe it in the front matter, in [[figures]] with an id, a caption and its size, and write ![](#the-id)";
            self.error(
                range,
                format!("the image {target} has no size and no caption"),
                help,
            );
            return None;
        };
        let id = self.id(name, range.clone())?;
        let Some(mut figure) = self.reader.figures.get(&id).cloned() else {
            let names = self.reader.figures.keys().map(Id::as_str);
            let help = match nearest(name, names) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "describe it in the front matter, in [[figures]]".to_owned(),
            };
            self.error(range, format!("no figure is called `{name}`"), help);
            return None;
        };
        if !self.reader.shown.insert(id) {
            self.error(
                range,
                format!("the figure `{name}` is shown twice"),
                "show it once",
            );
            return None;
        }
        if let Some(image) = figure.image.as_mut().filter(|_| !alt.trim().is_empty()) {
            image.alt = alt;
        }
        Some(Block::Figure(self.reader.figure(figure)))
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), range)) = self.events.next() {
            items.push(self.inside(range, Self::blocks));
        }
        items
    }
}

/// Whether a tag is of a block.
pub(super) fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}
