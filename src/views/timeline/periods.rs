//! How many events there are in each period. A bar opens the list.

use article::Event;
use yew::prelude::*;

use crate::edition::Edition;
use crate::fill::fill;
use crate::views::classes::numbered;

/// How long a period may be, in years.
const STEPS: [i32; 11] = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];

/// How many periods there may be, and one before.
const MOST: i32 = 24;

/// How high the highest bar is, as the stylesheet counts.
const HIGHEST: usize = 8;

/// A period.
#[derive(Debug, PartialEq, Eq)]
struct Period {
    /// Its first year; `None` where it has all that is before `until`.
    from: Option<i32>,
    /// The year after it.
    until: i32,
    /// How many events begin in it.
    count: usize,
    /// The first of them, or the first after them.
    first: usize,
}

/// Periods of the same length; all that is long before the others is one of its own. The years are in their order.
fn periods(years: &[i32]) -> Vec<Period> {
    let (Some(early), Some(last)) = (years.get(years.len() * 12 / 100), years.last()) else {
        return Vec::new();
    };
    let step = STEPS.into_iter().find(|step| last - early <= step * MOST);
    let step = step.unwrap_or(1000);
    let start = early.div_euclid(step) * step;
    let first = |year: i32| years.partition_point(|each| *each < year);
    let count = first(start);
    let before = (count > 0).then_some(Period {
        from: None,
        until: start,
        count,
        first: 0,
    });
    let rest = (0..)
        .map(|number| start + number * step)
        .take_while(|from| from <= last);
    let rest = rest.map(|from| Period {
        from: Some(from),
        until: from + step,
        count: first(from + step) - first(from),
        first: first(from),
    });
    before.into_iter().chain(rest).collect()
}

/// The histogram.
pub fn histogram(edition: &Edition) -> Html {
    let events = &edition.article().events;
    let mut years: Vec<_> = events
        .iter()
        .map(|event: &Event| event.date.start.year)
        .collect();
    years.sort_unstable();
    let periods = periods(&years);
    let most = periods
        .iter()
        .map(|period| period.count)
        .max()
        .unwrap_or(1)
        .max(1);
    let every = periods.len().div_ceil(6).max(1);
    let bar = |(at, period): (usize, &Period)| {
        let name = match period.from {
            None => fill(
                &edition.words().before,
                &[("year", &period.until.to_string())],
            ),
            Some(from) if period.until - from == 1 => from.to_string(),
            Some(from) => format!("{from}–{}", period.until - 1),
        };
        let label = match period.from {
            None => Some(format!("< {}", period.until)),
            Some(from) => (at % every == 1).then(|| from.to_string()),
        };
        let height = (period.count > 0).then(|| (period.count * HIGHEST * 2 + most) / (most * 2));
        let height = height.map(|height| numbered('h', height.max(1)));
        let class = classes!("period", height, period.from.is_none().then_some("early"));
        html! {
            <button type="button" {class} popovertarget={edition.id("_events")} tabindex={(at > 0).then_some("-1")} data-first={period.first.to_string()} aria-label={format!("{name}: {}", period.count)}>
                <i></i>
                { for label.map(|label| html! { <span>{ label }</span> }) }
            </button>
        }
    };
    html! {
        <div class="periods" role="group" aria-label={edition.words().by_period.clone()} data-keys="">
            { for periods.iter().enumerate().map(bar) }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_before_the_others_is_one_period() {
        let mut years = vec![1200, 1990];
        years.extend(2000..2020);
        let periods = periods(&years);
        assert_eq!(
            periods[0],
            Period {
                from: None,
                until: 2000,
                count: 2,
                first: 0
            }
        );
        assert_eq!(periods.len(), 21);
        assert_eq!(
            periods[20],
            Period {
                from: Some(2019),
                until: 2020,
                count: 1,
                first: 21
            }
        );
    }

    #[test]
    fn every_event_is_in_a_period() {
        for years in [
            vec![],
            vec![-44, -44],
            (0..100).map(|year| year * year).collect::<Vec<_>>(),
        ] {
            let count: usize = periods(&years).iter().map(|period| period.count).sum();
            assert_eq!(count, years.len());
        }
    }
}
