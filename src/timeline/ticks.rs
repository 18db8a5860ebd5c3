//! Where the axis is labelled.

use article::Point;
use yew::AttrValue;

use super::scale::{DAY, Minutes, Window};
use super::{EM, WIDTH, text_width};
use crate::words::fill;

/// How many ticks there are at most, more or less.
const MOST: i64 = 8;

/// A labelled place on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where it stands.
    pub at: i64,
    /// What stands there; empty where there is no room.
    pub label: String,
}

/// The axis: its ticks, and below them what the whole of it is in, where the ticks do not say it themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axis {
    /// The ticks, in the order of time.
    pub ticks: Vec<Tick>,
    /// The months that ticks of days and hours stand in.
    pub months: Vec<Tick>,
}

/// What lies between two ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Hours(i64),
    Days(u8),
    Months(u8),
    Years(i32),
}

/// The steps that people count time in, the short ones first.
const STEPS: [Step; 22] = [
    Step::Hours(3),
    Step::Hours(6),
    Step::Hours(12),
    Step::Days(1),
    Step::Days(2),
    Step::Days(5),
    Step::Days(10),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
    Step::Years(2000),
    Step::Years(5000),
];

impl Step {
    fn minutes(self) -> Minutes {
        match self {
            Step::Hours(hours) => hours * 60,
            Step::Days(days) => i64::from(days) * DAY,
            Step::Months(months) => i64::from(months) * 30 * DAY,
            Step::Years(years) => i64::from(years) * 365 * DAY,
        }
    }
}

/// The axis of a window, with the months as they are written beside a year.
pub fn axis(window: Window, months: &[AttrValue; 12]) -> Axis {
    let fits = |step: &Step| window.length() / step.minutes() <= MOST;
    let step = STEPS.into_iter().find(fits).unwrap_or(Step::Years(5000));
    let month = |(year, month): (i32, u8)| {
        let name = months.get(usize::from(month) - 1).map_or("", |name| name);
        fill(name, &[("year", &year_label(year))])
    };
    match step {
        Step::Years(step) => Axis {
            ticks: labelled(
                years(window, step).map(|year| (window.place(begin(year, 1)), year_label(year))),
            ),
            months: Vec::new(),
        },
        Step::Months(step) => Axis {
            ticks: labelled(
                months_in(window, step).map(|at| (window.place(begin(at.0, at.1)), month(at))),
            ),
            months: Vec::new(),
        },
        Step::Days(_) | Step::Hours(_) => {
            let ticks = months_in(window, 1).flat_map(|at| days(window, at, step));
            let named = months_in(window, 1)
                .map(|at| (window.place(begin(at.0, at.1)).max(0), month(at)))
                .collect::<Vec<_>>();
            // The month that the window begins in gives way to the one that begins soon after.
            let crowded = matches!(&named[..], [(first, label), (second, _), ..]
                if first + text_width(label) + EM > *second);
            Axis {
                ticks: labelled(ticks),
                months: labelled(named.into_iter().skip(usize::from(crowded))),
            }
        }
    }
}

/// Ticks; a label that would run into the one before, or off the end, is left out.
fn labelled(ticks: impl Iterator<Item = (i64, String)>) -> Vec<Tick> {
    let mut free = 0;
    let tick = |(at, label): (i64, String)| {
        let end = at + text_width(&label) + EM / 2;
        let has_room = at >= free && end <= WIDTH;
        if has_room {
            free = end + EM / 2;
        }
        Tick {
            at,
            label: if has_room { label } else { String::new() },
        }
    };
    ticks
        .filter(|(at, _)| (0..=WIDTH).contains(at))
        .map(tick)
        .collect()
}

/// The years in a window that are multiples of a step, as historians count them: the year before 1 is -1.
fn years(window: Window, step: i32) -> impl Iterator<Item = i32> {
    let count = |year: i32| if year > 0 { year } else { year - 1 };
    let (first, last) = (year_of(window.from), year_of(window.to));
    let first = count(first).div_euclid(step) * step;
    let last = count(last);
    let steps = (last - first) / step;
    (0..=steps)
        .map(move |number| first + number * step)
        // There is no year 0; what would stand there stands at the year 1, unless that has a tick of its own.
        .filter(move |counted| *counted != 0 || step > 1)
        .map(|counted| match counted {
            0 => 1,
            1.. => counted,
            _ => counted + 1,
        })
        .filter(move |year| (window.from..=window.to).contains(&begin(*year, 1)))
}

/// The months that a window has part in, every one, or where there is more between ticks those that begin in it.
fn months_in(window: Window, step: u8) -> impl Iterator<Item = (i32, u8)> {
    (year_of(window.from)..=year_of(window.to))
        .flat_map(move |year| {
            (1..=12)
                .step_by(usize::from(step))
                .map(move |month| (year, month))
        })
        .filter(move |(year, month)| {
            let begin = begin(*year, *month);
            let end = match month {
                12 => self::begin(year + 1, 1),
                _ => self::begin(*year, month + 1),
            };
            begin <= window.to && end > window.from
        })
}

