//! The languages the interface speaks.

use crate::Direction;

/// A language of the interface. An article may be in any language; where it is not one of these,
/// the interface around it speaks that of the page, else English.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, the fallback.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Russian.
    Russian,
    /// Ukrainian.
    Ukrainian,
    /// Finnish.
    Finnish,
    /// Arabic, from right to left.
    Arabic,
}

impl Language {
    /// Every language of the interface.
    pub const ALL: [Language; 8] = [
        Language::English,
        Language::German,
        Language::French,
        Language::Spanish,
        Language::Russian,
        Language::Ukrainian,
        Language::Finnish,
        Language::Arabic,
    ];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
            Language::French => "fr",
            Language::Spanish => "es",
            Language::Russian => "ru",
            Language::Ukrainian => "uk",
            Language::Finnish => "fi",
            Language::Arabic => "ar",
        }
    }

    /// The direction of its script.
    pub fn direction(self) -> Direction {
        match self {
            Language::Arabic => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }

    /// The CLDR plural category of a whole number, such as `one` for 1 issue.
    pub fn plural(self, number: u64) -> &'static str {
        let (tens, ones) = (number % 100, number % 10);
        match self {
            Language::English | Language::German | Language::Finnish | Language::Spanish => {
                match number {
                    1 => "one",
                    _ => "other",
                }
            }
            Language::French => match number {
                0 | 1 => "one",
                _ => "other",
            },
            Language::Russian | Language::Ukrainian => match (tens, ones) {
                (11..=14, _) => "many",
                (_, 1) => "one",
                (_, 2..=4) => "few",
                _ => "many",
            },
            Language::Arabic => match (number, tens) {
                (0, _) => "zero",
                (1, _) => "one",
                (2, _) => "two",
                (_, 3..=10) => "few",
                (_, 11..) => "many",
                _ => "other",
            },
        }
    }

    /// The language that serves a BCP 47 tag such as `de-AT`, if the interface speaks it.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The first of some tags that the interface speaks; English where it speaks none of them.
    pub fn choose<'t>(tags: impl IntoIterator<Item = Option<&'t str>>) -> Language {
        let mut tags = tags.into_iter().flatten();
        tags.find_map(Language::from_tag).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_tag_is_served_by_its_language() {
        assert_eq!(Language::from_tag("de-AT"), Some(Language::German));
        assert_eq!(Language::from_tag("EN"), Some(Language::English));
    }

    #[test]
    fn a_language_the_interface_does_not_speak_has_none() {
        assert_eq!(Language::from_tag("ja"), None);
        assert_eq!(Language::from_tag(""), None);
    }

    #[test]
    fn numbers_are_counted_as_each_language_counts() {
        let of =
            |language: Language| [0, 1, 2, 5, 11, 21, 101].map(|number| language.plural(number));
        assert_eq!(of(Language::English)[..3], ["other", "one", "other"]);
        assert_eq!(of(Language::French)[..3], ["one", "one", "other"]);
        let russian = ["many", "one", "few", "many", "many", "one", "one"];
        assert_eq!(of(Language::Russian), russian);
        let arabic = ["zero", "one", "two", "few", "many", "many", "other"];
        assert_eq!(of(Language::Arabic), arabic);
    }

    #[test]
    fn the_first_tag_that_is_spoken_is_chosen() {
        assert_eq!(
            Language::choose([None, Some("ja"), Some("fi-FI"), Some("de")]),
            Language::Finnish
        );
        assert_eq!(Language::choose([Some("xx"), None]), Language::English);
    }
}
