//! Natively nobody takes anything.

use yew::prelude::*;

use super::Taken;
use crate::edition::Edition;

/// The native twin of the browser's hook.
#[hook]
pub fn use_take(
    _edition: &Edition,
    _taken: &UseStateHandle<Option<Taken>>,
) -> Callback<MouseEvent> {
    Callback::noop()
}

/// The native twin of the browser's hook.
#[hook]
pub fn use_can_share() -> bool {
    false
}
