//! What went wrong, and how to mend it.

use std::fmt;

/// What a task comes to: done, or in [`Trouble`].
pub type Outcome<T = ()> = Result<T, Trouble>;

/// Why a task ended early, in words for whoever called it.
#[derive(Debug)]
pub struct Trouble {
    /// What went wrong, and where.
    what: String,
    /// How to mend it.
    mend: String,
    /// What is said on stdout after all else, as where all went well.
    pub closing: Option<String>,
    /// What the process ends with: 1 where a task failed, 2 where it was called wrongly.
    pub exit_code: u8,
}

impl Trouble {
    /// A task that failed.
    pub fn new(what: impl Into<String>, mend: impl Into<String>) -> Self {
        Trouble {
            what: what.into(),
            mend: mend.into(),
            closing: None,
            exit_code: 1,
        }
    }

    /// The same, with a result to be said after it.
    pub fn closed_by(self, closing: String) -> Self {
        Trouble {
            closing: Some(closing),
            ..self
        }
    }

    /// A command line that asks for something there is not.
    pub fn usage(what: impl Into<String>, mend: impl Into<String>) -> Self {
        Trouble {
            exit_code: 2,
            ..Trouble::new(what, mend)
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.what)?;
        for line in self.mend.lines() {
            write!(f, "\n       {line}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trouble_says_what_is_wrong_and_below_it_how_to_mend_it() {
        let trouble = Trouble::new("node is missing", "install it\nor put it on PATH");
        assert_eq!(
            trouble.to_string(),
            "error: node is missing\n       install it\n       or put it on PATH"
        );
    }

    #[test]
    fn a_wrong_command_line_ends_with_two_and_a_failed_task_with_one() {
        assert_eq!(Trouble::usage("", "").exit_code, 2);
        assert_eq!(Trouble::new("", "").exit_code, 1);
    }
}
