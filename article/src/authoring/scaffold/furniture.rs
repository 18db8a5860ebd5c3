//! What stands around an article's text: its headline, byline, day of publication, kind and disclaimer.

use std::sync::LazyLock;

use regex::Regex;

use super::dates::dates;
use crate::model::Point;

/// How long a headline is at most, in characters.
const LONGEST_HEADLINE: usize = 200;

/// A pattern of this module, which does not depend on any input.
macro_rules! pattern {
    ($name:ident, $pattern:expr) => {
        static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($pattern).ok());
    };
}
pub(super) use pattern;

pattern!(
    KIND,
    r"^(?P<label>(?i:publication type|type of publication|document type|article type|content type))\s*:\s*(?P<kind>.{1,60})$"
);
pattern!(
    DISCLAIMER,
    r"(?i)^disclaimer\b|^(?:the |all )?(?:views?|opinions?)\b.{0,60}\bexpressed\b|\b(?:do|does) not necessarily (?:reflect|represent)\b"
);
pattern!(
    PUBLISHED,
    r"(?i)^(?:(?:first )?(?:published|posted|released|issued)(?: on)?|date(?: of publication)?)?\s*:?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$"
);
pattern!(BYLINE, r"^(?:By|BY)\s+(?P<names>\p{Lu}.{1,100})$");
pattern!(
    NAME,
    r"^\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|van|von|der|den|di|la|le|al|bin) )*\p{Lu}[\p{L}.'’-]*){1,3}$"
);

/// Whether a paragraph can be a headline: short, or at least not a sentence.
pub(super) fn is_headline(text: &str) -> bool {
    let length = text.chars().count();
    length <= LONGEST_HEADLINE
        && (length <= LONGEST_HEADLINE / 2 || !text.ends_with(['.', '。', '।']))
}

/// The label and the kind of publication: "PUBLICATION TYPE: Analysis".
pub(super) fn kind(text: &str) -> Option<(&str, &str)> {
    let captures = KIND.as_ref()?.captures(text)?;
    let part = |name| captures.name(name).map(|found| found.as_str());
    Some((part("label")?, part("kind")?))
}

/// Whether a paragraph says whose views the article's are.
pub(super) fn is_disclaimer(text: &str) -> bool {
    let says_so = DISCLAIMER
        .as_ref()
        .is_some_and(|pattern| pattern.is_match(text));
    says_so && text.chars().count() <= 500
}

/// The day of publication, where a paragraph says that and nothing else.
pub(super) fn published(text: &str) -> Option<Point> {
    let (before, day, after) = single_day(text)?;
    let is_all = PUBLISHED.as_ref()?.is_match(before) && after.trim_end_matches('.').is_empty();
    is_all.then_some(day)
}

/// The names in a byline, and the day that stands with them.
pub(super) fn byline(text: &str) -> Option<(Vec<String>, Option<Point>)> {
    let captures = BYLINE.as_ref()?.captures(text)?;
    let names = captures.name("names")?.as_str();
    if names.ends_with(['.', '?', '!']) {
        return None;
    }
    let names = names.replace(" and ", ", ").replace(" & ", ", ");
    let is_name = |name: &&str| NAME.as_ref().is_some_and(|pattern| pattern.is_match(name));
    let names: Vec<_> = names
        .split([',', '|', '·', '•', '–', '—', '/', '('])
        .map(str::trim)
        .take_while(is_name)
        .map(str::to_owned)
        .collect();
    (!names.is_empty()).then(|| (names, single_day(text).map(|(_, day, _)| day)))
}

/// The one day that a text names with its year, and the words around it.
fn single_day(text: &str) -> Option<(&str, Point, &str)> {
    let dates = dates(text);
    let [date] = &dates[..] else { return None };
    let day = date
        .start
        .day
        .and_then(|_| date.start.in_year(date.start.year?))?;
    let (start, end) = (date.words.start, date.words.end);
    date.end
        .is_none()
        .then(|| (&text[..start], day, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_one() {
        for pattern in [&KIND, &DISCLAIMER, &PUBLISHED, &BYLINE, &NAME] {
            assert!(pattern.is_some());
        }
    }

    #[test]
    fn a_kind_has_a_label() {
        assert_eq!(
            kind("PUBLICATION TYPE: Analysis"),
            Some(("PUBLICATION TYPE", "Analysis"))
        );
        assert_eq!(kind("Analysis: what comes next"), None);
    }

    #[test]
    fn a_disclaimer_says_whose_views_these_are() {
        assert!(is_disclaimer(
            "The views expressed in this publication are those of the author(s)."
        ));
        assert!(is_disclaimer(
            "This article does not necessarily reflect the position of the paper."
        ));
        assert!(!is_disclaimer("The views from the tower are splendid."));
    }

    #[test]
    fn a_day_of_publication_stands_alone() {
        let said = |text| published(text).map(|day| day.to_string());
        assert_eq!(
            said("Published: Monday, July 2, 2018").as_deref(),
            Some("2018-07-02")
        );
        assert_eq!(said("2 July 2018").as_deref(), Some("2018-07-02"));
        assert_eq!(said("They met on July 2, 2018"), None);
        assert_eq!(said("July 2018"), None);
    }

    #[test]
    fn a_byline_names_its_authors() {
        let (names, day) =
            byline("By Ann Example and Omar de la Cruz | July 2, 2018").expect("a byline");
        assert_eq!(names, ["Ann Example", "Omar de la Cruz"]);
        assert!(day.is_some());
        assert_eq!(byline("By Friday the talks had failed."), None);
        assert_eq!(byline("By Friday the talks had failed"), None);
    }

    #[test]
    fn a_paragraph_is_no_headline() {
        assert!(is_headline("Ministers meet"));
        assert!(!is_headline(&"word ".repeat(60)));
        assert!(!is_headline(&format!("{}.", "word ".repeat(30))));
    }
}
