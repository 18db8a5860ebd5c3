//! Lists of issues, events and sections. Long ones stand in batches: browsers lay out those that are near the window and leave out
//! the rest (`style/long.css`), and of a page that was prerendered far ones are left as they are until something in
//! them changes (`far`).
//!
//! Batches and not items, since what a browser may leave out costs it a layer of its own, which it looks after in every
//! frame.

use article::{Issue, Stance};
use yew::prelude::*;

use super::issues::issue;
use super::sections::section;
use super::timeline::event;
use super::view::ViewProps;
use crate::far::use_far;

/// A list of more items than this is long. Articles of the usual length have none, so that they do not hang on guesses
/// at heights.
const LONG: usize = 50;

/// How many items a batch has: rows of two, three, four or six come out even.
const BATCH: usize = 12;

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The events.
    Events,
    /// The issues of a stance.
    Issues(Stance),
    /// The sections of the text.
    Sections,
}

/// What a batch is given.
#[derive(Clone, PartialEq, Properties)]
pub struct BatchProps {
    /// What every view is given.
    pub view: ViewProps,
    /// What is listed.
    pub of: Of,
    /// How many come before.
    pub from: usize,
    /// Whether what is in the batch is meant, and not the batch around it: that is what is taken over by itself.
    #[prop_or_default]
    pub inside: bool,
}

impl BatchProps {
    /// What is in the batch.
    pub fn inside(&self) -> Self {
        BatchProps {
            inside: true,
            ..self.clone()
        }
    }
}

/// A list, in batches where it is long.
pub fn list(view: &ViewProps, of: Of) -> Html {
    let article = view.edition.article();
    let (all, count) = match of {
        Of::Events => (article.events.len(), article.events.len()),
        Of::Issues(stance) => (
            article.issues.len(),
            article.issues.iter().filter(of_stance(stance)).count(),
        ),
        Of::Sections => (article.sections.len(), article.sections.len()),
    };
    if all <= LONG {
        let items = items(view, of, (0, count));
        return match of {
            Of::Events => html! { <ol>{ items }</ol> },
            Of::Issues(_) | Of::Sections => items,
        };
    }
    let far = |from: usize| html! { <Batch view={view.clone()} {of} {from} key={from} /> };
    html! {
        <>
            { around(of, "batch", NodeRef::default(), items(view, of, (0, BATCH))) }
            { for (BATCH..count).step_by(BATCH).map(far) }
        </>
    }
}

/// So many items after so many others.
fn items(view: &ViewProps, of: Of, (from, count): (usize, usize)) -> Html {
    let (article, outline) = (view.edition.article(), view.edition.outline());
    match of {
        Of::Events => {
            let events = article.events.iter().skip(from).take(count);
            events.map(|each| event(view, &outline, each)).collect()
        }
        Of::Issues(stance) => {
            let issues = article.issues.iter().filter(of_stance(stance));
            let issues = issues.skip(from).take(count);
            issues.map(|each| issue(view, &outline, each)).collect()
        }
        Of::Sections => {
            let sections = article.sections.iter().skip(from).take(count);
            sections.map(|each| section(view, each)).collect()
        }
    }
}

fn of_stance(stance: Stance) -> impl Fn(&&Issue) -> bool {
    move |issue| issue.stance == stance
}

/// The element of a batch.
fn around(of: Of, class: &'static str, host: NodeRef, items: Html) -> Html {
    match of {
        Of::Events => html! { <ol ref={host} {class}>{ items }</ol> },
        Of::Issues(_) | Of::Sections => html! { <div ref={host} {class}>{ items }</div> },
    }
}

/// A batch far down, or what is in it.
#[component]
pub fn Batch(batch: &BatchProps) -> Html {
    let host = use_node_ref();
    let is_rendered = use_far(&host, batch);
    if batch.inside {
        return items(&batch.view, batch.of, (batch.from, BATCH));
    }
    let inside = is_rendered.then(|| html! { <Batch ..batch.inside() /> });
    around(batch.of, "batch far", host, inside.unwrap_or_default())
}
