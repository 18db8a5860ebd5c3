//! The border to JavaScript: `element/explainer.js` mounts the widget on static HTML.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::utils::document;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use super::app::{App, Props};
use super::page::Page;

/// A widget in the page.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<App>,
}

#[wasm_bindgen]
impl Mounted {
    /// Removes the widget from the page. The static HTML stays, with the attributes that the loader takes off.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

/// Mounts the widget on static HTML, whose root element is `article`.
///
/// The ids of its items begin with `prefix`, and the fragments that lead to them with `anchor`. `ready` is called once the widget is
/// there.
#[wasm_bindgen]
pub fn mount(
    article: Element,
    prefix: String,
    anchor: String,
    ready: Function,
) -> Result<Mounted, JsValue> {
    // All that is rendered goes to places of the static HTML, so that the app's own root need not be in the page.
    let root = document().create_element("div")?;
    let page = Rc::new(Page::new(article, prefix, anchor, ready));
    let props = Props { page };
    let app = Renderer::<App>::with_root_and_props(root, props).render();
    Ok(Mounted { app })
}

thread_local! {
    /// Who is told of a panic; the hook itself may hold nothing that belongs to one thread.
    static REPORT: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Calls `report` with the message when the widget panics, after which nothing of it may be called any more.
#[wasm_bindgen]
pub fn on_panic(report: Function) {
    REPORT.set(Some(report));
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = JsValue::from(info.to_string());
        if let Some(report) = REPORT.take() {
            let _ = report.call1(&JsValue::UNDEFINED, &message);
        }
    }));
}
