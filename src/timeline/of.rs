//! The events of an article, as the timeline draws them.

use article::{Date, Language};

use super::Event;
use super::scale::Stretch;

impl Stretch {
    /// The stretch of a date: a year, a month or a day as a whole, a span from its first to its last.
    pub fn of(date: &Date) -> Self {
        let from = date.start.minutes();
        let to = date.end.unwrap_or(date.start).minutes_after();
        Stretch {
            from,
            to: to.max(from),
        }
    }
}

impl Event {
    /// An event of an article, with its date in a language.
    pub fn of(event: &article::Event, language: Language) -> Self {
        let date = &event.date;
        Event {
            id: event.id.to_string(),
            title: event.title.clone(),
            when: date.label(language),
            stretch: Stretch::of(date),
            is_span: date.end.is_some(),
            is_planned: date.planned,
            is_circa: date.circa,
            is_disputed: date.disputed,
        }
    }
}
