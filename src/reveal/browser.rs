//! The one way to an item, however the reader asks for it: open what holds it, scroll there, move the focus there.

use article::Id;
use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, FocusOptions, HtmlDetailsElement, HtmlElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};
use yew::prelude::*;

use crate::edition::Edition;

/// Follows the page's hash for as long as the explainer is there, and returns what follows a click on a link to an
/// item. Both reveal the item; an issue or event becomes the chosen one.
#[hook]
pub fn use_reveal(
    edition: &Edition,
    root: &NodeRef,
    chosen: &UseStateHandle<Option<Id>>,
) -> Callback<MouseEvent> {
    let choose = chosen.setter();
    let go_to = {
        let (edition, root) = (edition.clone(), root.clone());
        Callback::from(move |id: Id| {
            if let Some(root) = root.cast::<Element>() {
                reveal(&root, &id);
            }
            if edition.title(&id).is_some() {
                choose.set(Some(id));
            }
        })
    };
    use_effect_with(edition.clone(), {
        let go_to = go_to.clone();
        move |edition| {
            let edition = edition.clone();
            let follow_hash = move || {
                if let Some(id) = hash().and_then(|hash| edition.id_in(&hash)) {
                    go_to.emit(id);
                }
            };
            follow_hash();
            let listener = EventListener::new(&window(), "hashchange", move |_| follow_hash());
            move || drop(listener)
        }
    });
    let edition = edition.clone();
    Callback::from(move |event: MouseEvent| {
        let Some(fragment) = link(&event) else { return };
        if let Some(id) = edition.id_in(&fragment) {
            event.prevent_default();
            write_hash(&fragment);
            go_to.emit(id);
        }
    })
}

/// The page's hash, with its `#`, as it was before it was percent-encoded.
fn hash() -> Option<String> {
    let hash = window().location().hash().ok()?;
    js_sys::decode_uri_component(&hash).ok().map(String::from)
}

/// Where the link that was clicked leads; `None` where the click asks for a new tab or meets no link.
fn link(event: &MouseEvent) -> Option<String> {
    if event.button() != 0
        || event.ctrl_key()
        || event.meta_key()
        || event.shift_key()
        || event.alt_key()
    {
        return None;
    }
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    clicked.closest("a[href]").ok()??.get_attribute("href")
}

/// Writes the hash as the reader's own navigation would, so that Back leads back. A page that may not write its
/// history (a sandboxed frame) still reveals.
fn write_hash(fragment: &str) {
    let history = window().history();
    let _ =
        history.and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(fragment)));
}

/// Opens an item and what holds it, and returns it. Ids hold no quotes, so they can stand in a selector.
pub fn open(root: &Element, id: &Id) -> Option<Element> {
    let target = root.query_selector(&format!("[id=\"{id}\"]")).ok()??;
    let mut holder = target.closest("details").ok().flatten();
    while let Some(details) = holder {
        if let Some(details) = details.dyn_ref::<HtmlDetailsElement>() {
            details.set_open(true);
        }
        holder = details
            .parent_element()
            .and_then(|parent| parent.closest("details").ok().flatten());
    }
    Some(target)
}

/// Opens, scrolls, focuses.
fn reveal(root: &Element, id: &Id) {
    let Some(target) = open(root, id) else {
        return;
    };
    let whole = target.matches("details, li").unwrap_or_default();
    let options = ScrollIntoViewOptions::new();
    options.set_block(if whole {
        ScrollLogicalPosition::Start
    } else {
        ScrollLogicalPosition::Center
    });
    target.scroll_into_view_with_scroll_into_view_options(&options);
    let inside = whole
        .then(|| target.query_selector("summary, a").ok().flatten())
        .flatten();
    if let Some(focus) = inside.unwrap_or(target).dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Nothing can be done about an element that refuses the focus; the reader sees it all the same.
        let _ = focus.focus_with_options(&options);
    }
}
