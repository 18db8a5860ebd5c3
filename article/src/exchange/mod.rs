//! Articles from and for other programs.
//!
//! ```text
//! import   TimelineJS and ArchieML files read as articles, with a report of what could not be carried over
//! export   articles written as TimelineJS files
//! ```

pub mod export;
pub mod import;
