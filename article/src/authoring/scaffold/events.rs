//! Events proposed from the dates of a text, and the marks on the words that tell of them.

use std::collections::BTreeMap;

use super::dates::{Dated, Day};
use super::ids::Ids;
use super::layout::{Layout, Role};
use super::markdown::Mark;
use super::naming::{Name, name};
use super::passages::{Found, find};
use super::years::{Inferred, Mention, infer};
use crate::model::Point;

/// How much of a sentence is quoted for the editor, in characters.
const LONGEST_QUOTED: usize = 400;

/// An event that the text seems to tell of.
pub(super) struct Proposal {
    pub id: String,
    pub name: Name,
    /// The date as the text gives it.
    pub written: String,
    /// The sentence it stands in, or as much of it as tells an editor where that is.
    pub sentence: String,
    /// The date as documents write it; `None` where its year is not known.
    pub date: Option<String>,
    pub start: Day,
    /// The year, where the text leaves it out.
    pub inferred: Option<Inferred>,
    /// The word that says that it had yet to happen.
    pub planned: Option<String>,
}

/// Proposes an event for each date of a text, and marks the words that tell of it.
pub(super) fn propose(layout: &mut Layout) -> Vec<Proposal> {
    let parts = layout.parts.iter().enumerate();
    let found: Vec<Found> = parts
        .filter(|(_, part)| part.role != Role::Byline)
        .flat_map(|(at, part)| find(at, part))
        .collect();
    let mentions: Vec<Mention> = found
        .iter()
        .map(|found| Mention {
            paragraph: found.part,
            sentence: found.sentence.start,
            day: found.date.start,
            planned: found.planned.is_some(),
        })
        .collect();
    let published = layout.published.as_ref().map(|published| published.day);
    let years = infer(&mentions, published);
    let mut proposals: Vec<Proposal> = Vec::new();
    let mut known = BTreeMap::new();
    let mut marks = BTreeMap::<(usize, usize, usize), Vec<String>>::new();
    for (found, year) in found.iter().zip(years) {
        let dated = (
            date(&found.date, year.as_ref()),
            found.date.start,
            found.date.end,
        );
        // A date that is known is the same however it is written.
        let same = match &dated {
            (Some(date), ..) => (Some(date.clone()), None),
            (None, start, end) => (None, Some((*start, *end))),
        };
        let event = *known.entry(same).or_insert_with(|| {
            proposals.push(proposal(layout, found, year, dated.0));
            proposals.len() - 1
        });
        let event = &mut proposals[event];
        if is_over(event.start, published) {
            event.planned = None;
        }
        if event.date.is_some() {
            let words = (found.part, found.clause.start, found.clause.end);
            let ids = marks.entry(words).or_default();
            if !ids.contains(&event.id) {
                ids.push(event.id.clone());
            }
        }
    }
    for ((part, start, end), ids) in marks {
        let ids = ids.join("+");
        layout.parts[part].marks.push(Mark {
            words: start..end,
            ids,
        });
    }
    proposals
}

/// A date as documents write it; `None` where its year is not known.
fn date(dated: &Dated, inferred: Option<&Inferred>) -> Option<String> {
    let year = dated.start.year.or(inferred.map(|it| it.year))?;
    let start = dated.start.in_year(year)?;
    let Some(end) = dated.end else {
        return Some(start.to_string());
    };
    // A span that ends in an earlier month than it begins ends in the next year.
    let turned = end.year.is_none() && end.month < dated.start.month;
    let end = end.in_year(end.year.unwrap_or(year + i32::from(turned)))?;
    Some(format!("{start}/{end}"))
}

fn proposal(
    layout: &mut Layout,
    found: &Found,
    inferred: Option<Inferred>,
    date: Option<String>,
) -> Proposal {
    let text = &layout.parts[found.part].text;
    let words = &found.date.words;
    let name = name(text, found.clause.clone(), words.clone());
    let before = text[..words.start].split_whitespace().next_back();
    let since = before.is_some_and(|word| word.eq_ignore_ascii_case("since"));
    let written = text[words.clone()].to_owned();
    let sentence = shortened(&text[found.sentence.clone()]);
    Proposal {
        id: id(&mut layout.ids, &name, &found.date, &written),
        name,
        written,
        sentence,
        date,
        start: found.date.start,
        inferred,
        planned: found.planned.clone().filter(|_| !since),
    }
}

