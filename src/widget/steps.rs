//! The steps through the passages that bear on the chosen item: "2 of 5 ‹ › ×".

use gloo::utils::window;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::page::Page;
use crate::contract::MARKS;
use crate::fill::fill;

/// The reader's way through the passages.
pub struct Steps {
    passages: Vec<Element>,
    at: usize,
    /// Whether the reader has been led to the current one.
    is_there: bool,
}

impl Steps {
    /// The passages that bear on an item, from the first that is not above the window; `None` where there are none.
    pub fn new(page: &Page, id: &str) -> Option<Self> {
        let passages = page.all(&format!("[{MARKS}~=\"{id}\"]"));
        let last = passages.len().checked_sub(1)?;
        let is_ahead =
            |passage: &Element| passage.get_bounding_client_rect().bottom() > covered(page);
        let at = passages.iter().position(is_ahead).unwrap_or(last);
        Some(Steps {
            passages,
            at,
            is_there: false,
        })
    }

    /// Leads the reader to the next passage, or the one before; after the last comes the first.
    pub fn go(&mut self, is_forward: bool) -> bool {
        let count = self.passages.len();
        if self.is_there || !is_forward {
            self.at = (self.at + if is_forward { 1 } else { count - 1 }) % count;
        }
        self.is_there = true;
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        self.passages[self.at].scroll_into_view_with_scroll_into_view_options(&options);
        true
    }

    /// Renders the count and the buttons.
    ///
    /// The count is a new element each time: a translator may have put others in the place of the text inside.
    pub fn view(&self, page: &Page) -> Html {
        let (number, total) = ((self.at + 1).to_string(), self.passages.len().to_string());
        let count = fill(
            &page.string("steps"),
            &[("number", &number), ("total", &total)],
        );
        let button = |name: &'static str, class: &'static str| {
            html! { <button type="button" class={classes!("tool", class)} data-do={name} aria-label={page.string(name)} /> }
        };
        html! {
            <>
                <span class="count" role="status"><span key={count.clone()}>{ count }</span></span>
                { button("previous-passage", "arrow back") }
                { button("next-passage", "arrow") }
                { button("clear", "clear") }
            </>
        }
    }
}

/// How much of the window's top the ribbon covers, in pixels.
fn covered(page: &Page) -> f64 {
    let ribbon = page.place(crate::contract::STEPS);
    let bottom = ribbon.and_then(|place| place.parent_element());
    let bottom = bottom.map_or(0.0, |tools| tools.get_bounding_client_rect().bottom());
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    // `clamp` can panic, with a message for which all that writes numbers with a point comes along: 7 KB.
    bottom.max(0.0).min(height.unwrap_or(f64::MAX) / 2.0)
}
