//! The schemas and the readers accept and refuse the same things.
//!
//! Every value of a good document is taken out, or replaced by each of some others, one at a time; schema and reader
//! have to agree on each of these documents.

use serde_json::{Value, json};

use super::front_matter;
use super::problem::{Problems, Spans};
use super::schema;
use crate::model::Article;

const FRONT_MATTER: &str = include_str!("schema_tests/whole.toml");
const ARTICLE: &str = include_str!("schema_tests/whole.json");

/// What values are replaced by.
fn others() -> Vec<Value> {
    vec![
        json!(true),
        json!(0),
        json!(7),
        json!(-3),
        json!(2018),
        json!(1.5),
        json!(5_000_000_000_u64),
        json!(""),
        json!(" "),
        json!("x"),
        json!("nato"),
        json!("two words"),
        json!("2018-07-16"),
        json!("2018-13"),
        json!("2018-04-31"),
        json!("2018-07-16T13:00+03:00"),
        json!("2018-07-16T25:00Z"),
        json!("-0043"),
        json!("44 BCE"),
        json!("javascript:alert(1)"),
        json!(" https://example.org"),
        json!("https://example.org/a:b?c#d"),
        json!("contention"),
        json!("rtl"),
        json!([]),
        json!(["x"]),
        json!([{}]),
        json!({}),
        json!({ "text": "x" }),
        json!({ "unknown": "x" }),
    ]
}

/// Every document that is one change away.
fn changed(whole: &Value) -> Vec<Value> {
    let mut pointers = Vec::new();
    collect(whole, String::new(), &mut pointers);
    let mut documents = Vec::new();
    for pointer in pointers {
        let is_object = whole.pointer(&pointer).is_some_and(Value::is_object);
        // Serde takes a list for an object, its values in order. No schema says so, and nothing is lost by it.
        for other in others()
            .into_iter()
            .filter(|other| !(is_object && other.is_array()))
        {
            let mut document = whole.clone();
            *document.pointer_mut(&pointer).expect("the value") = other;
            documents.push(document);
        }
        let (parent, key) = pointer.rsplit_once('/').unwrap_or_default();
        for is_removal in [true, false] {
            let mut document = whole.clone();
            let Some(Value::Object(fields)) = document.pointer_mut(parent) else {
                continue;
            };
            match is_removal {
                true => fields.remove(key),
                false => fields.insert("unknown".to_owned(), json!("x")),
            };
            documents.push(document);
        }
    }
    documents
}

fn collect(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                collect(value, format!("{pointer}/{key}"), pointers);
            }
        }
        Value::Array(items) => {
            for (number, value) in items.iter().enumerate() {
                collect(value, format!("{pointer}/{number}"), pointers);
            }
        }
        _ => {}
    }
    if !pointer.is_empty() {
        pointers.push(pointer);
    }
}

/// Holds a schema against a reader, and sees that both said yes and no.
fn agree(schema: &Value, whole: &Value, reads: impl Fn(&Value) -> Result<(), String>) {
    let validator = jsonschema::validator_for(schema).expect("a schema");
    if let Err(error) = validator.validate(whole) {
        panic!("the schema refuses the whole document: {error}");
    }
    assert_eq!(reads(whole), Ok(()));
    let (mut accepted, mut refused, mut quarrels) = (0, 0, Vec::new());
    for document in changed(whole) {
        match (validator.validate(&document), reads(&document)) {
            (Ok(()), Ok(())) => accepted += 1,
            (Err(_), Err(_)) => refused += 1,
            (Ok(()), Err(error)) => quarrels.push(format!("the reader alone refuses: {error}")),
            (Err(error), Ok(())) => {
                quarrels.push(format!(
                    "the schema alone refuses: {error} at {}",
                    error.instance_path()
                ));
            }
        }
    }
    quarrels.sort();
    quarrels.dedup();
    assert!(quarrels.is_empty(), "{}", quarrels.join("\n"));
    assert!(
        accepted > 100 && refused > 1000,
        "{accepted} accepted, {refused} refused"
    );
}

#[test]
fn the_schema_of_the_exchange_form_agrees_with_its_reader() {
    let whole = serde_json::from_str(ARTICLE).expect("JSON");
    agree(&schema::json(), &whole, |document| {
        let read = serde_json::from_value::<Article>(document.clone());
        read.map(drop).map_err(|error| error.to_string())
    });
}

#[test]
fn the_schema_of_the_front_matter_agrees_with_its_reader() {
    let whole: Value = toml::from_str(FRONT_MATTER).expect("TOML");
    agree(&schema::front_matter(), &whole, |document| {
        let source = toml::to_string(document).map_err(|error| error.to_string())?;
        let problems = Problems::default();
        front_matter::read(&source, 0..source.len(), &problems, &mut Spans::default());
        match problems.sorted().first() {
            Some(problem) => Err(format!(
                "{} ({})",
                problem.message,
                &source[problem.span.clone()]
            )),
            None => Ok(()),
        }
    });
}

#[test]
fn the_schemas_in_the_repository_are_those_of_the_program() {
    for (name, kind, schema) in [
        ("article", "json", schema::json()),
        ("front-matter", "front-matter", schema::front_matter()),
    ] {
        let file = format!(
            "{}/../docs/schema/{name}.schema.json",
            env!("CARGO_MANIFEST_DIR")
        );
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        let kept: Value = serde_json::from_str(&kept).unwrap_or_default();
        let mend = format!("cargo run -p cli -- schema {kind} > docs/schema/{name}.schema.json");
        assert!(
            kept == schema,
            "docs/schema/{name}.schema.json is out of date; run {mend}"
        );
    }
}
