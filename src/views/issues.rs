//! The issues by stance, each with the passages that bear on it and its events.

use article::{Issue, Stance};
use yew::prelude::*;

use super::date;
use super::long::{Of, list};
use super::quote::quotes;
use super::take;
use super::view::{ViewProps, expand_all};
use crate::expand::use_all_open;

/// The issues of the article.
#[component]
pub fn Issues(view: &ViewProps) -> Html {
    let (article, words) = (view.edition.article(), view.edition.words());
    let section = use_node_ref();
    let (all_open, toggle) = use_all_open(&section, "issue", false);
    html! {
        <section ref={section} class="issues" part="issues" aria-labelledby="_issues" hidden={article.issues.is_empty()}>
            <div class="head">
                <@{view.edition.heading(1)} id="_issues" class="heading">{ &words.issues }</@>
                { expand_all(view, all_open, toggle) }
            </div>
            { for Stance::ALL.into_iter().filter_map(|each| stance(view, each)) }
        </section>
    }
}

fn stance(view: &ViewProps, stance: Stance) -> Option<Html> {
    let article = view.edition.article();
    if !article.issues.iter().any(|issue| issue.stance == stance) {
        return None;
    }
    let label = view
        .edition
        .words()
        .stance(stance, &article.labels)
        .to_owned();
    Some(html! {
        <div class={classes!("stance", stance.name())} key={stance.name()}>
            <@{view.edition.heading(2)} class="stance-label">{ label }</@>
            { list(view, Of::Issues(stance)) }
        </div>
    })
}

/// An issue, with the passages that bear on it and its events.
pub fn issue(view: &ViewProps, issue: &Issue) -> Html {
    let (edition, words) = (&view.edition, view.edition.words());
    let outline = edition.outline();
    let (lang, dir) = edition.text();
    let chosen = view.chosen.as_ref();
    let events = outline.events_of(issue);
    let related = chosen.and_then(|id| events.iter().find(|event| event.id == *id));
    let current = (chosen == Some(&issue.id)).then_some("true");
    let id = issue.id.to_string();
    html! {
        <details {id} class={classes!("issue", related.map(|_| "related"))} part="issue" aria-current={current} open={view.opens(&issue.id, false)} key={issue.id.to_string()}>
            <summary part="issue-summary">
                <@{view.edition.heading(3)} class="title" part="issue-title" lang={lang.clone()} {dir}>{ issue.title.clone() }</@>
                if let Some(summary) = &issue.summary {
                    <p class="stake" lang={lang.clone()} {dir}>{ summary.clone() }</p>
                }
                if let Some(date) = &issue.updated {
                    <p class="tag">{ format!("{}: ", words.updated) }{ date::time(edition, date) }</p>
                }
                if let Some(event) = related {
                    <p class="tag">
                        { format!("{}: ", words.related_to) }<span lang={lang.clone()} {dir}>{ event.title.clone() }</span>
                    </p>
                }
            </summary>
            <div class="panel" part="issue-panel">
                { quotes(view, outline.passages_on(&issue.id)) }
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
                <p class="takes">{ take::link(view, &issue.id, &issue.title) }</p>
            </div>
        </details>
    }
}
