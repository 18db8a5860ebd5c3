//! The timeline in proportion to time: worked out in whole numbers, and drawn. The static HTML has a drawing of all of it, the widget
//! draws the part that the reader looks at.
//!
//! ```text
//! scale     time and where it stands: minutes, the window that is shown, hundredths of a percent of its width
//! ticks     where the axis is labelled
//! lanes     where events and their titles stand above it
//! drawing   the drawing of a window, in SVG
//! of        the events of an article                                        (feature `full`)
//! ```
//!
//! Positions are hundredths of a percent of the drawing's width, from where time begins: formatting whole numbers is a
//! tenth of the code that formatting floating-point ones is.

pub mod drawing;
pub mod lanes;
#[cfg(feature = "full")]
mod of;
pub mod scale;
pub mod ticks;

use scale::Stretch;

#[cfg(test)]
mod tests_events;

/// The whole width of the drawing.
pub const WIDTH: i64 = 10_000;

/// One em of the drawing's text, at the width that labels are fitted to: 13 of 900 pixels.
pub const EM: i64 = WIDTH * 13 / 900;

/// An event as it is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date, in words.
    pub when: String,
    /// When it is.
    pub stretch: Stretch,
    /// Whether it took its time, from one date to another.
    pub is_span: bool,
    /// Whether it had yet to happen when the article was written.
    pub is_planned: bool,
    /// Whether its date is only about right.
    pub is_circa: bool,
    /// Whether its date is disputed.
    pub is_disputed: bool,
}

impl Event {
    /// When it is and what is known of that, as an attribute of the static HTML.
    pub fn encoded(&self) -> String {
        let properties = [
            (self.is_span, "s"),
            (self.is_planned, "p"),
            (self.is_circa, "c"),
            (self.is_disputed, "d"),
        ];
        let letters = properties.into_iter().filter(|(holds, _)| *holds);
        let letters: String = letters.map(|(_, letter)| letter).collect();
        let Stretch { from, to } = self.stretch;
        format!("{from} {to} {letters}").trim_end().to_owned()
    }

    /// Reads that attribute; `None` where somebody has changed it to something else.
    pub fn decoded(time: &str) -> Option<Event> {
        let mut parts = time.split(' ');
        let mut minutes = || parts.next()?.parse::<i64>().ok();
        let (from, to) = (minutes()?, minutes()?);
        let letters = parts.next().unwrap_or_default();
        let is_possible = |moment: i64| moment.abs() < scale::FARTHEST;
        (from <= to && is_possible(from) && is_possible(to)).then(|| Event {
            stretch: Stretch { from, to },
            is_span: letters.contains('s'),
            is_planned: letters.contains('p'),
            is_circa: letters.contains('c'),
            is_disputed: letters.contains('d'),
            ..Event::default()
        })
    }
}

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
    fn the_time_of_an_event_is_read_as_it_is_written_and_nothing_else() {
        let event = Event {
            stretch: Stretch { from: -5, to: 60 },
            is_span: true,
            is_disputed: true,
            ..Event::default()
        };
        assert_eq!(event.encoded(), "-5 60 sd");
        assert_eq!(Event::decoded("-5 60 sd"), Some(event));
        for broken in [
            "",
            "1",
            "x y",
            "9 1",
            "1 99999999999999999",
            "1 9223372036854775807",
        ] {
            assert_eq!(Event::decoded(broken), None, "{broken}");
        }
    }

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
