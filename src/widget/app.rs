//! The Yew component of the widget. It listens to the DOM by itself, and renders into the places of the static HTML: Yew never takes
//! listeners off an app's root.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::gestures;
use super::listeners::{focus, listen};
use super::lit::Lit;
use super::page::Page;
use super::related::relate;
use super::search::{Found, Session, field};
use super::steps::Steps;
use super::strip::Strip;
use super::{now, share};
use crate::contract::{NOW, SEARCH, SEARCHING, SHARE, STEPS, STRIP};
use crate::timeline::scale::Move;

/// The widget.
pub struct App {
    steps: Option<Steps>,
    search: Session,
    found: Option<Found>,
    /// Whether the search field is there.
    is_searching: bool,
    /// Where the focus goes once what was asked for is rendered.
    next_focus: Option<&'static str>,
    strip: Option<Strip>,
    lit: Lit,
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
    /// The card of an item that the stylesheet has no rules for opens, or closes.
    Far(Option<String>),
    /// A button of the widget is pressed; its `data-do` says which.
    Press(String),
    /// The timeline moves.
    Move(Move),
    /// The page is scrolled.
    Scroll,
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
            steps: page.chosen().and_then(|id| Steps::new(page, &id)),
            search: Session::default(),
            found: None,
            is_searching: false,
            next_focus: None,
            strip: Strip::read(page),
            lit: Lit::read(page),
            listeners: Vec::new(),
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let page = &context.props().page;
        match message {
            Message::Choose(id) => {
                self.steps = id.as_deref().and_then(|id| Steps::new(page, id));
                let title = id.and_then(|id| page.title(&id));
                page.say(
                    title.map(|title| format!("{} {}", page.string("related-to"), title.text)),
                );
                true
            }
            Message::Far(id) => {
                relate(page, id.as_deref());
                false
            }
            Message::Press(name) => self.press(page, &name),
            Message::Move(step) => self.strip.as_mut().is_some_and(|strip| strip.go(step)),
            Message::Scroll => self.lit.update(page),
            Message::Search(words) => {
                self.found = self.search.look_for(&page.article, &words);
                true
            }
            Message::Step(is_forward) => {
                self.found = self.search.go(&page.article, is_forward);
                true
            }
            Message::EndSearch => self.search(page, false),
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
        html! {
            <>
                { portal(SHARE, share::button(page)) }
                { portal(STEPS, self.steps.as_ref().map(|steps| steps.view(page)).unwrap_or_default()) }
                { portal(SEARCH, field(page, self.is_searching, self.found)) }
                { portal(NOW, now::event(page, self.lit.last())) }
                { strip.map(|strip| portal(STRIP, strip.view(page))).unwrap_or_default() }
            </>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        let (page, link) = (&context.props().page, context.link());
        if let Some(selector) = self.next_focus.take()
            && let Some(element) = page.first(selector)
        {
            focus(&element);
        }
        if !is_first {
            return;
        }
        if let Some(surface) = page.first("[data-surface]") {
            let is_rtl = self.strip.as_ref().is_some_and(Strip::is_rtl);
            let moves = link.callback(Message::Move);
            self.listeners
                .extend(gestures::listen(surface, is_rtl, moves));
        }
        self.listeners.extend(listen(page, link.clone()));
        link.send_message(Message::Scroll);
        page.notify();
    }

    fn destroy(&mut self, _context: &Context<Self>) {
        self.search.end();
    }
}

impl App {
    fn press(&mut self, page: &Page, name: &str) -> bool {
        match name {
            "clear" => {
                // The button goes away with the choice.
                if let Some(all) = page.all_radio() {
                    focus(&all);
                    all.click();
                }
                false
            }
            "next-passage" | "previous-passage" => {
                let steps = self.steps.as_mut();
                steps.is_some_and(|steps| steps.go(name == "next-passage"))
            }
            "search" => self.search(page, true),
            "close-search" => self.search(page, false),
            "next-result" | "previous-result" => {
                self.found = self.search.go(&page.article, name == "next-result");
                true
            }
            _ => {
                let strip = self.strip.as_mut();
                strip.is_some_and(|strip| Strip::step(name).is_some_and(|step| strip.go(step)))
            }
        }
    }

    /// Opens the search field, or closes it and ends the search.
    fn search(&mut self, page: &Page, is_searching: bool) -> bool {
        if let Some(place) = page.place(SEARCH) {
            let _ = place.toggle_attribute_with_force(SEARCHING, is_searching);
        }
        match is_searching {
            true => self.search.prepare(&page.article),
            false => self.search.end(),
        }
        self.found = None;
        self.is_searching = is_searching;
        self.next_focus = Some(match is_searching {
            true => "[data-widget=search] input",
            false => "[data-widget=search] button",
        });
        true
    }
}
