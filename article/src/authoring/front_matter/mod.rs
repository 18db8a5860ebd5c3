//! The front matter: who, what and when.
//!
//! ```text
//! mod      the whole, and what stands in it once
//! parts    what stands in it several times: people, issues, events, figures, sources, updates
//! values   ids, links, dates and places, checked
//! schema   all of it as JSON Schema
//! ```

mod parts;
pub(super) mod schema;
mod values;

use std::collections::BTreeMap;
use std::ops::Range;

use icu_locale::{Direction as ScriptDirection, LocaleDirectionality};
use icu_locale_core::LanguageIdentifier;
use toml::de::DeTable;

use super::fields::{Fields, Given};
use super::problem::{Problems, Spans};
use crate::model::{Date, Direction, Event, Id, Image, Issue, Labels, Person, Source, Update, Url};
use values::Values;

/// The front matter, read.
pub(super) struct FrontMatter {
    pub lang: String,
    pub direction: Direction,
    pub kind: Option<String>,
    pub headline: String,
    pub publisher: Option<String>,
    pub url: Option<Url>,
    pub published: Option<Date>,
    pub people: Vec<Person>,
    pub labels: Labels,
    pub figure: Option<FigureSource>,
    /// The figures that the body names.
    pub figures: BTreeMap<Id, FigureSource>,
    pub events: Vec<Event>,
    pub issues: Vec<Issue>,
    pub disclaimer: Option<String>,
    pub sources: Vec<Source>,
    pub updates: Vec<Update>,
}

/// A figure whose caption is still Markdown.
#[derive(Clone)]
pub(super) struct FigureSource {
    pub caption: Given<String>,
    pub credit: Option<String>,
    pub image: Option<Image>,
}

/// Reads the front matter, which is `range` of the source. `None` where there is nothing to go on with.
pub(super) fn read(
    source: &str,
    range: Range<usize>,
    problems: &Problems,
    spans: &mut Spans,
) -> Option<FrontMatter> {
    let offset = range.start;
    spans.headline = range.clone();
    let (table, errors) = DeTable::parse_recoverable(&source[range.clone()]);
    for error in &errors {
        let span = error
            .span()
            .map_or(range.clone(), |span| span.start + offset..span.end + offset);
        let help = "write the front matter as TOML: key = \"value\"";
        problems.error(
            span,
            format!("the front matter can't be read: {}", error.message()),
            help,
        );
    }
    if !errors.is_empty() {
        return None;
    }
    let fields = Fields::new(&table, "the front matter", offset, problems);
    let headline = fields.needed_text("headline");
    if let Some(headline) = &headline {
        spans.headline = headline.span.clone();
    }
    let (lang, direction) = language(&fields, problems);
    let mut values = Values {
        problems,
        spans,
        lang,
    };
    let front = FrontMatter {
        direction,
        kind: fields.plain_text("kind"),
        publisher: fields.plain_text("publisher"),
        url: values.url(&fields, "url"),
        published: values.day(&fields, "published"),
        people: values.people(&fields),
        labels: fields
            .table("labels", "the labels")
            .map(labels)
            .unwrap_or_default(),
        figure: fields
            .table("figure", "the figure")
            .and_then(|fields| values.figure(fields)),
        figures: values.figures(&fields),
        events: values.events(&fields),
        issues: values.issues(&fields),
        disclaimer: fields.plain_text("disclaimer"),
        sources: values.sources(&fields),
        updates: values.updates(&fields),
        lang: values.lang,
        // Last, so that everything else has been read and complained of.
        headline: headline.map(|given| given.value).unwrap_or_default(),
    };
    fields.done();
    Some(front)
}

/// The article's language, English where none is given, and the direction of its script.
fn language(fields: &Fields<'_>, problems: &Problems) -> (String, Direction) {
    let Some(given) = fields.text("lang") else {
        return ("en".to_owned(), Direction::LeftToRight);
    };
    let direction = match given.value.parse::<LanguageIdentifier>() {
        Ok(language) => match LocaleDirectionality::new_common().get(&language) {
            Some(ScriptDirection::RightToLeft) => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        },
        Err(_) => {
            let message = format!("`{}` is not a language", given.value);
            problems.error(given.span, message, "write its tag: en, de, pt-BR, ar");
            Direction::LeftToRight
        }
    };
    (given.value, direction)
}

fn labels(fields: Fields<'_>) -> Labels {
    let labels = Labels {
        kind: fields.plain_text("kind"),
        photo: fields.plain_text("photo"),
        contention: fields.plain_text("contention"),
        common_ground: fields.plain_text("common-ground"),
        alliance: fields.plain_text("alliance"),
        proposal: fields.plain_text("proposal"),
    };
    fields.done();
    labels
}
