//! What is said at the end of a build.

use std::path::Path;

/// How many pages of those that were left alone are named.
const NAMED: usize = 5;

/// How many documents were built, how many had not changed, where the pages are, and which pages there are of documents
/// that were not among these.
pub fn line(documents: usize, built: usize, others: &[String], output: &Path) -> String {
    let output = output.display();
    let unchanged = documents - built;
    let count = match documents {
        1 => "1 document".to_owned(),
        _ => format!("{documents} documents"),
    };
    let mut line = format!("{count} in {output}: {built} built, {unchanged} unchanged");
    if !others.is_empty() {
        let named = others.iter().take(NAMED).map(|name| format!("{name}.html"));
        let mut named = named.collect::<Vec<_>>().join(", ");
        if others.len() > NAMED {
            named += &format!(" and {} more", others.len() - NAMED);
        }
        line += &format!("; left alone, since not among these: {named}");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_were_left_alone_are_named_up_to_a_handful() {
        let others: Vec<_> = (1..=7).map(|number| format!("old-{number}")).collect();
        let said = line(3, 1, &others, Path::new("site"));
        assert_eq!(
            said,
            "3 documents in site: 1 built, 2 unchanged; left alone, since not among these: \
             old-1.html, old-2.html, old-3.html, old-4.html, old-5.html and 2 more"
        );
    }
}
