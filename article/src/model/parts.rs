//! The parts of an article: people, figure, issues, events, sections.

use serde::{Deserialize, Serialize};

use super::{Block, Date, Id, Inline, Url};

/// Someone who speaks in the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Person {
    /// The id by which marks and headings name them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The name, as the article gives it.
    pub name: String,
    /// What they are or were, such as "a former ambassador to Ukraine".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The organisation they speak from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
}

/// The article's photograph or drawing, with its caption and credit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Figure {
    /// What it shows, as published; passages may be marked in it.
    pub caption: Vec<Inline>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// The image itself, where the document has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
}

/// An image file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Image {
    /// Where it is.
    pub src: Url,
    /// What it shows, for those who can't see it.
    pub alt: String,
    /// Its width in CSS pixels, so that the page reserves its place.
    #[cfg_attr(feature = "authoring", schemars(range(max = 4294967295u32)))]
    pub width: u32,
    /// Its height in CSS pixels.
    #[cfg_attr(feature = "authoring", schemars(range(max = 4294967295u32)))]
    pub height: u32,
}

/// Something the article is about. Its panel is made of the passages that bear on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Issue {
    /// The id that marks and links name: a promise to keep.
    pub id: Id,
    /// The title.
    pub title: String,
    /// What is at stake, in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Where the parties stand to each other on it.
    pub stance: Stance,
    /// Where it can be read up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Url>,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
}

/// Where the parties stand to each other on an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// They are at odds.
    Contention,
    /// Both could gain.
    CommonGround,
    /// It is a matter among allies.
    Alliance,
    /// It is a way out that someone proposes.
    Proposal,
}

impl Stance {
    /// Every stance, in the order in which they are shown.
    pub const ALL: [Stance; 4] = [
        Stance::Contention,
        Stance::CommonGround,
        Stance::Alliance,
        Stance::Proposal,
    ];

    /// The name that documents write.
    pub fn name(self) -> &'static str {
        match self {
            Stance::Contention => "contention",
            Stance::CommonGround => "common-ground",
            Stance::Alliance => "alliance",
            Stance::Proposal => "proposal",
        }
    }
}

/// Something that happened or is to happen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Event {
    /// The id that marks and links name: a promise to keep.
    pub id: Id,
    /// The title.
    pub title: String,
    /// When.
    pub date: Date,
    /// Where, if the article says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Location>,
    /// Issues it bears on beyond those that share a passage with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Id>,
    /// Where it can be read up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Url>,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
}

/// A place with its coordinates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Location {
    /// The name, as the article gives it.
    pub name: String,
    /// The latitude in degrees, north positive.
    pub lat: f64,
    /// The longitude in degrees, east positive.
    pub lon: f64,
}

impl Location {
    /// The name before its first comma: "Helsinki" of "Helsinki, Finland".
    pub fn short_name(&self) -> &str {
        self.name
            .split([',', '،', '、', '，'])
            .next()
            .unwrap_or_default()
            .trim()
    }
}

/// A part of the article under a heading of its own: a question and its answer, or plain text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Section {
    /// The id that links name.
    pub id: Id,
    /// The heading; passages may be marked in it.
    pub heading: Vec<Inline>,
    /// Whether the heading asks and the body answers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub question: bool,
    /// Who speaks in the body, where a paragraph does not name somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Id>,
    /// What stands under the heading.
    #[serde(default)]
    pub body: Vec<Block>,
}

/// Something that the article rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

/// A change made after publication.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Update {
    /// When.
    pub date: Date,
    /// What changed.
    pub text: String,
}
