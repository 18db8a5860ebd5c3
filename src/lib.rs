//! An [`Article`](article::Article) as an interactive explainer: static HTML, and a widget in Yew that works on it.
//!
//! ```text
//! contract     what static HTML and widget know of each other: attributes and a version
//! timeline     the timeline in proportion to time, worked out and drawn
//! fill         interface strings with variables
//! widget       search, steps, timeline: what needs code                      (fold and find natively too)
//! ```
//!
//! With the feature `full`, which a widget for prerendered HTML does without:
//!
//! ```text
//! edition      an article as it is to be shown: in which language, under which anchor
//! views        article → static HTML; the same natively and in the browser
//! words        the interface strings, in each language
//! prerender    the views rendered natively                                   (native only)
//! built_in     the built-in article                                           (native only)
//! style        the stylesheet of the views                                    (native only)
//! document     documents as JSON, read and rendered                          (browser only)
//! ```
//!
//! Natively, [`prerender::Prerender`] is the entry point; in the browser, `widget::mount` is, after `document::Document` where
//! nothing was prerendered.

#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
pub mod built_in;
pub mod contract;
#[cfg(all(feature = "full", target_arch = "wasm32"))]
pub mod document;
#[cfg(feature = "full")]
pub mod edition;
mod fill;
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
pub mod prerender;
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
pub mod style;
pub mod timeline;
#[cfg(feature = "full")]
pub mod views;
pub mod widget;
#[cfg(feature = "full")]
pub mod words;

/// A hash of every source file that the HTML depends on. The compiled widget holds it too, as it is here.
pub const BUILD: &str = env!("EXPLAINER_BUILD");
