//! The places of a JSON value, for what is put into each of them in turn.

use serde_json::Value;

/// The paths of all values in a value, as JSON Pointer has them: what is inside before what holds it.
pub fn paths(value: &Value) -> Vec<String> {
    let mut all = Vec::new();
    walk(value, String::new(), &mut all);
    all
}

fn walk(value: &Value, path: String, all: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                walk(item, format!("{path}/{at}"), all);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                walk(field, format!("{path}/{name}"), all);
            }
        }
        _ => {}
    }
    all.push(path);
}
