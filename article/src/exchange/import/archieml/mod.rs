//! ArchieML, as newsrooms write timelines and Q&As in it.
//!
//! ```text
//! mod      the keys that are known, and what becomes of them
//! parts    events, issues, questions
//! body     the article's text
//! fields   an object read field by field, so that what nobody asked for is reported
//! parse    the language itself
//! lines    what each of its lines is
//! date     dates as people write them in English
//! ```

mod body;
mod date;
mod fields;
mod lines;
mod parse;
mod parts;
#[cfg(test)]
mod tests;

use super::draft::Draft;
use super::{ImportError, Imported};
use crate::model::{Point, Url};
use fields::Fields;
use parse::Value;

/// Reads an ArchieML file.
///
/// Known are `headline` or `title`; `kind`, `publisher`, `published` or `date`, `url` or `link`, `lang`, `disclaimer`;
/// `standfirst`, `intro`, `lead`, `dek` or `summary`, and `body` or `text`, which may be freeform; the lists `events` or
/// `timeline`, `issues`, and `questions` or `qa`. Every other key is in the report.
pub fn archieml(text: &str) -> Result<Imported, ImportError> {
    let parsed = parse::parse(text);
    let root = match parsed.root {
        Value::Object(fields) if !fields.is_empty() => fields,
        _ => {
            return Err(ImportError {
                place: "1:1".to_owned(),
                message: "there is no key in the file".to_owned(),
                help: "write lines such as `headline: …`, and lists such as `[events]`".to_owned(),
            });
        }
    };
    let mut draft = Draft::new();
    let mut file = Fields::new(root, "");
    about(&mut file, &mut draft);
    for key in ["standfirst", "intro", "lead", "dek", "summary"] {
        if let Some(value) = file.take(&[key]) {
            body::lead(value, key, &mut draft);
        }
    }
    if let Some((key, value)) = file.take_named(&["body", "text", "content"]) {
        body::body(value, &key, &mut draft);
    }
    parts::issues(&mut file, &mut draft);
    parts::questions(&mut file, &mut draft);
    parts::events(&mut file, &mut draft);
    for (number, line) in parsed.loose {
        let message = format!(
            "text that belongs to no key was left out: “{}”",
            line.trim()
        );
        draft.note(
            &format!("line {number}"),
            message,
            "write it behind a key, with :end behind its last line",
        );
    }
    file.done(&mut draft);
    draft.finish()
}

/// Who, what and when.
fn about(file: &mut Fields, draft: &mut Draft) {
    draft.article.headline = file
        .plain(&["headline", "title", "hed"], draft)
        .unwrap_or_default();
    if draft.article.headline.is_empty() {
        draft.article.headline = "Untitled".to_owned();
        draft.note(
            "headline",
            "there is no headline; “Untitled” stands for it",
            "write the headline",
        );
    }
    draft.article.kind = file.plain(&["kind"], draft);
    draft.article.publisher = file.plain(&["publisher"], draft);
    draft.article.disclaimer = file.plain(&["disclaimer"], draft);
    if let Some((key, lang)) = file.text(&["lang", "language"], draft) {
        // The reader of documents knows what a language is.
        match crate::authoring::read(&format!("+++\nheadline = \"-\"\nlang = {lang:?}\n+++\n"))
            .article
        {
            Some(_) => draft.article.lang = lang,
            None => draft.note(
                &key,
                format!("“{lang}” is not a language; it was left out"),
                "write its tag: en, de, pt-BR, ar",
            ),
        }
    }
    if let Some((key, text)) = file.text(&["url", "link"], draft) {
        match Url::try_from(text.clone()) {
            Ok(url) => draft.article.url = Some(url),
            Err(error) => draft.note(&key, format!("{error}; left out: {text}"), error.mend()),
        }
    }
    if let Some((key, text)) = file.text(&["published", "pubdate", "date"], draft) {
        draft.article.published = parts::date(&text, None, &key, draft);
    }
}

/// A point in time without anything else.
fn dated(start: Point, end: Option<Point>) -> crate::model::Date {
    crate::model::Date {
        start,
        end,
        circa: false,
        planned: false,
        disputed: false,
        note: None,
        labels: Default::default(),
    }
}
