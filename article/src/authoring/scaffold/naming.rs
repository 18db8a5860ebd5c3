//! A title and a place for a date, out of the words around it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::furniture::pattern;

pattern!(
    PLACE_BEFORE,
    r"\b[Ii]n (?P<place>(?:St\. )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}(?:, \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2})?),? *$"
);
pattern!(
    PLACE_AFTER,
    r"^,? in (?P<place>(?:St\. )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}(?:, \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2})?)"
);
pattern!(
    LEADING,
    r"(?i)[\s,(]*\b(?:(?:on|in|since|by|of|from|until|till|between|during|after|before|to|through|around|about|circa|early|late|mid|the|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b[\s,-]*)+$"
);

/// Words before which a noun phrase begins.
const BOUNDS: &[&str] = &[
    "a",
    "about",
    "after",
    "against",
    "an",
    "and",
    "as",
    "at",
    "before",
    "but",
    "by",
    "during",
    "each",
    "every",
    "following",
    "for",
    "from",
    "her",
    "his",
    "in",
    "into",
    "its",
    "my",
    "on",
    "or",
    "our",
    "over",
    "since",
    "so",
    "the",
    "their",
    "these",
    "this",
    "those",
    "through",
    "until",
    "with",
    "your",
];

/// Words behind which a verb stands rather than a noun.
const BEFORE_VERBS: &[&str] = &[
    "also", "am", "are", "be", "been", "can", "could", "did", "do", "does", "had", "has", "have",
    "he", "i", "if", "is", "it", "may", "might", "must", "never", "not", "shall", "she", "should",
    "that", "then", "they", "to", "was", "we", "were", "when", "which", "while", "who", "will",
    "would", "you",
];

/// Verbs that often stand before a date; the others mostly end in "ed".
const VERBS: &[&str] = &[
    "again", "became", "began", "begins", "broke", "came", "died", "ended", "fell", "gave", "held",
    "here", "him", "it", "left", "lost", "made", "me", "meet", "meets", "met", "said", "says",
    "started", "starts", "them", "there", "took", "us", "was", "went", "won",
];

/// How many words a title has at most.
const LONGEST: usize = 8;

/// How many characters before a date may name it.
const NEAR: usize = 300;

/// How many characters say something in scripts that leave no spaces between words.
const SOME_LETTERS: usize = 20;

/// What a date is called.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Name {
    /// The title.
    pub title: String,
    /// Where it is from, for the editor.
    pub from: &'static str,
    /// The place that stands beside the date.
    pub place: Option<String>,
}

/// Names the date at `date` by the clause it stands in; both are bytes of the text.
pub(super) fn name(text: &str, clause: Range<usize>, date: Range<usize>) -> Name {
    let (opening, after) = (&text[clause.start..date.start], &text[date.end..clause.end]);
    // Nothing that names a date is farther from it; some "sentences" are as long as their text.
    let near = opening
        .char_indices()
        .rev()
        .nth(NEAR)
        .map_or(0, |(at, _)| at);
    let before = &opening[near..];
    let before = match LEADING.as_ref().and_then(|pattern| pattern.find(before)) {
        Some(leading) => &before[..leading.start()],
        None => before,
    };
    let place_before = PLACE_BEFORE
        .as_ref()
        .and_then(|pattern| pattern.captures(before));
    let place_after = PLACE_AFTER
        .as_ref()
        .and_then(|pattern| pattern.captures(after));
    let place = place_before.as_ref().or(place_after.as_ref());
    let place = place
        .and_then(|found| found.name("place"))
        .map(|place| place.as_str().to_owned());
    let phrase = match place_before.as_ref().and_then(|found| found.get(0)) {
        Some(found) => noun_phrase(&before[..found.start()]),
        None => noun_phrase(before),
    };
    let (title, from) = match phrase {
        Some(title) => (title, "the words before the date"),
        None if near > 0 => (shortened(opening, "", &text[date]), "the sentence"),
        None => (shortened(before, after, &text[date]), "the sentence"),
    };
    Name { title, from, place }
}

