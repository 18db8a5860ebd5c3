//! The stylesheets, one a view, which are shipped as one file.

/// The stylesheet of the explainer: all of this folder, put together by `build/style.rs`.
pub const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/explainer.css"));
