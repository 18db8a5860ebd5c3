//! Natively nobody touches the drawing.

use yew::prelude::*;

use crate::timeline::scale::Move;

/// The native twin of the browser's hook.
#[hook]
pub fn use_gestures(_surface: &NodeRef, _is_rtl: bool, _make: Callback<Move>) {}
