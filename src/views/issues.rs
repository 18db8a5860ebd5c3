//! The issues by stance, each with the passages that bear on it and its events.

use article::{Issue, Stance};
use yew::prelude::*;

use super::action;
use super::date;
use super::long::{Of, list};
use super::prose;
use super::quote::quotes;
use crate::edition::Edition;

/// The issues of the article.
pub fn issues(edition: &Edition) -> Html {
    let (article, words) = (edition.article(), edition.words());
    html! {
        <section class="issues" part="issues" aria-labelledby="_issues" hidden={article.issues.is_empty()}>
            <div class="head">
                <@{edition.heading(1)} id="_issues" class="heading">{ &words.issues }</@>
                { action::expand(edition, "issue", false) }
            </div>
            { for Stance::ALL.into_iter().filter_map(|each| stance(edition, each)) }
        </section>
    }
}

fn stance(edition: &Edition, stance: Stance) -> Option<Html> {
    let article = edition.article();
    if !article.issues.iter().any(|issue| issue.stance == stance) {
        return None;
    }
    let label = edition.words().stance(stance, &article.labels).to_owned();
    Some(html! {
        <div class={classes!("stance", stance.name())}>
            <@{edition.heading(2)} class="stance-label">{ label }</@>
            { list(edition, Of::Issues(stance)) }
        </div>
    })
}

/// An issue, with the passages that bear on it and its events.
pub fn issue(edition: &Edition, issue: &Issue) -> Html {
    let words = edition.words();
    let outline = edition.outline();
    let (lang, dir) = edition.text();
    let events = outline.events_of(issue);
    let id = issue.id.to_string();
    html! {
        <details {id} class="issue" part="issue" data-item="issue" open={edition.opens(&issue.id)}>
            <summary part="issue-summary" data-marks={prose::ids(events.iter().map(|event| &event.id))}>
                <@{edition.heading(3)} class="title" part="issue-title" data-title="" lang={lang.clone()} {dir}>{ issue.title.clone() }</@>
                if let Some(summary) = &issue.summary {
                    <p class="stake" lang={lang.clone()} {dir}>{ summary.clone() }</p>
                }
                if let Some(date) = &issue.updated {
                    <p class="tag">{ format!("{}: ", words.updated) }{ date::time(edition, date) }</p>
                }
            </summary>
            <div class="panel" part="issue-panel">
                { quotes(edition, outline.passages_on(&issue.id)) }
                { date::provenance(edition, issue.source.as_ref(), None) }
                if !events.is_empty() {
                    <p class="events-of">{ &words.events }</p>
                    <ul class="events-of">
                        { for events.iter().map(|event| html! {
                            <li>
                                <a href={edition.fragment(&event.id)} lang={lang.clone()} {dir}>{ event.title.clone() }</a>
                                { ", " }
                                { date::time(edition, &event.date) }
                            </li>
                        }) }
                    </ul>
                }
                <p class="takes">{ action::link(edition, &issue.id, &issue.title) }</p>
            </div>
        </details>
    }
}
