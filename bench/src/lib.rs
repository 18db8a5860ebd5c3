//! What is measured natively: by time (`benches/native.rs`), by instructions (`src/bin/counted.rs`) and as whole programs.
//!
//! ```text
//! made   documents of any size
//! jobs   the stages between a document and its HTML, each by itself
//! ```

pub mod jobs;
pub mod made;

/// The first article.
pub const ARTICLE: &str = include_str!("../../seeds/helsinki-summit.md");
