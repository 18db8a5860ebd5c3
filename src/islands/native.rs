//! Natively everything is rendered, and nothing is heard of.

use yew::prelude::*;

use crate::views::IslandProps;

/// The native twin: nothing sleeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sleep;

/// The native twin of the browser's hook.
#[hook]
pub fn use_island(_host: &NodeRef, _island: &IslandProps) -> bool {
    true
}

/// The native twin of the browser's hook.
#[hook]
pub fn use_heard(_root: &NodeRef, _click: Callback<MouseEvent>, _focus: Callback<FocusEvent>) {}
