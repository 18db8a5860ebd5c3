//! The front matter as JSON Schema, for editors that help while one writes.
//!
//! The reader does not use these types: it reads field by field, to find every mistake in one go. A test holds the two
//! against each other.

#![allow(dead_code, reason = "types that are only described")]

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::model::schema::WRITTEN_DATE;
use crate::model::{Id, Stance, Url};

/// A language tag: a language, perhaps a script, perhaps a region.
const LANGUAGE: &str = "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$";

/// What stands between the `+++` lines of a document.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FrontMatter {
    /// The headline, as published.
    #[schemars(regex(pattern = r"\S"))]
    headline: String,
    /// The article's language, a BCP 47 tag; without it, English.
    #[schemars(extend("default" = "en"), regex(pattern = LANGUAGE))]
    lang: Option<String>,
    kind: Option<Text>,
    publisher: Option<Text>,
    /// Where it was published.
    url: Option<Url>,
    /// When it was published.
    published: Option<Day>,
    disclaimer: Option<Text>,
    labels: Option<Labels>,
    #[schemars(default)]
    people: Vec<Person>,
    figure: Option<Figure>,
    #[schemars(default)]
    figures: Vec<NamedFigure>,
    #[schemars(default)]
    issues: Vec<Issue>,
    #[schemars(default)]
    events: Vec<Event>,
    #[schemars(default)]
    sources: Vec<Source>,
    #[schemars(default)]
    updates: Vec<Update>,
}

/// A text that is not empty.
#[derive(JsonSchema)]
#[schemars(inline)]
struct Text(#[schemars(regex(pattern = r"\S"))] String);

/// A year, a month, a day or a minute with its zone; a span as two of them with `/` between.
struct Day;

impl JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "2014, 2018-07, 2018-07-16 or 2018-07-16T13:00+03:00; a span as 2018-07-11/2018-07-12; 44 BCE. No more precise than the article is.",
            "anyOf": [
                { "type": "integer", "minimum": 1000, "maximum": 9999 },
                { "type": "string", "pattern": WRITTEN_DATE },
            ],
        })
    }
}

/// Words of the interface that this article has its own for.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Labels {
    kind: Option<Text>,
    photo: Option<Text>,
    contention: Option<Text>,
    common_ground: Option<Text>,
    alliance: Option<Text>,
    proposal: Option<Text>,
}

/// Someone who speaks in the article.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Person {
    id: Option<Id>,
    name: Text,
    role: Option<Text>,
    affiliation: Option<Text>,
}

/// The article's photograph or drawing.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Figure {
    caption: Text,
    credit: Option<Text>,
    image: Option<Image>,
}

/// A figure that the text shows by `![](#id)`.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct NamedFigure {
    id: Id,
    caption: Text,
    credit: Option<Text>,
    image: Option<Image>,
}

/// An image file and its size in CSS pixels.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Image {
    src: Url,
    alt: Text,
    #[schemars(range(min = 1, max = u32::MAX))]
    width: u32,
    #[schemars(range(min = 1, max = u32::MAX))]
    height: u32,
}

/// Something the article is about.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Issue {
    id: Id,
    title: Text,
    summary: Option<Text>,
    stance: Stance,
    source: Option<Url>,
    updated: Option<Day>,
}

/// Something that happened or is to happen.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Event {
    id: Id,
    title: Text,
    date: Day,
    #[schemars(default)]
    circa: bool,
    #[schemars(default)]
    planned: bool,
    #[schemars(default)]
    disputed: bool,
    date_note: Option<Text>,
    place: Option<Place>,
    #[schemars(default)]
    issues: Vec<Id>,
    source: Option<Url>,
    updated: Option<Day>,
}

/// A place with its coordinates in degrees.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Place {
    name: Text,
    /// -90 to 90, north positive.
    lat: f64,
    /// -180 to 180, east positive.
    lon: f64,
}

/// Something that the article rests on.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Source {
    title: Text,
    publisher: Option<Text>,
    url: Option<Url>,
    date: Option<Day>,
}

/// A change made after publication.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Update {
    date: Day,
    text: Text,
}
