//! The Yew component of the widget. It listens to the DOM by itself, and renders into the places of the static HTML: Yew never takes
//! listeners off an app's root.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::gestures;
use super::listeners::{focus, listen};
use super::page::Page;
use super::related::relate;
use super::search::{Found, Session, results};
use super::steps::Steps;
use super::strip::Strip;
use crate::contract::{FOUND, STEPS, STRIP};
use crate::timeline::scale::Move;

/// The widget.
pub struct App {
    steps: Option<Steps>,
    search: Session,
    found: Option<Found>,
    strip: Option<Strip>,
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
    /// The search field is about to be used.
    Prepare,
    /// Something else is searched for; nothing ends the search.
    Search(String),
    /// The search goes to the next result, or the previous one.
    Step(bool),
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
            strip: Strip::read(page),
            listeners: Vec::new(),
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let page = &context.props().page;
        match message {
            Message::Choose(id) => {
                self.steps = id.as_deref().and_then(|id| Steps::new(page, id));
                announce(page, id);
                true
            }
            Message::Far(id) => {
                relate(page, id.as_deref());
                false
            }
            Message::Press(name) => self.press(page, &name),
            Message::Move(step) => self.strip.as_mut().is_some_and(|strip| strip.go(step)),
            Message::Prepare => {
                self.search.prepare(&page.article);
                // The results have a place as long as the field is there.
                true
            }
            Message::Search(words) => {
                self.found = self.search.look_for(&page.article, &words);
                true
            }
            Message::Step(is_forward) => {
                self.found = self.search.go(&page.article, is_forward);
                true
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
        html! {
            <>
                { portal(STEPS, self.steps.as_ref().map(|steps| steps.view(page)).unwrap_or_default()) }
                { portal(FOUND, results(page, self.found)) }
                { strip.map(|strip| portal(STRIP, strip.view(page))).unwrap_or_default() }
            </>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        let (page, link) = (&context.props().page, context.link());
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
        // What the reader did before the widget was there.
        announce(page, page.chosen());
        if let Some(field) = page.search_field() {
            link.send_message(Message::Prepare);
            link.send_message(Message::Search(field.value()));
        }
        relate(page, page.open_far_item().as_deref());
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
}

/// Says what is chosen now.
fn announce(page: &Page, id: Option<String>) {
    let title = id.and_then(|id| page.title(&id));
    page.say(title.map(|title| format!("{} {}", page.string("related-to"), title.text)));
}
