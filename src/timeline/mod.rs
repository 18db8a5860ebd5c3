//! The timeline in proportion to time, worked out in whole numbers; `views::timeline` draws it.
//!
//! ```text
//! scale   time and where it stands: minutes, the window that is shown, hundredths of a percent of its width
//! ticks   where the axis is labelled
//! lanes   where events and their titles stand above it
//! ```
//!
//! Positions are hundredths of a percent of the drawing's width, from where time begins: formatting whole numbers is a
//! tenth of the code that formatting floating-point ones is.

pub mod lanes;
pub mod scale;
pub mod ticks;

#[cfg(test)]
mod tests_events;

/// The whole width of the drawing.
pub const WIDTH: i64 = 10_000;

/// One em of the drawing's text, at the width that labels are fitted to: 13 of 900 pixels.
pub const EM: i64 = WIDTH * 13 / 900;

/// How wide a text is, more or less, in the drawing's sans serif.
pub fn text_width(text: &str) -> i64 {
    let hundredths_of_em = |letter: char| match letter {
        // Wide scripts fill the em.
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffef}' => 105,
        'A'..='Z' | 'm' | 'w' | 'А'..='Я' | 'ж' | 'ш' | 'щ' | 'ю' => 72,
        'f' | 'i' | 'j' | 'l' | 't' | 'r' | ' ' | '.' | ',' | ';' | ':' | '\'' | '’' | '-' => 38,
        _ => 58,
    };
    let letters: i64 = text.chars().map(hundredths_of_em).sum();
    letters * EM / 100
}

/// A text that is not too long for a label: cut, where it is, between words if there is a place for it.
pub fn shortened(text: &str, length: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(length) else {
        return text.to_owned();
    };
    let cut = &text[..end];
    // A cut within the last word loses no more than that word.
    let kept = match cut.rfind(' ') {
        Some(at) if at > end / 2 => &cut[..at],
        _ => cut,
    };
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '.', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_that_is_too_long_is_cut_between_words() {
        assert_eq!(shortened("NATO summit", 34), "NATO summit");
        assert_eq!(
            shortened("Bolton meets Putin; the White House announces a summit", 34),
            "Bolton meets Putin; the White…"
        );
        assert_eq!(shortened("Bolton meets Putin; the", 19), "Bolton meets…");
        assert_eq!(shortened("ÄÖÜÄÖÜ", 3), "ÄÖÜ…");
    }

    #[test]
    fn wide_letters_take_more_room() {
        assert!(text_width("雪雪") > text_width("WW"));
        assert!(text_width("WW") > text_width("ii"));
        assert_eq!(text_width(""), 0);
    }
}
