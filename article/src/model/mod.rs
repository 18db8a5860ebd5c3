//! An article as data: the exchange form that documents are read into and views are made from.
//!
//! ```text
//! article    Article, the whole
//! parts      its people, figure, issues, events and sections
//! text       blocks and inlines, and the passages marked in them
//! date       when something is, no more precise than the article is
//! point      a point in time
//! map        where the events are, drawn
//! id, url    strings that have been checked
//! schema     what JSON Schema says of the checked strings           (authoring only)
//! check      what does not fit together in an article from outside
//! ```
//!
//! In JSON, keys are camelCase, what is absent is left out, and an enum is an object of one key.

mod article;
mod check;
mod date;
mod id;
mod map;
mod parts;
mod point;
#[cfg(feature = "authoring")]
pub(crate) mod schema;
mod text;
mod url;

pub use article::{Article, Direction, Labels, Version};
pub use check::Fault;
pub use date::Date;
pub use id::{Id, IdError, PASSAGE_PREFIX};
pub use map::{Map, Path, PathError, Side, Spot};
pub use parts::{Event, Figure, Image, Issue, Location, Person, Section, Source, Stance, Update};
pub use point::{Point, PointError, Time};
pub use text::{Block, Inline, Passage, plain_blocks, plain_inlines};
pub use url::{Url, UrlError};
