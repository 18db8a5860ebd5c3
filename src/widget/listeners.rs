//! What the reader does with the explainer that concerns the widget: choices, clicks, letters typed into the search, scrolling.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::window;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::html::Scope;

use super::app::{App, Message};
use super::page::Page;
use crate::contract::{CHOICE, FAR, FILTER, ITEM, SEARCH, WIDGET};

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
    let [clicks, inputs, keys, changes] = [(); 4].map(|()| link.clone());
    let (toggles, around) = (link.clone(), page.clone());
    let frame: Rc<Cell<Option<AnimationFrame>>> = Rc::default();
    let scrolled = move |_: &Event| {
        let link = link.clone();
        // Once a frame is enough; the one before is let go of.
        frame.set(Some(request_animation_frame(move |_| {
            link.send_message(Message::Scroll)
        })));
    };
    vec![
        on(
            "click",
            active,
            Box::new(move |event| clicked(&clicks, event)),
        ),
        on(
            "input",
            active,
            Box::new(move |event| {
                if let Some(field) = field(event) {
                    inputs.send_message(Message::Search(field.value()));
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
            Box::new(move |event| toggled(&around, &toggles, event)),
        ),
        EventListener::new(&window(), "scroll", scrolled),
    ]
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

/// Follows keys in the search field.
fn pressed(app: &Scope<App>, event: &Event) {
    let (Some(_), Some(event)) = (field(event), event.dyn_ref::<KeyboardEvent>()) else {
        return;
    };
    // Enter and Escape of an input method are about what it proposes.
    if event.is_composing() {
        return;
    }
    let message = match event.key().as_str() {
        "Enter" => Message::Step(!event.shift_key()),
        "Escape" => Message::EndSearch,
        _ => return,
    };
    event.prevent_default();
    app.send_message(message);
}

/// The search field, where something happened to it.
fn field(event: &Event) -> Option<HtmlInputElement> {
    let field = target(event)?.dyn_into::<HtmlInputElement>().ok()?;
    closest(&field, &format!("[{WIDGET}={SEARCH}]")).map(|_| field)
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
