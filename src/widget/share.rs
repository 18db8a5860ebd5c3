//! The button that shares the page.

use gloo::utils::window;
use js_sys::Reflect;
use yew::prelude::*;

use super::page::Page;

/// Renders the button where the device has a way of sharing; the loader answers it.
pub fn button(page: &Page) -> Html {
    let can_share = Reflect::has(&window().navigator(), &"share".into()).unwrap_or_default();
    html! {
        if can_share {
            <button type="button" class="tool" part="share" data-action="share">{ page.string("share") }</button>
        }
    }
}
