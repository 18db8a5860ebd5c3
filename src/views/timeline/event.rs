//! An event in the list, with the issues it bears on and the words that speak of it.

use article::{Date, Event, Issue};
use yew::prelude::*;

use crate::views::date;
use crate::views::quote::quotes;
use crate::views::take;
use crate::views::view::ViewProps;

/// An event in the list.
pub fn event(view: &ViewProps, event: &Event) -> Html {
    let (edition, words) = (&view.edition, view.edition.words());
    let outline = edition.outline();
    let (lang, dir) = edition.text();
    let chosen = view.chosen.as_ref();
    let issues = outline.issues_of(event);
    let related = chosen.is_some_and(|id| issues.iter().any(|issue| issue.id == *id));
    let current = (chosen == Some(&event.id)).then_some("true");
    let class = classes!(
        "event",
        event.date.planned.then_some("planned"),
        related.then_some("related")
    );
    let mut passages = outline.passages_on(&event.id).peekable();
    html! {
        <li id={event.id.to_string()} {class} part="event" aria-current={current} key={event.id.to_string()}>
            { when(view, &event.date) }
            <@{view.edition.heading(2)} class="title" part="event-title" lang={lang.clone()} {dir}><a href={edition.fragment(&event.id)}>{ event.title.clone() }</a></@>
            if let Some(place) = &event.place {
                <p class="place" lang={lang.clone()} {dir}>{ place.name.clone() }</p>
            }
            if let Some(note) = &event.date.note {
                <p class="note" {lang} {dir}>{ note.clone() }</p>
            }
            if !issues.is_empty() {
                <p class="bears-on">{ format!("{}: ", words.bears_on) }{ links(view, &issues) }</p>
            }
            { date::provenance(&view.edition, event.source.as_ref(), event.updated.as_ref()) }
            if passages.peek().is_some() {
                <details class="words">
                    <summary>{ &words.in_the_words }</summary>
                    { quotes(view, passages) }
                </details>
            }
            <p class="takes">{ take::link(view, &event.id, &event.title) }</p>
        </li>
    }
}

/// The date of an event, and how sure it is.
fn when(view: &ViewProps, date: &Date) -> Html {
    let words = view.edition.words();
    let tags = [
        (date.planned, &words.planned),
        (date.disputed, &words.disputed),
    ];
    html! {
        <p class="when">
            if date.circa {
                { format!("{} ", words.circa) }
            }
            { date::time(&view.edition, date) }
            { for tags.into_iter().filter(|(holds, _)| *holds).map(|(_, tag)| html! {
                <>{ " " }<span class="tag">{ tag.clone() }</span></>
            }) }
        </p>
    }
}

/// The titles of issues as links, with commas between.
fn links(view: &ViewProps, issues: &[&Issue]) -> Html {
    let (lang, dir) = view.edition.text();
    let link = |(number, issue): (usize, &&Issue)| {
        html! {
            <>
                if number > 0 { { ", " } }
                <a href={view.edition.fragment(&issue.id)} lang={lang.clone()} {dir}>{ issue.title.clone() }</a>
            </>
        }
    };
    issues.iter().enumerate().map(link).collect()
}
