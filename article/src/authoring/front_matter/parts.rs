//! What stands in the front matter several times: people, issues, events, figures, sources, updates.

use std::collections::BTreeMap;

use super::super::fields::{Fields, Given};
use super::FigureSource;
use super::values::Values;
use crate::model::{Event, Id, Image, Issue, Person, Source, Stance, Update};

impl Values<'_> {
    pub fn people(&mut self, fields: &Fields<'_>) -> Vec<Person> {
        let tables = fields.tables("people", "a person");
        tables
            .into_iter()
            .filter_map(|fields| self.person(fields))
            .collect()
    }

    fn person(&mut self, fields: Fields<'_>) -> Option<Person> {
        let id = if fields.has("id") {
            self.id(&fields)
        } else {
            fields.optional("id")
        };
        let name = fields.needed_text("name");
        let role = fields.plain_text("role");
        let affiliation = fields.plain_text("affiliation");
        fields.done();
        Some(Person {
            id,
            name: name?.value,
            role,
            affiliation,
        })
    }

    pub fn issues(&mut self, fields: &Fields<'_>) -> Vec<Issue> {
        let tables = fields.tables("issues", "an issue");
        tables
            .into_iter()
            .filter_map(|fields| self.issue(fields))
            .collect()
    }

    fn issue(&mut self, fields: Fields<'_>) -> Option<Issue> {
        let id = self.id(&fields);
        let title = fields.needed_text("title");
        let summary = fields.plain_text("summary");
        let stance = fields
            .needed_text("stance")
            .and_then(|given| self.stance(given));
        let source = self.url(&fields, "source");
        let updated = self.day(&fields, "updated");
        fields.done();
        Some(Issue {
            id: id?,
            title: title?.value,
            summary,
            stance: stance?,
            source,
            updated,
        })
    }

    fn stance(&self, given: Given<String>) -> Option<Stance> {
        let found = Stance::ALL
            .into_iter()
            .find(|stance| stance.name() == given.value);
        if found.is_none() {
            let names = Stance::ALL.map(Stance::name).join(", ");
            let message = format!("there is no stance `{}`", given.value);
            self.problems
                .error(given.span, message, format!("write one of {names}"));
        }
        found
    }

    /// The events in order of time; those of the same time in the author's order.
    pub fn events(&mut self, fields: &Fields<'_>) -> Vec<Event> {
        let tables = fields.tables("events", "an event");
        let mut events: Vec<_> = tables.into_iter().filter_map(|f| self.event(f)).collect();
        events.sort_by_key(|event| event.date.start);
        events
    }

    fn event(&mut self, fields: Fields<'_>) -> Option<Event> {
        let id = self.id(&fields);
        let title = fields.needed_text("title");
        let date = self.date(&fields);
        let place = fields
            .table("place", "a place")
            .and_then(|fields| self.place(fields));
        let issues = fields.texts("issues");
        let issues = issues
            .into_iter()
            .filter_map(|given| self.id_of(given))
            .collect();
        let source = self.url(&fields, "source");
        let updated = self.day(&fields, "updated");
        fields.done();
        let (id, date) = (id?, date?);
        Some(Event {
            id,
            title: title?.value,
            date,
            place,
            issues,
            source,
            updated,
        })
    }

    pub fn figure(&mut self, fields: Fields<'_>) -> Option<FigureSource> {
        let figure = self.figure_fields(&fields);
        fields.done();
        figure
    }

    /// The figures that the body names by their ids.
    pub fn figures(&mut self, fields: &Fields<'_>) -> BTreeMap<Id, FigureSource> {
        let mut figures = BTreeMap::new();
        for fields in fields.tables("figures", "a figure") {
            let id = self.id(&fields);
            let figure = self.figure_fields(&fields);
            let span = fields.span.clone();
            fields.done();
            let (Some(id), Some(figure)) = (id, figure) else {
                continue;
            };
            if figures.insert(id.clone(), figure).is_some() {
                let message = format!("two figures are called `{id}`");
                self.problems
                    .error(span, message, "give one of them another id");
            }
        }
        figures
    }

    fn figure_fields(&mut self, fields: &Fields<'_>) -> Option<FigureSource> {
        let caption = fields.needed_text("caption");
        let credit = fields.plain_text("credit");
        let image = fields
            .table("image", "an image")
            .and_then(|image| self.image(image));
        Some(FigureSource {
            caption: caption?,
            credit,
            image,
        })
    }

    fn image(&self, fields: Fields<'_>) -> Option<Image> {
        let src = self.url(&fields, "src");
        if !fields.has("src") {
            fields.lacks("src", "src = \"photo.jpg\"");
        }
        let alt = fields.needed_text("alt");
        let (width, height) = (
            self.pixels(&fields, "width"),
            self.pixels(&fields, "height"),
        );
        fields.done();
        Some(Image {
            src: src?,
            alt: alt?.value,
            width: width?,
            height: height?,
        })
    }

    pub fn sources(&mut self, fields: &Fields<'_>) -> Vec<Source> {
        let source = |fields: Fields<'_>| {
            let title = fields.needed_text("title");
            let publisher = fields.plain_text("publisher");
            let url = self.url(&fields, "url");
            let date = self.day(&fields, "date");
            fields.done();
            Some(Source {
                title: title?.value,
                publisher,
                url,
                date,
            })
        };
        fields
            .tables("sources", "a source")
            .into_iter()
            .filter_map(source)
            .collect()
    }

    pub fn updates(&mut self, fields: &Fields<'_>) -> Vec<Update> {
        let update = |fields: Fields<'_>| {
            let date = self.day(&fields, "date");
            if !fields.has("date") {
                fields.lacks("date", "date = \"2018-07-16\"");
            }
            let text = fields.needed_text("text");
            fields.done();
            Some(Update {
                date: date?,
                text: text?.value,
            })
        };
        fields
            .tables("updates", "an update")
            .into_iter()
            .filter_map(update)
            .collect()
    }
}
