//! Captions: words with a credit in parentheses behind them, or with a label such as "PHOTO:" before.

use std::sync::LazyLock;

use regex::Regex;

use super::furniture::pattern;

/// How long a caption is at most, in characters.
const LONGEST: usize = 500;

/// A caption in plain text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Caption<'t> {
    /// What stands before it: "PHOTO".
    pub label: Option<&'t str>,
    /// Its words.
    pub words: &'t str,
    /// Who made the picture.
    pub credit: Option<&'t str>,
}

pattern!(
    LABEL,
    r"^(?P<label>(?i:photo|photograph|photos|picture|image|illustration|caption|graphic))\s*:\s*(?P<words>\S.*)$"
);
pattern!(
    CREDITED,
    r"^(?P<words>.*\S) \((?P<credit>[^()\s][^()]{0,98}[^()\s])\)$"
);
pattern!(
    CREDIT,
    r"^\p{Lu}[^/]*/\s?(?:The |the )?\p{Lu}|^(?i:photo|photograph|photographer|image|picture|credit|illustration|courtesy)\b|\b(?:AP|AFP|EPA|Reuters|REUTERS|Getty|Xinhua|TASS|Bloomberg|Shutterstock|Flickr|Wikimedia|Unsplash|iStock|Alamy|Magnum|dpa)\b"
);

/// Reads a paragraph as a caption, if it is one.
pub(super) fn caption(text: &str) -> Option<Caption<'_>> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let labelled = LABEL.as_ref()?.captures(text);
    let label = labelled.as_ref().and_then(|found| found.name("label"));
    let rest = labelled.as_ref().and_then(|found| found.name("words"));
    let rest = rest.map_or(text, |rest| rest.as_str());
    let credited = CREDITED.as_ref()?.captures(rest).and_then(|found| {
        let (words, credit) = (
            found.name("words")?.as_str(),
            found.name("credit")?.as_str(),
        );
        let is_credit = label.is_some() || CREDIT.as_ref()?.is_match(credit);
        is_credit.then_some((words, credit))
    });
    let label = label.map(|label| label.as_str());
    match (credited, label) {
        (Some((words, credit)), label) => Some(Caption {
            label,
            words,
            credit: Some(credit),
        }),
        (None, Some(_)) => Some(Caption {
            label,
            words: rest,
            credit: None,
        }),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_one() {
        for pattern in [&LABEL, &CREDITED, &CREDIT] {
            assert!(pattern.is_some());
        }
    }

    #[test]
    fn a_credit_or_a_label_makes_a_caption() {
        let read = |text| caption(text).map(|it| (it.label, it.words, it.credit));
        assert_eq!(
            read("The hall at night. (Ann Example/The Paper)"),
            Some((None, "The hall at night.", Some("Ann Example/The Paper")))
        );
        assert_eq!(
            read("PHOTO: The hall at night. (Ann Example)"),
            Some((Some("PHOTO"), "The hall at night.", Some("Ann Example")))
        );
        assert_eq!(
            read("Photo: The hall"),
            Some((Some("Photo"), "The hall", None))
        );
        assert_eq!(
            read("The hall (Reuters)"),
            Some((None, "The hall", Some("Reuters")))
        );
    }

    #[test]
    fn a_parenthesis_alone_makes_none() {
        for text in [
            "They met (in the hall)",
            "It rose (and/or fell)",
            "(AP)",
            "Photo:",
        ] {
            assert_eq!(caption(text), None, "{text}");
        }
    }
}
