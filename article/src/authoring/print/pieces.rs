//! Runs of text laid out flat, and how they are written.

use super::signs;
use crate::model::Inline;

/// A run of text without its nesting: what stands in the line, one after the other.
pub(super) struct Pieces<'a> {
    list: Vec<Piece<'a>>,
    /// What it is.
    pub place: Place,
    /// How many runs of emphasis there are.
    stressed: u32,
    /// Whether what is laid out is stressed already.
    in_emphasis: bool,
    /// Whether it is important already.
    in_strong: bool,
}

/// What a run of text is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// The words of a paragraph or a caption.
    Paragraph,
    /// A heading in one line, in which line breaks can't be written.
    Heading,
    /// A heading of several lines.
    LongHeading,
}

/// What stands in the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// A sign of the text.
    Sign(char),
    /// Emphasis begins.
    Open(Stress),
    /// Emphasis ends.
    Close(Stress),
    /// The words of a link begin.
    Words,
    /// They end; the link leads to this.
    To(Target<'a>),
    /// A line ends.
    Break,
}

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Target<'a> {
    /// To elsewhere.
    Url(&'a str),
    /// To the issues and events that the words bear on.
    Marks(&'a [crate::model::Id]),
}

/// One run of emphasis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stress {
    strong: bool,
    /// Its number in the text.
    number: u32,
    /// Whether it is better marked with `_`.
    other: Marks<bool>,
}

/// Something for each of the two ways to choose marks of emphasis by themselves.
#[derive(Clone, Copy, Debug, Default)]
struct Marks<T> {
    /// What lies in, or follows at once on, emphasis with one mark has the other: `*_a_ b*`.
    turned: T,
    /// So it is, but strong words at the very beginning of emphasis share its mark: `***a** b*`.
    joined: T,
}

/// The mark by which it is written does not tell one emphasis from another.
impl PartialEq for Stress {
    fn eq(&self, other: &Self) -> bool {
        self.strong == other.strong
    }
}

/// A way to write a run of text.
#[derive(Clone, Copy, Default)]
pub(super) struct Way {
    /// Whether letters beside the marks of emphasis are written by their numbers: `&#97;` ends with a punctuation mark,
    /// beside which emphasis may begin and end.
    pub guarded: bool,
    /// Whether marks at the same place are joined.
    pub joined: bool,
    /// Which runs of emphasis are marked with `_`, as bits; by their nesting where there are none.
    pub choice: Option<u32>,
    /// Whether a `*` or `_` that is meant as it is stands bare: beside the marks of emphasis it may be needed so.
    pub bare: bool,
    /// Whether every sign that is not a letter, digit or space is written by its number.
    pub numbered: bool,
}

impl<'a> Pieces<'a> {
    /// Lays out a run of text.
    pub fn of(inlines: &'a [Inline], place: Place) -> Self {
        let mut pieces = Pieces {
            list: Vec::new(),
            place,
            stressed: 0,
            in_emphasis: false,
            in_strong: false,
        };
        pieces.add(inlines, Marks::default());
        pieces
    }

    fn add(&mut self, inlines: &'a [Inline], other: Marks<bool>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.list.extend(text.chars().map(Piece::Sign)),
                // Stressed twice over is read as stressed once.
                Inline::Emphasis(content) if self.in_emphasis => self.add(content, other),
                Inline::Strong(content) if self.in_strong => self.add(content, other),
                Inline::Emphasis(content) => {
                    self.in_emphasis = true;
                    self.stress(content, false, other);
                    self.in_emphasis = false;
                }
                Inline::Strong(content) => {
                    self.in_strong = true;
                    self.stress(content, true, other);
                    self.in_strong = false;
                }
                Inline::Link { url, content } => {
                    self.link(content, Target::Url(url.as_str()), other);
                }
                Inline::Passage(passage) => {
                    self.link(&passage.content, Target::Marks(&passage.marks), other);
                }
                Inline::Break if self.place == Place::Heading => self.list.push(Piece::Sign(' ')),
                Inline::Break => self.list.push(Piece::Break),
            }
        }
    }

    fn stress(&mut self, content: &'a [Inline], strong: bool, other: Marks<bool>) {
        let turn = |marks: Marks<bool>| Marks {
            turned: !marks.turned,
            joined: !marks.joined,
        };
        // What the caller passes on is the turn of what holds it.
        let other = match self.list.last() {
            Some(Piece::Close(before)) => turn(before.other),
            Some(Piece::Open(around)) if strong => Marks {
                joined: around.other.joined,
                ..other
            },
            _ => other,
        };
        let number = self.stressed;
        self.stressed += 1;
        let stress = Stress {
            strong,
            number,
            other,
        };
        self.list.push(Piece::Open(stress));
        self.add(content, turn(other));
        self.list.push(Piece::Close(stress));
    }

    fn link(&mut self, content: &'a [Inline], target: Target<'a>, other: Marks<bool>) {
        self.list.push(Piece::Words);
        self.add(content, other);
        self.list.push(Piece::To(target));
    }

    /// Whether two runs of text are the same but for how they are split.
    pub fn is_same(&self, other: &Pieces<'_>) -> bool {
        // Compared one by one, since the two live for different times.
        self.list.len() == other.list.len()
            && self.list.iter().zip(&other.list).all(|(a, b)| a == b)
    }

    /// Writes the run of text in a way.
    pub fn write(&self, way: &Way) -> String {
        let mut written = String::new();
        for (at, piece) in self.list.iter().enumerate() {
            match piece {
                Piece::Sign(sign) => {
                    let around = signs::Around {
                        before: self.list[..at].last(),
                        line: &self.list[at..],
                        is_heading: self.place != Place::Paragraph,
                    };
                    signs::write(*sign, &around, way, &mut written);
                }
                Piece::Open(stress) | Piece::Close(stress) => {
                    let other = match (way.choice, way.joined) {
                        (Some(choice), _) => choice >> (stress.number % 6) & 1 == 1,
                        (None, true) => stress.other.joined,
                        (None, false) => stress.other.turned,
                    };
                    written.push_str(match (stress.strong, other) {
                        (false, false) => "*",
                        (false, true) => "_",
                        (true, false) => "**",
                        (true, true) => "__",
                    });
                }
                Piece::Words => written.push('['),
                Piece::To(target) => target.write(&mut written),
                Piece::Break => written.push_str("\\\n"),
            }
        }
        written
    }
}

impl Target<'_> {
    fn write(&self, to: &mut String) {
        match self {
            Target::Marks(marks) => {
                let marks: Vec<_> = marks.iter().map(|id| id.as_str()).collect();
                to.push_str(&format!("](#{})", marks.join("+")));
            }
            Target::Url(url) => {
                let is_plain = |c: char| c.is_alphanumeric() || "-._~:/?#@!$'*+,;=%".contains(c);
                if url.chars().all(is_plain) {
                    to.push_str(&format!("]({url})"));
                    return;
                }
                to.push_str("](<");
                for sign in url.chars() {
                    match sign {
                        '<' | '>' | '\\' | '&' => to.extend(['\\', sign]),
                        _ => to.push(sign),
                    }
                }
                to.push_str(">)");
            }
        }
    }
}
