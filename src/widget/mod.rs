//! The widget: what of an explainer needs code. It works on static HTML, whoever made it, renders into the empty elements that this
//! has for it, and changes nothing else but a few attributes.
//!
//! It knows the HTML by the ids and attributes of [`contract`](crate::contract), looks them up when it needs them, and skips
//! what is missing: other scripts may translate, insert and remove what they like.
//!
//! ```text
//! search     the search: fold and find natively too
//! page       the static HTML as the widget reads it                          (browser only, as all below)
//! app        the Yew component, and what changes it
//! listeners  choices, clicks and letters
//! steps      the passages that bear on the chosen item
//! related    items that the stylesheet has no rules for
//! strip      a long timeline in proportion to time
//! gestures   its keys, drag, pinch and wheel
//! mount      the border to JavaScript
//! ```

pub mod search;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod gestures;
#[cfg(target_arch = "wasm32")]
mod listeners;
#[cfg(target_arch = "wasm32")]
mod mount;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod related;
#[cfg(target_arch = "wasm32")]
mod steps;
#[cfg(target_arch = "wasm32")]
mod strip;

#[cfg(target_arch = "wasm32")]
pub use mount::{Mounted, mount};
