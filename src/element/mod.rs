//! The border to JavaScript. `explainer.js` beside this file is the custom element; it reads a [`Document`] and
//! mounts it with what it found in its attributes and its shadow root.
//!
//! ```text
//! json   JSON that the browser has parsed, read into serde's types
//! ```

mod json;

use std::cell::RefCell;
use std::rc::Rc;

use article::{Article, Id, Language, Outline};
use js_sys::{Function, JSON};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use crate::built_in;
use crate::edition::{Edition, Setting};
use crate::islands::Sleep;
use crate::notice::Notice;
use crate::stamp::stamp;
use crate::views::{Explainer, ExplainerProps, Opening};
use crate::words::Words;

/// An explainer in the page.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<Explainer>,
    edition: Edition,
    show: Rc<RefCell<Callback<Id>>>,
    hydrated: bool,
    sleep: Sleep,
}

#[wasm_bindgen]
impl Mounted {
    /// Whether it took over the HTML that was there; otherwise it rendered afresh.
    #[wasm_bindgen(getter)]
    pub fn hydrated(&self) -> bool {
        self.hydrated
    }

    /// Takes over the next of the parts of the HTML that are taken over by themselves; `false` where there is none.
    pub fn wake(&self) -> bool {
        self.sleep.wake()
    }

    /// Opens, scrolls to and focuses an item; `false` where the article has none of this id.
    pub fn reveal(&self, id: String) -> bool {
        let id = Id::try_from(id).ok().filter(|id| self.edition.has(id));
        let shown = id.is_some();
        if let Some(id) = id {
            self.show.borrow().emit(id);
        }
        shown
    }

    /// Takes the explainer out of the page.
    pub fn destroy(self) {
        // The callback holds the explainer's own, which hold this: left alone, they would keep each other for ever.
        self.show.replace(Callback::noop());
        self.app.destroy();
    }
}

/// An article from outside, read and found good.
#[wasm_bindgen]
pub struct Document {
    json: Option<String>,
    outline: Outline<'static>,
}

#[wasm_bindgen]
impl Document {
    /// Reads an article in the exchange form; without one, the built-in article. Throws an `Error` whose message says
    /// what is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(json: Option<String>) -> Result<Document, JsError> {
        let outline = read(json.as_deref().unwrap_or(built_in::JSON))?;
        Ok(Document { json, outline })
    }

    /// The tag of the language that the interface is to speak: what the element asks for, else the article's, else the
    /// page's.
    pub fn language(&self, element: Option<String>, page: Option<String>) -> String {
        let tags = [
            element.as_deref(),
            Some(self.outline.article().lang.as_str()),
            page.as_deref(),
        ];
        Language::choose(tags).tag().to_owned()
    }

    /// Puts the explainer of the element `host` into `root`, taking over what this very build made there of this very article.
    ///
    /// `words` is the catalogue of the language `lang`; where it is none, English is spoken. `notify` is
    /// called with the type of each event that the page is to hear of, its id and its hash where it has any; `structure` tells
    /// the structure of what is below an element.
    pub fn mount(
        self,
        host: &Element,
        root: Element,
        lang: &str,
        words: &JsValue,
        notify: Function,
        structure: Function,
    ) -> Mounted {
        let words = match words.is_object() {
            true => (Language::choose([Some(lang)]), Words::read(words)),
            false => (Language::default(), Words::read(&JsValue::UNDEFINED)),
        };
        let setting = Setting {
            deep_links: host.get_attribute("deep-links").as_deref() != Some("off"),
            ..Setting::new(
                words,
                host.get_attribute("id").as_deref(),
                host.get_attribute("heading-level").as_deref(),
                host.get_attribute("open").as_deref(),
            )
        };
        let edition = Edition::new(self.outline.into(), setting);
        let found = root.get_attribute("data-stamp");
        let json = self.json.as_deref().unwrap_or(built_in::JSON);
        let hydrated = found.is_some_and(|found| {
            let structure = structure.call1(&JsValue::UNDEFINED, &root);
            let structure = structure.ok().and_then(|structure| structure.as_string());
            structure.is_some_and(|made| found == stamp(json, edition.heading_level(), &made))
        });
        let show = Rc::new(RefCell::new(Callback::noop()));
        let notify = Callback::from({
            let (edition, show) = (edition.clone(), show.clone());
            move |notice| {
                let (kind, id) = match notice {
                    Notice::Ready(callback) => {
                        show.replace(callback);
                        ("ready", None)
                    }
                    Notice::Revealed(id) => ("reveal", Some(id)),
                    Notice::Selected(id) => ("select", id),
                };
                let hash = id.as_ref().map(|id| edition.fragment(id));
                let text = |text: Option<String>| text.map_or(JsValue::NULL, JsValue::from);
                let id = text(id.map(String::from));
                // What the page does when it hears of it is the page's own; its errors are not ours to handle.
                let _ = notify.call3(&JsValue::UNDEFINED, &kind.into(), &id, &text(hash));
            }
        });
        let (opening, sleep) = match hydrated {
            true => (Opening::AsFound, Sleep::over(structure)),
            false => (Opening::Text, Sleep::default()),
        };
        let props = ExplainerProps {
            edition: edition.clone(),
            opening,
            sleep: sleep.clone(),
            notify,
        };
        let renderer = Renderer::<Explainer>::with_root_and_props(root.clone(), props);
        let app = if hydrated {
            renderer.hydrate()
        } else {
            root.set_text_content(None);
            renderer.render()
        };
        Mounted {
            app,
            edition,
            show,
            hydrated,
            sleep,
        }
    }
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

/// How deep JSON may nest. Documents that people write need half of it; a reader that follows every level down would
/// run out of its stack, and `serde_json` stops there too.
const DEEPEST: usize = 127;

/// How deep a JSON text nests.
fn depth(json: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut in_string, mut is_escaped) = (false, false);
    for byte in json.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = in_string,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'[' | b'{' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Reads an article from outside.
fn read(json: &str) -> Result<Outline<'static>, JsError> {
    if depth(json) > DEEPEST {
        return Err(JsError::new(&format!(
            "the document is not an article: it nests deeper than {DEEPEST} levels"
        )));
    }
    let value = JSON::parse(json).map_err(|error| {
        let reason = error
            .dyn_into::<js_sys::Error>()
            .map(|error| String::from(error.message()));
        JsError::new(&format!(
            "the document is not JSON: {}",
            reason.unwrap_or_default()
        ))
    })?;
    let article: Article = json::read(value)
        .map_err(|wrong| JsError::new(&format!("the document is not an article: {wrong}")))?;
    Outline::of_sound(article).map_err(|why| JsError::new(&why))
}
