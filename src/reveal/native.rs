//! Natively nobody clicks: nothing is revealed.

use article::Id;
use yew::prelude::*;

use crate::edition::Edition;

/// The native twin of the browser's hook.
#[hook]
pub fn use_reveal(
    _edition: &Edition,
    _root: &NodeRef,
    _chosen: &UseStateHandle<Option<Id>>,
) -> Callback<MouseEvent> {
    Callback::noop()
}
