//! The Yew component of the widget. It listens to the DOM by itself, and renders into the places of the static HTML: Yew never takes
//! listeners off an app's root.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::choice;
use super::gestures;
use super::listeners::listen;
use super::page::Page;
use super::places::Places;
use super::related::relate;
use super::reveal::glance;
use super::search::{Found, Session, field};
use super::strip::Strip;
use crate::contract::{CHOICE, DRAWING, SEARCH, SEARCHING, STRIP};
use crate::timeline::scale::Move;

/// The widget.
pub struct App {
    chosen: Option<String>,
    /// The passage whose issues and events are shown.
    pointed: Option<String>,
    search: Session,
    found: Option<Found>,
    strip: Option<Strip>,
    places: Rc<RefCell<Places>>,
    listeners: Vec<EventListener>,
}

/// What the widget works on.
#[derive(Clone, Properties)]
pub struct Props {
    /// The static HTML.
    pub page: Rc<Page>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

/// What happens to the widget.
pub enum Message {
    /// An issue or event is chosen, or none.
    Choose(Option<String>),
    /// The focus or a finger is on a passage, or on none.
    Point(Option<String>),
    /// A button of the widget is pressed; its `data-do` says which.
    Press(String),
    /// The timeline moves.
    Move(Move),
    /// The search field has the focus.
    Prepare,
    /// Something else is searched for.
    Search(String),
    /// The search goes to the next result, or the previous one.
    Step(bool),
    /// The search is over.
    EndSearch,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let page = &context.props().page;
        App {
            chosen: None,
            pointed: None,
            search: Session::default(),
            found: None,
            strip: Strip::read(page),
            places: Rc::default(),
            listeners: Vec::new(),
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let page = &context.props().page;
        match message {
            Message::Choose(id) => self.choose(page, id),
            Message::Point(passage) => {
                let is_other = self.pointed != passage;
                self.pointed = passage;
                is_other
            }
            Message::Press(name) => self.press(page, &name),
            Message::Move(step) => self.strip.as_mut().is_some_and(|strip| strip.go(step)),
            Message::Prepare => {
                self.search.prepare(&page.article);
                false
            }
            Message::Search(words) => {
                self.found = self.search.look_for(&page.article, &words);
                self.searching(page)
            }
            Message::Step(is_forward) => {
                self.found = self.search.go(&page.article, is_forward);
                true
            }
            Message::EndSearch => {
                self.search.end();
                self.found = None;
                self.searching(page)
            }
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let page = &context.props().page;
        let portal = |place: &str, html: Html| {
            page.place(place)
                .map(|place| create_portal(html, place))
                .unwrap_or_default()
        };
        let strip = self.strip.as_ref();
        let strip = strip.map(|strip| portal(STRIP, strip.view(page, self.chosen.as_deref())));
        html! {
            <>
                { portal(SEARCH, field(page, self.found)) }
                { portal(CHOICE, choice::bar(page, self.chosen.as_deref(), self.pointed.as_deref())) }
                { strip.unwrap_or_default() }
            </>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        if !is_first {
            return;
        }
        let (page, link) = (&context.props().page, context.link());
        if let Some(surface) = page.first("[data-surface]") {
            let is_rtl = self.strip.as_ref().is_some_and(Strip::is_rtl);
            self.listeners.extend(gestures::listen(
                surface,
                is_rtl,
                link.callback(Message::Move),
            ));
            // It gives its place to the one that can be moved.
            if let Some(drawing) = page.first(&format!("[{DRAWING}]")) {
                let _ = drawing.set_attribute("hidden", "");
            }
        }
        self.listeners
            .extend(listen(page, &self.places, link.clone()));
        page.notify("ready", None);
    }

    fn destroy(&mut self, _context: &Context<Self>) {
        self.search.end();
    }
}

impl App {
    /// Chooses an item, or lets go of it; marks what bears on it and tells the page.
    fn choose(&mut self, page: &Page, id: Option<String>) -> bool {
        if self.chosen == id {
            return false;
        }
        self.chosen = id;
        let chosen = self.chosen.as_deref();
        relate(page, chosen);
        if let (Some(strip), Some(id)) = (&mut self.strip, chosen) {
            strip.show(id);
        }
        page.notify("select", chosen);
        true
    }

    fn press(&mut self, page: &Page, name: &str) -> bool {
        match name {
            "clear" => self.choose(page, None),
            "next-result" | "previous-result" => {
                self.found = self.search.go(&page.article, name == "next-result");
                true
            }
            "next-event" | "previous-event" => {
                let strip = self.strip.as_ref();
                let chosen = self.chosen.as_deref();
                let id = strip.and_then(|strip| strip.neighbour(chosen, name == "next-event"));
                let Some(id) = id.map(str::to_owned) else {
                    return false;
                };
                glance(page, &id);
                self.choose(page, Some(id))
            }
            _ => self
                .strip
                .as_mut()
                .is_some_and(|strip| Strip::step(name).is_some_and(|step| strip.go(step))),
        }
    }

    /// Says on the place of the search whether it is in use.
    fn searching(&self, page: &Page) -> bool {
        if let Some(place) = page.place(SEARCH) {
            let _ = place.toggle_attribute_with_force(SEARCHING, self.found.is_some());
        }
        true
    }
}
