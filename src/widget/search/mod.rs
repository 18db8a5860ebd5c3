//! The search inside the explainer.
//!
//! ```text
//! fold      text as it is compared, each unit knowing where it comes from
//! find      where a folded text holds a query
//! gather    the text of the explainer                                       (browser only, as all below)
//! mark      what was found, highlighted
//! session   a search: typing, stepping, opening and closing again
//! results   how many there are, and the steps through them
//! ```

pub mod find;
pub mod fold;

#[cfg(target_arch = "wasm32")]
mod gather;
#[cfg(target_arch = "wasm32")]
mod mark;
#[cfg(target_arch = "wasm32")]
mod results;
#[cfg(target_arch = "wasm32")]
mod session;

#[cfg(target_arch = "wasm32")]
pub use results::results;
#[cfg(target_arch = "wasm32")]
pub use session::Session;

#[cfg(test)]
mod tests;

/// How far a search has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The number of the current result, from 1.
    pub number: usize,
    /// How many there are.
    pub total: usize,
}
