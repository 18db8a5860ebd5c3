//! Natively nobody opens or closes anything.

use yew::prelude::*;

/// The native twin of the browser's hook.
#[hook]
pub fn use_all_open(
    _section: &NodeRef,
    _class: &'static str,
    at_first: bool,
) -> (bool, Callback<MouseEvent>) {
    (at_first, Callback::noop())
}