/// The noun phrase at the end of some words, as far as it can be told without a grammar: back to an article, a pronoun,
/// a preposition other than "of", or a mark.
fn noun_phrase(words: &str) -> Option<String> {
    let words = words.trim_end();
    if words.ends_with(|c: char| !c.is_alphanumeric()) {
        return None;
    }
    let mut phrase: Vec<&str> = Vec::new();
    for word in words.split_whitespace().rev() {
        let is_marked = word.ends_with(|c: char| !c.is_alphanumeric() && !"'’.".contains(c));
        let lower = word.to_lowercase();
        let is_bound = BOUNDS.contains(&lower.as_str());
        // "The signing of the treaty" goes on before its second article; "the heels of the NATO summit" does not.
        let goes_on = phrase.len() == 1
            && matches!(word, "the" | "a" | "an")
            && words.split_whitespace().rev().nth(2) == Some("of");
        if is_marked || (is_bound && !goes_on) || word.contains(['—', '(', '“', '"']) {
            break;
        }
        if BEFORE_VERBS.contains(&lower.as_str()) {
            return None;
        }
        phrase.push(word);
    }
    let is_verb = phrase
        .first()
        .is_none_or(|last| VERBS.contains(last) || last.ends_with("ed"));
    phrase.reverse();
    let is_phrase = !is_verb && (2..=LONGEST).contains(&phrase.len()) && phrase[0] != "of";
    is_phrase.then(|| capitalised(&phrase.join(" ")))
}

/// The first words of a clause before its date, or behind it where there are too few.
fn shortened(before: &str, after: &str, date: &str) -> String {
    let is_sign = |c: char| !c.is_alphanumeric();
    let before = before.trim_start_matches(is_sign);
    let before = ["and ", "but ", "or ", "so "]
        .iter()
        .find_map(|joint| before.strip_prefix(joint))
        .unwrap_or(before);
    let after = after.trim_start_matches(is_sign);
    let is_enough = before.split_whitespace().nth(2).is_some()
        || before.chars().count() > SOME_LETTERS
        || after.len() < before.len();
    let rest = if is_enough { before } else { after };
    let mut words = rest.split_whitespace();
    let mut title = words.by_ref().take(LONGEST).collect::<Vec<_>>().join(" ");
    let is_cut = words.next().is_some() || title.chars().count() > 70;
    title = title.chars().take(70).collect();
    let title = title.trim_end_matches([',', ';', ':', '.', '?', '!', '—', '–', '-', ' ', '…']);
    match title.chars().filter(|c| c.is_alphanumeric()).count() {
        0..4 => date.to_owned(),
        _ if is_cut => capitalised(&format!("{title} …")),
        _ => capitalised(title),
    }
}

fn capitalised(words: &str) -> String {
    let mut signs = words.chars();
    match signs.next() {
        Some(first) => first.to_uppercase().chain(signs).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str, date: &str) -> (String, Option<String>) {
        let start = text.find(date).expect("the date");
        let name = name(text, 0..text.len(), start..start + date.len());
        (name.title, name.place)
    }

    #[test]
    fn every_pattern_is_one() {
        for pattern in [&PLACE_BEFORE, &PLACE_AFTER, &LEADING] {
            assert!(pattern.is_some());
        }
    }

    #[test]
    fn a_title_is_the_noun_phrase_before_the_date() {
        for (text, date, title) in [
            (
                "It comes on the heels of the NATO summit on July 11",
                "July 11",
                "NATO summit",
            ),
            (
                "Since the Russian invasion of Ukraine in 2014, it has",
                "2014",
                "Russian invasion of Ukraine",
            ),
            (
                "They welcomed the signing of the treaty on May 3.",
                "May 3",
                "Signing of the treaty",
            ),
            (
                "Talks about fish at the fish market summit on Monday, May 3",
                "May 3",
                "Fish market summit",
            ),
        ] {
            assert_eq!(named(text, date).0, title);
        }
    }

    #[test]
    fn without_one_it_is_the_first_words() {
        for (text, date, title) in [
            (
                "On May 3, the two leaders met in Oslo.",
                "May 3",
                "The two leaders met in Oslo",
            ),
            (
                "Parliament approved it on May 3.",
                "May 3",
                "Parliament approved it",
            ),
            ("May 3", "May 3", "May 3"),
            (
                "In 2014 nobody knew what was to become of the old hall",
                "2014",
                "Nobody knew what was to become of the …",
            ),
        ] {
            assert_eq!(named(text, date).0, title);
        }
    }

    #[test]
    fn a_place_stands_beside_the_date() {
        for (text, date, place) in [
            (
                "a formal summit on July 16 in Helsinki, Finland.",
                "July 16",
                Some("Helsinki, Finland"),
            ),
            (
                "at the G-20 summit in Hamburg, Germany on July 7, 2017.",
                "July 7, 2017",
                Some("Hamburg, Germany"),
            ),
            ("They met in New York in 2014.", "2014", Some("New York")),
            ("They met in the hall in 2014.", "2014", None),
        ] {
            assert_eq!(named(text, date).1.as_deref(), place, "{text}");
        }
    }
}
