//! The year of a date that the article gives without one.
//!
//! In order: from a year that the same sentence names before it; from the day of publication; from a year that the same
//! paragraph names before it; from the way papers write dates, who leave the year out where it is their own and write it
//! where it is another. Where none of these helps, the year stays open: none is better than a wrong one.

use super::dates::Day;
use crate::model::Point;

/// A date in the text, with what tells its year.
pub(super) struct Mention {
    /// The paragraph it stands in, counted from the beginning.
    pub paragraph: usize,
    /// Where in the paragraph its sentence begins.
    pub sentence: usize,
    /// The date, or where it begins.
    pub day: Day,
    /// Whether it had yet to come when the article was written.
    pub planned: bool,
}

/// How many days before publication a day may be of which a sentence about the future speaks.
const LATELY: i32 = 60;

/// A year, and why.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Inferred {
    pub year: i32,
    pub why: String,
}

/// The years of the mentions of a text that have none, in the order of the mentions.
pub(super) fn infer(mentions: &[Mention], published: Option<Point>) -> Vec<Option<Inferred>> {
    let is_day = |mention: &&Mention| mention.day.year.is_some() && mention.day.month.is_some();
    let latest = mentions
        .iter()
        .filter(is_day)
        .max_by_key(|mention| (mention.day, mention.planned));
    let mut next: Vec<Option<&Mention>> = Vec::new();
    for mention in mentions.iter().rev() {
        let after = next.last().copied().flatten();
        next.push(Some(mention).filter(is_day).or(after));
    }
    let (mut last_day, mut last_year): (Option<&Mention>, Option<&Mention>) = (None, None);
    let mut inferred = Vec::new();
    for (mention, next_day) in mentions.iter().zip(next.into_iter().rev()) {
        if mention.day.year.is_some() {
            inferred.push(None);
            last_year = Some(mention);
            last_day = Some(mention).filter(is_day).or(last_day);
            continue;
        }
        let in_paragraph = last_year
            .filter(|other| other.paragraph == mention.paragraph)
            .and_then(|other| Some((other, from_paragraph(other, mention)?)));
        let is_near = |other: &Mention| other.sentence == mention.sentence && !mention.planned;
        let year = match (in_paragraph, published) {
            (Some((other, year)), Some(_)) if is_near(other) => Some(year),
            (_, Some(published)) => from_publication(mention, published),
            (Some((_, year)), None) => Some(year),
            (None, None) if mention.planned => latest.and_then(from_custom),
            (None, None) => from_story(last_day, next_day),
        };
        // The 29th of February is not in every year.
        inferred.push(year.filter(|it| mention.day.in_year(it.year).is_some()));
    }
    inferred
}

/// The year that brings a day nearest to the day of publication; what is yet to come is not long before it.
fn from_publication(mention: &Mention, published: Point) -> Option<Inferred> {
    let day = mention.day;
    let days = |year: i32, month: Option<u8>, day: Option<u8>| {
        year * 372 + i32::from(month.unwrap_or(1)) * 31 + i32::from(day.unwrap_or(1))
    };
    let then = days(published.year, published.month, published.day);
    let after = |year: &i32| days(*year, day.month, day.day) - then;
    let years = published.year - 1..=published.year + 1;
    let year = years
        .filter(|year| !mention.planned || after(year) > -LATELY)
        .min_by_key(|year| after(year).abs())?;
    let which = if mention.planned { "next" } else { "nearest" };
    let why = format!("that is the {which} such day by {published}, when it was published");
    Some(Inferred { year, why })
}

/// The year of the date before it in the same paragraph. A year alone says nothing of what is yet to come.
fn from_paragraph(other: &Mention, mention: &Mention) -> Option<Inferred> {
    if other.day.month.is_none() && mention.planned {
        return None;
    }
    let year = other.day.year?;
    let why = format!("the paragraph names {year} before it");
    // What is told next is told in order: after December comes January of the next year.
    let months = mention.day.month.zip(other.day.month);
    let has_turned = months.is_some_and(|(this, that)| that >= this + 6);
    let year = year + i32::from(has_turned);
    Some(Inferred { year, why })
}

