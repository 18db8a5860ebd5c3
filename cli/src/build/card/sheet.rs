//! How a card is laid out: the publisher under a rule, the headline as large as it can be, and at the foot the timeline, or
//! what the article is about where it has none.

use article::authoring::date_label;
use article::{Article, Language, Point};
use article_explainer::timeline::ticks::axis;
use article_explainer::words::Words;

use super::canvas::{Canvas, filled};
use super::clean::clean;
use super::events::{Hand, marks, window};
use super::fonts::Voice;
use super::headline::{Headline, LARGE, headlines};
use super::text::{Setter, Style};
use super::timeline;
use super::titles::{MOST, Titles, Written};
use super::{HEIGHT, INK, INNER, MARGIN, PAPER, QUIET, RULE};

/// The rule at the head: its upper edge and its thickness.
const HEAD: [f32; 2] = [52.0, 5.0];

/// The baseline of the publisher.
const PUBLISHER: f32 = 95.0;

/// Where the headline's room begins, below the publisher and without one.
const TOP: f32 = 126.0;
const TOP_ALONE: f32 = 88.0;

/// How far down a headline reaches: over a timeline, over a list, alone.
const OVER_TIMELINE: f32 = 366.0;
const OVER_LIST: f32 = 390.0;
const ALONE: f32 = BOTTOM + 20.0;

/// The lowest baseline.
const BOTTOM: f32 = HEIGHT as f32 - 56.0;

/// The room between the headline and what is below it.
const GAP: f32 = 24.0;

/// The hands that titles of events are written in: large where they are few.
const HANDS: [Hand; 4] = [
    Hand {
        scale: 1.4,
        lines: 2,
    },
    Hand {
        scale: 1.2,
        lines: 2,
    },
    Hand {
        scale: 1.0,
        lines: 2,
    },
    Hand {
        scale: 1.0,
        lines: 1,
    },
];

/// A year that is written and then taken out again; no month is written with its digits.
const SAMPLE_YEAR: i32 = 2345;

/// How many issues are listed at most, in two columns.
const ISSUES: usize = 6;

/// A drawing of an article, as SVG.
pub struct Sheet {
    /// The drawing.
    pub svg: String,
    /// What it says, for those who can't see it.
    pub alt: String,
}

/// Draws the card of an article.
pub fn draw(article: &Article) -> Sheet {
    let setter = Setter::new(article.direction);
    let mut canvas = Canvas::new(article.direction, PAPER);
    canvas.bar([MARGIN, HEAD[0], INNER, HEAD[1]], 0.0, filled(INK));
    masthead(&mut canvas, &setter, article);
    let top = match (&article.publisher, &article.kind) {
        (None, None) => TOP_ALONE,
        _ => TOP,
    };
    let words = words(&article.lang);
    let alt = match (article.events.is_empty(), article.issues.is_empty()) {
        (false, _) => with_timeline(&mut canvas, &setter, (article, &words), top),
        (_, false) => with_issues(&mut canvas, &setter, (article, &words), top),
        _ => {
            let mut headlines = headlines(&setter, article, top, ALONE).into_iter();
            if let Some(headline) = headlines.next() {
                headline.at_foot(ALONE).draw(&mut canvas);
            }
            clean(&article.headline)
        }
    };
    Sheet {
        svg: canvas.svg(),
        alt,
    }
}

/// The words of the interface in the article's language, or in English with that language's months.
fn words(lang: &str) -> Words {
    if let Some(language) = Language::from_tag(lang) {
        return Words::of(language);
    }
    let mut words = Words::of(Language::default());
    for (number, month) in (1..).zip(&mut words.months) {
        let point = Point {
            year: SAMPLE_YEAR,
            month: Some(number),
            day: None,
            time: None,
        };
        if let Some(label) = date_label(point, None, lang) {
            *month = label.replace(&SAMPLE_YEAR.to_string(), "{year}").into();
        }
    }
    words
}

