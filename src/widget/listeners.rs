//! What the reader does with the explainer that concerns the widget: choices, clicks, letters typed into the search.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, HtmlInputElement, InputEvent, KeyboardEvent,
};
use yew::html::Scope;

use super::app::{App, Message};
use super::page::Page;
use crate::contract::{CHOICE, FAR, FILTER, ITEM, LOADER, SEARCH};

/// Listens for what the reader does.
pub fn listen(page: &Rc<Page>, link: Scope<App>) -> Vec<EventListener> {
    let active = EventListenerOptions::enable_prevent_default();
    let capturing = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: true,
    };
    let on = |name: &'static str, options, does: Box<dyn FnMut(&Event)>| {
        EventListener::new_with_options(&page.article, name, options, does)
    };
    let [clicks, focuses, inputs, composed, keys, changes] = [(); 6].map(|()| link.clone());
    let around = page.clone();
    vec![
        on(
            "click",
            active,
            Box::new(move |event| clicked(&clicks, event)),
        ),
        on(
            "input",
            active,
            Box::new(move |event| typed(&inputs, event)),
        ),
        on(
            "compositionend",
            active,
            Box::new(move |event| typed(&composed, event)),
        ),
        on(
            "focusin",
            active,
            Box::new(move |event| {
                if field(event).is_some() {
                    focuses.send_message(Message::Prepare);
                }
            }),
        ),
        on(
            "keydown",
            active,
            Box::new(move |event| pressed(&keys, event)),
        ),
        on(
            "change",
            active,
            Box::new(move |event| changed(&changes, event)),
        ),
        // It does not bubble.
        on(
            "toggle",
            capturing,
            Box::new(move |event| toggled(&around, &link, event)),
        ),
    ]
}

/// Searches for what is in the field. What an input method has not finished is not searched for.
fn typed(app: &Scope<App>, event: &Event) {
    let is_composing = event
        .dyn_ref::<InputEvent>()
        .is_some_and(InputEvent::is_composing);
    if let Some(field) = field(event).filter(|_| !is_composing) {
        app.send_message(Message::Search(field.value()));
    }
}

/// Follows a choice by a radio button, whoever made it.
fn changed(app: &Scope<App>, event: &Event) {
    let Some(radio) = target(event) else { return };
    if radio
        .matches(&format!("input[name$=\"{FILTER}\"]"))
        .unwrap_or_default()
    {
        app.send_message(Message::Choose(radio.get_attribute(CHOICE)));
    }
}

/// Follows the cards of items that the stylesheet has no rules for.
fn toggled(page: &Page, app: &Scope<App>, event: &Event) {
    let card = target(event).filter(|card| card.has_attribute(FAR));
    let Some((card, item)) =
        card.and_then(|card| Some((card.clone(), closest(&card, &format!("[{ITEM}]"))?)))
    else {
        return;
    };
    let is_open = card.matches(":popover-open").unwrap_or_default();
    app.send_message(Message::Far(is_open.then(|| page.id_of(&item))));
}

fn clicked(app: &Scope<App>, event: &Event) {
    let button = target(event).and_then(|clicked| closest(&clicked, "[data-do]"));
    if let Some(name) = button.and_then(|button| button.get_attribute("data-do")) {
        app.send_message(Message::Press(name));
    }
}

/// The code of a key that an input method has taken, by which Safari says so once it is done.
const PROPOSED: u32 = 229;

/// Follows keys in the search field.
fn pressed(app: &Scope<App>, event: &Event) {
    let (Some(_), Some(event)) = (field(event), event.dyn_ref::<KeyboardEvent>()) else {
        return;
    };
    // Enter of an input method is about what it proposes.
    if event.key() == "Enter" && !event.is_composing() && event.key_code() != PROPOSED {
        event.prevent_default();
        app.send_message(Message::Step(!event.shift_key()));
    }
}

/// The search field, where something happened to it.
fn field(event: &Event) -> Option<HtmlInputElement> {
    let field = target(event)?.dyn_into::<HtmlInputElement>().ok()?;
    closest(&field, &format!("[{LOADER}={SEARCH}]")).map(|_| field)
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok()?
}

/// Moves the focus without scrolling.
pub fn focus(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Nothing can be done about an element that refuses the focus; the reader sees it all the same.
        let _ = element.focus_with_options(&options);
    }
}

/// Calls a method without arguments that not every browser has.
pub fn call(element: &Element, method: &str) {
    let function = Reflect::get(element, &method.into()).unwrap_or_default();
    if let Some(function) = function.dyn_ref::<js_sys::Function>() {
        // It throws where the element is in that state already.
        let _ = function.call0(element);
    }
}
