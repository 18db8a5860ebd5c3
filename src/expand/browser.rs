//! Opening and closing all items of a kind at once, in step with what is open however it came to be.

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
            let look = {
                let section = section.clone();
                move || {
                    if let Some(section) = &section {
                        all_open.set(items(section, class).iter().all(|item| item.open()));
                    }
                }
            };
            // The reader may have opened some before the program was there.
            look();
            // `toggle` does not bubble, but it is captured on its way.
            let listener = section.map(|section| {
                let options = EventListenerOptions::run_in_capture_phase();
                EventListener::new_with_options(&section, "toggle", options, move |_| look())
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

fn items(section: &Element, class: &str) -> Vec<HtmlDetailsElement> {
    let found = section.get_elements_by_class_name(class);
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into().ok())
        .collect()
}
