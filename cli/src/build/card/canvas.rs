//! What is drawn, as SVG. Places across are told from where lines begin, so that a card in Arabic is the mirror image of
//! one in English.

use std::fmt::Write;

use article::Direction;
use html_escape::encode_text;

use super::text::Line;
use super::{HEIGHT, WIDTH};

/// How a shape looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The colour inside.
    pub fill: &'static str,
    /// The colour of the outline, and how wide it is.
    pub stroke: (&'static str, f32),
}

/// A shape without an outline.
pub fn filled(fill: &'static str) -> Look {
    Look {
        fill,
        stroke: ("none", 0.0),
    }
}

/// A drawing on its way.
pub struct Canvas {
    svg: String,
    is_rtl: bool,
}

impl Canvas {
    /// An empty sheet of this colour.
    pub fn new(direction: Direction, paper: &str) -> Self {
        Canvas {
            svg: format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\
                 <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{paper}\"/>"
            ),
            is_rtl: direction == Direction::RightToLeft,
        }
    }

    /// The left end of something that begins at a place and is so wide.
    fn left(&self, from: f32, width: f32) -> f32 {
        match self.is_rtl {
            true => WIDTH as f32 - from - width,
            false => from,
        }
    }

    fn push(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.svg.write_fmt(element);
    }

    /// A rectangle: where it begins, its upper edge, its width and height.
    pub fn bar(&mut self, [from, top, width, height]: [f32; 4], radius: f32, look: Look) {
        let left = self.left(from, width);
        self.push(format_args!(
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" {look}/>"
        ));
    }

    /// A dot.
    pub fn dot(&mut self, at: f32, y: f32, radius: f32, look: Look) {
        let x = self.left(at, 0.0);
        self.push(format_args!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {look}/>"
        ));
    }

    /// A line of text, from where it begins, on its baseline.
    pub fn text(&mut self, line: &Line, from: f32, baseline: f32) {
        let left = self.left(from, line.width);
        for piece in &line.pieces {
            self.push(format_args!(
                "<text xml:space=\"preserve\" x=\"{}\" y=\"{baseline}\" font-family=\"{}\" font-size=\"{}\" fill=\"{}\">{}</text>",
                left + piece.from,
                // The renderer is told how to find fonts by their number.
                format_args!("font-{}", piece.font),
                piece.size,
                line.colour,
                encode_text(&piece.text),
            ));
        }
    }

    /// The drawing.
    pub fn svg(self) -> String {
        self.svg + "</svg>"
    }
}

impl std::fmt::Display for Look {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (colour, width) = self.stroke;
        write!(f, "fill=\"{}\"", self.fill)?;
        if width > 0.0 {
            write!(f, " stroke=\"{colour}\" stroke-width=\"{width}\"")?;
        }
        Ok(())
    }
}
