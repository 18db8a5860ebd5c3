//! Lists of issues, events and sections, each in a batch that is taken over by itself where it was prerendered (`islands`). Long
//! ones stand in several: browsers lay out those that are near the window and leave out the rest (`style/long.css`), and
//! far ones stay as they were prerendered until something in them changes.
//!
//! Batches and not items, since what a browser may leave out costs it a layer of its own, which it looks after in every
//! frame.

use article::{Issue, Stance};
use yew::prelude::*;

use super::issues::issue;
use super::sections::section;
use super::timeline::event;
use super::view::ViewProps;
use crate::islands::{UNSTAMPED, use_island};

/// A list of more items than this is long. Others are one batch, so that articles of the usual length do not hang on guesses at
/// heights.
const LONG: usize = 50;

/// How many items a batch of a long list has: rows of two, three, four or six come out even.
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
    /// How many items the batch has at most; none where the list is not long.
    pub size: Option<usize>,
    /// Whether what is in the batch is meant, and not the batch around it: that is what is taken over by itself.
    #[prop_or_default]
    pub inside: bool,
}

impl BatchProps {
    /// Whether the batch is far down a long list.
    pub fn is_far(&self) -> bool {
        self.from > 0
    }

    /// What is in the batch.
    pub fn inside(&self) -> Self {
        BatchProps {
            inside: true,
            ..self.clone()
        }
    }
}

/// A list, in several batches where it is long.
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
    let size = (all > LONG).then_some(BATCH);
    let batch = |from: usize| html! { <Batch view={view.clone()} {of} {from} {size} key={from} /> };
    let batches = (0..count).step_by(size.unwrap_or(count).max(1));
    // A list of their own: keys count for nothing among siblings that have none.
    html! { <>{ for batches.map(batch) }</> }
}

/// What is in a batch.
fn items(batch: &BatchProps) -> Html {
    let view = &batch.view;
    let (article, outline) = (view.edition.article(), view.edition.outline());
    let (from, count) = (batch.from, batch.size.unwrap_or(usize::MAX));
    match batch.of {
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

/// A batch, or what is in it.
#[component]
pub fn Batch(batch: &BatchProps) -> Html {
    let host = use_node_ref();
    let is_rendered = use_island(&host, batch);
    if batch.inside {
        return items(batch);
    }
    let items = is_rendered.then(|| html! { <Batch ..batch.inside() /> });
    let items = items.unwrap_or_default();
    let class = batch
        .size
        .map(|_| if batch.is_far() { "batch far" } else { "batch" });
    match batch.of {
        Of::Events => html! { <ol ref={host} {class} data-stamp={UNSTAMPED}>{ items }</ol> },
        Of::Issues(_) | Of::Sections => {
            html! { <div ref={host} {class} data-stamp={UNSTAMPED}>{ items }</div> }
        }
    }
}
