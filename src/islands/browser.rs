//! Waking islands, and hearing of what happens in those that sleep.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use article::Id;
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::prelude::*;
use yew::{AppHandle, Renderer};

use crate::edition::Edition;
use crate::stamp::hash;
use crate::take::Taken;
use crate::views::{Island, IslandProps, ViewProps};

/// Whether islands sleep at first. Those that do have been prerendered.
#[derive(Clone, Default)]
pub struct Sleep(Option<Rc<Asleep>>);

struct Asleep {
    /// Tells the structure of what is below an element.
    structure: Function,
    /// What wakes the islands that are not far down.
    near: RefCell<VecDeque<UseStateSetter<bool>>>,
}

impl Sleep {
    /// Lets what was prerendered sleep; the function tells the structure of what is below an element.
    pub fn over(structure: Function) -> Self {
        let near = RefCell::default();
        Sleep(Some(Rc::new(Asleep { structure, near })))
    }

    /// Whether islands sleep.
    pub fn is_sound(&self) -> bool {
        self.0.is_some()
    }

    /// Wakes the next of the islands that are not far down, and tells whether there was one.
    pub fn wake(&self) -> bool {
        let next = self
            .0
            .as_ref()
            .and_then(|asleep| asleep.near.borrow_mut().pop_front());
        next.is_some_and(|is_due| {
            is_due.set(true);
            true
        })
    }

    /// Whether what is below an element is as it was prerendered.
    fn is_intact(&self, host: &Element) -> bool {
        let tell = self.0.as_ref().map(|asleep| &asleep.structure);
        let structure = tell.and_then(|tell| tell.call1(&JsValue::UNDEFINED, host).ok());
        let found = structure.and_then(|structure| structure.as_string());
        found.map(|found| hash(&found)) == host.get_attribute("data-stamp")
    }
}

impl PartialEq for Sleep {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

/// Whether an island is rendered by the component that it is part of. One that was prerendered is not: it is woken below `host`
/// once the view [`touches`] it, or by [`Sleep::wake`] where it is not far down, and told of every view from then on.
#[hook]
pub fn use_island(host: &NodeRef, island: &IslandProps) -> bool {
    let app = use_mut_ref(|| None::<AppHandle<Island>>);
    let is_due = use_state(|| false);
    let asleep = island.view.sleep.0.clone();
    let sleeps = asleep.is_some();
    use_effect_with((island.clone(), *is_due), {
        let (app, host) = (app.clone(), host.clone());
        move |(island, is_due): &(IslandProps, bool)| {
            let Some(host) = host.cast::<Element>().filter(|_| sleeps) else {
                return;
            };
            let mut app = app.borrow_mut();
            if app.is_none() && (*is_due || touches(&island.view, &host)) {
                *app = Some(wake(host, island));
            }
            if let Some(app) = app.as_mut() {
                app.update(island.inside());
            }
        }
    });
    let is_near = !island.inside && !island.part.is_far();
    use_effect_with((), move |()| {
        if let Some(asleep) = asleep.filter(|_| is_near) {
            asleep.near.borrow_mut().push_back(is_due.setter());
        }
        move || {
            if let Some(app) = app.take() {
                app.destroy();
            }
        }
    });
    !sleeps
}

/// Takes over what was prerendered of an island: the view before the reader did anything. Where somebody has changed it, it is
/// rendered afresh.
fn wake(host: Element, island: &IslandProps) -> AppHandle<Island> {
    let mut first = island.inside();
    let is_intact = first.view.sleep.is_intact(&host);
    (first.view.chosen, first.view.taken) = (None, None);
    first.view.touched = AttrValue::default();
    // The element may still be hiding it.
    let _ = Reflect::delete_property::<js_sys::Object>(host.unchecked_ref(), &"firstChild".into());
    let app = Renderer::<Island>::with_root_and_props(host, first);
    match is_intact {
        true => app.hydrate(),
        false => app.render(),
    }
}

/// Finds what shows another view than the first one: what was chosen, what links to it, the passages that speak of it, and the
/// button by which something was taken along. It takes time in proportion to the article, and is worked out once a change.
#[hook]
pub fn use_touched(
    edition: &Edition,
    sleep: &Sleep,
    chosen: &Option<Id>,
    taken: &Option<Taken>,
) -> AttrValue {
    let sleeps = sleep.is_sound();
    let depends = (edition.clone(), chosen.clone(), taken.clone());
    let touched = use_memo(depends, move |(edition, chosen, taken)| {
        if !sleeps {
            return AttrValue::default();
        }
        // Ids hold no quotes, and links end in them.
        let mut looked_for = Vec::new();
        if let Some(taken) = taken {
            looked_for.push(format!("[data-take=\"{}\"]", taken.what.name()));
        }
        if let Some(id) = chosen {
            looked_for.push(format!("[id=\"{id}\"], [href$=\"-{id}\"]"));
            let passages = edition.outline().passages_on(id);
            looked_for.extend(passages.map(|on_it| format!("[id=\"{}\"]", on_it.passage.id)));
        }
        AttrValue::from(looked_for.join(", "))
    });
    (*touched).clone()
}

/// Whether a view shows something in an island otherwise than the first one did.
fn touches(view: &ViewProps, host: &Element) -> bool {
    if view.touched.is_empty() {
        return false;
    }
    let found = host.query_selector(&view.touched);
    found.is_ok_and(|found| found.is_some())
}

/// Hears of clicks and of moves of the focus below an element, whoever has rendered what they happen to. Yew's own listeners
/// hear of nothing inside another app.
#[hook]
pub fn use_heard(root: &NodeRef, click: Callback<MouseEvent>, focus: Callback<FocusEvent>) {
    let latest = use_mut_ref(|| (click.clone(), focus.clone()));
    latest.replace((click, focus));
    let root = root.clone();
    use_effect_with((), move |()| {
        let root = root.cast::<Element>();
        let listen = |kind: &'static str| {
            let latest = latest.clone();
            // A link's own way is not taken.
            let options = EventListenerOptions::enable_prevent_default();
            root.as_ref().map(|root| {
                EventListener::new_with_options(root, kind, options, move |event| {
                    let (click, focus) = latest.borrow().clone();
                    match kind {
                        "click" => click.emit(event.clone().unchecked_into()),
                        _ => focus.emit(event.clone().unchecked_into()),
                    }
                })
            })
        };
        let listeners = [listen("click"), listen("focusin")];
        move || drop(listeners)
    });
}
