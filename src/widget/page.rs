//! The static HTML as the widget reads it, and the page around it.

use js_sys::{Array, Function, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};
use yew::AttrValue;

use crate::contract::{
    CHOICE, EVENT, FAR, FILTER, ISSUE, ITEM, LOADER, SEARCH, STATUS, STRINGS, TITLE, WIDGET,
};

/// An explainer in the page.
pub struct Page {
    /// The root element of the static HTML.
    pub article: Element,
    /// What the ids of its items begin with.
    prefix: String,
    /// What the fragments begin with that lead to them.
    anchor: String,
    strings: JsValue,
    ready: Function,
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
    /// Reads the interface strings. The ids of items begin with `prefix`, the fragments that lead to them with `anchor`; `ready` is
    /// called once the widget is there.
    pub fn new(article: Element, prefix: String, anchor: String, ready: Function) -> Self {
        let strings = article.get_attribute(STRINGS).unwrap_or_default();
        Page {
            // Without them controls have no names, and work.
            strings: JSON::parse(&strings).unwrap_or_default(),
            article,
            prefix,
            anchor,
            ready,
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
        let selector = || format!("[id=\"{}{id}\"]", self.prefix);
        is_id.then(|| self.first(&selector())).flatten()
    }

    /// The id of an item, without what it begins with in the page.
    pub fn id_of(&self, item: &Element) -> String {
        let id = item.id();
        id.strip_prefix(&self.prefix).unwrap_or(&id).to_owned()
    }

    /// What the fragments of its items begin with.
    pub fn anchor(&self) -> &str {
        &self.anchor
    }

    /// The id of the issue or event that is chosen.
    pub fn chosen(&self) -> Option<String> {
        let radio = self.first(&format!("[{CHOICE}]:checked"))?;
        radio.get_attribute(CHOICE)
    }

    /// The radio button that chooses nothing.
    pub fn all_radio(&self) -> Option<HtmlElement> {
        let radio = self.first(&format!("input[name$=\"{FILTER}\"]:not([{CHOICE}])"))?;
        radio.dyn_into().ok()
    }

    /// The search field, where it is open.
    pub fn search_field(&self) -> Option<HtmlInputElement> {
        let field = self.first(&format!("[{LOADER}={SEARCH}] input"))?;
        field.dyn_into().ok()
    }

    /// The id of the item whose card is open and which the stylesheet has no rules for.
    pub fn open_far_item(&self) -> Option<String> {
        let card = self.first(&format!("[{FAR}]:popover-open"))?;
        let item = card.closest(&format!("[{ITEM}]")).ok()??;
        Some(self.id_of(&item))
    }

    /// Says something aloud; nothing takes back what was said.
    pub fn say(&self, words: Option<String>) {
        if let Some(status) = self.first(&format!("[{LOADER}={STATUS}]")) {
            status.set_text_content(words.as_deref());
        }
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

    /// Tells the loader that the widget is there.
    pub fn notify(&self) {
        // The loader's errors are not ours to handle.
        let _ = self.ready.call0(&JsValue::UNDEFINED);
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