/// The publisher, and what kind of publication it is where there is room for both.
fn masthead(canvas: &mut Canvas, setter: &Setter, article: &Article) {
    let line = |text: &Option<String>, voice, colour| {
        let style = Style {
            voice,
            size: 27.0,
            colour,
        };
        setter.cut(&clean(text.as_deref().unwrap_or_default()), style, INNER)
    };
    let publisher = line(&article.publisher, Voice::Strong, INK);
    let kind = line(&article.kind, Voice::Plain, QUIET);
    canvas.text(&publisher, MARGIN, PUBLISHER);
    if publisher.width + 40.0 + kind.width <= INNER {
        canvas.text(&kind, MARGIN + INNER - kind.width, PUBLISHER);
    } else if publisher.pieces.is_empty() {
        canvas.text(&kind, MARGIN, PUBLISHER);
    }
}

/// Headline and timeline: so large a headline, and so large a hand, that as many titles as can be have room.
fn with_timeline(
    canvas: &mut Canvas,
    setter: &Setter,
    (article, words): (&Article, &Words),
    top: f32,
) -> String {
    let window = window(&article.events);
    let marks = marks(article, window, words);
    let axis = axis(window, &words.months);
    let headlines = headlines(setter, article, top, OVER_TIMELINE);
    let is_large = |(number, headline): &(usize, &Headline)| *number == 0 || headline.size >= LARGE;
    let few = marks.len() <= MOST;
    let hands = HANDS.iter().filter(|hand| few || hand.scale <= 1.0);
    let titles: Vec<_> = hands
        .map(|hand| Titles::of(&marks, setter, &article.lang, *hand))
        .collect();
    let mut best: Option<(f32, &Headline, Vec<Written<'_>>)> = None;
    for titles in &titles {
        for (_, headline) in headlines.iter().enumerate().filter(is_large) {
            let room = BOTTOM - timeline::height(&axis) - headline.bottom() - GAP;
            let written = titles.write(room);
            let worth = worth(headline, titles.hand, &written);
            if best.as_ref().is_none_or(|(most, ..)| worth > *most) {
                best = Some((worth, headline, written));
            }
        }
    }
    let Some((_, headline, written)) = best else {
        return clean(&article.headline);
    };
    headline.draw(canvas);
    timeline::draw(canvas, setter, &axis, &marks, &written, BOTTOM);
    let mut told: Vec<_> = written.iter().map(|each| each.mark).collect();
    told.sort_unstable();
    let events = told.into_iter().filter_map(|mark| marks.get(mark));
    let events = events.map(|mark| format!("{} {}", mark.when, clean(&mark.event.title)));
    said(article, &words.timeline, events.collect())
}

/// How good a card is: titles are what it is for, one that is cut is half of one, and large type is read in passing.
fn worth(headline: &Headline, hand: Hand, written: &[Written<'_>]) -> f32 {
    let cut = written.iter().filter(|title| !title.label.is_whole).count();
    2.0 * written.len() as f32 - cut as f32 + 2.0 * hand.scale + headline.size / 16.0
}

/// Headline and issues, as a quiet list in two columns.
fn with_issues(
    canvas: &mut Canvas,
    setter: &Setter,
    (article, words): (&Article, &Words),
    top: f32,
) -> String {
    if let Some(headline) = headlines(setter, article, top, OVER_LIST).first() {
        headline.draw(canvas);
    }
    let (gutter, row) = (48.0, 54.0);
    let width = (INNER - gutter) / 2.0;
    let style = Style {
        voice: Voice::Plain,
        size: 27.0,
        colour: INK,
    };
    let titles: Vec<_> = article
        .issues
        .iter()
        .take(ISSUES)
        .map(|issue| clean(&issue.title))
        .collect();
    let rows = titles.len().div_ceil(2);
    for (number, title) in titles.iter().enumerate() {
        let from = MARGIN + (width + gutter) * (number / rows) as f32;
        let baseline = BOTTOM - row * (rows - 1 - number % rows) as f32;
        canvas.bar([from, baseline - 37.0, width, 1.5], 0.0, filled(RULE));
        canvas.text(&setter.cut(title, style, width), from, baseline);
    }
    said(article, &words.issues, titles)
}

/// What a card says, in words.
fn said(article: &Article, of: &str, items: Vec<String>) -> String {
    let headline = clean(&article.headline);
    match items.is_empty() {
        true => headline,
        false => format!("{headline} – {of}: {}", items.join("; ")),
    }
}
