//! Runs of text: emphasis, links, passages.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::TextReader;
use super::blocks::is_block;
use crate::model::{Id, Inline, Passage, Url};

impl TextReader<'_, '_> {
    /// Reads inlines up to and with the end of what holds them.
    pub(super) fn inlines(&mut self) -> Vec<Inline> {
        let inlines = self.loose_inlines();
        self.events.next();
        inlines
    }

    /// Reads inlines up to the next event that is none.
    pub(super) fn loose_inlines(&mut self) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some((event, range)) = self.events.peek().cloned() {
            match event {
                Event::End(_) | Event::Rule => break,
                Event::Start(tag) if is_block(&tag) => break,
                _ => {
                    self.events.next();
                }
            }
            match event {
                Event::Text(words) => push_text(&mut inlines, &words),
                Event::SoftBreak => push_text(&mut inlines, " "),
                Event::HardBreak => inlines.push(Inline::Break),
                // Words can't be stressed twice over: they look the same, and Markdown can't always write it.
                Event::Start(Tag::Emphasis) if self.in_emphasis => {
                    append(&mut inlines, self.inside(range, Self::inlines));
                }
                Event::Start(Tag::Strong) if self.in_strong => {
                    append(&mut inlines, self.inside(range, Self::inlines));
                }
                Event::Start(Tag::Emphasis) => {
                    self.in_emphasis = true;
                    inlines.push(Inline::Emphasis(self.inside(range, Self::inlines)));
                    self.in_emphasis = false;
                }
                Event::Start(Tag::Strong) => {
                    self.in_strong = true;
                    inlines.push(Inline::Strong(self.inside(range, Self::inlines)));
                    self.in_strong = false;
                }
                Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    ..
                }) => {
                    if !title.is_empty() {
                        let help = "say it in the text, or leave it out";
                        self.error(
                            range.clone(),
                            "a link has a title, which few readers ever see",
                            help,
                        );
                    }
                    inlines.extend(self.link(link_type, &dest_url, range));
                }
                Event::Start(_) => {
                    self.image_in_text(range);
                    self.skip();
                }
                Event::Code(_) => self.unknown("code between backticks", range),
                Event::Html(_) | Event::InlineHtml(_) => self.unknown("HTML", range),
                _ => self.unknown("this", range),
            }
        }
        inlines
    }

    /// Reads a link: a passage where it points into the document, else a link to elsewhere.
    fn link(&mut self, kind: LinkType, target: &str, range: Range<usize>) -> Option<Inline> {
        if let Some(marks) = target.strip_prefix('#') {
            return Some(Inline::Passage(self.passage(marks, range).into()));
        }
        let target = match kind {
            LinkType::Email => format!("mailto:{target}"),
            _ => target.to_owned(),
        };
        let content = self.words(range.clone());
        let parsed = Url::try_from(target);
        let url = parsed
            .map_err(|error| self.error(range, error.to_string(), error.mend()))
            .ok()?;
        Some(Inline::Link { url, content })
    }

    /// Reads a passage, whose marks are ids with `+` between.
    fn passage(&mut self, marks: &str, range: Range<usize>) -> Passage {
        self.reader.passages += 1;
        let id = Id::passage(self.reader.passages);
        let span = self.span(range.clone());
        self.reader.spans.declare(&id, span);
        let mark = |mark: &str| {
            let parsed = Id::try_from(mark.to_owned());
            let help = "a mark is [the words](#id), or [the words](#one+other)";
            parsed
                .map_err(|error| self.error(range.clone(), error.to_string(), help))
                .ok()
        };
        let marks = marks
            .split('+')
            .filter(|mark| !mark.is_empty())
            .filter_map(mark)
            .collect();
        Passage {
            id,
            marks,
            content: self.words(range),
        }
    }

    /// Reads the words of a link or passage, in which no other link can lie.
    fn words(&mut self, range: Range<usize>) -> Vec<Inline> {
        if std::mem::replace(&mut self.in_link, true) {
            let help = "let one end before the other begins";
            self.error(range.clone(), "a link lies in another link", help);
        }
        let words = self.inside(range, Self::inlines);
        self.in_link = false;
        words
    }

    pub(super) fn image_in_text(&self, range: Range<usize>) {
        self.error(
            range,
            "an image stands in the middle of text",
            "give it a paragraph of its own",
        );
    }

    pub(super) fn unknown(&self, what: &str, range: Range<usize>) {
        let message = format!("{what} is not part of the document language");
        let help = "write paragraphs, headings, lists, quotations, figures, emphasis and links; put \\ before a sign that is meant as it is";
        self.error(range, message, help);
    }
}

/// Appends inlines; text that meets text becomes one.
fn append(inlines: &mut Vec<Inline>, more: Vec<Inline>) {
    for inline in more {
        match inline {
            Inline::Text(words) => push_text(inlines, &words),
            inline => inlines.push(inline),
        }
    }
}

fn push_text(inlines: &mut Vec<Inline>, words: &str) {
    match inlines.last_mut() {
        Some(Inline::Text(text)) => text.push_str(words),
        _ => inlines.push(Inline::Text(words.to_owned())),
    }
}
