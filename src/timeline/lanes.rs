//! Where events and their titles stand above the axis, so that no title covers another.

use article::Event;

use super::scale::{Stretch, Window};
use super::{EM, WIDTH, shortened, text_width};

/// How many lanes there are at most.
pub const MOST: usize = 6;

/// How many letters a title has at most.
const LENGTH: usize = 34;

/// The room between a mark and its title.
pub const GAP: i64 = EM * 3 / 4;

/// Half of what a dot is wide.
pub const DOT: i64 = EM * 2 / 5;

/// A bar is never shorter than this, so that it can be seen.
const SHORTEST: i64 = EM;

/// What is known to the day is a dot until a day is as wide as this.
const WIDE_DAY: i64 = EM * 3;

/// How an event is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which event of the article it is.
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
        let stretch = Stretch::of(&event.date);
        let (from, to) = (window.place(stretch.from), window.place(stretch.to));
        if to < 0 || from > WIDTH {
            return None;
        }
        let is_day = event.date.end.is_none() && event.date.start.day.is_some();
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
    for way in 0..4 {
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
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by_key(|&number| {
        let mark = &marks[number];
        let (from, to) = mark.shape.extent();
        let is_long = to - from > 4 * EM;
        (
            Some(mark.event) != first,
            is_long != long_bars_lie_low,
            -from,
        )
    });
    let mut drawing = Drawing {
        titles_lie_over_bars,
        ..Drawing::default()
    };
    let mut titles = vec![None; marks.len()];
    for number in order {
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
        let candidates = (0..lanes).flat_map(|lane| {
            let after = (Side::After, lane, to + GAP - DOT);
            let before = (Side::Before, lane, from - GAP + DOT - width);
            let above = (Side::Above, lane, from.clamp(0, (WIDTH - width).max(0)));
            match self.titles_lie_over_bars {
                true => [above, after, before],
                false => [after, before, above],
            }
        });
        for (side, lane, begin) in candidates {
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
mod tests {
    use super::*;
    use crate::timeline::tests_events::event;

    /// The seed's events.
    fn summits() -> Vec<Event> {
        let titled = |(when, title): (&str, &str)| Event {
            title: title.to_owned(),
            ..event("a", when)
        };
        [
            ("2014", "Russian invasion of Ukraine"),
            ("2017-07-07", "Trump and Putin meet at the G-20 summit"),
            (
                "2018",
                "Bolton meets Putin; the White House announces a summit",
            ),
            ("2018-07-11/2018-07-12", "NATO summit"),
            ("2018-07-16", "Trump-Putin summit"),
        ]
        .map(titled)
        .into()
    }

    /// Where a title stands: its lane, from where and to where.
    fn stands(mark: &Mark) -> Option<(usize, i64, i64)> {
        let title = mark.title.as_ref()?;
        let (from, to) = mark.shape.extent();
        let width = text_width(&title.text);
        let begin = match title.side {
            Side::After => to + GAP - DOT,
            Side::Before => from - GAP + DOT - width,
            Side::Above => from.clamp(0, (WIDTH - width).max(0)),
        };
        let lane = title.lane + usize::from(title.side == Side::Above);
        Some((lane, begin, begin + width))
    }

    fn assert_readable(marks: &[Mark]) {
        let places: Vec<_> = marks.iter().filter_map(stands).collect();
        for (number, (lane, from, to)) in places.iter().enumerate() {
            assert!(*from >= 0 && *to <= WIDTH && *lane < MOST);
            for (other, begin, end) in &places[number + 1..] {
                assert!(lane != other || to <= begin || end <= from, "{places:?}");
            }
        }
        for mark in marks {
            let (from, to) = mark.shape.extent();
            assert!(from <= to && from >= -DOT && to <= WIDTH + DOT, "{mark:?}");
            let Shape::Dot(at) = mark.shape else { continue };
            let Some(title) = &mark.title else { continue };
            let crosses = |(lane, from, to): &(usize, i64, i64)| {
                *lane < title.lane && *from <= at && at <= *to
            };
            assert!(!places.iter().any(crosses), "{mark:?} crosses: {places:?}");
        }
    }

    #[test]
    fn a_dense_cluster_keeps_every_title_and_the_gap_before_it() {
        let events = summits();
        let marks = place(&events, Window::around(&events), MOST, None);
        assert!(marks.iter().all(|mark| mark.title.is_some()), "{marks:#?}");
        assert_readable(&marks);
        let at = |number: usize| marks[number].shape.extent().0;
        assert!(at(3) - at(0) > 10 * (at(4) - at(3)));
        assert!(used(&marks) <= 4, "{marks:#?}");
    }

    #[test]
    fn what_is_known_to_the_day_is_a_dot_and_what_is_not_a_bar() {
        let events = summits();
        let marks = place(&events, Window::around(&events), MOST, None);
        let is_bar = |mark: &Mark| matches!(mark.shape, Shape::Bar { .. });
        let bars: Vec<_> = marks.iter().map(is_bar).collect();
        assert_eq!(bars, [true, false, true, true, false]);
        // Seen from near, a day is a stretch too.
        let day = Window::around(&events[4..]);
        assert!(is_bar(&place(&events, day, MOST, None)[1]));
    }

    #[test]
    fn what_the_window_does_not_show_is_not_drawn() {
        let events = summits();
        let window = Window::around(&events[3..]);
        let shown: Vec<_> = place(&events, window, MOST, None)
            .iter()
            .map(|mark| mark.event)
            .collect();
        assert_eq!(shown, [2, 3, 4]);
    }

    #[test]
    fn of_many_events_the_chosen_one_has_its_title() {
        let events: Vec<_> = (0..100)
            .map(|number| event(&format!("event-number-{number}"), "2018-07-16"))
            .collect();
        let window = Window::around(&events);
        for chosen in [0, 50, 99] {
            let marks = place(&events, window, MOST, Some(chosen));
            assert_eq!(marks.len(), 100);
            assert!(marks[chosen].title.is_some());
            assert_readable(&marks);
        }
    }

    #[test]
    fn titles_never_cover_each_other_whatever_the_dates() {
        // A small generator of its own: the same numbers each time.
        let mut state = 7_u64;
        let mut random = move |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) % below
        };
        for round in 0..300 {
            let span = [3, 40, 2000, 20_000][round % 4];
            let events: Vec<_> = (0..1 + random(60))
                .map(|number| {
                    let year = random(span) as i64 - if span == 20_000 { 9999 } else { -1000 };
                    let sign = if year < 0 { "-" } else { "" };
                    let start = format!("{sign}{:04}", year.unsigned_abs().max(1));
                    let when = match random(4) {
                        0 => start,
                        1 => format!("{start}-{:02}", 1 + random(12)),
                        2 => format!("{start}/{start}-12"),
                        _ => format!("{start}-{:02}-{:02}", 1 + random(12), 1 + random(28)),
                    };
                    let title = "Words of a title 雪 ".repeat(random(4) as usize + 1);
                    Event {
                        title,
                        ..event(&format!("e{number}"), &when)
                    }
                })
                .collect();
            let whole = Window::around(&events);
            let mut window = whole;
            for _ in 0..4 {
                assert_readable(&place(&events, window, MOST, Some(0)));
                window = window.zoomed(whole, 300, random(10_000) as i64);
            }
        }
    }
}
