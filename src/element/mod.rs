//! The border to JavaScript. `explainer.js` beside this file is the custom element; it calls [`mount`] with what it
//! found in its attributes and its shadow root.

use std::cell::RefCell;

use article::Article;
use js_sys::{Function, JSON};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use crate::built_in;
use crate::edition::Edition;
use crate::stamp::stamp;
use crate::views::{Explainer, ExplainerProps, Opening};

/// An explainer in the page.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<Explainer>,
    hydrated: bool,
}

#[wasm_bindgen]
impl Mounted {
    /// Whether it took over the HTML that was there; otherwise it rendered afresh.
    #[wasm_bindgen(getter)]
    pub fn hydrated(&self) -> bool {
        self.hydrated
    }

    /// Takes the explainer out of the page.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

/// Puts an explainer into `root`, taking over what this very build made there of this very article.
///
/// `json` is the article in the exchange form; without it the built-in article is shown. `ready` is called once the
/// explainer answers to its reader. Throws an `Error` whose message says what is wrong with the article.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    json: Option<String>,
    lang: Option<String>,
    id: Option<String>,
    ready: Function,
) -> Result<Mounted, JsError> {
    let json = json.as_deref().unwrap_or(built_in::JSON);
    let edition = Edition::new(read(json)?, lang.as_deref(), id.as_deref());
    let found = root.get_attribute("data-stamp");
    let hydrated = found.is_some_and(|found| found == stamp(json, &root.inner_html()));
    let on_ready = Callback::from(move |()| {
        // What the page does when it hears of it is the page's own; its errors are not ours to handle.
        let _ = ready.call0(&JsValue::UNDEFINED);
    });
    let opening = if hydrated {
        Opening::AsFound
    } else {
        Opening::Text
    };
    let renderer = Renderer::<Explainer>::with_root_and_props(
        root.clone(),
        ExplainerProps {
            edition,
            opening,
            on_ready,
        },
    );
    let app = if hydrated {
        renderer.hydrate()
    } else {
        root.set_text_content(None);
        renderer.render()
    };
    Ok(Mounted { app, hydrated })
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

/// Reads an article from outside.
fn read(json: &str) -> Result<Article, JsError> {
    let value = JSON::parse(json).map_err(|error| {
        let reason = error
            .dyn_into::<js_sys::Error>()
            .map(|error| String::from(error.message()));
        JsError::new(&format!(
            "the document is not JSON: {}",
            reason.unwrap_or_default()
        ))
    })?;
    let article: Article = serde_wasm_bindgen::from_value(value)
        .map_err(|error| JsError::new(&format!("the document is not an article: {error}")))?;
    match article
        .check()
        .into_iter()
        .find(|fault| !fault.is_warning())
    {
        Some(fault) => Err(JsError::new(&format!("{fault}; {}", fault.mend()))),
        None => Ok(article),
    }
}
