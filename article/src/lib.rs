//! The document behind an explainer, from an author's file to the model that is shown.
//!
//! ```text
//! authoring   what an author writes → Article, with every problem on the way   (native only)
//! exchange    articles from and for other programs                            (native only)
//! model       Article and its parts: the exchange form, versioned
//! outline     what follows from an article: its passages, and how issues and events meet in them
//! language    the languages the interface speaks
//! ```
//!
//! No DOM and no I/O: text comes in, an [`Article`] goes out. [`authoring::read`] is the entry point for documents;
//! JSON is read by deserialising an [`Article`], which refuses what would not be safe to show, and by
//! [`Outline::of_sound`], which refuses what does not fit together.

#[cfg(feature = "authoring")]
pub mod authoring;
#[cfg(feature = "exchange")]
pub mod exchange;
mod index;
pub mod language;
pub mod model;
pub mod outline;

pub use language::Language;
pub use model::*;
pub use outline::{Item, Located, Mark, Outline, Place};
