//! The widget: an [`Article`](article::Article) as an interactive explainer, in Yew.
//!
//! ```text
//! edition      an article as it is to be shown: in which language, under which anchor
//! built_in     the article that is compiled in
//! views        article → HTML; the same natively and in the browser
//! words        what the interface says, in each language
//! style        the stylesheets, one a view
//! timeline     the timeline in proportion to time, worked out
//! notice       what the explainer tells the page around it
//! stamp        which prerendered HTML the browser may bring to life
//! prerender    the views rendered natively                                  (native only)
//! element      the custom element: explainer.js, and the border to it       (browser only)
//! reveal       the one way to an item: open, scroll, focus                  (natively a no-op)
//! expand       opening and closing all items of a kind                       (natively a no-op)
//! islands      parts that were prerendered and are taken over by themselves     (natively a no-op)
//! take         what a reader takes along: links, quotations, sharing         (natively a no-op)
//! search       the search inside the explainer: fold, find, highlight
//! ```
//!
//! Natively, [`prerender::shadow_root`] is the entry point; in the browser, `element::Document` is.

pub mod built_in;
pub mod edition;
pub mod notice;
pub mod search;
pub mod stamp;
pub mod style;
pub mod timeline;
pub mod views;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod element;
mod expand;
mod islands;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
mod reveal;
pub mod take;
