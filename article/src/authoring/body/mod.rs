//! The body: the article's text, with its marks.
//!
//! ```text
//! mod       the body as a whole, and captions
//! blocks    sections, paragraphs, headings, lists, quotations, figures
//! inlines   runs of text: emphasis, links, passages
//! ```

mod blocks;
mod inlines;

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser};

use super::front_matter::FigureSource;
use super::problem::{Problems, Spans};
use crate::model::{Block, Figure, Id, Inline, Section};

/// How deep quotations, lists and emphasis may lie in each other. Nobody writes so deep, and each level takes stack.
const DEEPEST: usize = 24;

/// Reads Markdown into blocks and inlines, numbering the passages as it goes.
pub(super) struct BodyReader<'r> {
    source: &'r str,
    problems: &'r Problems,
    spans: &'r mut Spans,
    figures: BTreeMap<Id, FigureSource>,
    /// The figures that the body has shown.
    shown: BTreeSet<Id>,
    passages: usize,
}

impl<'r> BodyReader<'r> {
    pub fn new(
        source: &'r str,
        problems: &'r Problems,
        spans: &'r mut Spans,
        figures: BTreeMap<Id, FigureSource>,
    ) -> Self {
        BodyReader {
            source,
            problems,
            spans,
            figures,
            shown: BTreeSet::new(),
            passages: 0,
        }
    }

    /// Reads the body, which is `range` of the source, into what comes before the first `##` and the sections.
    pub fn body(&mut self, range: Range<usize>) -> (Vec<Block>, Vec<Section>) {
        let source = self.source;
        let mut reader = TextReader::new(self, &source[range.clone()], Place::Offset(range.start));
        let lead = reader.blocks();
        let mut sections = Vec::new();
        while let Some(section) = reader.section(sections.len() + 1) {
            sections.push(section);
        }
        for id in self.figures.keys().filter(|id| !self.shown.contains(id)) {
            let message = format!("the text does not show the figure `{id}`");
            let help = format!("write ![](#{id}) where it stands, in a paragraph of its own");
            self.problems.error(self.spans.first(id), message, help);
        }
        (lead, sections)
    }

    /// Reads the caption of a figure.
    pub fn figure(&mut self, figure: FigureSource) -> Figure {
        let span = figure.caption.span;
        let caption = self.caption(&figure.caption.value, span);
        Figure {
            caption,
            credit: figure.credit,
            image: figure.image,
        }
    }

    /// Reads a caption, which stands as a TOML string at `span` of the source.
    fn caption(&mut self, text: &str, span: Range<usize>) -> Vec<Inline> {
        // Where the string has no escapes its words stand in the source as they are; else the whole string is meant.
        let place = match self.source[span.clone()].find(text) {
            Some(at) => Place::Offset(span.start + at),
            None => Place::Whole(span.clone()),
        };
        let mut reader = TextReader::new(self, text, place);
        let mut blocks = reader.blocks();
        let is_all = reader.events.next().is_none();
        match (blocks.pop(), blocks.is_empty() && is_all) {
            (Some(Block::Paragraph(inlines)), true) => inlines,
            _ => {
                let help = "write words, emphasis, links and marks";
                self.problems
                    .error(span, "a caption is one paragraph", help);
                Vec::new()
            }
        }
    }
}

/// Reads the words of one paragraph; `None` where they are something else, or not in order.
pub(super) fn read_inlines(text: &str) -> Option<Vec<Inline>> {
    let problems = Problems::default();
    let mut spans = Spans::default();
    let mut reader = BodyReader::new(text, &problems, &mut spans, BTreeMap::new());
    let inlines = reader.caption(text, 0..text.len());
    problems.sorted().is_empty().then_some(inlines)
}

/// Where a text stands in the source.
enum Place {
    /// It begins there and stands there as it is.
    Offset(usize),
    /// It stands there in another form.
    Whole(Range<usize>),
}

/// Reads one run of Markdown.
struct TextReader<'t, 'r> {
    reader: &'t mut BodyReader<'r>,
    events: Peekable<OffsetIter<'t>>,
    place: Place,
    /// How many things hold what is being read.
    depth: usize,
    /// Whether the words of a link are being read.
    in_link: bool,
    /// Whether stressed words are being read.
    in_emphasis: bool,
    /// Whether important words are being read.
    in_strong: bool,
}

impl<'t, 'r> TextReader<'t, 'r> {
    fn new(reader: &'t mut BodyReader<'r>, text: &'t str, place: Place) -> Self {
        let parser = Parser::new_ext(text, Options::ENABLE_HEADING_ATTRIBUTES);
        let events = parser.into_offset_iter().peekable();
        TextReader {
            reader,
            events,
            place,
            depth: 0,
            in_link: false,
            in_emphasis: false,
            in_strong: false,
        }
    }

    /// Where a part of the text stands in the source.
    fn span(&self, range: Range<usize>) -> Range<usize> {
        match &self.place {
            Place::Offset(offset) => range.start + offset..range.end + offset,
            Place::Whole(span) => span.clone(),
        }
    }

    fn error(&self, range: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.reader.problems.error(self.span(range), message, help);
    }

    /// Reads what something holds, one level deeper; skips it, with a problem, where that is too deep.
    fn inside<T: Default>(&mut self, range: Range<usize>, read: impl FnOnce(&mut Self) -> T) -> T {
        if self.depth == DEEPEST {
            self.error(
                range,
                "this lies too deep in other things",
                "write it flatter",
            );
            self.skip();
            return T::default();
        }
        self.depth += 1;
        let content = read(self);
        self.depth -= 1;
        content
    }

    /// Skips the rest of what the reader is in, and its end.
    fn skip(&mut self) {
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }
}
