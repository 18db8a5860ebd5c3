//! What is drawn: the axis with its ticks, and each event as a mark with its title.
//!
//! Across, everything stands at a percentage of the width, so that nothing has to be measured; upward, in ems, so that
//! it grows with the text. Ticks and marks stand on a sheet that the window goes along, so that a step changes the place of
//! the sheet and of nothing on it.

use yew::prelude::*;

use super::lanes::{self, DOT, GAP, Mark, Shape, Side};
use super::scale::Window;
use super::ticks::{Tick, axis};
use super::{EM, Event, WIDTH, text_width};
use crate::fill::isolated;

/// The height of a lane, in hundredths of an em.
const LANE: i64 = 190;
/// The room over the uppermost lane.
const TOP: i64 = 40;
/// The room between the lowest lane and the axis.
const FOOT: i64 = 50;
/// How far the foot of letters is below the middle of their lane.
const BASE: i64 = 35;
/// The height of a row of labels under the axis.
const ROW: i64 = 150;

/// Where things stand in the drawing.
#[derive(Clone, Copy)]
struct Sheet {
    axis: i64,
    /// How far the window has gone along it.
    along: i64,
    is_rtl: bool,
}

impl Sheet {
    /// A place across.
    fn x(self, place: i64) -> String {
        let place = self.along + place;
        hundredths(if self.is_rtl { WIDTH - place } else { place }, "%")
    }

    /// Where the sheet itself stands.
    fn begin(self) -> String {
        hundredths(if self.is_rtl { self.along } else { -self.along }, "%")
    }

    /// A distance from a place, in the direction of time.
    fn dx(self, distance: i64) -> String {
        let sign = if self.is_rtl { -1 } else { 1 };
        hundredths(sign * distance * 100 / EM, "em")
    }

    /// The middle of a lane; without one, the axis.
    fn y(self, lane: Option<usize>) -> i64 {
        let up = |lane: usize| FOOT + LANE / 2 + LANE * i64::try_from(lane).unwrap_or_default();
        self.axis - lane.map_or(0, up)
    }
}

/// A number of hundredths with its unit.
fn hundredths(number: i64, unit: &str) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let number = number.unsigned_abs();
    format!("{sign}{}.{:02}{unit}", number / 100, number % 100)
}

fn em(number: i64) -> String {
    hundredths(number, "em")
}

/// Drawings with fewer lanes than this would have no room for what zooming brings out.
const LANES: usize = 3;

/// What is drawn, whatever part of it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The events.
    pub events: Vec<Event>,
    /// The months as they are written beside a `{year}`, January first.
    pub months: [AttrValue; 12],
    /// What the fragments of links begin with.
    pub anchor: AttrValue,
    /// The language of the titles, where it is another than that around them.
    pub lang: Option<AttrValue>,
    /// Whether the titles are written in another direction than what is around them.
    pub is_isolated: bool,
    /// Whether time runs from right to left.
    pub is_rtl: bool,
    /// The window that shows all.
    pub whole: Window,
    /// How many lanes there are.
    pub lanes: usize,
}

/// The window that shows all of these events, and how many lanes they need in it.
pub fn measure(events: &[Event]) -> (Window, usize) {
    let whole = Window::around(events.iter().map(|event| event.stretch));
    let marks = lanes::place(events, whole, lanes::MOST, None);
    (whole, lanes::used(&marks).max(LANES.min(events.len())))
}

/// Draws the part of time in a window.
pub fn draw(drawing: &Drawing, window: Window) -> Html {
    let sheet = Sheet {
        axis: TOP + LANE * i64::try_from(drawing.lanes).unwrap_or_default() + FOOT,
        along: window.along(drawing.whole),
        is_rtl: drawing.is_rtl,
    };
    let marks = lanes::place(&drawing.events, window, drawing.lanes, None);
    let marks = lanes::thinned(marks, sheet.along, |_| false);
    let axis = axis(window, &drawing.months);
    let axis_line = line("axis", [sheet.x(0), sheet.x(WIDTH)], [sheet.axis; 2]);
    html! {
        <svg class="drawing" width="100%" height={em(sheet.axis + 2 * ROW)} aria-hidden="true">
            <svg class="sheet" x={sheet.begin()}>
                { for axis.ticks.iter().map(|each| tick(sheet, each, 0)) }
                { for axis.months.iter().map(|each| tick(sheet, each, 1)) }
                { axis_line }
                // A list of their own: keys count for nothing among siblings that have none.
                <>{ for marks.iter().map(|each| mark(drawing, sheet, each)) }</>
            </svg>
        </svg>
    }
}

