//! What the reader does with the explainer: clicks, moves of the focus, letters typed into the search, and the page's hash.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent};
use yew::html::Scope;

use super::app::{App, Message};
use super::page::{Page, hash};
use super::places::Places;
use super::reveal::{open, reveal};
use crate::contract::{CHOICE, MARKS, SEARCH, WIDGET};

/// Follows the page's hash from now on, and listens for what the reader does. Links reveal their items; an issue or event becomes
/// the chosen one.
///
/// Back and forward lead to where the reader was: the browser scrolls there itself, and the focus returns to the link that the
/// reader followed.
pub fn listen(
    page: &Rc<Page>,
    places: &Rc<RefCell<Places>>,
    link: Scope<App>,
) -> Vec<EventListener> {
    let follow_hash = {
        let (page, places, link) = (page.clone(), places.clone(), link.clone());
        move || follow_hash(&page, &places.borrow(), &link)
    };
    if page.has_deep_links {
        follow_hash();
    }
    let follows = page.has_deep_links;
    let hash = follows.then(|| EventListener::new(&window(), "hashchange", move |_| follow_hash()));
    let tapped = RefCell::new(None);
    let click = {
        let (page, places, link) = (page.clone(), places.clone(), link.clone());
        move |event: &Event| {
            if let Some(event) = event.dyn_ref::<MouseEvent>() {
                clicked(&page, &places, &tapped, &link, event);
            }
        }
    };
    // A link's own way is not taken.
    let active = EventListenerOptions::enable_prevent_default();
    let on = |name: &'static str, does: Box<dyn FnMut(&Event)>| {
        EventListener::new_with_options(&page.article, name, active, does)
    };
    let mut listeners = vec![
        on("click", Box::new(click)),
        on("focusin", {
            let link = link.clone();
            Box::new(move |event| focused(&link, event))
        }),
        on("input", {
            let link = link.clone();
            Box::new(move |event| {
                if let Some(field) = field(event) {
                    link.send_message(Message::Search(field.value()));
                }
            })
        }),
        on("keydown", Box::new(move |event| pressed(&link, event))),
    ];
    listeners.extend(hash);
    listeners
}

fn follow_hash(page: &Page, places: &Places, link: &Scope<App>) {
    let id = hash().and_then(|hash| page.id_in(&hash));
    let chosen = id.clone().filter(|id| page.title(id).is_some());
    let Some(place) = Places::current(page.anchor()) else {
        if let Some(id) = id {
            reveal(page, &id);
            if chosen.is_some() {
                link.send_message(Message::Choose(chosen));
            }
        }
        return;
    };
    // The reader came back to here, or went forward to here again.
    if let Some(id) = &id {
        open(page, id);
    }
    link.send_message(Message::Choose(chosen));
    places.return_to(place);
}

/// Follows a click on a link to an item, or on a button of the widget.
fn clicked(
    page: &Page,
    places: &RefCell<Places>,
    tapped: &RefCell<Option<String>>,
    app: &Scope<App>,
    event: &MouseEvent,
) {
    let Some(clicked) = target(event) else {
        return;
    };
    if let Some(name) =
        closest(&clicked, "[data-do]").and_then(|button| button.get_attribute("data-do"))
    {
        return app.send_message(Message::Press(name));
    }
    let asks_for_another_tab = event.button() != 0
        || event.ctrl_key()
        || event.meta_key()
        || event.shift_key()
        || event.alt_key();
    let link = closest(&clicked, "a[href]").filter(|_| !asks_for_another_tab);
    let fragment = link.as_ref().and_then(|link| link.get_attribute("href"));
    let (Some(link), Some(fragment)) = (link, fragment) else {
        return;
    };
    let Some(id) = page.id_in(&fragment) else {
        return;
    };
    event.prevent_default();
    // A finger can't hover: the first tap on a passage shows what it bears on, the second goes there.
    let is_touch = event
        .dyn_ref::<PointerEvent>()
        .is_some_and(|event| event.pointer_type() == "touch");
    if let Some(passage) = passage(&link).filter(|_| is_touch) {
        let is_first = tapped.replace(Some(passage.clone())).as_ref() != Some(&passage);
        if is_first {
            return app.send_message(Message::Point(Some(passage)));
        }
    }
    tapped.replace(None);
    app.send_message(Message::Point(None));
    if page.has_deep_links {
        places.borrow_mut().leave(page.anchor(), &link, &fragment);
    }
    reveal(page, &id);
    if page.title(&id).is_some() {
        app.send_message(Message::Choose(Some(id)));
    }
}

/// Shows what a passage bears on while it has the focus. The bar itself holds links to that.
fn focused(app: &Scope<App>, event: &Event) {
    let Some(target) = target(event) else { return };
    if field(event).is_some() {
        let app = app.clone();
        // Once the focus is seen: whoever means to type has not begun yet.
        Timeout::new(0, move || app.send_message(Message::Prepare)).forget();
    }
    if closest(&target, &format!("[{WIDGET}={CHOICE}]")).is_none() {
        app.send_message(Message::Point(passage(&target)));
    }
}

/// Follows keys in the search field.
fn pressed(app: &Scope<App>, event: &Event) {
    let (Some(field), Some(event)) = (field(event), event.dyn_ref::<KeyboardEvent>()) else {
        return;
    };
    // Enter and Escape of an input method are about what it proposes.
    if event.is_composing() || field.value().is_empty() {
        return;
    }
    let message = match event.key().as_str() {
        "Enter" => Message::Step(!event.shift_key()),
        "Escape" => {
            field.set_value("");
            Message::EndSearch
        }
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

/// The id of the passage that an element of the article's text is.
fn passage(element: &Element) -> Option<String> {
    closest(element, &format!("a[id][{MARKS}]")).map(|passage| passage.id())
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok()?
}
