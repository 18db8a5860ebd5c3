//! Where events and their titles stand above the axis, so that no title covers another.

use std::collections::BinaryHeap;

use super::scale::{DAY, Window};
use super::{EM, Event, WIDTH, shortened, text_width};

/// How many lanes there are at most.
pub const MOST: usize = 6;

/// How many letters a title has at most.
const LENGTH: usize = 34;

/// The room between a mark and its title.
pub const GAP: i64 = EM * 3 / 4;

/// Half of what a dot is wide.
pub const DOT: i64 = EM * 2 / 5;

/// How far apart dots on the axis are that are told from each other.
const SPACING: i64 = DOT / 2;

/// With more marks than this, no way to place their titles is worth the time of trying another, and dots cover each other.
const MANY: usize = 200;

/// A bar is never shorter than this, so that it can be seen.
const SHORTEST: i64 = EM;

/// What is known to the day is a dot until a day is as wide as this.
const WIDE_DAY: i64 = EM * 3;

/// How an event is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which event it is.
    pub event: usize,
    /// What it looks like, and where it is.
    pub shape: Shape,
    /// Its lane, counted from the axis upward, and its title there; without them it stands on the axis.
    pub title: Option<Title>,
}

/// The shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A day or a moment, small beside the whole.
    Dot(i64),
    /// What takes its time, or is not known to the day.
    Bar {
        /// Where it begins; not before the drawing does.
        from: i64,
        /// Where it ends; not behind the drawing's end.
        to: i64,
    },
}

impl Shape {
    fn of(event: &Event, window: Window) -> Option<Self> {
        let stretch = event.stretch;
        let (from, to) = (window.place(stretch.from), window.place(stretch.to));
        if to < 0 || from > WIDTH {
            return None;
        }
        let is_day = !event.is_span && stretch.to - stretch.from <= DAY;
        let middle = (from + to) / 2;
        if is_day && to - from < WIDE_DAY {
            return (0..=WIDTH).contains(&middle).then_some(Shape::Dot(middle));
        }
        let (from, to) = match to - from < SHORTEST {
            true => (middle - SHORTEST / 2, middle + SHORTEST / 2),
            false => (from, to),
        };
        Some(Shape::Bar {
            from: from.max(0),
            to: to.min(WIDTH),
        })
    }

    /// What the shape covers.
    pub fn extent(self) -> (i64, i64) {
        match self {
            Shape::Dot(at) => (at - DOT, at + DOT),
            Shape::Bar { from, to } => (from, to),
        }
    }
}

/// The title of an event in the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// The title, cut where it is long.
    pub text: String,
    /// The lane of the mark, counted from the axis upward.
    pub lane: usize,
    /// Where the title stands.
    pub side: Side,
}

/// Where a title stands beside its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Behind the mark, in the direction of time.
    After,
    /// Before the mark.
    Before,
    /// In the lane above a bar that fills its own.
    Above,
}

/// Draws the events of a window in so many lanes. Every event that the window shows has a mark; those without room for
/// their title have it on the axis. The event `first` has its title before all others.
pub fn place(events: &[Event], window: Window, lanes: usize, first: Option<usize>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = (0..)
        .zip(events)
        .filter_map(|(number, event)| {
            Some(Mark {
                event: number,
                shape: Shape::of(event, window)?,
                title: None,
            })
        })
        .collect();
    let mut titles = settle(events, &marks, lanes, None);
    let is_chosen =
        |(mark, title): (&Mark, &Option<Title>)| Some(mark.event) == first && title.is_none();
    if marks.iter().zip(&titles).any(is_chosen) {
        titles = settle(events, &marks, lanes, first);
    }
    for (mark, title) in marks.iter_mut().zip(titles) {
        mark.title = title;
    }
    marks
}

/// Of many marks, leaves out dots on the axis that would cover another and that nobody asks to `keep`: however many events there are, a drawing
/// of this width has only so many to show. The others come out as the window comes nearer; while it
/// goes `along` the sheet, the same are seen.
pub fn thinned(marks: Vec<Mark>, along: i64, keep: impl Fn(&Mark) -> bool) -> Vec<Mark> {
    if marks.len() <= MANY {
        return marks;
    }
    let mut taken = [false; (WIDTH / SPACING) as usize + 2];
    let is_seen = |mark: &Mark| match mark.shape {
        Shape::Dot(at) if mark.title.is_none() && !keep(mark) => {
            let place = (along + at) / SPACING - along / SPACING;
            let place = taken.get_mut(place as usize);
            place.is_none_or(|taken| !std::mem::replace(taken, true))
        }
        _ => true,
    };
    marks.into_iter().filter(is_seen).collect()
}

/// How many lanes have a mark or a title in them.
pub fn used(marks: &[Mark]) -> usize {
    let height = |title: &Title| title.lane + 1 + usize::from(title.side == Side::Above);
    marks
        .iter()
        .filter_map(|mark| mark.title.as_ref())
        .map(height)
        .max()
        .unwrap_or(0)
}

