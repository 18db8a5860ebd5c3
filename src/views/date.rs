//! Dates, and where something can be read up and when it was changed.

use article::{Date, Point, Url};
use yew::prelude::*;

use crate::edition::Edition;

/// Whether a date is no more than a year.
pub fn is_year_only(date: &Date) -> bool {
    date.end.is_none() && date.start.month.is_none()
}

/// A date as it is written in the interface's language. A span is dated by its first day, and a year before the common
/// era by nothing: HTML knows none.
pub fn time(edition: &Edition, date: &Date) -> Html {
    let label = edition.label(date);
    match date.start.datetime() {
        Some(datetime) => html! { <time {datetime}>{ label }</time> },
        None => html! { <span>{ label }</span> },
    }
}

/// What is said of how sure a date is.
pub fn tags<'e>(edition: &'e Edition, date: &Date) -> impl Iterator<Item = &'e AttrValue> {
    let words = edition.words();
    let tags = [
        (is_year_only(date), &words.year_only),
        (date.planned, &words.planned),
        (date.disputed, &words.disputed),
    ];
    tags.into_iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, tag)| tag)
}

/// "about", before a date that is only about right.
pub fn circa(edition: &Edition, date: &Date) -> Html {
    let circa = date.circa.then(|| format!("{} ", edition.words().circa));
    html! { { for circa } }
}

/// The date of an event, and how sure it is, in words.
pub fn when(edition: &Edition, date: &Date) -> Html {
    html! {
        <p class="when" data-skip="">
            { circa(edition, date) }
            { time(edition, date) }
            { for tags(edition, date).map(|tag| html! { <>{ " · " }<span class="tag">{ tag.clone() }</span></> }) }
        </p>
    }
}

/// Where an item can be read up and when it was changed, where it says so.
pub fn provenance(edition: &Edition, source: Option<&Url>, updated: Option<&Date>) -> Html {
    let words = edition.words();
    html! {
        if source.is_some() || updated.is_some() {
            <p class="provenance">
                if let Some(date) = updated {
                    { format!("{}: ", words.updated) }{ time(edition, date) }{ " " }
                }
                if let Some(url) = source {
                    <a href={url.as_str().to_owned()}>{ &words.source }</a>
                }
            </p>
        }
    }
}

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// How long it is from one date to the next, in the largest unit that says something, and as precise as the less precise of them.
pub fn gap(edition: &Edition, from: &Date, to: &Date) -> Option<String> {
    let words = edition.words();
    let (start, end) = (from.end.unwrap_or(from.start), to.start);
    let days = (noonless(end) - noonless(start)) / DAY;
    if days < 1 {
        return None;
    }
    let about = |text: String| crate::fill::fill(&words.about, &[("span", &text)]);
    let years = |number: i64| edition.count(&words.gap_years, number);
    let has_months = start.month.is_some() && end.month.is_some();
    let has_days = start.day.is_some() && end.day.is_some();
    if !has_months {
        return match i64::from(end.year - start.year) {
            ..=0 => None,
            1 => Some(about(years(1))),
            number => Some(years(number)),
        };
    }
    Some(match days {
        548.. => about(years((days * 100 + 18262) / 36525)),
        330.. => about(years(1)),
        _ if !has_days || days >= 60 => {
            let months = (days * 100 + 1522) / 3044;
            about(edition.count(&words.gap_months, months.max(1)))
        }
        _ => edition.count(&words.gap_days, days),
    })
}

/// The minutes at which the day of a point begins.
fn noonless(point: Point) -> i64 {
    Point {
        time: None,
        ..point
    }
    .minutes()
}

#[cfg(test)]
mod tests {
    use article::Language;

    use super::*;
    use crate::edition::{Attributes, Setting};
    use crate::words::Words;

    fn gap_in(language: Language, from: &str, to: &str) -> Option<String> {
        let date = |text: &str| -> Date {
            serde_json::from_str(&format!("{{\"start\":\"{text}\"}}")).expect("a date")
        };
        let words = (language, Words::of(language));
        let setting = Setting::new(words, &Attributes::default());
        let edition = Edition::new(crate::built_in::outline(), setting);
        gap(&edition, &date(from), &date(to))
    }

    #[test]
    fn a_gap_is_as_precise_as_the_less_precise_of_its_dates() {
        let english = |from, to| gap_in(Language::English, from, to).unwrap_or_default();
        assert_eq!(english("2014", "2017-07-07"), "3 years");
        assert_eq!(english("2017-07-07", "2018"), "about 1 year");
        assert_eq!(english("2018-07-12", "2018-07-16"), "4 days");
        assert_eq!(english("2018-05", "2018-07-16"), "about 2 months");
        assert_eq!(english("2014-01-01", "2018-07-16"), "about 5 years");
        assert_eq!(english("2018", "2018-07-11"), "");
        assert_eq!(english("2018-07-11", "2018-07-11"), "");
    }

    #[test]
    fn a_gap_is_counted_as_the_language_counts() {
        let three = |language| gap_in(language, "2014", "2017").unwrap_or_default();
        assert_eq!(three(Language::Russian), "3 года");
        assert_eq!(three(Language::Arabic), "3 سنوات");
        assert_eq!(three(Language::Finnish), "3 vuotta");
        let five = gap_in(Language::Ukrainian, "2014", "2019");
        assert_eq!(five.as_deref(), Some("5 років"));
    }
}
