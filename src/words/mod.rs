//! What the interface says, in each language.
//!
//! The texts are Fluent files beside this one, `en.ftl` the pattern. `build/words.rs` makes the struct [`Words`] of
//! them, with a field a message and the English texts, and a catalogue a language; a language that lacks a message
//! stops the build. English is compiled in, since the built-in article is English and something has to be said where a
//! catalogue can't be loaded. The other catalogues are files beside the widget.

use article::{Labels, Stance};
use yew::AttrValue;

#[cfg(target_arch = "wasm32")]
#[path = "browser.rs"]
mod catalogue;
#[cfg(not(target_arch = "wasm32"))]
#[path = "native.rs"]
mod catalogue;

#[cfg(not(target_arch = "wasm32"))]
pub use catalogue::catalogue;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Words {
    /// The heading of a stance: the article's own label, else the interface's.
    pub fn stance<'w>(&'w self, stance: Stance, labels: &'w Labels) -> &'w str {
        let (own, word) = match stance {
            Stance::Contention => (&labels.contention, &self.contention),
            Stance::CommonGround => (&labels.common_ground, &self.common_ground),
            Stance::Alliance => (&labels.alliance, &self.alliance),
            Stance::Proposal => (&labels.proposal, &self.proposal),
        };
        own.as_deref().unwrap_or(word)
    }
}

#[cfg(test)]
mod tests {
    use article::Language;

    use super::*;
    use crate::fill::fill;

    #[test]
    fn every_language_says_everything_in_words_of_its_own() {
        let english = Words::of(Language::English);
        for language in Language::ALL {
            let words = Words::of(language);
            assert!(!words.search_result.is_empty());
            assert!(words.search_result.contains("{number}"), "{language:?}");
            if language != Language::English {
                assert_ne!(words.expand_all, english.expand_all, "{language:?}");
                assert_ne!(words.failed, english.failed, "{language:?}");
            }
        }
    }

    #[test]
    fn a_catalogue_that_lacks_a_word_is_filled_up_with_english() {
        let words = Words::find(&|key| (key == "search").then(|| "Suche".to_owned()));
        assert_eq!(words.search, "Suche");
        assert_eq!(words.share, Words::of(Language::English).share);
    }

    #[test]
    fn months_come_in_the_order_and_the_words_of_the_language() {
        let july = |language| fill(&Words::of(language).months[6], &[("year", "2018")]);
        assert_eq!(july(Language::English), "July 2018");
        assert_eq!(july(Language::German), "Juli 2018");
        assert_eq!(july(Language::Finnish), "heinäkuu 2018");
    }
}
