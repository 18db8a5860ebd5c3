//! In the browser a catalogue is an object that the element has loaded.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::Words;

impl Words {
    /// The words of a catalogue; English ones where it is not one, or lacks some.
    pub fn read(catalogue: &JsValue) -> Words {
        Words::find(&|key| Reflect::get(catalogue, &key.into()).ok()?.as_string())
    }
}
