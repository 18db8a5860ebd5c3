//! A document that has never been good: its lines, with the mistakes underlined and what is said of them below.

use std::fmt::Write;

use article::authoring::Problem;
use html_escape::encode_text as text;

use super::page::severity;
use crate::document::Document;

/// The lines of a document.
pub fn source(document: &Document) -> String {
    let mut html = "<ol class=\"source\">\n".to_owned();
    let mut start = 0;
    for line in document.source.split_inclusive('\n') {
        let end = start + line.len();
        let is_last = end == document.source.len();
        let words = line.trim_end_matches(['\n', '\r']);
        // A problem of many lines is shown by its first.
        let begins_here = |problem: &&Problem| {
            let at = problem.span.start;
            (start..end).contains(&at) || (is_last && at >= end)
        };
        let problems: Vec<_> = document.problems.iter().filter(begins_here).collect();
        let _ = write!(
            html,
            "<li><code>{}</code>",
            underlined(words, start, &problems)
        );
        for problem in problems {
            let (class, severity) = severity(problem);
            // Writing to a string can't fail.
            let _ = write!(
                html,
                "<p class=\"said {class}\"><strong>{severity}:</strong> {}; {}</p>",
                text(&problem.message),
                text(&problem.help)
            );
        }
        html.push_str("</li>\n");
        start = end;
    }
    html.push_str("</ol>\n");
    html
}

/// The words of a line that begins at `start`, those of problems marked. Where two overlap, the first is.
fn underlined(words: &str, start: usize, problems: &[&Problem]) -> String {
    let mut html = String::new();
    let mut read = 0;
    for problem in problems {
        let from = (problem.span.start - start).min(words.len());
        let to = (problem.span.end.saturating_sub(start)).min(words.len());
        let (Some(before), Some(marked)) = (words.get(read..from), words.get(from..to)) else {
            continue;
        };
        let (class, _) = severity(problem);
        let _ = write!(
            html,
            "{}<mark class=\"{class}\">{}</mark>",
            text(before),
            text(marked)
        );
        read = to;
    }
    html + &text(words.get(read..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn mistakes_are_underlined_and_said_below_their_line() {
        let source_ = "+++\nheadline = \"<Talks>\"\nheadlin = 1\n+++\n";
        let document = Document::read(Path::new("talks.md"), source_.into());
        let html = source(&document);
        assert!(html.contains("&lt;Talks&gt;"), "{html}");
        assert!(
            html.contains(
                "<mark class=\"error\">headlin</mark> = 1</code><p class=\"said error\">"
            ),
            "{html}"
        );
        assert_eq!(html.matches("<li>").count(), 4, "{html}");
    }

    #[test]
    fn a_problem_behind_the_end_is_said_at_the_last_line() {
        let mut document = Document::read(Path::new("talks.md"), "one\ntwo".into());
        document.problems[0].span = 7..7;
        let html = source(&document);
        assert!(
            html.contains("two<mark class=\"error\"></mark></code><p"),
            "{html}"
        );
    }
}
