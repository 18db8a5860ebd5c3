//! The card of an issue or an event: what is at stake, who says what, when. There is one of each. It is in its `<details>` or
//! station, and the same element opens as a sheet (popover) from notes, stations and pins.

use article::{Event, Issue};
use yew::prelude::*;

use super::classes::{MOST_MARKS, numbered};
use super::date;
use super::quote::quotes;
use crate::edition::Edition;

/// The card of an issue, `number` among the marks.
pub fn issue(edition: &Edition, issue: &Issue, number: usize) -> Html {
    let (lang, dir) = edition.text();
    let events = edition.outline().events_of(issue);
    let title =
        html! { <p class="card-title" data-skip="" {lang} {dir}>{ issue.title.clone() }</p> };
    let content = html! {
        <>
            { for issue.summary.iter().map(|summary| stake(edition, summary)) }
            { quotes(edition, &issue.id) }
            if !events.is_empty() {
                <p class="related-label" data-skip="">{ &edition.words().events }</p>
                <ul class="related" data-skip="">
                    { for events.iter().map(|event| html! {
                        <li>{ opener(edition, &event.id, &event.title, None) }{ " " }{ date::time(edition, &event.date) }</li>
                    }) }
                </ul>
            }
            { date::provenance(edition, issue.source.as_ref(), issue.updated.as_ref()) }
        </>
    };
    let kind = Kind {
        part: "issue-panel",
        class: issue.stance.name(),
    };
    card(edition, kind, number, &issue.title, title, content)
}

/// The card of an event, `number` among the marks.
pub fn event(edition: &Edition, event: &Event, number: usize) -> Html {
    let (lang, dir) = edition.text();
    let issues = edition.outline().issues_of(event);
    let title = html! {
        <>
            { date::when(edition, &event.date) }
            <p class="card-title" data-skip="" lang={lang.clone()} {dir}>{ event.title.clone() }</p>
            if let Some(place) = &event.place {
                <p class="place" lang={lang.clone()} {dir}>{ place.name.clone() }</p>
            }
            if let Some(note) = &event.date.note {
                <p class="date-note" {lang} {dir}>{ note.clone() }</p>
            }
        </>
    };
    let content = html! {
        <>
            { quotes(edition, &event.id) }
            if !issues.is_empty() {
                <p class="related-label" data-skip="">{ &edition.words().bears_on }</p>
                <ul class="related" data-skip="">
                    { for issues.iter().map(|issue| html! {
                        <li>{ opener(edition, &issue.id, &issue.title, Some(issue.stance.name())) }</li>
                    }) }
                </ul>
            }
            { date::provenance(edition, event.source.as_ref(), event.updated.as_ref()) }
        </>
    };
    let kind = Kind {
        part: "event-panel",
        class: "dated",
    };
    card(edition, kind, number, &event.title, title, content)
}

/// What tells the cards of issues and events apart.
struct Kind {
    part: &'static str,
    class: &'static str,
}

/// The id of the card of a mark.
pub fn id(edition: &Edition, number: usize) -> String {
    edition.id(format_args!("_card-{number}"))
}

/// The button that closes a popover.
pub fn close(edition: &Edition, id: &str) -> Html {
    html! {
        <button type="button" class="close" popovertarget={id.to_owned()} popovertargetaction="hide" aria-label={edition.words().close.clone()}></button>
    }
}

fn card(
    edition: &Edition,
    Kind { part, class }: Kind,
    number: usize,
    name: &str,
    title: Html,
    content: Html,
) -> Html {
    let id = id(edition, number);
    let own = (number <= MOST_MARKS).then(|| numbered('c', number));
    let far = own.is_none().then_some("");
    html! {
        <div popover="" id={id.clone()} class={classes!("card", own, class)} {part} data-far={far} role="group" aria-label={name.to_owned()}>
            { close(edition, &id) }
            { title }
            { content }
        </div>
    }
}

fn stake(edition: &Edition, summary: &str) -> Html {
    html! { <p class="stake" lang={edition.text_lang()} dir={edition.text_dir()}>{ summary.to_owned() }</p> }
}

/// The button that opens the card of another mark.
fn opener(
    edition: &Edition,
    mark: &article::Id,
    title: &str,
    stance: Option<&'static str>,
) -> Html {
    let number = edition.outline().mark(mark).map_or(0, |mark| mark.number);
    let (lang, dir) = edition.text();
    html! {
        <button type="button" class={classes!("open", stance)} popovertarget={id(edition, number)} {lang} {dir}>{ title.to_owned() }</button>
    }
}
