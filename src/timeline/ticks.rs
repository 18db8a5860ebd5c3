//! Where the axis is labelled.

use yew::AttrValue;

use super::scale::{DAY, Minutes, Window, month_begin as begin};
use super::{EM, WIDTH, text_width};
use crate::fill::fill;

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
///
/// Plain loops throughout: chains of iterators are twice the code here.
pub fn axis(window: Window, months: &[AttrValue; 12]) -> Axis {
    let fits = |step: &&Step| window.length() / step.minutes() <= MOST;
    let step = STEPS.iter().find(fits).copied();
    let (mut ticks, mut named) = (Row::default(), Row::default());
    let (first, last) = (year_of(window.from), year_of(window.to));
    match step.unwrap_or(Step::Years(5000)) {
        Step::Years(step) => {
            // As historians count: the year before 1 is -1. What would stand at 0 stands at 1.
            let count = |year: i32| if year > 0 { year } else { year - 1 };
            let mut counted = count(first).div_euclid(step) * step;
            while counted <= count(last) {
                let year = match counted {
                    0 => 1,
                    1.. => counted,
                    _ => counted + 1,
                };
                if counted != 0 || step > 1 {
                    ticks.add(window.place(begin(year, 1)), year_label(year));
                }
                counted += step;
            }
        }
        step => {
            let mut at = (first, 1);
            while at.0 <= last {
                let (year, month) = at;
                let next = match month {
                    12 => (year + 1, 1),
                    _ => (year, month + 1),
                };
                let (from, to) = (begin(year, month), begin(next.0, next.1));
                let every = if let Step::Months(every) = step {
                    every
                } else {
                    1
                };
                if to > window.from && from <= window.to && (month - 1).is_multiple_of(every) {
                    let name = months.get(usize::from(month) - 1).map_or("", |name| name);
                    let name = fill(name, &[("year", &year_label(year))]);
                    match step {
                        Step::Months(_) => ticks.add(window.place(from), name),
                        _ => {
                            named.add_over(window.place(from).max(0), name);
                            days(&mut ticks, window, (from, to), step);
                        }
                    }
                }
                at = next;
            }
        }
    }
    Axis {
        ticks: ticks.0,
        months: named.0,
    }
}

/// Ticks beside each other.
#[derive(Default)]
struct Row(Vec<Tick>);

impl Row {
    /// Adds a tick. A label that would run into the one before, or off the end, is left out.
    fn add(&mut self, at: i64, label: String) {
        let is_labelled = |tick: &&Tick| !tick.label.is_empty();
        let free = self
            .0
            .iter()
            .rev()
            .find(is_labelled)
            .map_or(0, |tick| end(tick.at, &tick.label));
        let has_room = at >= free && end(at, &label) <= WIDTH + EM / 2;
        if (0..=WIDTH).contains(&at) {
            let label = if has_room { label } else { String::new() };
            self.0.push(Tick { at, label });
        }
    }

    /// Adds a tick; the one before gives way to it.
    fn add_over(&mut self, at: i64, label: String) {
        if self
            .0
            .last()
            .is_some_and(|tick| end(tick.at, &tick.label) > at)
        {
            self.0.pop();
        }
        self.add(at, label);
    }
}

/// Where the room that a label needs ends.
fn end(at: i64, label: &str) -> i64 {
    at + text_width(label) + EM
}

/// The ticks of a month in days or hours; a day is its number, an hour what a clock shows.
fn days(ticks: &mut Row, window: Window, (from, to): (Minutes, Minutes), step: Step) {
    let (hours, every) = match step {
        Step::Hours(hours) => (hours, 1),
        Step::Days(days) => (24, i64::from(days)),
        _ => return,
    };
    let length = (to - from) / DAY;
    // The last of many days would crowd the first of the next month.
    let last = if every > 2 { 32 - every } else { length };
    let mut day = 1;
    while day <= last {
        let mut hour = 0;
        while hour < 24 {
            let moment = from + (day - 1) * DAY + hour * 60;
            let label = match hour {
                0 => day.to_string(),
                _ => format!("{hour}:00"),
            };
            if (window.from..=window.to).contains(&moment) {
                ticks.add(window.place(moment), label);
            }
            hour += hours;
        }
        day += every;
    }
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
