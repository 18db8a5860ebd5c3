//! Events for tests.

use article::{Date, Point};

use super::Event;
use super::scale::Stretch;

/// A date as documents write it, without words such as "circa".
pub fn date(text: &str) -> Date {
    let mut points = text
        .split('/')
        .map(|point| Point::parse(point).expect("a point"));
    Date {
        start: points.next().expect("a start"),
        end: points.next(),
        circa: false,
        planned: false,
        disputed: false,
        note: None,
        labels: Default::default(),
    }
}

/// An event with an id, which is its title too.
pub fn event(id: &str, when: &str) -> Event {
    let date = date(when);
    Event {
        id: id.to_owned(),
        title: id.to_owned(),
        stretch: Stretch::of(&date),
        is_span: date.end.is_some(),
        ..Event::default()
    }
}
