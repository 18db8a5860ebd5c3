//! The article that is compiled in: what `<article-explainer></article-explainer>` shows.

/// The built-in article in the exchange form, made from `seeds/helsinki-summit.md` when the widget is built.
pub const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/built-in.json"));