/// The ticks of a month in days or hours; a day is its number, an hour what a clock shows.
fn days(
    window: Window,
    (year, month): (i32, u8),
    step: Step,
) -> impl Iterator<Item = (i64, String)> {
    let (begin, hours, every) = match step {
        Step::Hours(hours) => (begin(year, month), hours, 1),
        Step::Days(days) => (begin(year, month), 24, days),
        _ => (begin(year, month), 24, 31),
    };
    let point = Point {
        year,
        month: Some(month),
        day: None,
        time: None,
    };
    let length = (point.minutes_after() - begin) / DAY;
    // The last of many days would crowd the first of the next month.
    let last = if every > 2 {
        31 - i64::from(every) + 1
    } else {
        length
    };
    let days = (1..=length.min(last)).step_by(usize::from(every));
    days.flat_map(move |day| {
        let midnight = begin + (day - 1) * DAY;
        let hours = (0..24).step_by(usize::try_from(hours).unwrap_or(24));
        hours.map(move |hour: i64| (midnight + hour * 60, day, hour))
    })
    .filter(move |(moment, ..)| (window.from..=window.to).contains(moment))
    .map(move |(moment, day, hour)| {
        let label = match hour {
            0 => day.to_string(),
            _ => format!("{hour}:00"),
        };
        (window.place(moment), label)
    })
}

/// Where a month begins.
fn begin(year: i32, month: u8) -> Minutes {
    let point = Point {
        year,
        month: Some(month),
        day: None,
        time: None,
    };
    point.minutes()
}

/// The year that a moment is in.
fn year_of(moment: Minutes) -> i32 {
    // A mean year is 365.2425 days; the guess is wrong by one at most.
    let guess = i32::try_from(moment.div_euclid(525_949)).unwrap_or_default();
    let begins_later = |year: &i32| begin(*year, 1) > moment;
    let mut year = guess + 1;
    while begins_later(&year) {
        year -= 1;
    }
    year
}

/// A year in digits; one before the common era has a minus before it, and there is no year 0.
fn year_label(year: i32) -> String {
    match year {
        1.. => year.to_string(),
        _ => format!("−{}", 1 - i64::from(year)),
    }
}

#[cfg(test)]
mod tests {
    use article::Language;

    use super::*;
    use crate::timeline::scale::Stretch;
    use crate::timeline::tests_events::date;
    use crate::words::Words;

    fn window(span: &str) -> Window {
        let Stretch { from, to } = Stretch::of(&date(span));
        Window { from, to: to - 1 }
    }

    fn labels(span: &str) -> Vec<String> {
        let axis = axis(window(span), &Words::of(Language::English).months);
        axis.ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_are_what_people_count_time_in() {
        let years = labels("2014/2018");
        assert_eq!(years, ["2014", "2015", "2016", "2017", "2018"]);
        assert_eq!(labels("1900/1999")[..3], ["1900", "1920", "1940"]);
        let quarters = ["January 2018", "April 2018", "July 2018", "October 2018"];
        assert_eq!(labels("2018"), quarters);
        assert_eq!(
            labels("2018-06/2018-08"),
            ["June 2018", "July 2018", "August 2018"]
        );
        assert_eq!(labels("2018-07"), ["1", "6", "11", "16", "21", "26"]);
        assert_eq!(
            labels("2018-07-11/2018-07-16"),
            ["11", "12", "13", "14", "15", "16"]
        );
        let hours = [
            "16", "3:00", "6:00", "9:00", "12:00", "15:00", "18:00", "21:00",
        ];
        assert_eq!(labels("2018-07-16"), hours);
    }

    #[test]
    fn days_stand_in_their_months() {
        let words = Words::of(Language::English);
        let months = |span| {
            let months = axis(window(span), &words.months).months;
            let said = |tick: Tick| (tick.at, tick.label);
            months.into_iter().map(said).collect::<Vec<_>>()
        };
        assert_eq!(
            months("2018-07-11/2018-07-16"),
            [(0, "July 2018".to_owned())]
        );
        let two = months("2018-07-16/2018-08-14");
        assert_eq!(two.len(), 2);
        assert!(two[1].0 > 5000 && two[1].1 == "August 2018", "{two:?}");
        // The last hours of a month leave no room for its name beside the next one's.
        assert_eq!(months("2018-07-31/2018-08-20").len(), 1);
    }

    #[test]
    fn there_is_no_year_0() {
        assert_eq!(labels("-0002/0002"), ["−3", "−2", "−1", "1", "2"]);
        assert_eq!(
            labels("-0249/0165"),
            [
                "−250", "−200", "−150", "−100", "−50", "1", "50", "100", "150"
            ]
        );
        for (year, before) in [(-43, 44), (0, 1)] {
            assert_eq!(year_label(year), format!("−{before}"));
        }
    }

    #[test]
    fn ticks_are_few_in_order_and_inside_and_their_labels_do_not_touch() {
        let words = Words::of(Language::Russian);
        let mut from = window("-9999").from;
        for seed in 0..400_i64 {
            let length = DAY + (seed * seed * seed * 104_729) % (20_000 * 365 * DAY);
            let window = Window {
                from,
                to: from + length,
            };
            let axis = axis(window, &words.months);
            assert!((1..=12).contains(&axis.ticks.len()), "{window:?}: {axis:?}");
            for row in [&axis.ticks, &axis.months] {
                let mut free = 0;
                for pair in row.windows(2) {
                    assert!(pair[0].at < pair[1].at, "{window:?}: {axis:?}");
                }
                for tick in row.iter().filter(|tick| !tick.label.is_empty()) {
                    assert!(tick.at >= free && tick.at <= WIDTH, "{window:?}: {axis:?}");
                    free = tick.at + text_width(&tick.label);
                }
            }
            from += 50 * 365 * DAY - seed * 977;
        }
    }

    #[test]
    fn the_year_of_a_moment_is_found_on_both_sides_of_new_year() {
        for year in [-9999, -44, -1, 0, 1, 4, 1582, 1900, 2000, 2018, 9999] {
            assert_eq!(year_of(begin(year, 1)), year);
            assert_eq!(year_of(begin(year, 1) - 1), year - 1);
        }
    }
}
