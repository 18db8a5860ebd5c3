//! Dates in words, from CLDR, in every language of the interface and in the article's own.

use std::collections::BTreeMap;

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::zone::LocalizedOffsetShort;
use icu_datetime::fieldsets::{M, Y, YM, YMD};
use icu_datetime::input::{Date, DateTime, Time, UtcOffset, ZonedDateTime};
use icu_locale_core::Locale;
use icu_locale_core::subtags::language;

use crate::Language;
use crate::model::Point;

/// How a point, or a span with its end, is written, by language tag.
///
/// A language that CLDR does not know gets no label of its own; a tag that is none is left out too, and
/// readers of such an article see the date in the interface's language.
pub(super) fn of(start: Point, end: Option<Point>, lang: &str) -> BTreeMap<String, String> {
    let tags = Language::ALL.map(Language::tag).into_iter().chain([lang]);
    tags.filter_map(|tag| Some((tag.to_owned(), label(start, end, tag)?)))
        .collect()
}

/// A year that is written and then taken out again; no month is written with its digits.
const SAMPLE_YEAR: i32 = 2345;

/// The months as they are written beside a year, January first; `{year}` stands for the year.
pub fn months(language: Language) -> [String; 12] {
    let locale: Option<Locale> = language.tag().parse().ok();
    std::array::from_fn(|month| {
        // Months are 1 to 12, so they fit a byte.
        let date = Date::try_new_iso(SAMPLE_YEAR, month as u8 + 1, 1).ok();
        let written = locale.as_ref().zip(date).and_then(|(locale, date)| {
            let formatter = DateTimeFormatter::try_new(locale.into(), YM::long()).ok()?;
            Some(formatter.format(&date).to_string())
        });
        match written {
            Some(written) => written.replace(&SAMPLE_YEAR.to_string(), "{year}"),
            None => format!("{{year}}-{:02}", month + 1),
        }
    })
}

/// How a point, or a span with its end, is written in the language of a tag; `None` where CLDR does not know it.
pub fn label(start: Point, end: Option<Point>, tag: &str) -> Option<String> {
    let locale: Locale = tag.parse().ok()?;
    // The article's dates are Gregorian, whatever calendar its language prefers.
    let gregorian: Locale = format!("{}-u-ca-gregory", locale.id).parse().ok()?;
    let first = written(start, &gregorian)?;
    let Some(end) = end else { return Some(first) };
    let last = written(end, &gregorian)?;
    let is_alike =
        precision(start) == precision(end) && start.time.is_none() && start.year == end.year;
    let differ_in_day = start.month == end.month && start.day != end.day;
    let differ_in_month = start.month != end.month && start.day.is_none();
    Some(match is_alike && (differ_in_day || differ_in_month) {
        true => joined(&first, &last),
        false => format!("{first} – {last}"),
    })
}

