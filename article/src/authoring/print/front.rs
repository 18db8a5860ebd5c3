//! The front matter: who, what and when.

use super::inlines;
use super::toml::Table;
use crate::model::{
    Article, Date, Event, Figure, Issue, Labels, Location, Person, Point, Source, Update, Url,
};

/// The front matter of an article, whose text shows these figures.
pub(super) fn front(article: &Article, figures: &[(String, &Figure)]) -> String {
    let mut front = String::new();
    let mut whole = Table::default();
    whole.text("headline", &article.headline);
    whole.text("lang", &article.lang);
    whole.optional("kind", article.kind.as_deref());
    whole.optional("publisher", article.publisher.as_deref());
    whole.optional("url", article.url.as_ref().map(Url::as_str));
    whole.optional("published", article.published.as_ref().map(date).as_deref());
    whole.optional("disclaimer", article.disclaimer.as_deref());
    whole.write("", &mut front);
    labels(&article.labels).write("[labels]", &mut front);
    for each in &article.people {
        person(each).write("[[people]]", &mut front);
    }
    if let Some(the_figure) = &article.figure {
        figure(the_figure, Table::default()).write("[figure]", &mut front);
    }
    for (id, each) in figures {
        let mut table = Table::default();
        table.text("id", id);
        figure(each, table).write("[[figures]]", &mut front);
    }
    for each in &article.issues {
        issue(each).write("[[issues]]", &mut front);
    }
    for each in &article.events {
        event(each).write("[[events]]", &mut front);
    }
    for each in &article.sources {
        source(each).write("[[sources]]", &mut front);
    }
    for each in &article.updates {
        update(each).write("[[updates]]", &mut front);
    }
    front
}

fn labels(labels: &Labels) -> Table {
    let mut table = Table::default();
    table.optional("kind", labels.kind.as_deref());
    table.optional("photo", labels.photo.as_deref());
    table.optional("contention", labels.contention.as_deref());
    table.optional("common-ground", labels.common_ground.as_deref());
    table.optional("alliance", labels.alliance.as_deref());
    table.optional("proposal", labels.proposal.as_deref());
    table
}

fn person(person: &Person) -> Table {
    let mut table = Table::default();
    table.optional("id", person.id.as_ref().map(|id| id.as_str()));
    table.text("name", &person.name);
    table.optional("role", person.role.as_deref());
    table.optional("affiliation", person.affiliation.as_deref());
    table
}

fn figure(figure: &Figure, mut table: Table) -> Table {
    table.text("caption", &inlines::paragraph(&figure.caption));
    table.optional("credit", figure.credit.as_deref());
    if let Some(image) = &figure.image {
        let mut inside = Table::default();
        inside.text("src", image.src.as_str());
        inside.text("alt", &image.alt);
        inside.number("width", image.width);
        inside.number("height", image.height);
        table.inside("image", inside);
    }
    table
}

fn issue(issue: &Issue) -> Table {
    let mut table = Table::default();
    table.text("id", issue.id.as_str());
    table.text("title", &issue.title);
    table.optional("summary", issue.summary.as_deref());
    table.text("stance", issue.stance.name());
    table.optional("source", issue.source.as_ref().map(Url::as_str));
    table.optional("updated", issue.updated.as_ref().map(date).as_deref());
    table
}

fn event(event: &Event) -> Table {
    let mut table = Table::default();
    table.text("id", event.id.as_str());
    table.text("title", &event.title);
    table.text("date", &date(&event.date));
    table.flag("circa", event.date.circa);
    table.flag("planned", event.date.planned);
    table.flag("disputed", event.date.disputed);
    table.optional("date-note", event.date.note.as_deref());
    if let Some(place) = &event.place {
        table.inside("place", location(place));
    }
    table.texts("issues", event.issues.iter().map(|id| id.as_str()));
    table.optional("source", event.source.as_ref().map(Url::as_str));
    table.optional("updated", event.updated.as_ref().map(date).as_deref());
    table
}

fn location(place: &Location) -> Table {
    let mut table = Table::default();
    table.text("name", &place.name);
    // TOML wants a point in a number that is not whole.
    table.number("lat", format_args!("{:?}", place.lat));
    table.number("lon", format_args!("{:?}", place.lon));
    table
}

fn source(source: &Source) -> Table {
    let mut table = Table::default();
    table.text("title", &source.title);
    table.optional("publisher", source.publisher.as_deref());
    table.optional("url", source.url.as_ref().map(Url::as_str));
    table.optional("date", source.date.as_ref().map(date).as_deref());
    table
}

fn update(update: &Update) -> Table {
    let mut table = Table::default();
    table.text("date", &date(&update.date));
    table.text("text", &update.text);
    table
}

/// A point in time, or a span with its ends on both sides of a slash.
fn date(date: &Date) -> String {
    match date.end {
        Some(end) => format!("{}/{}", point(date.start), point(end)),
        None => point(date.start),
    }
}

/// A point in time; years before the common era as people count them, where they have four digits.
fn point(point: Point) -> String {
    match 1 - point.year {
        year @ 1..=9999 if point.month.is_none() => format!("{year} BCE"),
        year @ 1..=9999 => format!("{} BCE", Point { year, ..point }),
        _ => point.to_string(),
    }
}
