//! The options of tasks on a command line.

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
