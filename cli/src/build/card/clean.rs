//! Text made fit to be drawn, cut, and taken apart into letters.

use icu_segmenter::GraphemeClusterSegmenter;

use super::fonts::Voice;

/// As much of a word that is cut, in letters, is rather left out.
const LOST: usize = 9;

/// A text on one line, without what can't be shown there: letters that no font has, controls, and signs that change the
/// direction of text from where they stand to where others end it, since lines may end in between.
pub fn clean(text: &str) -> String {
    let is_kept = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{ffff}')
    };
    let is_gap = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
    let words = text.split(is_gap).filter(|word| !word.is_empty());
    let words = words.map(|word| {
        // Few fonts have the narrow space.
        let word: String = word
            .replace('\u{202f}', "\u{a0}")
            .chars()
            .filter(is_kept)
            .collect();
        let has_font = |letter: &&str| is_unseen(letter) || Voice::Plain.font(letter).is_some();
        letters(&word)
            .into_iter()
            .filter(has_font)
            .collect::<String>()
    });
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The first letters of a text, as many as these and no half words, unless a word is long.
pub fn shortened(text: &str, length: usize) -> String {
    let kept = letters(text).into_iter().take(length).collect::<String>();
    let begun = kept
        .rfind(' ')
        .filter(|_| !text[kept.len()..].starts_with(' '));
    let kept = match begun {
        Some(at) if letters(&kept[at..]).len() <= LOST => &kept[..at],
        _ => &kept,
    };
    format!(
        "{}…",
        kept.trim_end_matches([' ', ',', ';', ':', '.', '-', '–', '—'])
    )
}

/// What one sees as letters, accents and all.
pub fn letters(text: &str) -> Vec<&str> {
    let mut ends: Vec<_> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    ends.dedup();
    ends.windows(2)
        .filter_map(|pair| text.get(pair[0]..pair[1]))
        .collect()
}

/// Whether a letter is none, but says where a line may end or may not.
pub fn is_unseen(letter: &str) -> bool {
    matches!(letter, "\u{ad}" | "\u{200b}" | "\u{2060}")
}

/// A letter of a text that no font here has, if there is one.
pub fn missing(text: &str) -> Option<&str> {
    let is_missing = |letter: &&str| {
        letter.chars().any(char::is_alphabetic) && Voice::Headline.font(letter).is_none()
    };
    letters(text).into_iter().find(is_missing)
}
