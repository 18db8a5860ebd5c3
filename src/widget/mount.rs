//! The border to JavaScript: `element/explainer.js` mounts the widget on static HTML.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::utils::document;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use super::app::{App, Message, Props};
use super::page::Page;
use super::reveal::reveal;

/// A widget in the page.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<App>,
    page: Rc<Page>,
}

#[wasm_bindgen]
impl Mounted {
    /// Opens, scrolls to and focuses an item; `false` where there is none of this id.
    pub fn reveal(&self, id: &str) -> bool {
        let is_there = reveal(&self.page, id);
        if is_there && self.page.title(id).is_some() {
            self.app.send_message(Message::Choose(Some(id.to_owned())));
        }
        is_there
    }

    /// Takes the widget out of the page. The static HTML stays, with the attributes that the element takes off.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

/// Mounts the widget on static HTML, whose root element is `article`.
///
/// The fragments of its items begin with `anchor`. `notify` is called with `ready` once the widget is there, and with the type of each
/// event that the page hears of, its id and its hash where it has any.
#[wasm_bindgen]
pub fn mount(
    article: Element,
    anchor: String,
    has_deep_links: bool,
    notify: Function,
) -> Result<Mounted, JsValue> {
    // All that is rendered goes to places of the static HTML, so that the app's own root need not be in the page.
    let root = document().create_element("div")?;
    let page = Rc::new(Page::new(article, anchor, has_deep_links, notify));
    let props = Props { page: page.clone() };
    let app = Renderer::<App>::with_root_and_props(root, props).render();
    Ok(Mounted { app, page })
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
