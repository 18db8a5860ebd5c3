//! Plain words as Markdown: every sign that would be read as markup is kept a sign, and marks are set.

use std::ops::Range;

/// Words that are marked with ids.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// The words, as bytes of their paragraph.
    pub words: Range<usize>,
    /// What they bear on: ids with `+` between.
    pub ids: String,
}

/// Writes a paragraph, a caption or the words of a heading as one line of Markdown. The marks are in the order of the
/// text and do not overlap.
pub(super) fn markdown(text: &str, marks: &[Mark], is_heading: bool) -> String {
    let mut written = String::with_capacity(text.len() + 16);
    let number = ordinal(text);
    // A heading may close with as many `#` as it opened with; those at its end would be taken for that.
    let closing = match is_heading {
        true => text.trim_end_matches('#').len(),
        false => text.len(),
    };
    let mut marks = marks.iter().peekable();
    let mut open: Option<&Mark> = None;
    let mut before = None;
    for (at, sign) in text.char_indices() {
        if let Some(mark) = open.filter(|mark| mark.words.end <= at) {
            close(&mut written, mark);
            open = None;
        }
        if let Some(mark) = marks.next_if(|mark| mark.words.start <= at) {
            // `!` before a bracket would make an image of it.
            if written.ends_with('!') {
                written.pop();
                written.push_str("\\!");
            }
            written.push('[');
            open = Some(mark);
        }
        let rest = &text[at + sign.len_utf8()..];
        let is_first = at == 0 && "#>-+~".contains(sign);
        if is_first || number == Some(at) || at >= closing || is_markup(sign, before, rest) {
            written.push('\\');
        }
        written.push(sign);
        before = Some(sign);
    }
    if let Some(mark) = open {
        close(&mut written, mark);
    }
    written
}

fn close(written: &mut String, mark: &Mark) {
    written.push_str("](#");
    written.push_str(&mark.ids);
    written.push(')');
}

/// Whether Markdown would read a sign as markup anywhere in a line.
fn is_markup(sign: char, before: Option<char>, rest: &str) -> bool {
    let next = rest.chars().next();
    match sign {
        '\\' | '`' | '*' | '[' | ']' => true,
        // Inside a word it is a letter like others.
        '_' => {
            !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric))
        }
        '<' => next.is_some_and(|c| c.is_ascii_alphabetic() || "/!?".contains(c)),
        '&' => {
            let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
            name.len() < rest.len() && name.starts_with(';')
        }
        _ => false,
    }
}

/// Where the sign stands that makes a line an item of a numbered list: `1.` or `1)`.
fn ordinal(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let at = text.len() - rest.len();
    (at > 0 && rest.starts_with(['.', ')'])).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_escaped_only_where_they_would_be_markup() {
        for (text, written) in [
            ("1. May it rain", "1\\. May it rain"),
            ("In 1. FC", "In 1. FC"),
            ("# 1 fan", "\\# 1 fan"),
            ("fan #1, C#", "fan #1, C#"),
            ("- he said - so", "\\- he said - so"),
            ("snake_case and _this_", "snake_case and \\_this\\_"),
            ("R&D, &amp; and &", "R&D, \\&amp; and &"),
            ("2 < 3 <b>", "2 < 3 \\<b>"),
            ("[laughs] `a\\b` *", "\\[laughs\\] \\`a\\\\b\\` \\*"),
        ] {
            assert_eq!(markdown(text, &[], false), written);
        }
        assert_eq!(markdown("Why C #?# ##", &[], true), "Why C #?# \\#\\#");
    }

    #[test]
    fn a_mark_stands_around_its_words() {
        let mark = |words| Mark {
            words,
            ids: "may-3".to_owned(),
        };
        assert_eq!(
            markdown("Hi! On May 3 *it* rained.", &[mark(4..17)], false),
            "Hi! [On May 3 \\*it\\*](#may-3) rained."
        );
        assert_eq!(
            markdown("!May 3", &[mark(1..6)], false),
            "\\![May 3](#may-3)"
        );
        assert_eq!(markdown("!May 3", &[mark(0..6)], false), "[!May 3](#may-3)");
    }
}
