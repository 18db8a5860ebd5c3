//! What is drawn: the axis with its ticks, and each event as a mark with its title.
//!
//! Across, everything stands at a percentage of the width, so that nothing has to be measured; upward, in ems, so that
//! it grows with the text. Ticks and marks stand on a sheet that the window goes along, so that a step changes the place of
//! the sheet and of nothing on it.

use article::{Date, Direction};
use yew::prelude::*;

use crate::timeline::lanes::{self, DOT, GAP, Mark, Shape, Side};
use crate::timeline::scale::Window;
use crate::timeline::ticks::{Tick, axis};
use crate::timeline::{EM, WIDTH};
use crate::views::view::ViewProps;

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

/// The events in a window, in so many lanes; the chosen one has its title before all others.
pub fn drawing(
    view: &ViewProps,
    (window, whole): (Window, Window),
    lanes: usize,
    chosen: Option<usize>,
) -> Html {
    let edition = &view.edition;
    let related = related(view);
    let is_related = |mark: &Mark| related.binary_search(&mark.event).is_ok();
    let sheet = Sheet {
        axis: TOP + LANE * i64::try_from(lanes).unwrap_or_default() + FOOT,
        along: window.along(whole),
        is_rtl: edition.language().direction() == Direction::RightToLeft,
    };
    let events = &edition.article().events;
    let marks = lanes::place(events, window, lanes, chosen);
    let marks = lanes::thinned(marks, sheet.along, |mark| {
        Some(mark.event) == chosen || is_related(mark)
    });
    let axis = axis(window, &edition.words().months);
    let axis_line = line("axis", [sheet.x(0), sheet.x(WIDTH)], [sheet.axis; 2]);
    html! {
        <svg class={classes!("drawing", view.chosen.as_ref().map(|_| "choosing"))} width="100%" height={em(sheet.axis + 2 * ROW)} aria-hidden="true">
            <svg class="sheet" x={sheet.begin()}>
                { for axis.ticks.iter().map(|each| tick(sheet, each, 0)) }
                { for axis.months.iter().map(|each| tick(sheet, each, 1)) }
                { axis_line }
                // A list of their own: keys count for nothing among siblings that have none.
                <>{ for marks.iter().map(|each| mark(view, is_related(each), sheet, each)) }</>
            </svg>
        </svg>
    }
}

/// The numbers of the events that bear on the chosen issue, the smallest first.
fn related(view: &ViewProps) -> Vec<usize> {
    let outline = view.edition.outline();
    let issue = view.chosen.as_ref().and_then(|id| outline.issue(id));
    issue.map_or(Vec::new(), |issue| outline.numbers_of_events(issue))
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
fn mark(view: &ViewProps, is_related: bool, sheet: Sheet, mark: &Mark) -> Html {
    let (edition, chosen) = (&view.edition, view.chosen.as_ref());
    let Some(event) = edition.article().events.get(mark.event) else {
        return Html::default();
    };
    let Date {
        planned,
        circa,
        disputed,
        ..
    } = event.date;
    let class = classes!(
        "mark",
        event.date.end.map(|_| "span"),
        planned.then_some("planned"),
        circa.then_some("circa"),
        disputed.then_some("disputed"),
        is_related.then_some("related"),
        (chosen == Some(&event.id)).then_some("current"),
    );
    let lane = mark.title.as_ref().map(|title| title.lane);
    let y = sheet.y(lane);
    let (from, to) = mark.shape.extent();
    let when = event.date.label(edition.language());
    html! {
        <a {class} href={edition.fragment(&event.id)} tabindex="-1" lang={edition.text_lang()} key={event.id.to_string()}>
            <title>{ format!("{} ({when})", event.title) }</title>
            if let Shape::Dot(at) = mark.shape {
                { line("stem", [sheet.x(at), sheet.x(at)], [y, sheet.axis]) }
            }
            { shape(sheet, mark.shape, y, event.date.end.is_some()) }
            if disputed {
                { text("query", (sheet.x((from + to) / 2), em(0)), y + BASE, false, "?") }
            }
            if let Some(title) = &mark.title {
                { label(view, sheet, (from, to), title.side, y, &title.text) }
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

fn label(
    view: &ViewProps,
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
            let begin = from.min(WIDTH - crate::timeline::text_width(text)).max(0);
            (begin, 0, y - LANE * 3 / 5)
        }
    };
    // Words of the other direction keep their order.
    let text = match view.edition.text_dir() {
        Some(_) => format!("\u{2068}{text}\u{2069}"),
        None => text.to_owned(),
    };
    let at = (sheet.x(x), sheet.dx(dx));
    self::text("name", at, y + BASE, side == Side::Before, &text)
}
