//! An object read field by field, so that what nobody asked for is reported.

use serde_json::{Map, Value};

use super::super::draft::Draft;

/// How much of a value is quoted in the report.
const QUOTED: usize = 200;

/// The fields of one object that have not been read yet.
pub(super) struct Fields {
    map: Map<String, Value>,
    /// Where the object stands; empty for the whole.
    pub path: String,
}

impl Fields {
    pub fn new(map: Map<String, Value>, path: &str) -> Self {
        Fields {
            map,
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

    /// Any value.
    pub fn take(&mut self, key: &str) -> Option<Value> {
        self.map.remove(key)
    }

    /// A text that says something. TimelineJS takes numbers for texts too.
    pub fn text(&mut self, key: &str, draft: &mut Draft) -> Option<String> {
        match self.take(key)? {
            Value::String(text) => Some(text).filter(|text| !text.trim().is_empty()),
            Value::Number(number) => Some(number.to_string()),
            Value::Null => None,
            other => {
                let message = format!("{} is not a text", brief(&other));
                draft.note(
                    &self.place(key),
                    message,
                    "write it by hand where it is needed",
                );
                None
            }
        }
    }

    /// An object.
    pub fn object(&mut self, key: &str, draft: &mut Draft) -> Option<Fields> {
        let place = self.place(key);
        match self.take(key)? {
            Value::Object(map) => Some(Fields::new(map, &place)),
            Value::Null => None,
            other => {
                let message = format!("{} is not an object", brief(&other));
                draft.note(&place, message, "write it by hand where it is needed");
                None
            }
        }
    }

    /// Reports a field that has no room in an article.
    pub fn lose(&mut self, key: &str, why: &str, help: &str, draft: &mut Draft) {
        match self.take(key) {
            None | Some(Value::Null) => {}
            Some(Value::String(text)) if text.trim().is_empty() => {}
            Some(value) => draft.note(&self.place(key), format!("{why}: {}", brief(&value)), help),
        }
    }

    /// Reports the fields that are not part of the format.
    pub fn done(self, draft: &mut Draft) {
        for (key, value) in &self.map {
            let message = format!("TimelineJS has no such field; left out: {}", brief(value));
            draft.note(
                &self.place(key),
                message,
                "write it by hand where it is needed",
            );
        }
    }
}

/// A value as the report quotes it, in one line.
pub(super) fn brief(value: &Value) -> String {
    let text = match value {
        Value::String(text) => format!("“{}”", text.replace(['\n', '\r'], " ")),
        other => other.to_string(),
    };
    match text.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
