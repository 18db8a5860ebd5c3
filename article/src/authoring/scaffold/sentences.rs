//! Where sentences end.
//!
//! Unicode's rules part text at every full stop before a capital. What they can't know, that "Mr." and "U.S." are
//! abbreviations, is mended here.

use std::ops::Range;

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

/// Abbreviations that a sentence goes on after.
const ABBREVIATIONS: &[&str] = &[
    "Mr.", "Mrs.", "Ms.", "Mx.", "Dr.", "Prof.", "Rev.", "Hon.", "Pres.", "Gen.", "Adm.", "Col.",
    "Maj.", "Capt.", "Cmdr.", "Lt.", "Sgt.", "Cpl.", "Gov.", "Sen.", "Rep.", "Amb.", "Sec.", "St.",
    "Mt.", "Ft.", "No.", "Nos.", "Art.", "vs.", "v.", "cf.", "e.g.", "i.e.", "c.", "ca.",
    "approx.", "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct.",
    "Nov.", "Dec.",
];

/// Words that begin a new sentence even after "U.S.", since no name begins with them.
const OPENERS: &[&str] = &[
    "A", "After", "An", "And", "As", "At", "Before", "But", "By", "For", "From", "He", "Her",
    "His", "If", "In", "It", "Its", "On", "She", "Since", "So", "That", "The", "Their", "There",
    "They", "This", "Those", "To", "We", "What", "When", "While", "Who", "With",
];

/// The sentences of a paragraph, as bytes of it, without the white space around them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let mut sentences = Vec::new();
    let mut start = 0;
    for end in segmenter.segment_str(text).skip(1) {
        if end < text.len() && goes_on(&text[start..end], &text[end..]) {
            continue;
        }
        sentences.extend(trimmed(text, start..end));
        start = end;
    }
    sentences
}

/// A part of a text without the white space around it; `None` where nothing else is in it.
pub(super) fn trimmed(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let words = text.get(part.clone())?;
    let start = part.start + words.len() - words.trim_start().len();
    let end = start + words.trim().len();
    (start < end).then_some(start..end)
}

/// Whether what follows belongs to the same sentence, because the full stop between is an abbreviation's.
fn goes_on(sentence: &str, rest: &str) -> bool {
    let last = sentence.split_whitespace().next_back().unwrap_or_default();
    let last = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    if ABBREVIATIONS.contains(&last) {
        return true;
    }
    let next = rest.split_whitespace().next().unwrap_or_default();
    let next = next.trim_matches(|c: char| !c.is_alphanumeric());
    is_initials(last) && !OPENERS.contains(&next)
}

/// Whether a word is initials: "U.S.", "J.".
fn is_initials(word: &str) -> bool {
    let mut parts = word.split_terminator('.').peekable();
    let is_letter = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    word.ends_with('.') && parts.peek().is_some() && parts.all(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|at| &text[at]).collect()
    }

    #[test]
    fn a_paragraph_is_parted_into_its_sentences() {
        assert_eq!(
            parted("They met. Why? Nobody knows!  “It was time.” End"),
            [
                "They met.",
                "Why?",
                "Nobody knows!",
                "“It was time.”",
                "End"
            ]
        );
    }

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        let text =
            "Mr. Putin met U.S. National Security Advisor J. R. Bolton on Jan. 6 in St. Ives.";
        assert_eq!(parted(text), [text]);
    }

    #[test]
    fn initials_end_a_sentence_where_the_next_word_begins_one() {
        assert_eq!(
            parted("He left for the U.S. The talks ended."),
            ["He left for the U.S.", "The talks ended."]
        );
    }

    #[test]
    fn scripts_with_marks_of_their_own_are_parted_too() {
        assert_eq!(parted("会った。なぜ？"), ["会った。", "なぜ？"]);
        assert_eq!(
            parted("اجتمعوا. لماذا؟ لا أحد يعرف."),
            ["اجتمعوا.", "لماذا؟", "لا أحد يعرف."]
        );
    }
}
