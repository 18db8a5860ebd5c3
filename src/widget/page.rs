//! The static HTML as the widget reads it, and the page around it.

use gloo::utils::window;
use js_sys::{Array, Function, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node};
use yew::AttrValue;

use crate::contract::{EVENT, ISSUE, ITEM, STRINGS, TITLE, WIDGET};

/// An explainer in the page.
pub struct Page {
    /// The root element of the static HTML.
    pub article: Element,
    /// Whether the page's hash leads to items, and is written when the reader follows a link to one.
    pub has_deep_links: bool,
    anchor: String,
    strings: JsValue,
    notify: Function,
}

/// The title of an item, with its language and direction where they are others than those around it.
#[derive(Clone, PartialEq)]
pub struct Title {
    /// Its text.
    pub text: AttrValue,
    /// Its language.
    pub lang: Option<AttrValue>,
    /// Its direction.
    pub dir: Option<AttrValue>,
}

impl Page {
    /// Reads the interface strings. The fragments of items begin with `anchor`; `notify` is called with the type of each event that
    /// the page hears of, its id and its hash.
    pub fn new(article: Element, anchor: String, has_deep_links: bool, notify: Function) -> Self {
        let strings = article.get_attribute(STRINGS).unwrap_or_default();
        Page {
            // Without them controls have no names, and work.
            strings: JSON::parse(&strings).unwrap_or_default(),
            article,
            has_deep_links,
            anchor,
            notify,
        }
    }

    /// An interface string.
    pub fn string(&self, name: &str) -> AttrValue {
        let string = Reflect::get(&self.strings, &name.into()).unwrap_or_default();
        string.as_string().unwrap_or_default().into()
    }

    /// The months as they are written beside a `{year}`.
    pub fn months(&self) -> [AttrValue; 12] {
        let months = Reflect::get(&self.strings, &"months".into()).unwrap_or_default();
        let months: Array = months.dyn_into().unwrap_or_default();
        std::array::from_fn(|month| {
            let month = months.get(u32::try_from(month).unwrap_or_default());
            month.as_string().unwrap_or_default().into()
        })
    }

    /// The empty element that the static HTML has for a part of the widget.
    pub fn place(&self, widget: &str) -> Option<Element> {
        self.first(&format!("[{WIDGET}={widget}]"))
    }

    /// The first element that a selector finds.
    pub fn first(&self, selector: &str) -> Option<Element> {
        self.article.query_selector(selector).ok()?
    }

    /// All elements that a selector finds.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let Ok(found) = self.article.query_selector_all(selector) else {
            return Vec::new();
        };
        let found = (0..found.length()).filter_map(|at| found.item(at));
        found.filter_map(|node| node.dyn_into().ok()).collect()
    }

    /// The item with this id. What is no id of an article is found nowhere: it could not be in a selector.
    pub fn item(&self, id: &str) -> Option<Element> {
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
        let is_id = id.chars().all(is_part) && id.starts_with(char::is_alphabetic);
        is_id
            .then(|| self.first(&format!("[id=\"{id}\"]")))
            .flatten()
    }

    /// The id that a fragment, with its `#`, leads to, `None` where it is not one of this explainer's.
    pub fn id_in(&self, fragment: &str) -> Option<String> {
        let id = fragment
            .strip_prefix('#')?
            .strip_prefix(&self.anchor)?
            .strip_prefix('-')?;
        self.item(id).map(|_| id.to_owned())
    }

    /// What the fragments of its items begin with.
    pub fn anchor(&self) -> &str {
        &self.anchor
    }

    /// The fragment that leads to an item.
    pub fn fragment(&self, id: &str) -> String {
        format!("#{}-{id}", self.anchor)
    }

    /// The title of an issue or an event, as it is written in the page now; nothing else can be chosen.
    pub fn title(&self, id: &str) -> Option<Title> {
        let item = self.item(id)?;
        let kind = item.get_attribute(ITEM)?;
        [ISSUE, EVENT]
            .contains(&kind.as_str())
            .then(|| title(&item))
            .flatten()
    }

    /// Tells the page of something that happened to an item.
    pub fn notify(&self, kind: &str, id: Option<&str>) {
        let hash = id.map(|id| self.fragment(id));
        let text = |text: Option<&str>| text.map_or(JsValue::NULL, JsValue::from);
        let (id, hash) = (text(id), text(hash.as_deref()));
        // What the page does when it hears of it is the page's own; its errors are not ours to handle.
        let _ = self
            .notify
            .call3(&JsValue::UNDEFINED, &kind.into(), &id, &hash);
    }
}

/// The title inside an item.
pub fn title(item: &Element) -> Option<Title> {
    let title = item.query_selector(&format!("[{TITLE}]")).ok()??;
    let attribute = |name| title.get_attribute(name).map(AttrValue::from);
    Some(Title {
        text: text(&title).into(),
        lang: attribute("lang"),
        dir: attribute("dir"),
    })
}

/// The text of an element.
pub fn text(node: &Node) -> String {
    node.text_content().unwrap_or_default().trim().to_owned()
}

/// The address of the page with this fragment.
pub fn address(fragment: &str) -> String {
    let address = window().location().href().unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    format!("{page}{fragment}")
}

/// The page's hash, with its `#`, as it was before it was percent-encoded.
pub fn hash() -> Option<String> {
    let hash = window().location().hash().ok()?;
    js_sys::decode_uri_component(&hash).ok().map(String::from)
}
