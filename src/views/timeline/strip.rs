//! The drawing in proportion to time, where there is room for one, and what moves it.

use std::rc::Rc;

use article::Direction;
use yew::prelude::*;

use super::TimelineProps;
use super::drawing::drawing;
use super::gestures::use_gestures;
use crate::reveal::glance;
use crate::timeline::scale::{Move, Stretch, Window};
use crate::timeline::{WIDTH, lanes};
use crate::views::view::ViewProps;

/// A step of the buttons and keys along the timeline: a quarter of what is shown.
const STEP: i64 = WIDTH / 4;
/// What zooming in makes of the length, in thousandths.
const NEARER: i64 = 500;
/// What zooming out makes of it.
const FARTHER: i64 = 2000;
/// Drawings with fewer lanes than this would have no room for what zooming brings out.
const LANES: usize = 3;

/// What the drawing shows.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Shown {
    whole: Window,
    window: Window,
    lanes: usize,
}

impl Shown {
    fn of(view: &ViewProps) -> Self {
        let events = &view.edition.article().events;
        let whole = Window::around(events);
        let marks = lanes::place(events, whole, lanes::MOST, None);
        Shown {
            whole,
            window: whole,
            lanes: lanes::used(&marks).max(LANES.min(events.len())),
        }
    }
}

impl Reducible for Shown {
    type Action = Move;

    fn reduce(self: Rc<Self>, step: Move) -> Rc<Self> {
        Rc::new(Shown {
            window: self.window.after(self.whole, step),
            ..*self
        })
    }
}

/// The timeline in proportion to time. The list below says the same, so it is for the eyes alone.
#[component]
pub fn Strip(props: &TimelineProps) -> Html {
    let TimelineProps { view, choose } = props;
    let (edition, words) = (&view.edition, view.edition.words());
    let events = &edition.article().events;
    let is_rtl = edition.language().direction() == Direction::RightToLeft;
    let shown = use_reducer_eq(|| Shown::of(view));
    let surface = use_node_ref();
    let make = {
        let shown = shown.dispatcher();
        Callback::from(move |step: Move| shown.dispatch(step))
    };
    use_gestures(&surface, is_rtl, make.clone());

    let chosen = view.chosen.as_ref();
    let chosen = events.iter().position(|event| Some(&event.id) == chosen);
    use_effect_with(chosen, {
        let (make, edition) = (make.clone(), edition.clone());
        move |chosen: &Option<usize>| {
            if let Some(event) = chosen.and_then(|number| edition.article().events.get(number)) {
                make.emit(Move::To(Stretch::of(&event.date)));
            }
        }
    });

    let onkeydown = {
        let make = make.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let step = match event.key().as_str() {
                "ArrowLeft" => Move::Pan(if is_rtl { STEP } else { -STEP }),
                "ArrowRight" => Move::Pan(if is_rtl { -STEP } else { STEP }),
                "+" | "=" => Move::Zoom(NEARER, WIDTH / 2),
                "-" => Move::Zoom(FARTHER, WIDTH / 2),
                "0" => Move::All,
                _ => return,
            };
            event.prevent_default();
            make.emit(step);
        })
    };
    let Shown {
        whole,
        window,
        lanes,
    } = *shown;
    let go = |word: &AttrValue, step: Move, holds: bool| {
        let make = make.clone();
        button(word, holds, Callback::from(move |_| make.emit(step)))
    };
    let last = events.len().saturating_sub(1);
    let pick = |word: &AttrValue, number: Option<usize>| {
        let id = number
            .and_then(|number| events.get(number))
            .map(|event| event.id.clone());
        let holds = id.is_some();
        let (choose, surface) = (choose.clone(), surface.clone());
        let pick = move |_: MouseEvent| {
            if let Some(id) = &id {
                glance(&surface, id);
                choose.set(Some(id.clone()));
            }
        };
        button(word, holds, Callback::from(pick))
    };
    html! {
        <div class="strip" part="timeline-strip">
            <div
                ref={surface.clone()}
                class={classes!("surface", (window != whole).then_some("near"))}
                role="group"
                aria-label={&words.timeline_drawn}
                aria-description={&words.timeline_keys}
                {onkeydown}
            >
                { drawing(view, (window, whole), lanes, chosen) }
            </div>
            <div class="moves comfort" role="group" aria-label={&words.timeline_drawn}>
                { pick(&words.previous_event, chosen.map_or(Some(last), |at| at.checked_sub(1))) }
                { pick(&words.next_event, chosen.map_or(Some(0), |at| Some(at + 1))) }
                <span></span>
                { go(&words.earlier, Move::Pan(-STEP), window.from > whole.from) }
                { go(&words.later, Move::Pan(STEP), window.to < whole.to) }
                { go(&words.zoom_in, Move::Zoom(NEARER, WIDTH / 2), window.can_zoom_in()) }
                { go(&words.zoom_out, Move::Zoom(FARTHER, WIDTH / 2), window != whole) }
                { go(&words.zoom_all, Move::All, window != whole) }
            </div>
        </div>
    }
}

/// A button; one that can do nothing just now says so, and stays.
fn button(word: &AttrValue, holds: bool, onclick: Callback<MouseEvent>) -> Html {
    let disabled = (!holds).then_some("true");
    html! { <button type="button" aria-disabled={disabled} {onclick}>{ word }</button> }
}
