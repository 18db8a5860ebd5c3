//! The events of a card: where each stands on the axis, and what may be written over it.

use article::authoring::date_label;
use article::{Article, Event, Language, Outline, Point};
use article_explainer::timeline::lanes::{self, Shape};
use article_explainer::timeline::scale::{DAY, Minutes, Stretch, Window};
use article_explainer::timeline::{self, WIDTH as WHOLE};
use article_explainer::words::Words;

use super::clean::clean;
use super::flags::Flag;
use super::fonts::Voice;
use super::text::{Line, Setter, Style, spread};
use super::{ACCENT, INK, INNER};

/// The room that a single event has on both sides, at least.
const AROUND: Minutes = 45 * DAY;

/// In a longer time than this, nothing is told to the minute.
const FEW_DAYS: Minutes = 4 * DAY;

/// How wide the lines of a title are at most.
const WIDEST: f32 = 330.0;

/// How wide a date is at most. It is not cut before, since half a date is a wrong one.
const WIDEST_DATE: f32 = 680.0;

/// The distance between two baselines of the smallest hand.
const LEADING: f32 = 28.0;

/// How what is written over events looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hand {
    /// How large it is, beside the smallest.
    pub scale: f32,
    /// How many lines a title has at most.
    pub lines: usize,
}

impl Hand {
    fn date(self) -> Style {
        Style {
            voice: Voice::Strong,
            size: 22.0 * self.scale,
            colour: ACCENT,
        }
    }

    fn title(self) -> Style {
        Style {
            voice: Voice::Plain,
            size: 25.0 * self.scale,
            colour: INK,
        }
    }
}

/// An event on the axis.
pub struct Mark<'a> {
    /// The event.
    pub event: &'a Event,
    /// Where it begins on the axis, in pixels from where that does.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
    /// Whether it is drawn as a dot.
    pub is_dot: bool,
    /// How many passages of the article speak of it.
    pub spoken: usize,
    /// When it is, in words.
    pub when: String,
}

/// What is written over an event.
pub struct Label {
    /// The date, and the title in its lines.
    pub lines: Vec<Line>,
    /// The distance between two baselines.
    pub leading: f32,
    /// Whether the title is whole.
    pub is_whole: bool,
}

/// The part of time that the axis shows. A single event stands in the middle of what is around it.
pub fn window(events: &[Event]) -> Window {
    match events {
        [event] => {
            let Stretch { from, to } = Stretch::of(&event.date);
            let room = (to - from).max(AROUND);
            Window {
                from: from - room,
                to: to + room,
            }
        }
        events => Window::around(events.iter().map(|event| Stretch::of(&event.date))),
    }
}

/// Every event of an article on the axis, in the order in which the article has them.
pub fn marks<'a>(article: &'a Article, window: Window, words: &Words) -> Vec<Mark<'a>> {
    let outline = Outline::of(article);
    let language = Language::from_tag(&article.lang).unwrap_or_default();
    let events = article.events.iter();
    let events: Vec<_> = events
        .map(|event| timeline::Event::of(event, language))
        .collect();
    let marks = lanes::place(&events, window, 0, None);
    let x = |place: i64| INNER * place as f32 / WHOLE as f32;
    let mark = |mark: lanes::Mark| {
        let event = article.events.get(mark.event)?;
        let (from, to) = mark.shape.extent();
        Some(Mark {
            event,
            from: x(from),
            to: x(to),
            is_dot: matches!(mark.shape, Shape::Dot(_)),
            spoken: outline.passages_on(&event.id).count(),
            when: when(event, &article.lang, window, words),
        })
    };
    marks.into_iter().filter_map(mark).collect()
}

/// When an event is, in words, and how sure that is.
fn when(event: &Event, lang: &str, window: Window, words: &Words) -> String {
    let date = &event.date;
    let own = || {
        let language = Language::from_tag(lang).unwrap_or_default();
        let label = date.labels.get(lang).cloned();
        label.unwrap_or_else(|| date.label(language))
    };
    let has_time = date.start.time.or(date.end.and_then(|end| end.time));
    let day = |point: Point| Point {
        time: None,
        ..point
    };
    let (from, to) = (day(date.start), date.end.map(day));
    let to = to.filter(|to| *to != from);
    let label = match has_time.is_some() && window.length() > FEW_DAYS {
        true => date_label(from, to, lang).unwrap_or_else(own),
        false => own(),
    };
    let label = match date.circa {
        true => format!("{} {label}", words.circa),
        false => label,
    };
    match date.disputed {
        true => clean(&format!("{label} ({})", words.disputed)),
        false => clean(&label),
    }
}

impl Mark<'_> {
    /// Where its pole stands.
    pub fn at(&self) -> f32 {
        (self.from + self.to) / 2.0
    }

    /// Sets what is written over it.
    pub fn label(&self, setter: &Setter, lang: &str, hand: Hand) -> Label {
        let title = clean(&self.event.title);
        let (style, width) = (hand.title(), WIDEST * hand.scale);
        let mut lines = vec![setter.cut(&self.when, hand.date(), WIDEST_DATE)];
        let (title, is_whole) = setter.lines_at_most(&title, style, width, hand.lines, lang);
        lines.extend(title);
        let leading = LEADING * hand.scale * spread(&lines);
        Label {
            lines,
            leading,
            is_whole,
        }
    }
}

impl Label {
    /// Its flag on a pole.
    pub fn flag(&self, at: f32) -> Flag {
        let widths = self.lines.iter().map(|line| line.width);
        Flag {
            at,
            width: widths.fold(0.0, f32::max),
            height: self.leading * self.lines.len() as f32,
        }
    }
}