/// What is yet to come is in the article's own year, which papers leave out: later than any year of the past that it
/// writes beside a day.
fn from_custom(latest: &Mention) -> Option<Inferred> {
    let written = latest.day.year?;
    let (year, why) = match latest.planned {
        true => (
            written,
            format!("the text speaks of {written} as yet to come"),
        ),
        false => (
            written + 1,
            format!(
                "papers leave out the year they are in, and the latest that this text writes beside a day is {written}"
            ),
        ),
    };
    Some(Inferred { year, why })
}

/// What is past is in the year of the day told before it, or of the one told next.
fn from_story(before: Option<&Mention>, after: Option<&Mention>) -> Option<Inferred> {
    let (year, which) = match before.and_then(|other| other.day.year) {
        Some(year) => (year, "the last day told before it"),
        None => (after?.day.year?, "the next day told after it"),
    };
    let why = format!("{which} is of {year}");
    Some(Inferred { year, why })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mention(paragraph: usize, year: Option<i32>, month: u8, day: u8, planned: bool) -> Mention {
        let (month, day) = (
            Some(month).filter(|it| *it > 0),
            Some(day).filter(|it| *it > 0),
        );
        Mention {
            paragraph,
            sentence: paragraph,
            day: Day { year, month, day },
            planned,
        }
    }

    fn year(mentions: &[Mention], published: Option<&str>) -> Option<i32> {
        let published = published.map(|text| Point::parse(text).expect("a date"));
        let last = infer(mentions, published).pop().flatten();
        last.map(|inferred| inferred.year)
    }

    #[test]
    fn a_day_is_near_the_day_of_publication() {
        assert_eq!(
            year(&[mention(0, None, 7, 16, true)], Some("2018-07-02")),
            Some(2018)
        );
        assert_eq!(
            year(&[mention(0, None, 1, 3, true)], Some("2018-12-20")),
            Some(2019)
        );
        assert_eq!(
            year(&[mention(0, None, 12, 30, false)], Some("2018-01-02")),
            Some(2017)
        );
    }

    #[test]
    fn a_day_to_come_is_after_publication_or_lately() {
        assert_eq!(
            year(&[mention(0, None, 12, 1, true)], Some("2019-05-14")),
            Some(2019)
        );
        assert_eq!(
            year(&[mention(0, None, 12, 1, false)], Some("2019-05-14")),
            Some(2018)
        );
        assert_eq!(
            year(&[mention(0, None, 4, 20, true)], Some("2019-05-14")),
            Some(2019)
        );
    }

    #[test]
    fn a_year_in_the_same_sentence_goes_before_the_day_of_publication() {
        let before = mention(3, Some(2014), 0, 0, false);
        assert_eq!(
            year(
                &[before, mention(3, None, 4, 17, false)],
                Some("2018-07-02")
            ),
            Some(2014)
        );
    }

    #[test]
    fn a_story_goes_on_in_its_year() {
        let before = mention(3, Some(2014), 3, 18, false);
        assert_eq!(
            year(&[before, mention(3, None, 4, 17, false)], None),
            Some(2014)
        );
        let before = mention(3, Some(2014), 12, 30, false);
        assert_eq!(
            year(&[before, mention(3, None, 1, 2, false)], None),
            Some(2015)
        );
        let before = mention(1, Some(2014), 3, 18, false);
        assert_eq!(
            year(&[before, mention(3, None, 4, 17, false)], None),
            Some(2014)
        );
    }

    #[test]
    fn what_is_yet_to_come_is_later_than_the_years_that_are_written_out() {
        let past = mention(1, Some(2017), 7, 7, false);
        assert_eq!(
            year(&[past, mention(3, None, 7, 16, true)], None),
            Some(2018)
        );
        let coming = mention(1, Some(2018), 7, 7, true);
        assert_eq!(
            year(&[coming, mention(3, None, 7, 16, true)], None),
            Some(2018)
        );
    }

    #[test]
    fn where_nothing_tells_the_year_it_stays_open() {
        assert_eq!(year(&[mention(0, None, 7, 16, true)], None), None);
        let alone = mention(0, Some(2014), 0, 0, false);
        assert_eq!(year(&[alone, mention(3, None, 7, 16, false)], None), None);
        let past = mention(1, Some(2017), 7, 7, false);
        assert_eq!(year(&[past, mention(3, None, 2, 29, true)], None), None);
    }
}
