//! Natively everything is rendered, and nothing is heard of.

use article::Id;
use yew::prelude::*;

use crate::edition::Edition;
use crate::take::Taken;
use crate::views::IslandProps;

/// The native twin: nothing sleeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sleep;

impl Sleep {
    /// Whether islands sleep.
    pub fn is_sound(&self) -> bool {
        false
    }
}

/// The native twin of the browser's hook.
#[hook]
pub fn use_island(_host: &NodeRef, _island: &IslandProps) -> bool {
    true
}

/// The native twin of the browser's hook.
#[hook]
pub fn use_touched(
    _edition: &Edition,
    _sleep: &Sleep,
    _chosen: &Option<Id>,
    _taken: &Option<Taken>,
) -> AttrValue {
    AttrValue::default()
}

/// The native twin of the browser's hook.
#[hook]
pub fn use_heard(_root: &NodeRef, _click: Callback<MouseEvent>, _focus: Callback<FocusEvent>) {}
