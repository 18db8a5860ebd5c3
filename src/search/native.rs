//! Natively nobody types: nothing is searched.

use article::Id;
use yew::prelude::*;

use super::Search;
use crate::edition::Edition;

/// The native twin of the browser's hook.
#[hook]
pub fn use_search(_edition: &Edition, _chosen: Option<&Id>, _root: &NodeRef) -> Search {
    Search {
        found: None,
        focused: Callback::noop(),
        typed: Callback::noop(),
        pressed: Callback::noop(),
        previous: Callback::noop(),
        next: Callback::noop(),
    }
}
