//! Ids, links, dates and places, checked.

use super::super::fields::{Fields, Given};
use super::super::labels;
use super::super::problem::{Problems, Spans};
use crate::model::{Date, Id, Location, PASSAGE_PREFIX, Point, Url};

/// Reads values, and keeps where ids are declared.
pub(super) struct Values<'r> {
    pub problems: &'r Problems,
    pub spans: &'r mut Spans,
    /// The article's language, in which dates are labelled too.
    pub lang: String,
}

impl Values<'_> {
    /// The id that a table declares.
    pub fn id(&mut self, fields: &Fields<'_>) -> Option<Id> {
        let given = fields.needed_text("id")?;
        let span = given.span.clone();
        let id = self.id_of(given)?;
        if id.as_str().starts_with(PASSAGE_PREFIX) {
            let message = format!("`{id}` is a name that passages get");
            self.problems
                .error(span.clone(), message, "choose another id");
        }
        self.spans.declare(&id, span);
        Some(id)
    }

    /// An id as it is written somewhere.
    pub fn id_of(&self, given: Given<String>) -> Option<Id> {
        let parsed = Id::try_from(given.value);
        parsed
            .map_err(|error| {
                self.problems
                    .error(given.span, error.to_string(), error.mend())
            })
            .ok()
    }

    /// A link.
    pub fn url(&self, fields: &Fields<'_>, key: &'static str) -> Option<Url> {
        let given = fields.text(key)?;
        let parsed = Url::try_from(given.value);
        parsed
            .map_err(|error| {
                self.problems
                    .error(given.span, error.to_string(), error.mend())
            })
            .ok()
    }

    /// When an event is, from its `date` and the fields that qualify it.
    pub fn date(&self, fields: &Fields<'_>) -> Option<Date> {
        if !fields.has("date") {
            fields.lacks(
                "date",
                "date = \"2018-07-16\", no more precise than the article is",
            );
        }
        let date = self.day(fields, "date");
        let (circa, planned, disputed) = (
            fields.flag("circa"),
            fields.flag("planned"),
            fields.flag("disputed"),
        );
        let note = fields.plain_text("date-note");
        Some(Date {
            circa,
            planned,
            disputed,
            note,
            ..date?
        })
    }

    /// A date that needs no qualifying.
    pub fn day(&self, fields: &Fields<'_>, key: &'static str) -> Option<Date> {
        let given = fields.date(key)?;
        let (start, end) = match given.value.split_once('/') {
            Some((start, end)) => (start, Some(end)),
            None => (given.value.as_str(), None),
        };
        let point = |text: &str| {
            let parsed = Point::parse(text.trim());
            let problem = |error: &_| self.point_problem(&given, error);
            parsed.inspect_err(problem).ok()
        };
        let start = point(start)?;
        let end = match end {
            Some(end) => Some(point(end)?),
            None => None,
        };
        let labels = labels::of(start, end, &self.lang);
        Some(Date {
            start,
            end,
            circa: false,
            planned: false,
            disputed: false,
            note: None,
            labels,
        })
    }

    fn point_problem(&self, given: &Given<String>, error: &crate::model::PointError) {
        self.problems
            .error(given.span.clone(), error.to_string(), error.mend());
    }

    /// A place with its coordinates.
    pub fn place(&self, fields: Fields<'_>) -> Option<Location> {
        let name = fields.needed_text("name");
        let degrees = |key| {
            let number = fields.number(key);
            if !fields.has(key) {
                fields.lacks(key, &format!("{key} = 60.17, in degrees"));
            }
            number.map(|given| given.value)
        };
        let (lat, lon) = (degrees("lat"), degrees("lon"));
        fields.done();
        Some(Location {
            name: name?.value,
            lat: lat?,
            lon: lon?,
        })
    }

    /// A size in whole pixels.
    pub fn pixels(&self, fields: &Fields<'_>, key: &'static str) -> Option<u32> {
        let given = fields.number(key);
        if !fields.has(key) {
            fields.lacks(key, &format!("{key} = 1200, in pixels"));
        }
        let given = given?;
        let whole = given.value as u32;
        if whole == 0 || f64::from(whole) != given.value {
            let message = format!("`{key}` is not a size");
            self.problems
                .error(given.span, message, "write a whole number of pixels");
        }
        Some(whole)
    }
}
