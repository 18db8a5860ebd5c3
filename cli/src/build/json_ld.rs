//! What a page says of its article to search engines and other programs: JSON-LD in the words of schema.org.
//!
//! It says nothing that the document does not. A date that is disputed or only about right is left out, since
//! schema.org has no word for the doubt; so is one before the common era, which ISO 8601 can write and few can read.

use article::{Article, Date, Event, Figure, Issue, Location, Person, Source};
use serde_json::{Map, Value, json};

use super::article::About;
use super::options::Options;

/// What kinds of publication are called, in small letters, and what schema.org calls them. `docs/document.md` lists the
/// English ones.
const KINDS: [(&str, &[&str]); 4] = [
    (
        "AnalysisNewsArticle",
        &[
            "analysis",
            "analyse",
            "análisis",
            "анализ",
            "аналіз",
            "analyysi",
            "تحليل",
        ],
    ),
    (
        "BackgroundNewsArticle",
        &["background", "explainer", "hintergrund"],
    ),
    (
        "OpinionNewsArticle",
        &["opinion", "commentary", "meinung", "kommentar"],
    ),
    ("NewsArticle", &["news", "nachricht", "bericht"]),
];

/// The data block for the head of an article's page.
pub fn script(page: &str, article: &Article, about: &About, options: &Options) -> String {
    let data = Value::Object(data(page, article, about, options)).to_string();
    // No `<` in it: nothing ends the script, whatever the article's words are.
    let data = data.replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{data}</script>\n")
}

/// The article as schema.org has it; `page` is its page's file.
fn data(page: &str, article: &Article, about: &About, options: &Options) -> Map<String, Value> {
    let published = article.url.as_ref().map(|url| url.as_str().to_owned());
    let address = options.address(page);
    let original = published
        .clone()
        .filter(|url| address.as_ref().is_some_and(|address| address != url));
    let figure = article.figure.as_ref();
    let image = figure
        .and_then(|figure| image(figure, options))
        .or_else(|| card(about, options));
    let updated = (!article.updates.is_empty()).then(|| about.changed.clone());
    object([
        ("@context", Some(json!("https://schema.org"))),
        ("@type", Some(json!(kind(article.kind.as_deref())))),
        ("headline", Some(json!(article.headline))),
        (
            "description",
            about.description.as_ref().map(|it| json!(it)),
        ),
        ("inLanguage", Some(json!(article.lang))),
        ("url", address.or(published).map(Value::from)),
        ("isBasedOn", original.map(Value::from)),
        ("datePublished", article.published.as_ref().and_then(start)),
        ("dateModified", updated.flatten().map(Value::from)),
        ("publisher", organization(article.publisher.as_deref())),
        ("author", list(article.people.iter().map(person))),
        ("image", image),
        ("about", list(article.issues.iter().map(issue))),
        ("mentions", list(article.events.iter().map(event))),
        ("citation", list(article.sources.iter().map(source))),
    ])
}

/// What schema.org calls a kind of publication.
fn kind(kind: Option<&str>) -> &'static str {
    let Some(kind) = kind.map(|kind| kind.trim().to_lowercase()) else {
        return "Article";
    };
    let of_this = |(_, words): &&(_, &[&str])| words.contains(&kind.as_str());
    KINDS
        .iter()
        .find(of_this)
        .map_or("Article", |(name, _)| name)
}

fn person(person: &Person) -> Value {
    typed(
        "Person",
        [
            ("name", Some(json!(person.name))),
            ("description", person.role.as_ref().map(|role| json!(role))),
            ("affiliation", organization(person.affiliation.as_deref())),
        ],
    )
}

fn organization(name: Option<&str>) -> Option<Value> {
    Some(typed("Organization", [("name", Some(json!(name?)))]))
}

fn issue(issue: &Issue) -> Value {
    typed(
        "Thing",
        [
            ("name", Some(json!(issue.title))),
            ("description", issue.summary.as_ref().map(|it| json!(it))),
        ],
    )
}

fn event(event: &Event) -> Value {
    typed(
        "Event",
        [
            ("name", Some(json!(event.title))),
            ("startDate", start(&event.date)),
            ("endDate", end(&event.date)),
            ("location", event.place.as_ref().map(place)),
        ],
    )
}

fn place(place: &Location) -> Value {
    let geo = typed(
        "GeoCoordinates",
        [
            ("latitude", Some(json!(place.lat))),
            ("longitude", Some(json!(place.lon))),
        ],
    );
    typed(
        "Place",
        [("name", Some(json!(place.name))), ("geo", Some(geo))],
    )
}

fn source(source: &Source) -> Value {
    typed(
        "CreativeWork",
        [
            ("name", Some(json!(source.title))),
            ("publisher", organization(source.publisher.as_deref())),
            ("url", source.url.as_ref().map(|url| json!(url.as_str()))),
            ("datePublished", source.date.as_ref().and_then(start)),
        ],
    )
}

/// The figure's image, where the document has it.
fn image(figure: &Figure, options: &Options) -> Option<Value> {
    let image = figure.image.as_ref()?;
    let src = image.src.as_str();
    let pixels = |number: u32| Some(json!(format!("{number} px")));
    let url = options.address(src).unwrap_or_else(|| src.to_owned());
    Some(typed(
        "ImageObject",
        [
            ("url", Some(Value::from(url))),
            ("caption", Some(json!(image.alt))),
            ("creditText", figure.credit.as_ref().map(|it| json!(it))),
            ("width", pixels(image.width)),
            ("height", pixels(image.height)),
        ],
    ))
}

/// The card drawn of the article.
fn card(about: &About, options: &Options) -> Option<Value> {
    let card = about.picture.as_ref().filter(|picture| picture.is_card)?;
    let pixels = |number: u32| Some(json!(format!("{number} px")));
    Some(typed(
        "ImageObject",
        [
            ("url", options.address(&card.src).map(Value::from)),
            ("caption", Some(json!(card.alt))),
            ("width", pixels(card.width)),
            ("height", pixels(card.height)),
        ],
    ))
}

/// When something begins, where the document is sure of it.
fn start(date: &Date) -> Option<Value> {
    let is_sure = !date.circa && !date.disputed;
    is_sure.then(|| date.start.datetime())?.map(Value::from)
}

/// When a span ends, where the document is sure of it.
fn end(date: &Date) -> Option<Value> {
    let is_sure = !date.circa && !date.disputed;
    is_sure.then(|| date.end?.datetime())?.map(Value::from)
}

/// Things of a kind, or nothing where there are none.
fn list(items: impl Iterator<Item = Value>) -> Option<Value> {
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then_some(Value::Array(items))
}

/// A thing of a type.
fn typed<const N: usize>(name: &str, fields: [(&str, Option<Value>); N]) -> Value {
    let mut thing = object([("@type", Some(json!(name)))]);
    thing.extend(object(fields));
    Value::Object(thing)
}

/// What is there of some fields, in their order.
fn object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Map<String, Value> {
    fields
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_publication_decides_the_type_whatever_its_letters() {
        assert_eq!(kind(Some("Analysis")), "AnalysisNewsArticle");
        assert_eq!(kind(Some(" ANALYSE ")), "AnalysisNewsArticle");
        assert_eq!(kind(Some("تحليل")), "AnalysisNewsArticle");
        assert_eq!(kind(Some("Hintergrund")), "BackgroundNewsArticle");
        assert_eq!(kind(Some("Commentary")), "OpinionNewsArticle");
        assert_eq!(kind(Some("News")), "NewsArticle");
        assert_eq!(kind(Some("Chronology")), "Article");
        assert_eq!(kind(None), "Article");
    }
}
