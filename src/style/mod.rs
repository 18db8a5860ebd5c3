//! The stylesheets, one a view, which are shipped as one file; `widget/` has those of what the widget renders.

/// The stylesheet of the static HTML: all of this folder, put together by `build/style.rs`.
#[cfg(feature = "full")]
pub const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/explainer.css"));

/// The stylesheet of what the widget renders, which the widget brings along.
pub const WIDGET_CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));
