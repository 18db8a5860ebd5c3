//! Dates as people write them in English: `16 July 2018`, `July 11-12, 2018`, `c. 1850`.

use crate::model::Point;

/// A date as it was written.
#[derive(Debug, PartialEq)]
pub(super) struct Written {
    pub start: Point,
    pub end: Option<Point>,
    pub circa: bool,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads a date, or a span of two.
pub(super) fn read(text: &str) -> Option<Written> {
    let text = text.trim();
    let about = ["circa ", "ca. ", "ca ", "c. ", "about ", "around "];
    let lower = text.to_ascii_lowercase();
    let circa = about.iter().find(|word| lower.starts_with(**word));
    let text = circa.map_or(text, |word| text[word.len()..].trim());
    let written = |start, end| Written {
        start,
        end,
        circa: circa.is_some(),
    };
    if let Some(point) = point(text) {
        return Some(written(point, None));
    }
    for between in [" to ", "/", " – ", " — ", " - ", "–", "—", "-"] {
        for (at, _) in text.match_indices(between) {
            let (start, end) = (text[..at].trim(), text[at + between.len()..].trim());
            if let Some((start, end)) = span(start, end) {
                return Some(written(start, Some(end)));
            }
        }
    }
    None
}

/// Two ends, of which the first may leave out what the second says: `July 11-12, 2018`, `11-12 July 2018`, `June-July 2018`.
fn span(start: &str, end: &str) -> Option<(Point, Point)> {
    let last = point(end);
    let first = point(start).or_else(|| {
        let last = last?;
        let parts: Vec<_> = words(start).collect();
        let year = last.year;
        match &parts[..] {
            [one] => match (month(one), number(one)) {
                (Some(month), _) => made(year, Some(month), None),
                (_, Some(day)) => made(year, last.month, Some(day)),
                _ => None,
            },
            [one, two] => {
                day_of_month(one, two).and_then(|(month, day)| made(year, Some(month), Some(day)))
            }
            _ => None,
        }
    });
    if let (Some(first), Some(last)) = (first, last) {
        return (first <= last).then_some((first, last));
    }
    // The second leaves out the month: `July 11-12, 2018`.
    let starts: Vec<_> = words(start).collect();
    let ends: Vec<_> = words(end).collect();
    let ([name, from], [to, year]) = (&starts[..], &ends[..]) else {
        return None;
    };
    let (month, year) = (month(name)?, four_digits(year)?);
    let first = made(year, Some(month), Some(number(from)?))?;
    let last = made(year, Some(month), Some(number(to)?))?;
    (first <= last).then_some((first, last))
}

/// One point in time.
fn point(text: &str) -> Option<Point> {
    if let Ok(point) = Point::parse(text) {
        return Some(point);
    }
    let (text, is_bce) = match ["BCE", "BC", "B.C.E.", "B.C."]
        .iter()
        .find_map(|era| text.strip_suffix(era))
    {
        Some(text) => (text, true),
        None => (text, false),
    };
    let parts: Vec<_> = words(text).collect();
    let year = |text: &str| {
        let year = if is_bce {
            number_of_year(text)?
        } else {
            four_digits(text)?
        };
        Some(if is_bce { 1 - year } else { year })
    };
    match &parts[..] {
        [one] => made(year(one)?, None, None),
        [one, two] => made(year(two)?, Some(month(one)?), None),
        [one, two, three] => {
            let (month, day) = day_of_month(one, two)?;
            made(year(three)?, Some(month), Some(day))
        }
        _ => None,
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text
        .split([' ', ',', '\u{a0}'])
        .filter(|word| !word.is_empty());
    words.filter(|word| !matches!(*word, "of" | "the"))
}

/// The month and day of `July 16`, `16 July` or `16th July`.
fn day_of_month(one: &str, two: &str) -> Option<(u8, u8)> {
    match month(one) {
        Some(month) => Some((month, number(two)?)),
        None => Some((month(two)?, number(one)?)),
    }
}

fn month(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    if word.len() < 3 {
        return None;
    }
    let is_meant = |month: &str| {
        month == word || (month.starts_with(&word) && (word.len() == 3 || word == "sept"))
    };
    let at = MONTHS.iter().position(|month| is_meant(month))?;
    u8::try_from(at + 1).ok()
}

fn number(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    matches!(ending, "" | "st" | "nd" | "rd" | "th")
        .then(|| digits.parse().ok())
        .flatten()
}

fn four_digits(word: &str) -> Option<i32> {
    (word.len() == 4).then(|| number_of_year(word)).flatten()
}

fn number_of_year(word: &str) -> Option<i32> {
    let is_year = (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    is_year
        .then(|| word.parse().ok())
        .flatten()
        .filter(|year| *year > 0)
}

/// A point that exists.
fn made(year: i32, month: Option<u8>, day: Option<u8>) -> Option<Point> {
    let point = Point {
        year,
        month,
        day,
        time: None,
    };
    (Point::parse(&point.to_string()).ok()? == point).then_some(point)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<String> {
        let Written { start, end, circa } = read(text)?;
        let end = end.map(|end| format!("/{end}")).unwrap_or_default();
        Some(format!("{}{start}{end}", if circa { "~" } else { "" }))
    }

    #[test]
    fn a_date_is_read_as_english_writes_it() {
        for (written, meant) in [
            ("2018-07-16", "2018-07-16"),
            ("July 16 2018", "2018-07-16"),
            ("July 16th, 2018", "2018-07-16"),
            ("16 July 2018", "2018-07-16"),
            ("Sept. 3, 1939", "1939-09-03"),
            ("the 3rd of May 1808", "1808-05-03"),
            ("July 2018", "2018-07"),
            ("2018", "2018"),
            ("c. 1850", "~1850"),
            ("March 15, 44 BC", "-0043-03-15"),
            ("44 BCE", "-0043"),
            ("July 11-12, 2018", "2018-07-11/2018-07-12"),
            ("11–12 July 2018", "2018-07-11/2018-07-12"),
            ("June - July 2018", "2018-06/2018-07"),
            ("1914-1918", "1914/1918"),
            ("30 June to 2 July 2018", "2018-06-30/2018-07-02"),
            ("2018-07-11/2018-07-12", "2018-07-11/2018-07-12"),
        ] {
            assert_eq!(said(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "July",
            "30 February 2018",
            "7/16/2018",
            "2018-1914",
            "Mayor 2018",
            "16 July 18",
            "–",
            "ä-é",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
