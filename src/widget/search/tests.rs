//! Folding and finding, with Unicode's own word where the browser gives its.

use std::ops::Range;

use icu_normalizer::DecomposingNormalizerBorrowed;
use proptest::prelude::*;

use super::find::{at_or_after, find, step};
use super::fold::{Folder, Text, query};

fn folder() -> Folder<impl FnMut(char) -> String> {
    Folder::new(|character: char| {
        DecomposingNormalizerBorrowed::new_nfkd()
            .normalize(character.encode_utf8(&mut [0; 4]))
            .to_lowercase()
    })
}

fn folded(words: &str) -> String {
    let mut text = Text::default();
    text.push(words, &mut folder());
    String::from_utf16_lossy(text.units())
}

/// The slices of the original words that a query finds.
fn slices(words: &str, sought: &str) -> Vec<String> {
    let units: Vec<u16> = words.encode_utf16().collect();
    let slice =
        |at: Range<u32>| String::from_utf16_lossy(&units[at.start as usize..at.end as usize]);
    let mut folder = folder();
    let mut text = Text::default();
    text.push(words, &mut folder);
    let sought = query(sought, &mut folder);
    let found = find(&text, &sought).into_iter();
    found
        .map(|at| slice(text.source(at..at + sought.len())))
        .collect()
}

#[test]
fn case_accents_and_typography_do_not_matter() {
    for (words, sought) in [
        ("vis-à-vis", "vis-a-vis"),
        ("vis-a\u{300}-vis", "VIS-À-VIS"),
        ("Tallinn’s", "tallinn's"),
        ("“Yes”", "\"yes\""),
        ("«Да»", "\"да\""),
        ("11–12 July", "11-12 july"),
        ("a\u{a0}b", "a b"),
        ("a \n\t b", "a b"),
        ("co\u{ad}op\u{200b}eration", "cooperation"),
        ("Straße", "STRASSE"),
        ("Ærø", "aero"),
        ("İstanbul", "istanbul"),
        ("Hämeenlinna", "hameenlinna"),
        ("Йод, ёлка", "йод, елка"),
        ("Київ", "КИІВ"),
        ("السَّلامُ", "السلام"),
        ("ﬁne …", "fine ..."),
        ("ΟΔΟΣ", "οδος"),
        ("会議", "会議"),
    ] {
        assert_eq!(slices(words, sought), [words], "{sought}");
        assert_eq!(folded(words), folded(sought));
    }
}

#[test]
fn what_is_found_is_the_words_and_nothing_around_them() {
    let found = |sought| slices("So – à la\u{a0} carte\u{ad} , e\u{301}tude.", sought);
    assert_eq!(found("a"), ["à", "a", "a"]);
    assert_eq!(found("la c"), ["la\u{a0} c"]);
    assert_eq!(found("carte"), ["carte"]);
    assert_eq!(found("e"), ["e", "e\u{301}", "e"]);
    assert_eq!(found(" so "), ["So"]);
    assert_eq!(found("xyz"), [""; 0]);
}

#[test]
fn a_letter_that_comes_to_two_is_found_once() {
    assert_eq!(slices("Maß", "s"), ["ß"]);
    assert_eq!(slices("Maßstab", "ss"), ["ß"]);
    assert_eq!(slices("Straße", "stras"), ["Straß"]);
    assert_eq!(slices("ß", "sx"), [""; 0]);
}

#[test]
fn nothing_is_looked_for_where_nothing_is_written() {
    for nothing in ["", "  ", "\u{a0}", "\u{ad}", "\u{301}", "\0"] {
        assert!(query(nothing, &mut folder()).is_empty(), "{nothing:?}");
    }
    assert_eq!(slices("text", ""), [""; 0]);
}

