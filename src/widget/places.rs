//! Where the reader has been: the links that were followed, by the entries of the page's history.
//!
//! An entry is marked in its state, beside what the page itself keeps there, with the explainer's anchor and a number.
//! The hash is written as the reader's own navigation would, so that Back leads back.

use gloo::utils::window;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::page::address;
use super::reveal::focus;

/// The property of an entry's state.
const KEY: &str = "explainer";

/// The links that the reader followed, each at the number of the entry it was left from.
#[derive(Default)]
pub struct Places {
    left: Vec<Option<HtmlElement>>,
}

impl Places {
    /// The number of the current entry, where this explainer marked it.
    pub fn current(anchor: &str) -> Option<usize> {
        let mark = Reflect::get(&state(), &KEY.into()).ok()?.as_string()?;
        mark.strip_prefix(anchor)?.strip_prefix(' ')?.parse().ok()
    }

    /// Marks the entry that the reader leaves by a link, and makes the next one. A page that may not write its history
    /// (a sandboxed frame) still reveals.
    pub fn leave(&mut self, anchor: &str, link: &Element, fragment: &str) {
        let Some(history) = history() else { return };
        let here = Self::current(anchor).unwrap_or(self.left.len());
        // What lay ahead of here is gone with the new entry.
        self.left.truncate(here);
        self.left.resize(here, None);
        self.left.push(link.dyn_ref::<HtmlElement>().cloned());
        let _ = history.replace_state(&marked(anchor, here), "");
        let _ =
            history.push_state_with_url(&marked(anchor, here + 1), "", Some(&address(fragment)));
    }

    /// Moves the focus to the link by which the reader left an entry, if it is still there.
    pub fn return_to(&self, place: usize) {
        if let Some(Some(link)) = self.left.get(place) {
            focus(link);
        }
    }
}

/// The state of the current entry, with our mark.
fn marked(anchor: &str, place: usize) -> JsValue {
    let mark = Object::new();
    // A plain object takes any property.
    let _ = Reflect::set(&mark, &KEY.into(), &format!("{anchor} {place}").into());
    match state().dyn_into::<Object>() {
        Ok(state) => Object::assign_many(&Object::new(), &[state, mark.clone()])
            .map_or_else(|_| mark.into(), JsValue::from),
        Err(_) => mark.into(),
    }
}

/// The page's history, where it may be used: a sandboxed frame may not.
fn history() -> Option<web_sys::History> {
    window().history().ok()
}

/// What a page keeps of an entry of its history.
fn state() -> JsValue {
    history()
        .and_then(|history| history.state().ok())
        .unwrap_or_default()
}
