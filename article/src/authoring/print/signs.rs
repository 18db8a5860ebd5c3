//! How each sign is written, so that words stay words.

use super::pieces::{Piece, Way};

/// What stands around a sign.
pub(super) struct Around<'p, 'a> {
    /// What stands before it; nothing at the beginning.
    pub before: Option<&'p Piece<'a>>,
    /// The line from the sign on.
    pub line: &'p [Piece<'a>],
    /// Whether the line is a heading's.
    pub is_heading: bool,
}

impl Around<'_, '_> {
    fn after(&self) -> Option<&Piece<'_>> {
        self.line.get(1)
    }

    /// The sign that follows, if it is one.
    fn sign_after(&self) -> Option<char> {
        match self.after() {
            Some(Piece::Sign(sign)) => Some(*sign),
            _ => None,
        }
    }

    fn begins_line(&self) -> bool {
        matches!(self.before, None | Some(Piece::Break))
    }

    fn ends_line(&self) -> bool {
        matches!(self.after(), None | Some(Piece::Break))
    }

    /// Whether emphasis begins or ends beside the sign.
    fn touches_stress(&self) -> (bool, bool) {
        let is_stress = |piece| matches!(piece, Some(&(Piece::Open(_) | Piece::Close(_))));
        (is_stress(self.before), is_stress(self.after()))
    }

    /// Whether a blank follows, or the line ends.
    fn is_word_end(&self) -> bool {
        self.ends_line() || self.sign_after().is_some_and(char::is_whitespace)
    }
}

/// Writes a sign.
pub(super) fn write(sign: char, around: &Around<'_, '_>, way: &Way, to: &mut String) {
    if is_numbered(sign, around, way) {
        to.push_str(&format!("&#{};", u32::from(sign)));
        return;
    }
    if is_escaped(sign, around, way, to) {
        to.push('\\');
    }
    to.push(sign);
}

/// Whether a sign has to be written by its number.
fn is_numbered(sign: char, around: &Around<'_, '_>, way: &Way) -> bool {
    let (stress_before, stress_after) = around.touches_stress();
    match sign {
        // It has no number of its own in Markdown.
        '\0' => false,
        // A byte order mark is dropped where it begins a text.
        '\u{feff}' => true,
        _ if sign.is_control() => true,
        // Blanks at the ends of a line are dropped, and beside them emphasis neither begins nor ends.
        _ if sign.is_whitespace() => {
            let outside = matches!(around.before, Some(Piece::Open(_)))
                || matches!(around.after(), Some(Piece::Close(_)));
            around.begins_line() || around.ends_line() || outside
        }
        // At the end of a heading stand attributes.
        '}' if around.is_heading => true,
        _ if sign.is_ascii_punctuation() => way.numbered,
        _ => way.guarded && (stress_before || stress_after),
    }
}

/// Whether a sign would mean something without a `\` before it.
fn is_escaped(sign: char, around: &Around<'_, '_>, way: &Way, written: &str) -> bool {
    let begins = around.begins_line();
    match sign {
        '*' | '_' if way.bare => false,
        '\\' | '`' | '*' | '[' | ']' => true,
        '_' => {
            let is_inside = matches!(around.before, Some(Piece::Sign(before)) if before.is_alphanumeric())
                && around.sign_after().is_some_and(char::is_alphanumeric);
            way.guarded || !is_inside
        }
        '<' => around
            .sign_after()
            .is_none_or(|after| !after.is_whitespace()),
        '&' => around
            .sign_after()
            .is_some_and(|after| after.is_ascii_alphanumeric() || after == '#'),
        '!' => matches!(around.after(), Some(Piece::Words)),
        '#' => begins || around.is_heading,
        '>' | '=' => begins,
        '~' => begins && around.sign_after() == Some('~'),
        '-' => begins && (around.is_word_end() || around.sign_after() == Some('-')),
        '+' => begins && around.is_word_end(),
        '.' | ')' => around.is_word_end() && ends_with_number(written),
        _ => false,
    }
}

/// Whether a line so far is a number only, as before the item of a list.
fn ends_with_number(written: &str) -> bool {
    let line = written.rsplit('\n').next().unwrap_or_default();
    (1..=9).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_digit())
}
