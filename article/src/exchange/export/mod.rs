//! Articles written for other programs.
//!
//! ```text
//! timelinejs   TimelineJS 3 JSON
//! html         words as HTML
//! ```

mod html;
mod timelinejs;

pub use timelinejs::timelinejs;
