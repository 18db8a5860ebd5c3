//! The one way to an item, however the reader asks for it: open what holds it, scroll there, move the focus there.

use std::cell::RefCell;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlDetailsElement, HtmlElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::page::Page;

/// How many frames it takes at most until everything around is laid out.
const FRAMES: u32 = 4;

thread_local! {
    /// When to look again at what was revealed last in the page. It ends when it is let go of: whoever follows the next link in
    /// these frames is not taken back to the link before.
    static NEXT_LOOK: RefCell<Option<AnimationFrame>> = const { RefCell::new(None) };
}

/// Opens an item and what holds it, and returns it.
pub fn open(page: &Page, id: &str) -> Option<Element> {
    let target = page.item(id)?;
    let mut holder = target.closest("details").ok().flatten();
    while let Some(details) = holder {
        if let Some(details) = details.dyn_ref::<HtmlDetailsElement>() {
            details.set_open(true);
        }
        holder = details
            .parent_element()
            .and_then(|parent| parent.closest("details").ok().flatten());
    }
    Some(target)
}

/// Scrolls no further than that an item can be seen, and leaves the focus where it is.
pub fn glance(page: &Page, id: &str) {
    if let Some(target) = open(page, id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        target.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Opens an item, scrolls there, moves the focus there and tells the page; `false` where there is none.
pub fn reveal(page: &Page, id: &str) -> bool {
    let Some(target) = open(page, id) else {
        return false;
    };
    NEXT_LOOK.take();
    let whole = target.matches("details, li").unwrap_or_default();
    let options = ScrollIntoViewOptions::new();
    options.set_block(if whole {
        ScrollLogicalPosition::Start
    } else {
        ScrollLogicalPosition::Center
    });
    target.scroll_into_view_with_scroll_into_view_options(&options);
    scroll_again(target.clone(), options, FRAMES);
    let inside = whole
        .then(|| target.query_selector("summary, a").ok().flatten())
        .flatten();
    if let Some(element) = inside.unwrap_or(target).dyn_ref::<HtmlElement>() {
        focus(element);
    }
    page.notify("reveal", Some(id));
    true
}

/// Scrolls to an element anew where it has moved in the page by the next frame, for so many frames: what comes near is laid out, and
/// its height is another than was guessed. Where the page has been scrolled, somebody wants to be elsewhere.
fn scroll_again(target: Element, options: ScrollIntoViewOptions, frames: u32) {
    let before = place(&target);
    let look = move |_| {
        let now = place(&target);
        if differ(now.0, before.0) && differ(now.1, before.1) {
            target.scroll_into_view_with_scroll_into_view_options(&options);
        }
        if frames > 1 {
            scroll_again(target, options, frames - 1);
        }
    };
    // The explainer may have gone until then: an element outside the page does not scroll.
    NEXT_LOOK.set(Some(request_animation_frame(look)));
}

/// How far an element is from the window's top, and from the page's.
fn place(target: &Element) -> (f64, f64) {
    let top = target.get_bounding_client_rect().top();
    (top, top + window().scroll_y().unwrap_or_default())
}

/// Whether two distances in pixels differ so that it is seen.
fn differ(one: f64, other: f64) -> bool {
    (one - other).abs() > 0.5
}

/// Moves the focus without scrolling.
pub fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Nothing can be done about an element that refuses the focus; the reader sees it all the same.
    let _ = element.focus_with_options(&options);
}
