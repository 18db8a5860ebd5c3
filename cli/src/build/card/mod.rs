//! The card of an article: a picture for those who share its link, with its headline, its publisher and its timeline.
//!
//! ```text
//! sheet      how a card is laid out, as large as everything can be
//! headline   the headline, in the sizes that it may have
//! timeline   the axis, every event on it, and the titles for which there is room
//! titles     which events have their titles written
//! flags      where titles fly so that none covers another
//! events     what is drawn and written of each event
//! lines      text in lines: where it breaks, how it is cut
//! text       a line of text: fonts, directions, width
//! clean      text made fit to be drawn, cut, and taken apart into letters
//! fonts      the fonts inside the program, and those of the machine
//! canvas     what is drawn, as SVG
//! picture    SVG as PNG
//! ```
//!
//! [`draw`] is the entry point of this module. Words go into the drawing as text that was cleaned, escaped and measured;
//! nothing is loaded for it from anywhere.

mod canvas;
mod clean;
mod events;
mod flags;
mod fonts;
mod headline;
mod lines;
mod picture;
mod sheet;
mod text;
mod timeline;
mod titles;

#[cfg(test)]
mod tests;

use std::path::Path;

use article::Article;

use super::article::Picture;

/// The width of a card in pixels, as those who show previews of links want it.
pub const WIDTH: u32 = 1200;

/// The height of a card in pixels.
pub const HEIGHT: u32 = 630;

/// The media type of its file.
pub const TYPE: &str = "image/png";

/// What is left free on both sides.
const MARGIN: f32 = 64.0;

/// The width between the margins.
const INNER: f32 = WIDTH as f32 - 2.0 * MARGIN;

// The colours of `src/style/base.css` on a light page.
const INK: &str = "#1b1d21";
const QUIET: &str = "#565b64";
const PAPER: &str = "#fff";
const RULE: &str = "#d8d5cc";
const ACCENT: &str = "#0b5172";

/// The accent in paper, as light as `src/style/strip.css` has it in what is not known better.
const ACCENT_HALF: &str = "#91b1bf";

/// A card.
pub struct Card {
    /// Its file.
    pub png: Vec<u8>,
    /// What it shows, for those who can't see it.
    alt: String,
}

/// The name of the file of a document's card.
pub fn file(name: &str) -> String {
    format!("{name}.png")
}

/// Draws the card of an article. Fails, and says why, where the headline is in a script that there is no font for.
pub fn draw(article: &Article) -> Result<Card, String> {
    if let Some(letter) = clean::missing(&article.headline) {
        return Err(format!(
            "no font here has the letter {letter}; install one that has and build with --force, or give the article an image"
        ));
    }
    let sheet = sheet::draw(article);
    Ok(Card {
        png: picture::png(&sheet.svg)?,
        alt: sheet.alt,
    })
}

/// Whether a file is a card, of whatever article.
pub fn is_one(file: &Path) -> bool {
    picture::is_signed(file)
}

impl Card {
    /// What pages say of the card of the document of this name.
    pub fn picture(&self, name: &str) -> Picture {
        Picture {
            src: file(name),
            alt: self.alt.clone(),
            width: WIDTH,
            height: HEIGHT,
            is_card: true,
        }
    }
}
