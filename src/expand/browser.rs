//! Opening and closing all items of a kind at once, in step with what is open however it came to be.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement};
use yew::prelude::*;

/// Whether every `<details>` of `class` in `section` is open, which they are at first or not, and what opens or closes
/// them all.
#[hook]
pub fn use_all_open(
    section: &NodeRef,
    class: &'static str,
    at_first: bool,
) -> (bool, Callback<MouseEvent>) {
    let all_open = use_state_eq(|| at_first);
    use_effect_with((), {
        let (section, all_open) = (section.clone(), all_open.setter());
        move |()| {
            let section = section.cast::<Element>();
            let known = Cell::new(None);
            let look = {
                let section = section.clone();
                // Whoever opens or closes all is heard of once an item: only the first time is it a question.
                move |opened: Option<bool>| {
                    let is_open = match (opened, known.get()) {
                        (Some(false), _) => false,
                        (Some(true), Some(true)) => true,
                        _ => section
                            .as_ref()
                            .is_some_and(|section| is_all_open(section, class)),
                    };
                    known.set(Some(is_open));
                    all_open.set(is_open);
                }
            };
            // The reader may have opened some before the program was there.
            look(None);
            // `toggle` does not bubble, but it is captured on its way.
            let listener = section.map(|section| {
                let options = EventListenerOptions::run_in_capture_phase();
                EventListener::new_with_options(&section, "toggle", options, move |event| {
                    let item = event.target_dyn_into::<HtmlDetailsElement>();
                    if let Some(item) =
                        item.filter(|item| item.matches(&format!(".{class}")).unwrap_or_default())
                    {
                        look(Some(item.open()));
                    }
                })
            });
            move || drop(listener)
        }
    });
    let open = !*all_open;
    let section = section.clone();
    let toggle = Callback::from(move |_| {
        if let Some(section) = section.cast::<Element>() {
            for item in items(&section, class) {
                item.set_open(open);
            }
        }
    });
    (*all_open, toggle)
}

fn is_all_open(section: &Element, class: &str) -> bool {
    // The browser finds the first that is closed faster than all of them can be asked. The selector is a good one.
    let closed = section.query_selector(&format!(".{class}:not([open])"));
    closed.ok().flatten().is_none()
}

fn items(section: &Element, class: &str) -> Vec<HtmlDetailsElement> {
    let found = section.get_elements_by_class_name(class);
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into().ok())
        .collect()
}
