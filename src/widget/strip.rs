//! The interactive timeline: the drawing in proportion to time, and what moves it.

use yew::prelude::*;

use super::page::{Page, text, title};
use crate::contract::{MARKS, STRIP, TIME, WHEN};
use crate::timeline::drawing::{Drawing, Shown, draw, measure};
use crate::timeline::scale::{Move, Window};
use crate::timeline::{Event, WIDTH};

/// A step of the buttons and keys along the timeline: a quarter of what is shown.
pub const STEP: i64 = WIDTH / 4;
/// What zooming in makes of the length, in thousandths.
pub const NEARER: i64 = 500;
/// What zooming out makes of it.
pub const FARTHER: i64 = 2000;

/// The timeline.
pub struct Strip {
    drawing: Drawing,
    /// The ids of the issues that each event bears on, with spaces between.
    marks: Vec<String>,
    window: Window,
}

impl Strip {
    /// Reads the events off the static HTML; `None` where it has none, or no place for them.
    pub fn read(page: &Page) -> Option<Self> {
        page.place(STRIP)?;
        let (mut events, mut marks) = (Vec::new(), Vec::new());
        let (mut lang, mut dir) = (None, None);
        for item in page.all(&format!("[{TIME}]")) {
            let time = item.get_attribute(TIME).unwrap_or_default();
            let (Some(event), Some(title)) = (Event::decoded(&time), title(&item)) else {
                continue;
            };
            let when = item.query_selector(&format!("[{WHEN}]")).ok().flatten();
            events.push(Event {
                id: item.id(),
                title: title.text.to_string(),
                when: when.map(|when| text(&when)).unwrap_or_default(),
                ..event
            });
            marks.push(item.get_attribute(MARKS).unwrap_or_default());
            (lang, dir) = (title.lang, title.dir);
        }
        if events.is_empty() {
            return None;
        }
        let (whole, lanes) = measure(&events);
        let drawing = Drawing {
            events,
            months: page.months(),
            anchor: page.anchor().to_owned().into(),
            lang,
            is_isolated: dir.is_some(),
            is_rtl: page.article.get_attribute("dir").as_deref() == Some("rtl"),
            whole,
            lanes,
        };
        Some(Strip {
            drawing,
            marks,
            window: whole,
        })
    }

    /// Whether time runs from right to left.
    pub fn is_rtl(&self) -> bool {
        self.drawing.is_rtl
    }

    /// Makes a move, and tells whether something else is shown now.
    pub fn go(&mut self, step: Move) -> bool {
        let before = self.window;
        self.window = before.after(self.drawing.whole, step);
        self.window != before
    }

    /// Brings an event into the window; an item that is none changes nothing.
    pub fn show(&mut self, id: &str) {
        if let Some(number) = self.number(id) {
            self.go(Move::To(self.drawing.events[number].stretch));
        }
    }

    fn number(&self, id: &str) -> Option<usize> {
        self.drawing.events.iter().position(|event| event.id == id)
    }

    /// The event after the chosen one, or before it; with none chosen, the first or the last.
    pub fn neighbour(&self, chosen: Option<&str>, is_forward: bool) -> Option<&str> {
        let chosen = chosen.and_then(|id| self.number(id));
        let number = match (chosen, is_forward) {
            (None, true) => Some(0),
            (None, false) => self.drawing.events.len().checked_sub(1),
            (Some(at), true) => Some(at + 1),
            (Some(at), false) => at.checked_sub(1),
        };
        let event = number.and_then(|number| self.drawing.events.get(number));
        event.map(|event| event.id.as_str())
    }

    /// The move that a button makes.
    pub fn step(button: &str) -> Option<Move> {
        match button {
            "earlier" => Some(Move::Pan(-STEP)),
            "later" => Some(Move::Pan(STEP)),
            "zoom-in" => Some(Move::Zoom(NEARER, WIDTH / 2)),
            "zoom-out" => Some(Move::Zoom(FARTHER, WIDTH / 2)),
            "zoom-all" => Some(Move::All),
            _ => None,
        }
    }

    /// Renders the drawing, with the chosen item and what bears on it, and the buttons below.
    pub fn view(&self, page: &Page, chosen: Option<&str>) -> Html {
        let (window, whole) = (self.window, self.drawing.whole);
        let bears_on = |(number, marks): (usize, &String)| {
            let holds = chosen.is_some_and(|id| marks.split(' ').any(|mark| mark == id));
            holds.then_some(number)
        };
        let shown = Shown {
            window,
            is_choosing: chosen.is_some(),
            chosen: chosen.and_then(|id| self.number(id)),
            related: self.marks.iter().enumerate().filter_map(bears_on).collect(),
        };
        let label = page.string("timeline-drawn");
        let button = |name: &'static str, holds: bool| {
            // One that can do nothing just now says so, and stays.
            let disabled = (!holds).then_some("true");
            html! { <button type="button" data-do={name} aria-disabled={disabled}>{ page.string(name) }</button> }
        };
        html! {
            <>
                <div
                    class={classes!("surface", (window != whole).then_some("near"))}
                    data-surface=""
                    role="group"
                    tabindex="0"
                    aria-label={&label}
                    aria-description={page.string("timeline-keys")}
                >
                    { draw(&self.drawing, &shown) }
                </div>
                <div class="moves" role="group" aria-label={&label}>
                    { button("previous-event", self.neighbour(chosen, false).is_some()) }
                    { button("next-event", self.neighbour(chosen, true).is_some()) }
                    <span></span>
                    { button("earlier", window.from > whole.from) }
                    { button("later", window.to < whole.to) }
                    { button("zoom-in", window.can_zoom_in()) }
                    { button("zoom-out", window != whole) }
                    { button("zoom-all", window != whole) }
                </div>
            </>
        }
    }
}
