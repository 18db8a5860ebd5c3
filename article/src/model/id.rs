//! Ids: the names that marks and links use.

use serde::{Deserialize, Serialize};

/// What the ids of passages begin with. They are made by the reader, so authors leave this beginning alone.
pub const PASSAGE_PREFIX: &str = "passage-";

/// The id of an issue, an event, a section or a passage: a letter, then letters, digits, `-` or `_`,
/// 64 characters at most. Letters of any script will do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(String);

impl Id {
    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id of the nth passage of an article, counted from 1.
    pub fn passage(number: usize) -> Id {
        Id(format!("{PASSAGE_PREFIX}{number}"))
    }

    /// The id of the nth section of an article, counted from 1, where its author gave none.
    pub fn section(number: usize) -> Id {
        Id(format!("section-{number}"))
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a string is not an [`Id`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdError {
    /// There is nothing in it.
    Empty,
    /// It is longer than 64 characters.
    TooLong,
    /// It does not begin with a letter.
    Start(char),
    /// It holds a character that ids don't.
    Character(char),
}

impl std::fmt::Display for IdError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            IdError::Empty => f.write_str("an id is empty"),
            IdError::TooLong => f.write_str("an id is longer than 64 characters"),
            IdError::Start(c) => write!(f, "an id begins with a letter, not with `{c}`"),
            IdError::Character(c) => {
                write!(f, "an id holds letters, digits, `-` and `_`, and no `{c}`")
            }
        }
    }
}

impl std::error::Error for IdError {}

impl IdError {
    /// What to write instead.
    pub fn mend(&self) -> &'static str {
        "write a short name such as `arms-race`"
    }
}

impl TryFrom<String> for Id {
    type Error = IdError;

    fn try_from(text: String) -> Result<Self, IdError> {
        let first = text.chars().next().ok_or(IdError::Empty)?;
        if !first.is_alphabetic() {
            return Err(IdError::Start(first));
        }
        if text.chars().count() > 64 {
            return Err(IdError::TooLong);
        }
        let allowed = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_');
        match text.chars().find(|c| !allowed(c)) {
            Some(c) => Err(IdError::Character(c)),
            None => Ok(Id(text)),
        }
    }
}

impl From<Id> for String {
    fn from(id: Id) -> String {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_any_script_make_an_id() {
        for text in ["nato", "arms-race", "événement_2", "украина"] {
            assert!(Id::try_from(text.to_owned()).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_not_an_id_is_refused_with_its_reason() {
        let refused = |text: &str| Id::try_from(text.to_owned()).err();
        assert_eq!(refused(""), Some(IdError::Empty));
        assert_eq!(refused("2014"), Some(IdError::Start('2')));
        assert_eq!(refused("a b"), Some(IdError::Character(' ')));
        assert_eq!(refused("a\"><script>"), Some(IdError::Character('"')));
        assert_eq!(refused(&"a".repeat(65)), Some(IdError::TooLong));
    }
}
