//! The stylesheet of the static HTML, one file a view; `tools/` has what the script for the controls that need script brings along.

/// The stylesheet: all files of this folder, put together by `build/style.rs`.
pub const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/explainer.css"));
