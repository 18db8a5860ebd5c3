//! Typing, stepping, opening what holds a result and closing it again.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, HtmlDetailsElement, Range, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::Found;
use super::find::{at_or_after, find, step};
use super::fold::{Folder, query};
use super::gather::{Gathered, platform};
use super::mark::{Marks, fixed};
use crate::widget::listeners::call;

/// How many results are highlighted at once, those around the current one: a browser keeps track of each, whatever
/// changes in the page.
const HIGHLIGHTED: usize = 1000;

/// How much of the window's top the search may cover, in pixels.
const COVERED: f64 = 120.0;

type Ask = fn(char) -> String;

/// A search, from the first letter until the field is empty again.
pub struct Session {
    folder: Folder<Ask>,
    text: Gathered,
    query: Vec<u16>,
    found: Vec<usize>,
    current: usize,
    /// The unit from which typing looks on: where the reader has stepped to.
    anchor: usize,
    /// What the search has opened and the reader has not made use of.
    opened: Rc<RefCell<Vec<HtmlDetailsElement>>>,
    /// The sheet that the search has opened for the current result.
    sheet: RefCell<Option<Element>>,
    listeners: Vec<EventListener>,
    all: Marks,
    one: Marks,
}

impl Default for Session {
    fn default() -> Self {
        Session {
            folder: Folder::new(platform),
            text: Gathered::default(),
            query: Vec::new(),
            found: Vec::new(),
            current: 0,
            anchor: 0,
            opened: Rc::default(),
            sheet: RefCell::default(),
            listeners: Vec::new(),
            all: Marks::new("explainer-found", 0),
            one: Marks::new("explainer-current", 1),
        }
    }
}

impl Session {
    /// Looks for something else.
    pub fn look_for(&mut self, root: &Element, words: &str) -> Option<Found> {
        let begins = self.query.is_empty();
        self.gather(root);
        self.query = query(words, &mut self.folder);
        if self.query.is_empty() {
            self.end();
            return None;
        }
        if begins {
            self.listeners = listen(root, &self.opened);
        }
        self.look();
        // What was opened for the letters before may be in the way of what is looked for now.
        self.close();
        self.show();
        self.state()
    }

    /// Gathers the text before the first letter is typed, which is then answered at once.
    pub fn prepare(&mut self, root: &Element) {
        if self.query.is_empty() {
            self.gather(root);
        }
    }

    /// Gathers the text, unless what was gathered is still there as it was: other scripts may have changed it.
    fn gather(&mut self, root: &Element) {
        if !self.text.is_current() {
            self.text = Gathered::of(root, &mut self.folder);
        }
    }

    /// Goes to the next or the previous result.
    pub fn go(&mut self, root: &Element, is_forward: bool) -> Option<Found> {
        if !self.query.is_empty() && !self.text.is_current() {
            self.gather(root);
            self.look();
        }
        if let Some(at) = self
            .found
            .get(step(self.current, self.found.len(), is_forward))
        {
            self.anchor = *at;
            self.current = at_or_after(&self.found, *at);
            self.show();
        }
        self.state()
    }

    /// Ends the search, and leaves everything as it was.
    pub fn end(&mut self) {
        self.close();
        *self = Session {
            folder: std::mem::replace(&mut self.folder, Folder::new(platform)),
            ..Session::default()
        };
    }

    fn state(&self) -> Option<Found> {
        let total = self.found.len();
        (!self.query.is_empty()).then_some(Found {
            number: self.current + 1,
            total,
        })
    }

    fn look(&mut self) {
        self.found = find(&self.text.text, &self.query);
        self.current = at_or_after(&self.found, self.anchor);
    }

    /// Highlights what was found, and returns where the current result is.
    fn mark(&mut self) -> Option<Range> {
        let range = Range::new().ok()?;
        let span = |at: &usize| self.text.span(*at..at + self.query.len(), &range);
        let from = self.current.saturating_sub(HIGHLIGHTED / 2);
        let ranges = self.found.iter().skip(from).take(HIGHLIGHTED);
        let ranges = ranges.filter_map(|at| span(at).and_then(|()| fixed(&range)));
        let ranges = ranges.collect();
        let current = self.found.get(self.current).and_then(span);
        let current = current.map(|()| range.clone());
        self.all.set(ranges);
        self.one
            .set(current.iter().cloned().map(JsValue::from).collect());
        current
    }

    /// Brings the current result before the reader's eyes. The focus stays where it is.
    fn show(&mut self) {
        let Some(range) = self.mark() else { return };
        let Ok(node) = range.start_container() else {
            return;
        };
        let Some(element) = node.parent_element() else {
            return;
        };
        self.open(&element);
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_behavior(ScrollBehavior::Instant);
        element.scroll_into_view_with_scroll_into_view_options(&options);
        // The middle of a long paragraph may be far from the words, and the search itself lies over the window's top.
        let (rect, window) = (range.get_bounding_client_rect(), window());
        let height = window
            .inner_height()
            .ok()
            .and_then(|height| height.as_f64());
        if let Some(height) =
            height.filter(|height| rect.top() < COVERED || rect.bottom() > *height)
        {
            window.scroll_by_with_x_and_y(0.0, rect.top() - height / 2.0);
        }
    }

    /// Opens what hides an element: `<details>`, and the sheet of an event. A summary is seen even where its details are closed.
    fn open(&self, element: &Element) {
        let mut holder = element.closest("details, summary").ok().flatten();
        while let Some(each) = holder {
            let mut around = each.parent_element();
            match each.dyn_into::<HtmlDetailsElement>() {
                Ok(details) if !details.open() => {
                    details.set_open(true);
                    self.opened.borrow_mut().push(details);
                }
                Ok(_) => {}
                Err(_) => around = around.and_then(|details| details.parent_element()),
            }
            holder = around.and_then(|around| around.closest("details, summary").ok().flatten());
        }
        // The sheet of the result before would lie over this one.
        let holds = |sheet: &mut Element| sheet.contains(Some(element));
        if let Some(sheet) = self.sheet.borrow_mut().take_if(|sheet| !holds(sheet)) {
            call(&sheet, "hidePopover");
        }
        let sheet = element.closest("[popover]").ok().flatten();
        if let Some(sheet) = sheet.filter(|_| element.get_client_rects().length() == 0) {
            call(&sheet, "showPopover");
            self.sheet.replace(Some(sheet));
        }
    }

    /// Closes what the search has opened, but for what the reader has made use of.
    fn close(&self) {
        if let Some(sheet) = self.sheet.take() {
            call(&sheet, "hidePopover");
        }
        for details in self.opened.take() {
            details.set_open(false);
        }
    }
}

/// Listens for what the reader makes use of, which stays open after the search: where they click or have the focus. A
/// button beside the items (all open, all closed) is about all of them.
fn listen(root: &Element, opened: &Rc<RefCell<Vec<HtmlDetailsElement>>>) -> Vec<EventListener> {
    let listen = |kind: &'static str| {
        let opened = opened.clone();
        let used = move |event: &Event| {
            let Some(target) = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok())
            else {
                return;
            };
            let within = |selector: &str| target.closest(selector).ok().flatten();
            let of_all =
                within("button").is_some() && within("details, [data-loader=search]").is_none();
            opened
                .borrow_mut()
                .retain(|details| !of_all && !details.contains(Some(&target)));
        };
        EventListener::new(root, kind, used)
    };
    vec![listen("click"), listen("focusin")]
}
