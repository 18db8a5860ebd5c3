//! The search inside the explainer.
//!
//! ```text
//! fold      text as it is compared, each unit knowing where it comes from
//! find      where a folded text holds a query
//! gather    the text of the explainer                                       (browser only)
//! mark      what was found, highlighted                                     (browser only)
//! browser   typing, stepping, opening and closing again                     (browser only)
//! native    nobody types
//! ```
//!
//! `use_search` is the entry point.

pub mod find;
pub mod fold;

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod gather;
#[cfg(target_arch = "wasm32")]
mod mark;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
pub use browser::use_search;
#[cfg(not(target_arch = "wasm32"))]
pub use native::use_search;

#[cfg(test)]
mod tests;

use yew::prelude::*;

/// How far a search has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The number of the current result, from 1.
    pub number: usize,
    /// How many there are.
    pub total: usize,
}

/// What a search field shows and what it calls.
pub struct Search {
    /// How far the search has come; `None` while nothing is searched.
    pub found: Option<Found>,
    /// To be called when the field gets the focus.
    pub focused: Callback<FocusEvent>,
    /// To be called when the reader types.
    pub typed: Callback<InputEvent>,
    /// To be called when the reader presses a key in the field.
    pub pressed: Callback<KeyboardEvent>,
    /// Goes to the previous result.
    pub previous: Callback<MouseEvent>,
    /// Goes to the next result.
    pub next: Callback<MouseEvent>,
}
