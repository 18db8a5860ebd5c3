//! An event in the list, with the issues it bears on and the words that speak of it.

use article::{Date, Event, Issue};
use yew::prelude::*;

use crate::edition::Edition;
use crate::timeline;
use crate::views::action;
use crate::views::date;
use crate::views::prose;
use crate::views::quote::quotes;

/// An event in the list.
pub fn event(edition: &Edition, event: &Event) -> Html {
    let words = edition.words();
    let outline = edition.outline();
    let (lang, dir) = edition.text();
    let issues = outline.issues_of(event);
    let class = classes!("event", event.date.planned.then_some("planned"));
    let time = timeline::Event::of(event, edition.language()).encoded();
    let marks = prose::ids(issues.iter().map(|issue| &issue.id));
    let mut passages = outline.passages_on(&event.id).peekable();
    html! {
        <li id={event.id.to_string()} {class} part="event" data-item="event" data-time={time} data-marks={marks}>
            { when(edition, &event.date) }
            <@{edition.heading(2)} class="title" part="event-title" data-title="" lang={lang.clone()} {dir}><a href={edition.fragment(&event.id)}>{ event.title.clone() }</a></@>
            if let Some(place) = &event.place {
                <p class="place" lang={lang.clone()} {dir}>{ place.name.clone() }</p>
            }
            if let Some(note) = &event.date.note {
                <p class="note" {lang} {dir}>{ note.clone() }</p>
            }
            if !issues.is_empty() {
                <p class="bears-on">{ format!("{}: ", words.bears_on) }{ links(edition, &issues) }</p>
            }
            { date::provenance(edition, event.source.as_ref(), event.updated.as_ref()) }
            if passages.peek().is_some() {
                <details class="words">
                    <summary>{ &words.in_the_words }</summary>
                    { quotes(edition, passages) }
                </details>
            }
            <p class="takes">{ action::link(edition, &event.id, &event.title) }</p>
        </li>
    }
}

/// The date of an event, and how sure it is.
fn when(edition: &Edition, date: &Date) -> Html {
    let words = edition.words();
    let tags = [
        (date.planned, &words.planned),
        (date.disputed, &words.disputed),
    ];
    html! {
        <p class="when">
            if date.circa {
                { format!("{} ", words.circa) }
            }
            { date::when(edition, date) }
            { for tags.into_iter().filter(|(holds, _)| *holds).map(|(_, tag)| html! {
                <>{ " " }<span class="tag">{ tag.clone() }</span></>
            }) }
        </p>
    }
}

/// The titles of issues as links, with commas between.
fn links(edition: &Edition, issues: &[&Issue]) -> Html {
    let (lang, dir) = edition.text();
    let link = |(number, issue): (usize, &&Issue)| {
        html! {
            <>
                if number > 0 { { ", " } }
                <a href={edition.fragment(&issue.id)} lang={lang.clone()} {dir}>{ issue.title.clone() }</a>
            </>
        }
    };
    issues.iter().enumerate().map(link).collect()
}
