//! Dates in English text: `July 16`, `July 11-12`, `June 28 – July 2`, `16 July 2018`, `July 2018`, `2018-07-16`,
//! `in 2014`.
//!
//! What could be a number of something else is left alone: a year on its own counts only behind a word such as "in",
//! and not where it counts things ("in 2014 cases").

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::model::Point;

/// A date as the text gives it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dated {
    /// Its words, as bytes of the text.
    pub words: Range<usize>,
    /// The day, month or year, or where a span begins.
    pub start: Day,
    /// Where a span ends.
    pub end: Option<Day>,
}

/// A point in time, as far as it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day {
    pub year: Option<i32>,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

impl Day {
    /// The same in a year; `None` where that year has no such day.
    pub fn in_year(self, year: i32) -> Option<Point> {
        let mut text = format!("{year:04}");
        for part in [self.month, self.day].into_iter().flatten() {
            text += &format!("-{part:02}");
        }
        Point::parse(&text).ok()
    }
}

const MONTH: &str = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)";
const DAY: &str = r"(?:3[01]|[12][0-9]|0?[1-9])";
const YEAR: &str = r"(?:1[0-9]|20)[0-9]{2}";
const DASH: &str = r"(?:\s?[-–—]\s?|\s(?:to|through|until|and)\s)";

/// Every form of a date. M, D and Y stand for a month, a day and a year, with a number where there are two.
const FORMS: &[&str] = &[
    r"\b<Y>-<N>-<D>\b",
    r"\b<M> <D>=<M2> <D2>(?:,? <Y2>)?\b",
    r"\b<M> <D>=<D2>(?:,? <Y2>)?\b",
    r"\b<M> <D>(?:,? <Y>)?\b",
    r"\b<D> <M>=<D2> <M2>(?:,? <Y2>)?\b",
    r"\b<D>=<D2> <M>(?:,? <Y2>)?\b",
    r"\b<D> (?:of )?<M>(?:,? <Y>)?\b",
    r"\b<M>(?:,| of)? <Y>\b",
    r"\b<Y>[-–—]<Y2>\b",
    r"\b(?i:from|between) <Y> (?:to|and|until|through) <Y2>\b",
    r"\b(?i:in|since|until|till|by|during|before|after|from|early|late|mid|spring|summer|autumn|fall|winter|around|about|circa)[ -]<Y>\b",
];

static PATTERNS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let number = |name: &str, digits: &str| format!("(?P<{name}>{digits})");
    let day = |name: &str| format!("(?P<{name}>{DAY})(?:st|nd|rd|th)?");
    let written = FORMS.iter().map(|form| {
        let pattern = form
            .replace(' ', r"\s+")
            .replace('=', DASH)
            .replace("<M>", &number("m", MONTH))
            .replace("<M2>", &number("m2", MONTH))
            .replace("<N>", &number("n", "[0-9]{2}"))
            .replace("<D>", &day("d"))
            .replace("<D2>", &day("d2"))
            .replace("<Y>", &number("y", YEAR))
            .replace("<Y2>", &number("y2", YEAR));
        Regex::new(&pattern).ok()
    });
    written.flatten().collect()
});

/// Words that may follow a year that stands on its own. Another word in small letters is what the number counts.
const AFTER_YEAR: &[&str] = &[
    "a",
    "after",
    "already",
    "also",
    "although",
    "amid",
    "an",
    "and",
    "are",
    "as",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "did",
    "during",
    "following",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "his",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "led",
    "marked",
    "may",
    "on",
    "only",
    "or",
    "over",
    "prompted",
    "saw",
    "she",
    "so",
    "that",
    "the",
    "their",
    "then",
    "there",
    "they",
    "this",
    "through",
    "to",
    "under",
    "until",
    "was",
    "we",
    "were",
    "when",
    "where",
    "which",
    "while",
    "who",
    "will",
    "with",
    "without",
    "would",
];

/// The dates in a text, in its order; none overlap.
pub(super) fn dates(text: &str) -> Vec<Dated> {
    let mut found: Vec<Dated> = PATTERNS
        .iter()
        .flat_map(|pattern| pattern.captures_iter(text))
        .filter_map(|captures| dated(text, &captures))
        .collect();
    // Where forms overlap the one that begins first is meant, and of those the longest.
    found.sort_by_key(|date| (date.words.start, usize::MAX - date.words.end));
    let mut end = 0;
    found.retain(|date| {
        let is_free = date.words.start >= end;
        if is_free {
            end = date.words.end;
        }
        is_free
    });
    found
}

