//! The article as a whole.

use serde::{Deserialize, Serialize};

use super::{Block, Date, Event, Figure, Issue, Map, Person, Section, Source, Update, Url};

/// An article with its issues and events: all that an explainer shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Article {
    /// The version of the exchange form.
    pub version: Version,
    /// The article's language, a BCP 47 tag.
    pub lang: String,
    /// The direction of its script.
    #[serde(default, skip_serializing_if = "Direction::is_default")]
    pub direction: Direction,
    /// What kind of publication it is, such as "Analysis".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The headline, as published.
    pub headline: String,
    /// Who published the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Who speaks in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// Words of the interface that this article has its own for.
    #[serde(default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
    /// What stands before the first section.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lead: Vec<Block>,
    /// The article's photograph or drawing, or what is left of it: its caption and credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// Where the events are, for want of an image; made by the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub map: Option<Map>,
    /// What happened or is to happen, in order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// What the article is about, in the author's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
    /// The questions with their answers, or plain sections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Whose views these are, in the publisher's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclaimer: Option<String>,
    /// What the article rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// What has changed since it was published, in the author's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub updates: Vec<Update>,
}

/// The direction of a script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub enum Direction {
    /// From left to right.
    #[default]
    #[serde(rename = "ltr")]
    LeftToRight,
    /// From right to left.
    #[serde(rename = "rtl")]
    RightToLeft,
}

impl Direction {
    fn is_default(&self) -> bool {
        *self == Direction::default()
    }

    /// The direction as a `dir` attribute.
    pub fn dir(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

/// The version of the exchange form. This is [`Version::CURRENT`]; a later one is refused, since it
/// may say things that this program would drop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Version(u32);

impl Version {
    /// The version this program writes.
    pub const CURRENT: Version = Version(1);
}

impl TryFrom<u32> for Version {
    type Error = String;

    fn try_from(number: u32) -> Result<Self, String> {
        let newest = Self::CURRENT.0;
        match number {
            0 => Err(format!("version 0 is not a version; write {newest}")),
            n if n <= newest => Ok(Version(n)),
            n => Err(format!(
                "the document is of version {n} and this explainer reads up to {newest}: use a newer explainer"
            )),
        }
    }
}

impl From<Version> for u32 {
    fn from(version: Version) -> u32 {
        version.0
    }
}

/// Words of the interface that an article has its own for. What is `None` is said in the
/// interface's language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Labels {
    /// What stands before the kind of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What stands before the caption of the figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    /// The heading of [`Stance::Contention`](super::Stance::Contention).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contention: Option<String>,
    /// The heading of [`Stance::CommonGround`](super::Stance::CommonGround).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub common_ground: Option<String>,
    /// The heading of [`Stance::Alliance`](super::Stance::Alliance).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alliance: Option<String>,
    /// The heading of [`Stance::Proposal`](super::Stance::Proposal).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<String>,
}

impl Labels {
    fn is_empty(&self) -> bool {
        *self == Labels::default()
    }
}
