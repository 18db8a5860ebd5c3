//! Natively nobody clicks: nothing is revealed.

use article::Id;
use yew::prelude::*;

use super::{Attention, Follow};
use crate::edition::Edition;
use crate::notice::Notice;

/// The native twin of the browser's hook.
#[hook]
pub fn use_reveal(
    _edition: &Edition,
    _root: &NodeRef,
    _attention: &Attention,
    _notify: &Callback<Notice>,
) -> Follow {
    Follow {
        click: Callback::noop(),
        focus: Callback::noop(),
        show: Callback::noop(),
    }
}

/// The native twin of what brings an item into sight.
pub fn glance(_near: &NodeRef, _id: &Id) {}
