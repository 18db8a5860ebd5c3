//! The languages the interface speaks.

/// A language of the interface. An article may be in any language; where it is not one of these,
/// the interface around it speaks English.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, the fallback.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// Every language of the interface.
    pub const ALL: [Language; 2] = [Language::English, Language::German];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
        }
    }

    /// The language that serves a BCP 47 tag such as `de-AT`, if the interface speaks it.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
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
        assert_eq!(Language::from_tag("fi"), None);
        assert_eq!(Language::from_tag(""), None);
    }
}
