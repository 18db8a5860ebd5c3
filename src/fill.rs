//! Interface strings with variables.

/// A string with its variables, `{name}`, replaced by their values.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

/// A string that keeps its own order of letters inside text of the other direction (Unicode isolates).
pub fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_replaced_by_name() {
        let text = "Result {number} of {total}";
        assert_eq!(
            fill(text, &[("total", "12"), ("number", "3")]),
            "Result 3 of 12"
        );
    }
}