#[test]
fn nothing_is_found_over_the_border_of_a_block_and_a_line_break_is_a_space() {
    let mut folder = folder();
    let mut text = Text::default();
    let mut push = |words: &str| text.push(words, &mut folder);
    push("one");
    push(" two");
    text.end_block();
    text.end_block();
    text.push(" three", &mut folder);
    text.space();
    text.push("four", &mut folder);
    let mut at = |sought: &str| find(&text, &query(sought, &mut folder));
    assert_eq!(at("one two"), [0]);
    assert_eq!(at("three four").len(), 1);
    for over in ["two three", "twothree", "threefour"] {
        assert_eq!(at(over), [0; 0], "{over}");
    }
}

#[test]
fn typing_looks_on_from_where_the_reader_is_and_steps_go_round() {
    assert_eq!(
        [0, 5, 6, 9, 10].map(|unit| at_or_after(&[5, 9], unit)),
        [0, 0, 1, 1, 0]
    );
    assert_eq!(at_or_after(&[], 3), 0);
    assert_eq!([0, 1, 2].map(|at| step(at, 3, true)), [1, 2, 0]);
    assert_eq!([0, 1, 2].map(|at| step(at, 3, false)), [2, 0, 1]);
    assert_eq!(step(0, 0, false), 0);
}

/// Texts with all that is hard about them.
fn hard() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        proptest::sample::select(
            "abcABC  sS'-\"ßàÀéöøЙйёأإ’“–ﬁ…\u{301}\u{64b}\u{a0}\u{ad}\u{200b}\u{2003}İœ会𝐀😀\0"
                .chars()
                .collect::<Vec<_>>()
        ),
        any::<char>(),
    ];
    proptest::collection::vec(sign, 0..40).prop_map(|signs| signs.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_unit_comes_from_a_slice_that_folds_to_it_again(words in hard()) {
        let units: Vec<u16> = words.encode_utf16().collect();
        let mut text = Text::default();
        text.push(&words, &mut folder());
        prop_assert_eq!(text.length() as usize, units.len());
        let mut before = 0..0;
        for unit in 0..text.units().len() {
            let source = text.source(unit..unit + 1);
            prop_assert!(source.start < source.end && source.end as usize <= units.len());
            prop_assert!(source == before || source.start >= before.end, "{:?} after {:?}", source, before);
            let slice = String::from_utf16(&units[source.start as usize..source.end as usize]);
            let again = folded(&format!("x{}", slice.expect("whole characters")));
            let again: Vec<u16> = again.encode_utf16().skip(1).collect();
            prop_assert!(again.contains(&text.units()[unit]), "{:?} in {:?}", text.units()[unit], again);
            before = source;
        }
    }

    #[test]
    fn folding_twice_is_folding_once(words in hard()) {
        let once = folded(&words);
        prop_assert_eq!(folded(&once), once);
    }

    #[test]
    fn a_slice_of_a_text_is_found_in_it_and_what_is_found_folds_to_what_was_sought(
        words in hard(), from in 0usize..40, length in 1usize..6,
    ) {
        let sought: String = words.chars().skip(from).take(length).collect();
        let mut folder = folder();
        let units = query(&sought, &mut folder);
        let mut text = Text::default();
        text.push(&words, &mut folder);
        let found = find(&text, &units);
        prop_assert_eq!(found.is_empty(), units.is_empty(), "{:?} in {:?}", sought, words);
        for (number, at) in found.iter().enumerate() {
            prop_assert_eq!(&text.units()[*at..at + units.len()], &units[..]);
            prop_assert!(number == 0 || found[number - 1] + units.len() <= *at);
        }
    }

    #[test]
    fn it_does_not_matter_how_a_text_is_cut_into_nodes(words in hard(), cut in 0usize..40) {
        let at = words.char_indices().nth(cut).map_or(words.len(), |(at, _)| at);
        let (mut folder, mut whole, mut parts) = (folder(), Text::default(), Text::default());
        whole.push(&words, &mut folder);
        parts.push(&words[..at], &mut folder);
        parts.push(&words[at..], &mut folder);
        prop_assert_eq!(whole.units(), parts.units());
        for unit in 0..whole.units().len() {
            prop_assert_eq!(whole.source(unit..unit + 1), parts.source(unit..unit + 1));
        }
    }
}
