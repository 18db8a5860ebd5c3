//! When something is: points in time and spans, no more precise than the article is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Point;
use crate::Language;

/// When an event is: a point in time or a span, with what the article leaves open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Date {
    /// The point, or where the span begins.
    pub start: Point,
    /// Where the span ends; what it names is part of the span.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Point>,
    /// Whether it is only about then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub circa: bool,
    /// Whether it had yet to happen when the article was written.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub planned: bool,
    /// Whether those who should know disagree about it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disputed: bool,
    /// What the article leaves open, and what was inferred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How it is written in each language, by BCP 47 tag.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
}

impl Date {
    /// How the date is written in a language: as the document has it, else in English, else in digits.
    pub fn label(&self, language: Language) -> String {
        self.labels
            .get(language.tag())
            .or_else(|| self.labels.get(Language::default().tag()))
            .cloned()
            .unwrap_or_else(|| match self.end {
                Some(end) => format!("{} – {end}", self.start),
                None => self.start.to_string(),
            })
    }
}
