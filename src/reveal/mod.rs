//! The one way to an item, and what follows the reader's clicks and focus.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod places;
#[cfg(target_arch = "wasm32")]
pub use browser::{address, focus, glance, use_reveal};
#[cfg(target_arch = "wasm32")]
use browser::{history, state};

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(not(target_arch = "wasm32"))]
pub use native::{glance, use_reveal};

use article::Id;
use yew::prelude::*;

/// What the explainer does when the reader clicks or moves the focus in it.
pub struct Follow {
    /// A link to an item was clicked, perhaps.
    pub click: Callback<MouseEvent>,
    /// The focus moved.
    pub focus: Callback<FocusEvent>,
    /// Somebody else than the reader wants an item shown.
    pub show: Callback<Id>,
}

/// What the reader is at, and what changes it.
#[derive(Clone)]
pub struct Attention {
    /// The chosen issue or event; what bears on it is marked.
    pub chosen: UseStateHandle<Option<Id>>,
    /// The passage whose issues and events are shown.
    pub pointed: UseStateHandle<Option<Id>>,
}
