//! What was found, highlighted by the CSS Custom Highlight API, which leaves the DOM as it is.
//!
//! A page has one registry of highlights for all its explainers: each adds and takes away its own ranges. Where a browser
//! has none, nothing is highlighted and the rest goes on.

use wasm_bindgen::prelude::*;
use web_sys::Range;

// web-sys has these behind its unstable APIs.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<Highlights>;

    type Highlights;
    #[wasm_bindgen(method)]
    fn get(this: &Highlights, name: &str) -> Option<Highlight>;
    #[wasm_bindgen(method)]
    fn set(this: &Highlights, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn delete(this: &Highlights, name: &str);

    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &JsValue);
    #[wasm_bindgen(method, js_name = delete)]
    fn take(this: &Highlight, range: &JsValue);
    #[wasm_bindgen(method, getter)]
    fn size(this: &Highlight) -> u32;
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type StaticRange;
    #[wasm_bindgen(constructor, catch)]
    fn new(of: &Range) -> Result<StaticRange, JsValue>;
}

/// What a range spans now. A range itself is looked after by the browser whenever any node comes or goes: with 1,000 of them a
/// step along the timeline took twice as long.
pub fn fixed(range: &Range) -> Option<JsValue> {
    StaticRange::new(range).ok().map(JsValue::from)
}

/// The ranges of one explainer in one of the page's highlights.
pub struct Marks {
    name: &'static str,
    priority: i32,
    ranges: Vec<JsValue>,
}

impl Marks {
    /// No ranges as yet. Of highlights on the same words, that of the highest priority is seen.
    pub const fn new(name: &'static str, priority: i32) -> Self {
        Marks {
            name,
            priority,
            ranges: Vec::new(),
        }
    }

    /// Highlights these ranges and no others.
    pub fn set(&mut self, ranges: Vec<JsValue>) {
        HIGHLIGHTS.with(|highlights| {
            let Some(highlights) = highlights else { return };
            let there = highlights.get(self.name);
            if let Some(there) = &there {
                self.ranges.iter().for_each(|range| there.take(range));
            }
            if ranges.is_empty() {
                if there.is_some_and(|there| there.size() == 0) {
                    highlights.delete(self.name);
                }
            } else if let Some(highlight) = there.or_else(|| Highlight::new().ok()) {
                highlight.set_priority(self.priority);
                ranges.iter().for_each(|range| highlight.add(range));
                highlights.set(self.name, &highlight);
            }
        });
        self.ranges = ranges;
    }
}

impl Drop for Marks {
    fn drop(&mut self) {
        self.set(Vec::new());
    }
}