/// The titles of marks: of a few ways to place them, the one that leaves out the fewest.
fn settle(
    events: &[Event],
    marks: &[Mark],
    lanes: usize,
    first: Option<usize>,
) -> Vec<Option<Title>> {
    let mut best: Option<(usize, Vec<Option<Title>>)> = None;
    let ways = if marks.len() > MANY { 1 } else { 4 };
    for way in 0..ways {
        let titles = settle_one_way(events, marks, lanes, first, (way & 1 == 0, way & 2 == 0));
        let left_out = titles.iter().filter(|title| title.is_none()).count();
        if best.as_ref().is_none_or(|(fewest, _)| left_out < *fewest) {
            best = Some((left_out, titles));
        }
        if left_out == 0 {
            break;
        }
    }
    best.map(|(_, titles)| titles).unwrap_or_default()
}

/// The titles of marks, one after the other. The latest come first: with its title behind it, an earlier one finds its
/// place above the later ones, and no line down to the axis meets a title. Long bars lie below all or above all.
fn settle_one_way(
    events: &[Event],
    marks: &[Mark],
    lanes: usize,
    first: Option<usize>,
    (long_bars_lie_low, titles_lie_over_bars): (bool, bool),
) -> Vec<Option<Title>> {
    let order = marks.iter().enumerate().map(|(number, mark)| {
        let (from, to) = mark.shape.extent();
        let is_long = to - from > 4 * EM;
        let is_first = Some(mark.event) == first;
        ((!is_first, is_long != long_bars_lie_low, -from), number)
    });
    // By a heap: the library's own sort would be ten times the code.
    let order = order.collect::<BinaryHeap<_>>().into_sorted_vec();
    let mut drawing = Drawing {
        titles_lie_over_bars,
        ..Drawing::default()
    };
    let mut titles = vec![None; marks.len()];
    for (_, number) in order {
        let title = &events[marks[number].event].title;
        titles[number] = drawing.add(marks[number].shape, &shortened(title, LENGTH), lanes);
    }
    titles
}

/// What has its place already.
#[derive(Default)]
struct Drawing {
    /// Whether a title stands above its bar rather than beside it, where both have room.
    titles_lie_over_bars: bool,
    /// Marks, and titles, with their lanes.
    taken: Vec<Taken>,
    /// Lines from dots down to the axis, each with the lane that it comes from.
    lines: Vec<(usize, i64)>,
}

struct Taken {
    lane: usize,
    from: i64,
    to: i64,
    is_title: bool,
}

impl Drawing {
    /// Finds a place for a mark with its title, the lowest there is.
    fn add(&mut self, shape: Shape, text: &str, lanes: usize) -> Option<Title> {
        let (from, to) = shape.extent();
        let width = text_width(text);
        for number in 0..3 * lanes {
            let (lane, side) = (
                number / 3,
                (number + usize::from(!self.titles_lie_over_bars)) % 3,
            );
            let (side, begin) = match side {
                0 => (Side::Above, from.clamp(0, (WIDTH - width).max(0))),
                1 => (Side::After, to + GAP - DOT),
                _ => (Side::Before, from - GAP + DOT - width),
            };
            let title = Taken {
                lane: lane + usize::from(side == Side::Above),
                from: begin,
                to: begin + width,
                is_title: true,
            };
            let mark = Taken {
                lane,
                from,
                to,
                is_title: false,
            };
            let line = matches!(shape, Shape::Dot(_)).then_some((lane, (from + to) / 2));
            let suits = match side {
                // A title over a bar that is much shorter than it would seem to be somebody else's.
                Side::Above => 2 * (to - from) > width && title.lane < lanes,
                _ => true,
            };
            if suits && self.has_room(&mark) && self.has_room(&title) && self.lets_pass(line) {
                self.taken.extend([mark, title]);
                self.lines.extend(line);
                return Some(Title {
                    text: text.to_owned(),
                    lane,
                    side,
                });
            }
        }
        None
    }

    fn has_room(&self, wanted: &Taken) -> bool {
        let fits = !wanted.is_title || (wanted.from >= 0 && wanted.to <= WIDTH);
        let is_free = |taken: &Taken| {
            taken.lane != wanted.lane
                || taken.to + GAP <= wanted.from
                || wanted.to + GAP <= taken.from
        };
        let is_clear = |(lane, at): &(usize, i64)| {
            !wanted.is_title || *lane <= wanted.lane || *at < wanted.from || *at > wanted.to
        };
        fits && self.taken.iter().all(is_free) && self.lines.iter().all(is_clear)
    }

    /// Whether the line of a dot down to the axis meets no title.
    fn lets_pass(&self, line: Option<(usize, i64)>) -> bool {
        line.is_none_or(|(lane, at)| {
            let meets = |taken: &Taken| {
                taken.is_title && taken.lane < lane && taken.from <= at && at <= taken.to
            };
            !self.taken.iter().any(meets)
        })
    }
}

#[cfg(test)]
mod tests;
