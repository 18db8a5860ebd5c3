//! Batches far down a long article that was prerendered: they stay as they are, and Yew takes over those in which something
//! changes. Links and buttons in them work all the same, since the explainer listens for all of them in one place.
//!
//! Yew hydrates all that is in an element, so `element/far.js` hides from it what is in these. Each that it is to have is an
//! app of its own, hydrated in its place.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub use browser::{Sleep, use_far, use_heard};

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(not(target_arch = "wasm32"))]
pub use native::{Sleep, use_far, use_heard};
