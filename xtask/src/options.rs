//! The options of tasks on a command line.

use crate::trouble::{Outcome, Trouble};

/// The value of an option, which stands in the same word or in the next, and what follows it.
pub fn value<'a>(
    option: &str,
    first: &'a str,
    rest: &'a [String],
) -> Option<(&'a str, &'a [String])> {
    let after = first.strip_prefix(option)?;
    match after.strip_prefix('=') {
        Some(value) => Some((value, rest)),
        None if after.is_empty() => Some(match rest.split_first() {
            Some((value, rest)) => (value, rest),
            None => ("", rest),
        }),
        None => None,
    }
}

/// What writes the figures that are there now in place of the kept ones.
pub const ACCEPT: &str = "--accept";

/// Whether a task that holds figures against kept ones is to keep new ones; it takes nothing else.
pub fn accepts(task: &str, arguments: &[String]) -> Outcome<bool> {
    match arguments {
        [] => Ok(false),
        [only] if only == ACCEPT => Ok(true),
        _ => Err(Trouble::usage(
            format!("`cargo xtask {task}` takes `{ACCEPT}` or nothing"),
            format!("run `cargo xtask {task}`"),
        )),
    }
}