/// A line from one point to another.
fn line(class: &'static str, [x1, x2]: [String; 2], [y1, y2]: [i64; 2]) -> Html {
    html! { <line {class} {x1} {x2} y1={em(y1)} y2={em(y2)} /> }
}

/// A text that begins at a place, or ends there.
fn text(class: &'static str, (x, dx): (String, String), y: i64, ends: bool, text: &str) -> Html {
    let text_anchor = ends.then_some("end");
    html! { <text {class} {x} {dx} y={em(y)} text-anchor={text_anchor}>{ text.to_owned() }</text> }
}

/// A tick with its label, in the first or the second row under the axis.
fn tick(sheet: Sheet, tick: &Tick, row: i64) -> Html {
    let (x, below) = (sheet.x(tick.at), sheet.axis + ROW * (row + 1) - 30);
    let class = if row == 0 { "tick" } else { "month" };
    let at = (x.clone(), sheet.dx(EM * 2 / 5));
    html! {
        <>
            { line(class, [x.clone(), x], [if row == 0 { TOP } else { below }, below]) }
            { text(class, at, below, false, &tick.label) }
        </>
    }
}

/// An event: its mark, with a line down to the axis, and its title.
fn mark(drawing: &Drawing, sheet: Sheet, mark: &Mark) -> Html {
    let Some(event) = drawing.events.get(mark.event) else {
        return Html::default();
    };
    let class = classes!(
        "mark",
        event.is_span.then_some("span"),
        event.is_planned.then_some("planned"),
        event.is_circa.then_some("circa"),
        event.is_disputed.then_some("disputed"),
    );
    let lane = mark.title.as_ref().map(|title| title.lane);
    let y = sheet.y(lane);
    let (from, to) = mark.shape.extent();
    let href = format!("#{}{}", drawing.anchor, event.id);
    let label = format!("{} ({})", event.title, event.when);
    html! {
        <a {class} {href} tabindex="-1" lang={drawing.lang.clone()} key={event.id.clone()}>
            <title>{ label }</title>
            if let Shape::Dot(at) = mark.shape {
                { line("stem", [sheet.x(at), sheet.x(at)], [y, sheet.axis]) }
            }
            { shape(sheet, mark.shape, y, event.is_span) }
            if event.is_disputed {
                { text("query", (sheet.x((from + to) / 2), em(0)), y + BASE, false, "?") }
            }
            if let Some(title) = &mark.title {
                { name(drawing, sheet, (from, to), title.side, y, &title.text) }
            }
        </a>
    }
}

fn shape(sheet: Sheet, shape: Shape, y: i64, is_span: bool) -> Html {
    match shape {
        Shape::Dot(at) => html! { <circle class="shape" cx={sheet.x(at)} cy={em(y)} r="0.4em" /> },
        Shape::Bar { from, to } => {
            // What is only not known better is thinner than what took its time.
            let half = if is_span { 35 } else { 20 };
            let first = if sheet.is_rtl { to } else { from };
            html! {
                <rect class="shape" x={sheet.x(first)} y={em(y - half)} width={hundredths(to - from, "%")} height={em(2 * half)} rx={em(half.min(20))} />
            }
        }
    }
}

fn name(
    drawing: &Drawing,
    sheet: Sheet,
    (from, to): (i64, i64),
    side: Side,
    y: i64,
    text: &str,
) -> Html {
    let gap = GAP - DOT;
    let (x, dx, y) = match side {
        Side::After => (to, gap, y),
        Side::Before => (from, -gap, y),
        Side::Above => {
            let begin = from.min(WIDTH - text_width(text)).max(0);
            (begin, 0, y - LANE * 3 / 5)
        }
    };
    // Words of the other direction keep their order.
    let text = match drawing.is_isolated {
        true => isolated(text),
        false => text.to_owned(),
    };
    let at = (sheet.x(x), sheet.dx(dx));
    self::text("name", at, y + BASE, side == Side::Before, &text)
}
