//! Events for tests.

use article::{Date, Event, Id, Point};

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
    Event {
        id: Id::try_from(id.to_owned()).expect("an id"),
        title: id.to_owned(),
        date: date(when),
        place: None,
        issues: Vec::new(),
        source: None,
        updated: None,
    }
}
