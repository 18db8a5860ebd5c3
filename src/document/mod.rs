//! Documents as JSON, where nothing was prerendered: read, and rendered once as static HTML, on which the widget is mounted like on any
//! other.
//!
//! ```text
//! json   JSON that the browser has parsed, read into serde's types
//! ```

mod json;

use article::{Article, Language, Outline};
use gloo::utils::document;
use js_sys::{Function, JSON};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{Callback, Renderer};

use crate::edition::{Attributes, Edition, Setting};
use crate::views::{Explainer, ExplainerProps};
use crate::words::Words;

/// An article from outside, read and found valid.
#[wasm_bindgen]
pub struct Document {
    outline: Outline<'static>,
}

#[wasm_bindgen]
impl Document {
    /// Reads an article in the exchange form. Throws an `Error` whose message says what is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(json: &str) -> Result<Document, JsError> {
        let outline = read(json)?;
        Ok(Document { outline })
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

    /// Renders the static HTML for the element `host` and calls `rendered` with an element that holds it.
    ///
    /// `words` is the catalogue of the language `lang`; where it is none, English is spoken.
    pub fn render(
        self,
        host: &Element,
        lang: &str,
        words: &JsValue,
        rendered: Function,
    ) -> Result<Rendering, JsValue> {
        let words = match words.is_object() {
            true => (Language::choose([Some(lang)]), Words::read(words)),
            false => (Language::default(), Words::read(&JsValue::UNDEFINED)),
        };
        let attribute = |name| host.get_attribute(name);
        let (id, heading_level) = (attribute("id"), attribute("heading-level"));
        let (open, header) = (attribute("open"), attribute("header"));
        let attributes = Attributes {
            id: id.as_deref(),
            heading_level: heading_level.as_deref(),
            open: open.as_deref(),
            header: header.as_deref(),
        };
        let setting = Setting::new(words, &attributes);
        let edition = Edition::new(self.outline.into(), setting);
        let root = document().create_element("div")?;
        let holder = root.clone();
        let rendered = Callback::from(move |()| {
            let _ = rendered.call1(&JsValue::UNDEFINED, &holder);
        });
        let props = ExplainerProps { edition, rendered };
        let app = Renderer::<Explainer>::with_root_and_props(root, props).render();
        Ok(Rendering(app))
    }
}

/// A rendering of static HTML, which takes up memory until it is destroyed. What is copied of it stays.
#[wasm_bindgen]
pub struct Rendering(yew::AppHandle<Explainer>);

#[wasm_bindgen]
impl Rendering {
    /// Frees all that the rendering took.
    pub fn destroy(self) {
        self.0.destroy();
    }
}

/// The build that the static HTML is of: programs that carry this module look for it.
#[wasm_bindgen]
pub fn build() -> String {
    crate::BUILD.to_owned()
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
