//! The events that the reader has come to: their stations are lit where the browser can't do it by itself.

use gloo::utils::window;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::page::Page;
use crate::contract::{EVENT, ITEM, MARKS};

/// How far down the window one reads, in hundredths of its height.
const READING_LINE: f64 = 40.0;

/// The events with the first passage of each, in the order of time.
pub struct Lit {
    events: Vec<(Element, Element)>,
    last: Option<String>,
    /// Whether the browser lights stations by itself.
    is_native: bool,
}

impl Lit {
    /// Reads the events off the static HTML.
    pub fn read(page: &Page) -> Self {
        let events = page.all(&format!("[{ITEM}={EVENT}]")).into_iter();
        let first = |event: &Element| page.first(&format!("[{MARKS}~=\"{}\"]", page.id_of(event)));
        Lit {
            events: events
                .filter_map(|event| Some((event.clone(), first(&event)?)))
                .collect(),
            last: None,
            is_native: has_scroll_animation().unwrap_or_default(),
        }
    }

    /// The id of the last event in the text that the reader has come to.
    pub fn last(&self) -> Option<&str> {
        self.last.as_deref()
    }

    /// Finds out where the reader is; returns whether that is at another event.
    pub fn update(&mut self, page: &Page) -> bool {
        let height = window()
            .inner_height()
            .ok()
            .and_then(|height| height.as_f64());
        let line = height.unwrap_or_default() * READING_LINE / 100.0;
        let mut last: Option<(f64, &Element)> = None;
        for (number, (event, passage)) in (1..).zip(&self.events) {
            let top = passage.get_bounding_client_rect().top();
            let is_lit = passage.is_connected() && top < line;
            if is_lit && last.is_none_or(|(highest, _)| top >= highest) {
                last = Some((top, event));
            }
            if !self.is_native {
                let _ = event.class_list().toggle_with_force("lit", is_lit);
                let dock = page.first(&format!(".dots > :nth-child({number})"));
                let _ = dock.map(|dot| dot.class_list().toggle_with_force("lit", is_lit));
            }
        }
        let last = last.map(|(_, event)| page.id_of(event));
        let is_other = self.last != last;
        self.last = last;
        is_other
    }
}

/// Whether the browser has animations that go along with the page.
fn has_scroll_animation() -> Option<bool> {
    let css = Reflect::get(&window(), &"CSS".into()).ok()?;
    let supports = Reflect::get(&css, &"supports".into()).ok()?;
    let supports: Function = supports.dyn_into().ok()?;
    let answer = supports.call1(&css, &JsValue::from("animation-timeline: view()"));
    answer.ok()?.as_bool()
}
