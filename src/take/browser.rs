//! The clipboard, and the device's own way of sharing.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Navigator};
use yew::prelude::*;

use super::{Take, Taken};
use crate::edition::Edition;
use crate::reveal::address;

/// What follows a click on a button that takes something along: it is copied, or the device asks with whom to share.
#[hook]
pub fn use_take(edition: &Edition, taken: &UseStateHandle<Option<Taken>>) -> Callback<MouseEvent> {
    let edition = edition.clone();
    let taken = taken.setter();
    Callback::from(move |event: MouseEvent| {
        let button = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("[data-take]").ok().flatten());
        let Some(name) = button.and_then(|button| button.get_attribute("data-take")) else {
            return;
        };
        let navigator = gloo::utils::window().navigator();
        if name == "share" {
            share(&navigator, &edition);
        } else if let Some(what) = Take::from_name(&name) {
            let address = address(&edition.fragment(what.id()));
            let Some(text) = what.text(&edition, &address) else {
                return;
            };
            let taken = taken.clone();
            copy(&navigator, &text, move |done| {
                taken.set(Some(Taken { what, done }))
            });
        }
    })
}

/// Whether the device has a way of sharing, which is known once the explainer is in the page.
#[hook]
pub fn use_can_share() -> bool {
    let can_share = use_state_eq(|| false);
    use_effect_with((), {
        let can_share = can_share.setter();
        move |()| {
            let navigator = gloo::utils::window().navigator();
            can_share.set(Reflect::has(&navigator, &"share".into()).unwrap_or_default());
        }
    });
    *can_share
}

/// Copies a text and tells whether the browser let it; a page that is not secure has no clipboard.
fn copy(navigator: &Navigator, text: &str, told: impl FnOnce(bool) + 'static) {
    let clipboard = Reflect::get(navigator, &"clipboard".into()).unwrap_or_default();
    let writing = call(&clipboard, "writeText", &text.into());
    match writing {
        Some(writing) => wasm_bindgen_futures::spawn_local(async move {
            told(wasm_bindgen_futures::JsFuture::from(writing).await.is_ok());
        }),
        None => told(false),
    }
}

/// Hands the article to the device. A reader who thinks better of it has no need of an error.
fn share(navigator: &Navigator, edition: &Edition) {
    let data = Object::new();
    let address = address("");
    for (key, value) in [
        ("title", edition.article().headline.as_str()),
        ("url", address.as_str()),
    ] {
        // A plain object takes any property.
        let _ = Reflect::set(&data, &key.into(), &value.into());
    }
    if let Some(sharing) = call(navigator, "share", &data) {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(sharing).await;
        });
    }
}

/// Calls a method that returns a promise, where there is one.
fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<Promise> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(object, argument).ok()?.dyn_into().ok()
}
