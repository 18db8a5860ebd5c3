//! Islands: parts of a page that was prerendered, each taken over by itself, so that the reader's own acts need not wait for all of
//! them. The element has those at the top of an article woken one after the other; batches far down a long one are when something in
//! them changes, and stay as they are until then. Links and buttons in them work all the same, since the explainer listens for all
//! of them in one place.
//!
//! Yew hydrates all that is in an element, so `element/islands.js` hides from it what is in these. Each is an app of its own,
//! hydrated in its place.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub use browser::{Sleep, use_heard, use_island, use_touched};

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(not(target_arch = "wasm32"))]
pub use native::{Sleep, use_heard, use_island, use_touched};

/// The value that the `data-stamp` of an island is rendered with; `stamp.rs` puts the stamp there. What is rendered in the browser
/// has none.
pub const UNSTAMPED: Option<&str> = if cfg!(target_arch = "wasm32") {
    None
} else {
    Some("")
};
