//! The headline of a card, in the sizes that it may have.

use article::Article;

use super::canvas::Canvas;
use super::clean::clean;
use super::fonts::Voice;
use super::text::{Line, Setter, Style, spread};
use super::{INK, INNER, MARGIN};

/// The sizes of headlines, the large ones first, and how many lines they may have.
const SIZES: [(f32, usize); 13] = [
    (120.0, 3),
    (104.0, 3),
    (96.0, 3),
    (88.0, 3),
    (82.0, 3),
    (76.0, 3),
    (70.0, 3),
    (64.0, 3),
    (58.0, 4),
    (52.0, 4),
    (47.0, 5),
    (43.0, 5),
    (39.0, 6),
];

/// This large a headline is read in passing. It does not get smaller to make room for something else, and its words are
/// rather broken than set smaller.
pub const LARGE: f32 = 60.0;

/// The distance between two baselines, in the size of the letters.
const TIGHT: f32 = 1.1;

/// How far the first baseline is below the top, and how far letters reach below the last one.
const ASCENT: f32 = 0.8;
const DESCENT: f32 = 0.26;

/// A headline, set.
pub struct Headline {
    /// The size of its letters.
    pub size: f32,
    lines: Vec<Line>,
    top: f32,
}

impl Headline {
    /// How far down it reaches, descenders and all.
    pub fn bottom(&self) -> f32 {
        let last = self.lines.len().saturating_sub(1) as f32;
        self.top + self.size * (ASCENT + DESCENT) + self.leading() * last
    }

    /// The same headline, reaching down to a place.
    pub fn at_foot(self, bottom: f32) -> Self {
        let top = self.top + bottom - self.bottom();
        Headline { top, ..self }
    }

    /// Draws it.
    pub fn draw(&self, canvas: &mut Canvas) {
        let mut baseline = self.top + self.size * ASCENT;
        for line in &self.lines {
            canvas.text(line, MARGIN, baseline);
            baseline += self.leading();
        }
    }

    fn leading(&self) -> f32 {
        self.size * TIGHT * spread(&self.lines)
    }
}

/// The headline in every size in which it has room between two heights, the largest first. There is one at least: what
/// has no room even in the smallest size is cut.
pub fn headlines(setter: &Setter, article: &Article, top: f32, lowest: f32) -> Vec<Headline> {
    let text = clean(&article.headline);
    let style = |size| Style {
        voice: Voice::Headline,
        size,
        colour: INK,
    };
    let has_room = |headline: &Headline| headline.bottom() <= lowest;
    let whole = SIZES.iter().filter_map(|&(size, most)| {
        let lines = setter.lines(&text, style(size), INNER)?;
        let is_short = lines.len() <= most;
        is_short.then_some(Headline { lines, size, top })
    });
    let whole: Vec<_> = whole.filter(has_room).collect();
    if whole.first().is_some_and(|headline| headline.size >= LARGE) {
        return whole;
    }
    let broken = SIZES.iter().filter_map(|&(size, most)| {
        let (lines, is_whole) =
            setter.lines_at_most(&text, style(size), INNER, most, &article.lang);
        let is_smallest = SIZES.last().is_some_and(|last| last.0 == size);
        (is_whole || is_smallest).then_some(Headline { lines, size, top })
    });
    let mut broken: Vec<_> = broken.collect();
    let best = broken
        .iter()
        .position(has_room)
        .unwrap_or(broken.len().saturating_sub(1));
    let is_larger = |broken: &Headline| whole.first().is_none_or(|whole| broken.size > whole.size);
    match broken.get(best).is_some_and(is_larger) {
        true => vec![broken.swap_remove(best)],
        false => whole,
    }
}
