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
//! listeners  clicks, the focus and the hash of the page
//! reveal     open what holds an item, scroll there, move the focus there
//! places     where the reader has been, in the page's history
//! related    what bears on the chosen item, marked by an attribute
//! choice     the bar that names what is chosen
//! strip      the interactive timeline
//! gestures   its keys, drag, pinch and wheel
//! mount      the border to JavaScript
//! ```

pub mod search;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod choice;
#[cfg(target_arch = "wasm32")]
mod gestures;
#[cfg(target_arch = "wasm32")]
mod listeners;
#[cfg(target_arch = "wasm32")]
mod mount;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod places;
#[cfg(target_arch = "wasm32")]
mod related;
#[cfg(target_arch = "wasm32")]
mod reveal;
#[cfg(target_arch = "wasm32")]
mod strip;

#[cfg(target_arch = "wasm32")]
pub use mount::{Mounted, mount};
