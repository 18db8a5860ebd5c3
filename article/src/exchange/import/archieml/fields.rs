//! An object read field by field, so that what nobody asked for is reported.

use super::super::draft::Draft;
use super::super::html;
use super::parse::Value;

/// The fields of one object that have not been read yet.
pub(super) struct Fields {
    fields: Vec<(String, Value)>,
    /// Where the object stands; empty for the whole file.
    path: String,
}

impl Fields {
    pub fn new(fields: Vec<(String, Value)>, path: &str) -> Self {
        Fields {
            fields,
            path: path.to_owned(),
        }
    }

    /// Where a field stands.
    pub fn place(&self, key: &str) -> String {
        match self.path.as_str() {
            "" => key.to_owned(),
            path => format!("{path}.{key}"),
        }
    }

    /// The first of these fields that is there. Keys are told apart without regard to case.
    pub fn take(&mut self, keys: &[&str]) -> Option<Value> {
        self.take_named(keys).map(|(_, value)| value)
    }

    /// The first of these fields that is there, with its place.
    pub fn take_named(&mut self, keys: &[&str]) -> Option<(String, Value)> {
        let find = |key: &&str| {
            self.fields
                .iter()
                .position(|(name, _)| name.eq_ignore_ascii_case(key))
        };
        let at = keys.iter().find_map(find)?;
        let (name, value) = self.fields.remove(at);
        Some((self.place(&name), value))
    }

    /// A text that says something, with its place.
    pub fn text(&mut self, keys: &[&str], draft: &mut Draft) -> Option<(String, String)> {
        let (place, value) = self.take_named(keys)?;
        match value {
            Value::Text(text) => Some((place, text)).filter(|(_, text)| !text.trim().is_empty()),
            other => {
                let message = format!("a text is wanted; left out: {}", brief(&other));
                draft.note(&place, message, "write it behind a colon");
                None
            }
        }
    }

    /// A text without emphasis and links.
    pub fn plain(&mut self, keys: &[&str], draft: &mut Draft) -> Option<String> {
        let (place, text) = self.text(keys, draft)?;
        let read = html::read(&text, false);
        let plain = read.plain();
        say_lost(&place, read.lost, draft);
        Some(plain).filter(|plain| !plain.trim().is_empty())
    }

    /// Reports the fields that nobody asked for.
    pub fn done(self, draft: &mut Draft) {
        for (key, value) in &self.fields {
            let message = format!(
                "this key has no place in an explainer; left out: {}",
                brief(value)
            );
            draft.note(
                &self.place(key),
                message,
                "write it where it belongs by hand",
            );
        }
    }
}

/// Reports what HTML was not kept.
pub(super) fn say_lost(place: &str, lost: Vec<String>, draft: &mut Draft) {
    for lost in lost {
        draft.note(place, lost, "see whether the article needs it");
    }
}

/// A value as the report quotes it, in one line.
pub(super) fn brief(value: &Value) -> String {
    let text = match value {
        Value::Text(text) => format!("“{}”", text.replace(['\n', '\r'], " ")),
        Value::List(items) => format!(
            "[{}]",
            items.iter().map(brief).collect::<Vec<_>>().join(", ")
        ),
        Value::Object(fields) => {
            let field = |(key, value): &(String, Value)| format!("{key}: {}", brief(value));
            format!(
                "{{{}}}",
                fields.iter().map(field).collect::<Vec<_>>().join(", ")
            )
        }
    };
    match text.char_indices().nth(200) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
