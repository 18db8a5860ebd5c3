//! The timeline of a card: the axis, every event on it, and the titles for which there is room.

use article::Date;
use article_explainer::timeline::WIDTH as WHOLE;
use article_explainer::timeline::ticks::{Axis, Tick};

use super::canvas::{Canvas, Look, filled};
use super::events::Mark;
use super::flags::POLE;
use super::fonts::Voice;
use super::text::{Setter, Style};
use super::titles::Written;
use super::{ACCENT, ACCENT_HALF, INK, INNER, MARGIN, PAPER, QUIET, RULE};

/// The room between the axis and the lowest title.
const FOOT: f32 = 22.0;

/// The height of a row of labels under the axis.
const ROW: f32 = 34.0;

/// With more events than this their marks are small.
const MANY: usize = 24;

const TICK: Style = Style {
    voice: Voice::Plain,
    size: 21.0,
    colour: QUIET,
};

/// The height of the timeline below its titles.
pub fn height(axis: &Axis) -> f32 {
    let rows = if axis.months.is_empty() { 1.0 } else { 2.0 };
    FOOT + ROW * rows
}

/// Draws the timeline so that the last baseline under the axis is at `bottom`.
pub fn draw(
    canvas: &mut Canvas,
    setter: &Setter,
    axis: &Axis,
    marks: &[Mark<'_>],
    written: &[Written<'_>],
    bottom: f32,
) {
    let y = bottom - height(axis) + FOOT;
    ticks(canvas, setter, &axis.ticks, y, ROW);
    ticks(canvas, setter, &axis.months, y, 2.0 * ROW);
    for tick in &axis.ticks {
        canvas.bar([x(tick) - 0.75, y, 1.5, ROW], 0.0, filled(RULE));
    }
    canvas.bar([MARGIN, y - 1.0, INNER, 2.0], 0.0, filled(INK));
    for title in written {
        draw_title(canvas, title, y);
    }
    // Long ones first, so that they hide nobody.
    let mut marks: Vec<_> = marks.iter().collect();
    marks.sort_by(|one, other| (other.to - other.from).total_cmp(&(one.to - one.from)));
    let is_small = marks.len() > MANY;
    for mark in marks {
        draw_mark(canvas, mark, y, is_small);
    }
}

/// Where a tick stands.
fn x(tick: &Tick) -> f32 {
    MARGIN + INNER * tick.at as f32 / WHOLE as f32
}

/// Writes the labels of ticks, so far below the axis. One that would touch another is left out.
fn ticks(canvas: &mut Canvas, setter: &Setter, ticks: &[Tick], y: f32, below: f32) {
    let mut free = f32::MIN;
    for tick in ticks {
        let from = x(tick) + 8.0;
        let label = setter.line(&tick.label, TICK);
        if from >= free && from + label.width <= MARGIN + INNER {
            canvas.text(&label, from, y + below);
            free = from + label.width + 20.0;
        }
    }
}

/// A title on its pole.
fn draw_title(canvas: &mut Canvas, title: &Written<'_>, y: f32) {
    let (flown, leading) = (title.flown, title.label.leading);
    let at = MARGIN + flown.at;
    let top = y - FOOT - flown.top;
    // The pole ends where the letters do.
    canvas.bar(
        [at - 0.75, top + 0.2 * leading, 1.5, y - top - 0.2 * leading],
        0.0,
        filled(ACCENT),
    );
    for (number, line) in title.label.lines.iter().enumerate() {
        let from = match flown.to < flown.at {
            true => at - POLE - line.width,
            false => at + POLE,
        };
        canvas.text(line, from, top + leading * (number as f32 + 0.78));
    }
}

/// An event on the axis: as the explainer draws it, a dot or a bar, hollow where it was planned, paler where nobody
/// knows for sure.
fn draw_mark(canvas: &mut Canvas, mark: &Mark<'_>, y: f32, is_small: bool) {
    let Date {
        planned,
        circa,
        disputed,
        end,
        ..
    } = mark.event.date;
    let (radius, outline) = if is_small { (5.5, 2.0) } else { (9.0, 3.0) };
    let is_vague = !mark.is_dot && end.is_none();
    let look = match (planned, circa || disputed) {
        (true, _) => Look {
            fill: PAPER,
            stroke: (ACCENT, outline),
        },
        (_, true) => Look {
            fill: ACCENT_HALF,
            stroke: (ACCENT, outline),
        },
        _ if is_vague => filled(ACCENT_HALF),
        // Small ones may touch: with a rim each would eat its neighbours.
        _ if is_small => filled(ACCENT),
        _ => Look {
            fill: ACCENT,
            stroke: (PAPER, 2.0),
        },
    };
    match mark.is_dot {
        true => canvas.dot(MARGIN + mark.at(), y, radius, look),
        false => {
            // What is only not known better is thinner than what took its time.
            let half = radius * if is_vague { 0.55 } else { 0.8 };
            let width = (mark.to - mark.from).max(2.0 * half);
            canvas.bar(
                [
                    MARGIN + mark.at() - width / 2.0,
                    y - half,
                    width,
                    2.0 * half,
                ],
                half,
                look,
            );
        }
    }
}
