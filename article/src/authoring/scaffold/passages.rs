//! Dates with the words that tell of them: the sentence, or the clause of a sentence with several.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::dates::{Dated, dates};
use super::furniture::pattern;
use super::layout::{Part, Role};
use super::sentences::{sentences, trimmed};

pattern!(
    PLANNED,
    r"\b(?i:will|shall|scheduled|upcoming|forthcoming|slated|(?:is|are) (?:set |due |expected )?to|plans? to|planned for)\b"
);
pattern!(
    CUT,
    r"[;:]\s+|\s[—–-]\s|—|,\s+(?:and|but|while|which|who|when|as|after|before|or|so|then|where|with|followed)\b"
);
pattern!(CUT_IN_HEADING, r"[;:]\s+|\s[—–-]\s|—|,\s+\p{Ll}");

/// A date in a part of the text.
pub(super) struct Found {
    /// The number of the part.
    pub part: usize,
    /// The words that tell of it: the sentence, or as much of it as is about this date.
    pub clause: Range<usize>,
    pub sentence: Range<usize>,
    pub date: Dated,
    /// The word that says that it had yet to happen.
    pub planned: Option<String>,
}

/// The dates of a part, each with its sentence and clause.
pub(super) fn find(at: usize, part: &Part) -> Vec<Found> {
    let text = &part.text;
    let all = dates(text);
    if all.is_empty() {
        return Vec::new();
    }
    let is_heading = matches!(part.role, Role::Heading { .. });
    let planned = |sentence: &Range<usize>| {
        let found = PLANNED.as_ref()?.find(&text[sentence.clone()])?;
        Some(found.as_str().to_owned())
    };
    let mut found = Vec::new();
    for sentence in whole_sentences(text, part.label, &all) {
        let dates = within(&all, &sentence);
        if dates.is_empty() {
            continue;
        }
        let planned = planned(&sentence);
        for clause in clauses(text, sentence.clone(), dates, is_heading) {
            found.extend(within(dates, &clause).iter().map(|date| Found {
                part: at,
                clause: clause.clone(),
                sentence: sentence.clone(),
                planned: planned.clone(),
                date: date.clone(),
            }));
        }
    }
    found
}

/// The dates in a part of the text; both are in its order.
fn within<'d>(dates: &'d [Dated], part: &Range<usize>) -> &'d [Dated] {
    let start = dates.partition_point(|date| date.words.start < part.start);
    let end = dates.partition_point(|date| date.words.end <= part.end);
    &dates[start..end.max(start)]
}

/// Whether a date stands on both sides of a place in the text.
fn is_cut(dates: &[Dated], at: usize) -> bool {
    let after = dates.partition_point(|date| date.words.end <= at);
    dates.get(after).is_some_and(|date| date.words.start < at)
}

/// The sentences of a text behind its label; none ends inside a date.
fn whole_sentences(text: &str, label: usize, dates: &[Dated]) -> Vec<Range<usize>> {
    let mut whole: Vec<Range<usize>> = Vec::new();
    // The colon behind a speaker's name is not theirs.
    let said = text[label..].trim_start_matches([':', '：', '.', ' ']);
    let offset = text.len() - said.len();
    for sentence in sentences(said) {
        let sentence = sentence.start + offset..sentence.end + offset;
        match whole.last_mut() {
            Some(last) if is_cut(dates, sentence.start) => last.end = sentence.end,
            _ => whole.push(sentence),
        }
    }
    whole
}

/// The clauses of a sentence. One with a single date stays whole, but in a heading only the words around a date count.
fn clauses(
    text: &str,
    sentence: Range<usize>,
    dates: &[Dated],
    is_heading: bool,
) -> Vec<Range<usize>> {
    let pattern = if is_heading { &CUT_IN_HEADING } else { &CUT };
    let Some(pattern) = pattern.as_ref().filter(|_| is_heading || dates.len() > 1) else {
        return vec![sentence];
    };
    let mut clauses = Vec::new();
    let mut start = sentence.start;
    for cut in pattern.find_iter(&text[sentence.clone()]) {
        let at = sentence.start + cut.start();
        // Signs in a row, as in ":  —", are one cut.
        if at < start || is_cut(dates, at) {
            continue;
        }
        clauses.extend(trimmed(text, start..at));
        let sign = text[at..].trim_start_matches([' ', ',', ';', ':', '—', '–', '-']);
        start = text.len() - sign.len();
    }
    clauses.extend(trimmed(text, start.min(sentence.end)..sentence.end));
    clauses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_one() {
        for pattern in [&PLANNED, &CUT, &CUT_IN_HEADING] {
            assert!(pattern.is_some());
        }
    }

    #[test]
    fn a_clause_is_cut_between_dates_and_in_headings_and_never_in_a_date() {
        let cut = |text: &str, is_heading| -> Vec<String> {
            let clauses = clauses(text, 0..text.len(), &dates(text), is_heading);
            clauses.into_iter().map(|at| text[at].to_owned()).collect()
        };
        let text = "Open May 3 – June 4, 2018, and from July 5, 2018; closed, then, in 2019.";
        assert_eq!(
            cut(text, false),
            [
                "Open May 3 – June 4, 2018",
                "and from July 5, 2018",
                "closed",
                "then, in 2019."
            ]
        );
        assert_eq!(cut("On May 3, they met", false), ["On May 3, they met"]);
        assert_eq!(
            cut("On July 16 they met, and on May 3 in Oslo:  —", false),
            ["On July 16 they met", "and on May 3 in Oslo"]
        );
        assert_eq!(
            cut("On May 3, will they meet?", true),
            ["On May 3", "will they meet?"]
        );
    }
}
