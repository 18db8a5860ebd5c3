//! Text set in a line: which font each letter is of, where it stands, how wide all of it is.
//!
//! What mixes scripts and directions is taken apart here, into pieces of one font and one direction, so that nothing
//! hangs on what a renderer makes of letters that its first font lacks.

use std::cell::RefCell;
use std::collections::HashMap;

use article::Direction;
use harfrust::{Direction as Way, FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::usvg::fontdb::Database;
use unicode_bidi::{BidiInfo, Level};

use super::clean::{is_unseen, letters, shortened};
use super::fonts::{self, Font, Voice};

/// Begins letters that go from right to left, whatever they are.
const OVERRIDE: char = '\u{202e}';

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// What it is for.
    pub voice: Voice,
    /// Its size in pixels.
    pub size: f32,
    /// Its colour, as SVG has it.
    pub colour: &'static str,
}

/// A line of text, set.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is made of, from left to right.
    pub pieces: Vec<Piece>,
    /// How wide it is, in pixels.
    pub width: f32,
    /// Its colour.
    pub colour: &'static str,
}

/// A part of a line in one font and one direction.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The font.
    pub font: Font,
    /// The size in pixels.
    pub size: f32,
    /// The letters, in the order in which they are read.
    pub text: String,
    /// How far it stands from the line's left end.
    pub from: f32,
}

/// Sets text whose lines begin on one side, and remembers what it has measured.
pub struct Setter {
    /// Where lines begin.
    pub direction: Direction,
    widths: RefCell<HashMap<(Font, String), f32>>,
}

impl Line {
    /// How much farther than usual it is from its neighbours.
    fn spread(&self) -> f32 {
        let fonts = self.pieces.iter().map(|piece| piece.font);
        fonts.map(fonts::spread).fold(1.0, f32::max)
    }
}

/// How much farther apart than usual these lines are.
pub fn spread(lines: &[Line]) -> f32 {
    lines.iter().map(Line::spread).fold(1.0, f32::max)
}

impl Setter {
    /// A setter of lines of this direction.
    pub fn new(direction: Direction) -> Self {
        Setter {
            direction,
            widths: RefCell::default(),
        }
    }

    /// Sets a text in one line. A letter that no font has is left out.
    pub fn line(&self, text: &str, style: Style) -> Line {
        let level = match self.direction {
            Direction::LeftToRight => Level::ltr(),
            Direction::RightToLeft => Level::rtl(),
        };
        let bidi = BidiInfo::new(text, Some(level));
        let mut line = Line {
            pieces: Vec::new(),
            width: 0.0,
            colour: style.colour,
        };
        // Text of one line is one paragraph.
        let Some(paragraph) = bidi.paragraphs.first() else {
            return line;
        };
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let is_rtl = levels.get(run.start).is_some_and(Level::is_rtl);
            let mut pieces = one_font_each(text.get(run).unwrap_or_default(), style.voice);
            if is_rtl {
                pieces.reverse();
            }
            for (font, letters) in pieces {
                // Signs of no direction of their own keep that of their neighbours; so does a space at the end, which
                // would else change sides.
                let text = match is_rtl {
                    true => format!("{OVERRIDE}{letters}\u{200f}\u{202c}"),
                    false => letters,
                };
                let size = style.size * fonts::scale(font);
                let width = self.width(font, &text) * size;
                line.pieces.push(Piece {
                    font,
                    size,
                    text,
                    from: line.width,
                });
                line.width += width;
            }
        }
        line
    }

    /// Sets a text in a line that is no wider than this; what is too long is cut.
    pub fn cut(&self, text: &str, style: Style, width: f32) -> Line {
        let whole = self.line(text, style);
        if whole.width <= width {
            return whole;
        }
        // The longest that fits, by halving.
        let (mut fits, mut too_long) = (0, letters(text).len());
        while too_long - fits > 1 {
            let length = (fits + too_long) / 2;
            match self.line(&shortened(text, length), style).width <= width {
                true => fits = length,
                false => too_long = length,
            }
        }
        self.line(&shortened(text, fits), style)
    }

    /// The width of letters of one font, in ems.
    fn width(&self, font: Font, text: &str) -> f32 {
        let key = (font, text.to_owned());
        if let Some(width) = self.widths.borrow().get(&key) {
            return *width;
        }
        let width = measure(font, text).unwrap_or_default();
        self.widths.borrow_mut().insert(key, width);
        width
    }
}

/// A text of one direction in pieces of one font each.
fn one_font_each(text: &str, voice: Voice) -> Vec<(Font, String)> {
    let mut pieces: Vec<(Font, String)> = Vec::new();
    for letter in letters(text) {
        if is_unseen(letter) {
            continue;
        }
        let Some(font) = voice.font(letter) else {
            continue;
        };
        match pieces.last_mut() {
            Some((last, letters)) if *last == font => letters.push_str(letter),
            _ => pieces.push((font, letter.to_owned())),
        }
    }
    pieces
}

/// The width of letters as the renderer shapes them, in ems.
fn measure(font: Font, text: &str) -> Option<f32> {
    let mut database = fonts::database();
    let id = fonts::id(font, &mut database)?;
    let database: &Database = &database;
    database.with_face_data(id, |bytes, index| {
        let font = FontRef::from_index(bytes, index).ok()?;
        let shaper = ShaperData::new(&font);
        let shaper = shaper.shaper(&font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        if text.starts_with(OVERRIDE) {
            buffer.set_direction(Way::RightToLeft);
        }
        buffer.guess_segment_properties();
        let shaped = shaper.shape(buffer, ShapeOptions::new());
        let advances = shaped.glyph_positions().iter().map(|glyph| glyph.x_advance);
        Some(advances.sum::<i32>() as f32 / shaper.units_per_em() as f32)
    })?
}