/// A point in words, as precise as it is; years before the common era say so.
fn written(point: Point, locale: &Locale) -> Option<String> {
    let Point {
        year,
        month,
        day,
        time,
    } = point;
    // A moment inside the point; what it adds to the point's precision is never shown.
    let date = Date::try_new_iso(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let midnight = DateTime {
        date,
        time: Time::start_of_day(),
    };
    let preferences = locale.into();
    Some(match (month, day, time) {
        (Some(_), Some(_), Some(time)) => {
            // Hours below 24 and minutes below 60, so both fit a byte.
            let (hour, minute) = ((time.minute / 60) as u8, (time.minute % 60) as u8);
            let time_of_day = Time::try_new(hour, minute, 0, 0).ok()?;
            let fields = YMD::long().with_time_hm();
            let Ok(zone) = UtcOffset::try_from_seconds(i32::from(time.offset) * 60) else {
                // No place on earth is as far from UTC, and CLDR has no word for it.
                let formatter = DateTimeFormatter::try_new(preferences, fields).ok()?;
                let moment = formatter.format(&DateTime {
                    date,
                    time: time_of_day,
                });
                let written = point.to_string();
                let (_, time) = written.split_once('T')?;
                return Some(format!("{moment} GMT{}", &time["13:00".len()..]));
            };
            let fields = fields.with_zone(LocalizedOffsetShort);
            let formatter = DateTimeFormatter::try_new(preferences, fields).ok()?;
            formatter
                .format(&ZonedDateTime {
                    date,
                    time: time_of_day,
                    zone,
                })
                .to_string()
        }
        (Some(_), Some(_), None) => DateTimeFormatter::try_new(preferences, YMD::long())
            .ok()?
            .format(&midnight)
            .to_string(),
        // In CLDR's Portuguese the pattern with an era lacks the year, and ICU4X 2.4 panics in debug builds for what it
        // has loaded by that pattern. Month and year by themselves are in order.
        (Some(_), None, _) if locale.id.language == language!("pt") => {
            let month = DateTimeFormatter::try_new(preferences, M::long()).ok()?;
            let year = DateTimeFormatter::try_new(preferences, Y::long()).ok()?;
            format!("{} de {}", month.format(&midnight), year.format(&midnight))
        }
        (Some(_), None, _) => DateTimeFormatter::try_new(preferences, YM::long())
            .ok()?
            .format(&midnight)
            .to_string(),
        (None, _, _) => DateTimeFormatter::try_new(preferences, Y::long())
            .ok()?
            .format(&midnight)
            .to_string(),
    })
}

fn precision(point: Point) -> (bool, bool, bool) {
    (
        point.month.is_some(),
        point.day.is_some(),
        point.time.is_some(),
    )
}

/// Two dates that differ in one word, with what they share said once: "July 11–12, 2018".
///
/// CLDR has patterns for this; ICU4X 2.4 has them behind an unstable feature, and panics on long month names.
fn joined(first: &str, last: &str) -> String {
    let (a, b) = (first.split(' '), last.split(' '));
    let pairs: Vec<_> = a.zip(b).collect();
    let words = pairs.iter().map(|&(a, b)| {
        if a == b {
            a.to_owned()
        } else {
            format!("{}–{b}", a.trim_end_matches(','))
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(start: &str, end: Option<&str>, tag: &str) -> String {
        let point = |text| Point::parse(text).expect("a date");
        of(point(start), end.map(point), tag)[tag].clone()
    }

    #[test]
    fn a_date_is_written_as_its_language_writes_it_and_no_more_precise_than_it_is() {
        assert_eq!(written("2018-07-16", None, "en"), "July 16, 2018");
        assert_eq!(written("2018-07-16", None, "de"), "16. Juli 2018");
        assert_eq!(written("2018-07", None, "en"), "July 2018");
        assert_eq!(written("2014", None, "de"), "2014");
        assert_eq!(written("2018-07-16", None, "fi"), "16. heinäkuuta 2018");
    }

    #[test]
    fn a_span_says_once_what_its_ends_share() {
        assert_eq!(
            written("2018-07-11", Some("2018-07-12"), "en"),
            "July 11–12, 2018"
        );
        assert_eq!(
            written("2018-07-11", Some("2018-07-12"), "de"),
            "11.–12. Juli 2018"
        );
        assert_eq!(written("2018-06", Some("2018-07"), "en"), "June–July 2018");
        assert_eq!(
            written("2018-06-30", Some("2018-07-12"), "en"),
            "June 30, 2018 – July 12, 2018"
        );
        assert_eq!(written("2014", Some("2018"), "en"), "2014 – 2018");
    }

    #[test]
    fn a_span_of_mixed_precision_writes_both_ends() {
        assert_eq!(
            written("2014", Some("2018-07-16"), "en"),
            "2014 – July 16, 2018"
        );
    }

    #[test]
    fn a_year_before_the_common_era_says_so() {
        assert_eq!(written("44 BCE", None, "en"), "44 BC");
        assert_eq!(written("0044-03-15 BCE", None, "de"), "15. März 44 v. Chr.");
    }

    #[test]
    fn a_month_is_written_in_portuguese_too() {
        assert_eq!(written("2018-07", None, "pt-BR"), "julho de 2018");
        assert_eq!(written("0044-03 BCE", None, "pt"), "março de 44 a.C.");
    }

    #[test]
    fn a_time_says_its_zone() {
        assert_eq!(
            written("2018-07-16T13:00+03:00", None, "en"),
            "July 16, 2018 at 1:00\u{202f}PM GMT+3"
        );
        assert_eq!(
            written("2018-07-16T13:00Z", None, "de"),
            "16. Juli 2018 um 13:00 GMT+0"
        );
    }

    #[test]
    fn a_zone_that_is_nowhere_on_earth_is_said_all_the_same() {
        let label = written("2018-07-16T13:00+23:59", None, "de");
        assert_eq!(label, "16. Juli 2018 um 13:00 GMT+23:59");
        let label = written("-0043-03-15T13:00-20:00", None, "de");
        assert_eq!(label, "15. März 44 v. Chr. um 13:00 GMT-20:00");
    }

    #[test]
    fn a_language_with_a_calendar_of_its_own_still_gets_the_articles_year() {
        assert!(written("2018-07-16", None, "th").contains("2018"));
    }

    #[test]
    fn months_are_written_as_their_language_writes_them() {
        assert_eq!(months(Language::English)[0], "January {year}");
        assert_eq!(months(Language::Russian)[6], "июль {year}\u{202f}г.");
        assert_eq!(months(Language::Arabic)[6], "يوليو {year}");
        for language in Language::ALL {
            let months = months(language);
            assert!(
                months.iter().all(|month| month.contains("{year}")),
                "{months:?}"
            );
        }
    }

    #[test]
    fn a_tag_that_is_none_gets_no_label() {
        let point = Point::parse("2014").expect("a date");
        assert_eq!(of(point, None, "not a tag").len(), Language::ALL.len());
    }
}
