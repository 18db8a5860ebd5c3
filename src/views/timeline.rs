//! The timeline: the events in order of time, each with the issues it bears on.

use article::{Date, Event, Issue, Outline};
use yew::prelude::*;

use super::date;
use super::quote::quotes;
use super::view::ViewProps;

/// The events of the article.
#[component]
pub fn Timeline(view: &ViewProps) -> Html {
    let (article, words) = (view.edition.article(), view.edition.words());
    let outline = view.edition.outline();
    html! {
        <section class="timeline" part="timeline" aria-labelledby="_timeline" hidden={article.events.is_empty()}>
            <h3 id="_timeline">{ words.timeline }</h3>
            <ol>{ for article.events.iter().map(|each| event(view, &outline, each)) }</ol>
        </section>
    }
}

fn event(view: &ViewProps, outline: &Outline<'_>, event: &Event) -> Html {
    let (edition, words) = (&view.edition, view.edition.words());
    let lang = edition.text_lang();
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
            <h4 lang={lang.clone()}><a href={edition.fragment(&event.id)}>{ event.title.clone() }</a></h4>
            if let Some(place) = &event.place {
                <p class="place" lang={lang.clone()}>{ place.name.clone() }</p>
            }
            if let Some(note) = &event.date.note {
                <p class="note" {lang}>{ note.clone() }</p>
            }
            if !issues.is_empty() {
                <p class="bears-on">{ format!("{}: ", words.bears_on) }{ links(view, &issues) }</p>
            }
            { date::provenance(&view.edition, event.source.as_ref(), event.updated.as_ref()) }
            if passages.peek().is_some() {
                <details class="words">
                    <summary>{ words.in_the_words }</summary>
                    { quotes(view, passages) }
                </details>
            }
        </li>
    }
}

/// The date of an event, and how sure it is.
fn when(view: &ViewProps, date: &Date) -> Html {
    let words = view.edition.words();
    let tags = [
        (date.planned, words.planned),
        (date.disputed, words.disputed),
    ];
    html! {
        <p class="when">
            if date.circa {
                { format!("{} ", words.circa) }
            }
            { date::time(&view.edition, date) }
            { for tags.into_iter().filter(|(holds, _)| *holds).map(|(_, tag)| html! {
                <>{ " " }<span class="tag">{ tag }</span></>
            }) }
        </p>
    }
}

/// The titles of issues as links, with commas between.
fn links(view: &ViewProps, issues: &[&Issue]) -> Html {
    let lang = view.edition.text_lang();
    let link = |(number, issue): (usize, &&Issue)| {
        html! {
            <>
                if number > 0 { { ", " } }
                <a href={view.edition.fragment(&issue.id)} lang={lang.clone()}>{ issue.title.clone() }</a>
            </>
        }
    };
    issues.iter().enumerate().map(link).collect()
}
