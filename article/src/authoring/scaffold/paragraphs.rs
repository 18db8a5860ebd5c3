//! Plain text parted into paragraphs.
//!
//! Articles come with a line for each paragraph, with or without empty lines between, or wrapped at a width as mail
//! programs do it. Only where the whole text shows a width are lines joined again.

/// The characters that end a line in plain text from anywhere.
const LINE_ENDS: [char; 7] = [
    '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
];

/// How wide wrapped text is at most; a longer line is a paragraph.
const WIDEST: usize = 130;

/// How wide wrapped text is at least; shorter lines are lists, addresses or verse.
const NARROWEST: usize = 40;

/// The paragraphs of a text, without white space around them, none of them empty.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let lines: Vec<String> = text.split(LINE_ENDS).map(clean).collect();
    let width = wrap_width(&lines);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut above: Option<&str> = None;
    for line in &lines {
        if line.is_empty() {
            above = None;
            continue;
        }
        match (above, width, paragraphs.last_mut()) {
            (Some(above), Some(width), Some(paragraph))
                if is_wrapped(above, line, width) && !begins_anew(line) =>
            {
                paragraph.push(' ');
                paragraph.push_str(line);
            }
            _ => paragraphs.push(line.clone()),
        }
        above = Some(line);
    }
    paragraphs
}

/// A line without the characters that nobody sees: neither Markdown nor TOML can hold them.
fn clean(line: &str) -> String {
    let line = line.replace(|c: char| c.is_control(), " ");
    line.trim().to_owned()
}

/// The width at which the text is wrapped, if nearly all its line breaks are where the next word had no room.
fn wrap_width(lines: &[String]) -> Option<usize> {
    let pairs: Vec<_> = lines
        .windows(2)
        .filter(|pair| pair.iter().all(|line| !line.is_empty()))
        .collect();
    let width = pairs.iter().map(|pair| pair[0].chars().count()).max()?;
    let longest = lines.iter().map(|line| line.chars().count()).max()?;
    let is_plausible = (NARROWEST..=WIDEST).contains(&width) && longest <= WIDEST;
    let wrapped = pairs
        .iter()
        .filter(|pair| is_wrapped(&pair[0], &pair[1], width))
        .count();
    // One break proves nothing: the longest line is always full.
    (is_plausible && wrapped >= 2 && wrapped * 4 >= pairs.len() * 3).then_some(width)
}

/// Whether the first word of a line had no room on the line above. Who wraps by hand leaves a tenth.
fn is_wrapped(above: &str, line: &str, width: usize) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    above.chars().count() + 1 + word.chars().count() > width - width / 10
}

/// Whether a line begins something of its own, wherever it stands: a list's item, a speaker's turn, a heading.
fn begins_anew(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    let is_item = matches!(first, "-" | "*" | "•" | "–" | "—") || first.starts_with('#');
    is_item || first.ends_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_paragraphs_with_or_without_empty_lines_between() {
        let long = "word ".repeat(40);
        let expected = ["Headline", long.trim(), "Short."];
        assert_eq!(paragraphs(&format!("Headline\n\n{long}\nShort.")), expected);
        assert_eq!(
            paragraphs(&format!("\u{feff}Headline\r\n{long}\r\n\r\n\r\nShort.\r\n")),
            expected
        );
        assert_eq!(
            paragraphs(&format!("Headline\r{long}\u{2029}Short.")),
            expected
        );
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "Headline\n\nThe ministers of both countries met in the\nold town hall on Tuesday and spoke for more\nthan three hours about fish.\n\nNothing was signed in the end, and nobody at\nall was surprised.";
        assert_eq!(
            paragraphs(text),
            [
                "Headline",
                "The ministers of both countries met in the old town hall on Tuesday and spoke for more than three hours about fish.",
                "Nothing was signed in the end, and nobody at all was surprised."
            ]
        );
    }

    #[test]
    fn lines_that_end_on_purpose_are_left() {
        let text =
            "Headline\nBy Ann Example\nA line of verse\nAnother line, a little longer than it\nEnd";
        assert_eq!(paragraphs(text).len(), 5);
    }

    #[test]
    fn a_text_of_nothing_has_no_paragraphs() {
        assert!(paragraphs(" \r\n\t\u{a0}\n\u{feff}").len() <= 1);
        assert!(paragraphs("").is_empty());
    }
}