fn dated(text: &str, captures: &Captures<'_>) -> Option<Dated> {
    let part = |name| captures.name(name).map(|found| found.as_str());
    let number = |name| part(name).and_then(|digits| digits.parse::<u8>().ok());
    let year = |name| part(name).and_then(|digits| digits.parse::<i32>().ok());
    let month = part("m").and_then(month_of).or_else(|| number("n"));
    let month2 = part("m2").and_then(month_of).or(month);
    let year2 = year("y2");
    let is_span = captures.name("d2").is_some() || (month.is_none() && year2.is_some());
    let mut start = Day {
        year: year("y").or(year2),
        month,
        day: number("d"),
    };
    let end = is_span.then_some(Day {
        year: year2,
        month: month2,
        day: number("d2"),
    });
    // "December 28 – January 2, 2019" begins in the year before the one it names.
    if captures.name("y").is_none() && month > month2 {
        start.year = start.year.map(|year| year - 1);
    }
    let words = match (month, captures.name("y")) {
        // The word before a year that stands on its own is none of the date.
        (None, Some(found)) => found.start()..captures.get(0)?.end(),
        _ => captures.get(0)?.range(),
    };
    let is_alone = month.is_none() && end.is_none();
    let date = Dated { words, start, end };
    (is_possible(&date) && stands_free(text, &date.words, is_alone)).then_some(date)
}

/// Whether there are such days, in order. A leap day may be in a year that is not given.
fn is_possible(date: &Dated) -> bool {
    let point = |day: Day| day.in_year(day.year.unwrap_or(2000));
    match date.end {
        None => point(date.start).is_some(),
        Some(end) if date.start.year.is_none() && date.start.month > end.month => {
            point(date.start).is_some() && point(end).is_some()
        }
        Some(end) => match (point(date.start), point(end)) {
            (Some(start), Some(end)) => start < end,
            _ => false,
        },
    }
}

/// Whether the date is not a part of a number, an address or a name, and counts nothing.
fn stands_free(text: &str, words: &Range<usize>, is_alone: bool) -> bool {
    let (before, after) = (&text[..words.start], &text[words.end..]);
    let mut next = after.chars();
    let in_number = match next.next() {
        Some(',' | '.' | ':' | '/' | '-') => {
            next.next().is_some_and(|c| c.is_ascii_alphanumeric()) && !after.starts_with('-')
                || after.starts_with("-") && after[1..].starts_with(|c: char| c.is_ascii_digit())
        }
        Some('%' | '_' | '=') => true,
        _ => false,
    };
    let before_common_era =
        after.trim_start().starts_with("BC") || after.trim_start().starts_with("B.C");
    if in_number || before_common_era || before.ends_with(['/', '_', '=', '#', '@', '$', '€', '£'])
    {
        return false;
    }
    let follower = after.strip_prefix(' ').unwrap_or_default();
    let word: String = follower.chars().take_while(|c| c.is_alphabetic()).collect();
    let counts = word.starts_with(char::is_lowercase) && !AFTER_YEAR.contains(&word.as_str());
    !(is_alone && (counts || after.starts_with('-')))
}

fn month_of(name: &str) -> Option<u8> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let at = MONTHS.find(name.get(..3)?)?;
    u8::try_from(at / 3 + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> String {
        let day = |day: Day| {
            let year = day.year.map_or("?".to_owned(), |year| year.to_string());
            let rest = [day.month, day.day].into_iter().flatten();
            rest.fold(year, |text, part| format!("{text}-{part:02}"))
        };
        let written = dates(text).into_iter().map(|date| {
            let end = date
                .end
                .map_or(String::new(), |end| format!("/{}", day(end)));
            format!("{}{end}", day(date.start))
        });
        written.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn dates_are_found_in_every_form_that_english_has() {
        for (text, date) in [
            ("on July 16 in Helsinki", "?-07-16"),
            ("on July 11-12, how", "?-07-11/?-07-12"),
            ("on July 7, 2017.", "2017-07-07"),
            ("Jan. 6th, 2021", "2021-01-06"),
            ("June 28 - July 2", "?-06-28/?-07-02"),
            ("December 28 – January 2, 2019", "2018-12-28/2019-01-02"),
            ("the 16th of July", "?-07-16"),
            ("16 July 2018", "2018-07-16"),
            ("11–12 July 2018", "2018-07-11/2018-07-12"),
            ("30 June to 2 July 2018", "2018-06-30/2018-07-02"),
            ("in July 2018 and July of 2019", "2018-07 2019-07"),
            ("on 2018-07-16.", "2018-07-16"),
            ("in 2014, since 2015 and by 2030", "2014 2015 2030"),
            ("from 2014 to 2018", "2014/2018"),
            ("the war of 1914–1918", "1914/1918"),
            ("in 2014 NATO", "2014"),
        ] {
            assert_eq!(found(text), date, "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_dates_are_left_alone() {
        for text in [
            "in 2014 cases",
            "2014 people",
            "in 2014.5 or in 2014,500",
            "https://example.org/2018-07-16",
            "in $2014",
            "February 30",
            "July 12-11",
            "in 2014%",
            "may 3 of them march 4 miles",
            "in 1054 BC",
            "in 3014",
            "room 2018",
            "in 2000-strong crowds",
        ] {
            assert_eq!(found(text), "", "{text}");
        }
    }
}
