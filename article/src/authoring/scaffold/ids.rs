//! Ids for what the scaffold proposes: readable, and each given once.

use std::collections::BTreeMap;

use crate::model::{Id, PASSAGE_PREFIX};

/// How long a proposed id is at most, in characters; `-99` behind it still fits an [`Id`].
const LONGEST: usize = 40;

/// Words that tell nothing when a title is shortened to an id.
const EMPTY_WORDS: &[&str] = &[
    "a", "an", "and", "any", "are", "as", "at", "be", "been", "between", "but", "by", "can",
    "could", "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "how",
    "if", "in", "into", "is", "it", "its", "just", "may", "might", "most", "no", "not", "of", "on",
    "or", "our", "q", "question", "s", "she", "should", "so", "that", "the", "their", "them",
    "there", "these", "they", "this", "those", "to", "us", "was", "we", "were", "what", "when",
    "where", "which", "who", "why", "will", "with", "would", "you", "your",
];

/// The ids that are taken, each with the number that the next of its name gets.
#[derive(Default)]
pub(super) struct Ids(BTreeMap<String, usize>);

impl Ids {
    /// An id from the first words that tell something, or `otherwise` where the words make none.
    pub fn for_words(&mut self, words: &str, how_many: usize, otherwise: &str) -> String {
        let lower = words.to_lowercase();
        let mut slug = String::new();
        let told = lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty() && !EMPTY_WORDS.contains(word));
        for word in told.take(how_many) {
            let joined = match slug.is_empty() {
                true => word.to_owned(),
                false => format!("{slug}-{word}"),
            };
            if joined.chars().count() > LONGEST {
                break;
            }
            slug = joined;
        }
        self.unique(slug, otherwise)
    }

    /// An id that is written out, with a number behind it where it is taken.
    pub fn exactly(&mut self, id: &str) -> String {
        self.unique(id.to_owned(), "item")
    }

    fn unique(&mut self, wanted: String, otherwise: &str) -> String {
        let is_usable = Id::try_from(wanted.clone()).is_ok() && !wanted.starts_with(PASSAGE_PREFIX);
        let stem = if is_usable {
            wanted
        } else {
            otherwise.to_owned()
        };
        let mut id = stem.clone();
        while self.0.contains_key(&id) {
            let number = self.0.entry(stem.clone()).or_insert(2);
            id = format!("{stem}-{number}");
            *number += 1;
        }
        self.0.insert(id.clone(), 2);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_the_words_that_tell_something() {
        let mut ids = Ids::default();
        let question = "What is the future of the NATO alliance?";
        assert_eq!(
            ids.for_words(question, 3, "question"),
            "future-nato-alliance"
        );
        assert_eq!(
            ids.for_words(question, 3, "question"),
            "future-nato-alliance-2"
        );
        assert_eq!(ids.for_words("Что дальше?", 3, "question"), "что-дальше");
    }

    #[test]
    fn words_that_make_no_id_get_the_other_one() {
        let mut ids = Ids::default();
        for words in ["", "42 ways", "Why?", "passage-1", &"長".repeat(80)] {
            let id = ids.for_words(words, 3, "question");
            assert!(id.starts_with("question"), "{id}");
        }
    }
}
