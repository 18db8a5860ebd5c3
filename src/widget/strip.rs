//! A long timeline in proportion to time, and what moves it.

use yew::prelude::*;

use super::page::{Page, text, title};
use crate::contract::{STRIP, TIME, WHEN};
use crate::timeline::drawing::{Drawing, draw, measure};
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
    window: Window,
}

impl Strip {
    /// Reads the events off the static HTML; `None` where it has none, or no place for them.
    pub fn read(page: &Page) -> Option<Self> {
        page.place(STRIP)?;
        let mut events = Vec::new();
        let (mut lang, mut dir) = (None, None);
        for item in page.all(&format!("[{TIME}]")) {
            let time = item.get_attribute(TIME).unwrap_or_default();
            let (Some(event), Some(title)) = (Event::decoded(&time), title(&item)) else {
                continue;
            };
            let when = item.query_selector(&format!("[{WHEN}]")).ok().flatten();
            events.push(Event {
                id: page.id_of(&item),
                title: title.text.to_string(),
                when: when.map(|when| text(&when)).unwrap_or_default(),
                ..event
            });
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

    /// Renders the drawing, and the buttons below.
    pub fn view(&self, page: &Page) -> Html {
        let (window, whole) = (self.window, self.drawing.whole);
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
                    { draw(&self.drawing, window) }
                </div>
                <div class="moves" role="group" aria-label={&label}>
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
