//! Keys, drag, pinch and wheel on the drawing.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};
use yew::Callback;

use super::strip::{FARTHER, NEARER, STEP};
use crate::timeline::WIDTH;
use crate::timeline::scale::Move;

/// How far a finger or mouse moves before it drags, in pixels; until then it may still click.
const THRESHOLD: i32 = 4;

/// The fingers on the drawing, or the mouse.
#[derive(Default)]
struct Hand {
    /// Each finger's number, and where it was last.
    fingers: Vec<(i32, i32)>,
    /// Whether they drag already.
    drags: bool,
    /// Whether the last of them has just ended a drag.
    dragged: bool,
}

/// Tells of each move that the reader makes with keys, mouse, fingers or wheel on a surface, for as long as the listeners are there.
pub fn listen(surface: Element, is_rtl: bool, make: Callback<Move>) -> [EventListener; 8] {
    let hand = Rc::new(RefCell::new(Hand::default()));
    let part = {
        let surface = surface.clone();
        // Pixels of the window as a part of the width, whatever the page zooms or scales.
        move |pixels: i32| {
            let width = surface.get_bounding_client_rect().width() as i64;
            i64::from(pixels) * WIDTH / width.max(1)
        }
    };
    let place = {
        let (surface, part) = (surface.clone(), part.clone());
        move |x: i32| {
            let at = part(x - surface.get_bounding_client_rect().left() as i32);
            if is_rtl { WIDTH - at } else { at }
        }
    };
    let on = |name: &'static str, handle: Rc<dyn Fn(&PointerEvent)>| {
        EventListener::new(&surface, name, move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                handle(event);
            }
        })
    };
    let keys = {
        let make = make.clone();
        let active = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&surface, "keydown", active, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && let Some(step) = key(event, is_rtl)
            {
                event.prevent_default();
                make.emit(step);
            }
        })
    };
    let down = {
        let hand = hand.clone();
        move |event: &PointerEvent| {
            let mut hand = hand.borrow_mut();
            let id = event.pointer_id();
            hand.fingers.retain(|(finger, _)| *finger != id);
            hand.dragged = false;
            if event.button() == 0 && hand.fingers.len() < 2 {
                hand.fingers.push((id, event.client_x()));
            }
        }
    };
    let moved = {
        let (hand, surface, make) = (hand.clone(), surface.clone(), make.clone());
        let place = place.clone();
        move |event: &PointerEvent| {
            let (id, now) = (event.pointer_id(), event.client_x());
            let mut hand = hand.borrow_mut();
            if event.buttons() == 0 {
                // It was let go where nobody saw it.
                *hand = Hand::default();
            }
            let Some(at) = hand.fingers.iter().position(|(finger, _)| *finger == id) else {
                return;
            };
            let before = hand.fingers[at].1;
            if !hand.drags {
                if (now - before).abs() < THRESHOLD {
                    return;
                }
                hand.drags = true;
            }
            // From here on the pointer is the surface's, also outside it.
            let _ = surface.set_pointer_capture(id);
            let other = hand.fingers.iter().find(|(finger, _)| *finger != id);
            let other = other.map(|(_, x)| *x);
            hand.fingers[at].1 = now;
            drop(hand);
            match other {
                None => {
                    let by = part(before - now);
                    make.emit(Move::Pan(if is_rtl { -by } else { by }));
                }
                Some(other) => {
                    let (was, is) = ((before - other).abs(), (now - other).abs());
                    let thousandths = 1000 * i64::from(was.max(1)) / i64::from(is.max(1));
                    // What is under the other finger stays under it.
                    make.emit(Move::Zoom(thousandths.clamp(250, 4000), place(other)));
                }
            }
        }
    };
    let up: Rc<dyn Fn(&PointerEvent)> = {
        let hand = hand.clone();
        Rc::new(move |event| {
            let mut hand = hand.borrow_mut();
            hand.fingers
                .retain(|(finger, _)| *finger != event.pointer_id());
            hand.dragged = hand.drags;
            hand.drags &= !hand.fingers.is_empty();
        })
    };
    // What ends a drag is no click on a link. Chromium and Firefox send it to the surface, whose the pointer is; WebKit to
    // what is under the pointer, which the drag has carried along. At the window, since Yew listens on the way down, too.
    let capturing = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    let click = {
        let surface = surface.clone();
        EventListener::new_with_options(&window(), "click", capturing, move |event| {
            let is_here = event.composed_path().includes(&surface, 0);
            // A click by keyboard (0) ends no drag.
            let is_by_hand = event
                .dyn_ref::<MouseEvent>()
                .is_some_and(|event| event.detail() > 0);
            if is_here && is_by_hand && std::mem::take(&mut hand.borrow_mut().dragged) {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    let active = EventListenerOptions::enable_prevent_default();
    let wheel = EventListener::new_with_options(&surface, "wheel", active, move |event| {
        // A pinch on a touch pad comes as a wheel with Ctrl. A plain wheel is the page's.
        let Some(event) = event
            .dyn_ref::<WheelEvent>()
            .filter(|event| event.ctrl_key())
        else {
            return;
        };
        event.prevent_default();
        let by = (event.delta_y() as i64 * 8).clamp(-300, 300);
        make.emit(Move::Zoom(1000 + by, place(event.client_x())));
    });
    // The browser would carry the link away.
    let drag = EventListener::new_with_options(&surface, "dragstart", active, |event| {
        event.prevent_default()
    });
    [
        on("pointerdown", Rc::new(down)),
        on("pointermove", Rc::new(moved)),
        on("pointerup", up.clone()),
        on("pointercancel", up),
        click,
        wheel,
        drag,
        keys,
    ]
}

/// The move that a key asks for.
fn key(event: &KeyboardEvent, is_rtl: bool) -> Option<Move> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    match event.key().as_str() {
        "ArrowLeft" => Some(Move::Pan(if is_rtl { STEP } else { -STEP })),
        "ArrowRight" => Some(Move::Pan(if is_rtl { -STEP } else { STEP })),
        "+" | "=" => Some(Move::Zoom(NEARER, WIDTH / 2)),
        "-" => Some(Move::Zoom(FARTHER, WIDTH / 2)),
        "0" => Some(Move::All),
        _ => None,
    }
}
