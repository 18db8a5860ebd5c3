//! Articles in the exchange form with hostile words in every field.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use article::Article;
use serde_json::Value;

use crate::places;

/// The words, by what they try.
pub fn words() -> Result<BTreeMap<String, String>> {
    Ok(serde_json::from_str(include_str!("words.json"))?)
}

/// The example that has whatever a document can have, in the exchange form.
pub fn whole() -> Result<Value> {
    let article = article::authoring::read(include_str!("../../examples/everything.md")).article;
    Ok(serde_json::to_value(article.context("an article")?)?)
}

/// Whether the native reader takes a document.
pub fn is_good(value: &Value) -> bool {
    let article = serde_json::from_value::<Article>(value.clone());
    article.is_ok_and(|article| article.check().iter().all(|fault| fault.is_warning()))
}

/// The example with each of the words in every field that takes them.
pub fn filled() -> Result<Vec<String>> {
    let whole = whole()?;
    let is_text = |path: &String| whole.pointer(path).is_some_and(Value::is_string);
    let takes = |path: &String, words: &str| is_good(&replaced(&whole, &[path], words));
    let paths: Vec<String> = places::paths(&whole)
        .into_iter()
        .filter(|path| is_text(path) && takes(path, "<b>&\"'"))
        .collect();
    ensure!(paths.len() > 100, "only {} fields take words", paths.len());
    // An address may be one word and not the other; all else is text.
    let is_address = |path: &String| {
        let name = path.rsplit('/').next();
        name.is_some_and(|name| ["url", "src", "source"].contains(&name))
    };
    let filled = |words: &String| {
        let taking = |path: &&String| !is_address(path) || takes(path, words);
        let paths: Vec<&String> = paths.iter().filter(taking).collect();
        let filled = replaced(&whole, &paths, words);
        ensure!(is_good(&filled), "refused: {filled}");
        Ok(filled.to_string())
    };
    words()?.values().map(filled).collect()
}

fn replaced(whole: &Value, paths: &[&String], words: &str) -> Value {
    let mut value = whole.clone();
    for path in paths {
        if let Some(leaf) = value.pointer_mut(path) {
            *leaf = Value::from(words);
        }
    }
    value
}