/// A sentence, of which the end is left out where it is very long.
fn shortened(sentence: &str) -> String {
    match sentence.char_indices().nth(LONGEST_QUOTED) {
        Some((at, _)) => format!("{} …", sentence[..at].trim_end()),
        None => sentence.to_owned(),
    }
}

/// Whether a date that the text gives with its year was over on the day of publication.
fn is_over(start: Day, published: Option<Point>) -> bool {
    let point = start.year.and_then(|year| start.in_year(year));
    matches!((point, published), (Some(point), Some(published)) if point < published)
}

/// An id from the place, else from the date as it is written: an inferred year is no promise to keep.
fn id(ids: &mut Ids, name: &Name, date: &Dated, written: &str) -> String {
    let place = name
        .place
        .as_deref()
        .and_then(|place| place.split(',').next());
    if let Some(place) = place {
        return ids.for_words(place, 3, "event");
    }
    let Some(month) = date.start.month else {
        return ids.exactly(&format!("year-{}", digits(written)));
    };
    let name_of = |month: u8| MONTHS[usize::from(month.clamp(1, 12)) - 1].to_owned();
    let end = date.end.unwrap_or(date.start);
    let other_month = end.month.filter(|other| *other != month);
    let number = |number: Option<u8>| number.map(|number| number.to_string());
    let words = [
        Some(name_of(month)),
        number(date.start.day),
        other_month.map(name_of),
        number(date.end.and_then(|end| end.day)),
        date.start.year.map(|year| year.to_string()),
    ];
    let words: Vec<_> = words.into_iter().flatten().collect();
    ids.exactly(&words.join("-"))
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

/// The numbers in some words, with `-` between.
fn digits(words: &str) -> String {
    let numbers = words.split(|c: char| !c.is_ascii_digit());
    let numbers: Vec<_> = numbers.filter(|number| !number.is_empty()).collect();
    numbers.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authoring::scaffold::layout::layout;

    /// The events of a text: id, date, title.
    fn proposed(text: &[&str]) -> Vec<(String, Option<String>, bool)> {
        let mut paragraphs = vec!["Headline".to_owned()];
        paragraphs.extend(text.iter().map(|text| text.to_string()));
        let proposals = propose(&mut layout(&paragraphs));
        let told = |it: Proposal| (it.id.clone(), it.date.clone(), it.planned.is_some());
        proposals.into_iter().map(told).collect()
    }

    fn event(id: &str, date: Option<&str>, planned: bool) -> (String, Option<String>, bool) {
        (id.to_owned(), date.map(str::to_owned), planned)
    }

    #[test]
    fn a_date_named_twice_is_one_event() {
        assert_eq!(
            proposed(&["They met on May 3, 2018.", "Since 3 May 2018 it rains."]),
            [event("may-3-2018", Some("2018-05-03"), false)]
        );
    }

    #[test]
    fn a_place_gives_the_id_and_a_word_says_that_it_is_planned() {
        assert_eq!(
            proposed(&["Published May 1, 2018", "They will meet on May 3 in Oslo."]),
            [event("oslo", Some("2018-05-03"), true)]
        );
    }

    #[test]
    fn a_date_without_a_year_has_none_where_nothing_tells_it() {
        assert_eq!(
            proposed(&["They meet on May 3."]),
            [event("may-3", None, false)]
        );
    }

    #[test]
    fn a_span_over_the_turn_of_a_year_ends_in_the_next() {
        assert_eq!(
            proposed(&[
                "Published December 20, 2018",
                "It is open December 28 – January 2."
            ]),
            [event(
                "december-28-january-2",
                Some("2018-12-28/2019-01-02"),
                false
            )]
        );
    }

    #[test]
    fn two_dates_in_one_sentence_mark_a_clause_each() {
        let text = "They met on May 3, 2018, and they will meet again on June 4, 2018, in Oslo.";
        let paragraphs = ["Headline".to_owned(), text.to_owned()];
        let mut layout = layout(&paragraphs);
        propose(&mut layout);
        let marks = &layout.parts[0].marks;
        let words: Vec<_> = marks.iter().map(|mark| &text[mark.words.clone()]).collect();
        assert_eq!(words.len(), 2, "{words:?}");
        assert_eq!(words[0], "They met on May 3, 2018");
    }
}
