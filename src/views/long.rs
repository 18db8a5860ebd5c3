//! Lists of issues, events and sections. Long ones stand in batches: browsers lay out those that are near the window and leave out
//! the rest (`style/long.css`).
//!
//! Batches and not items, since what a browser may leave out costs it a layer of its own, which it looks after in every
//! frame.

use article::{Issue, Stance};
use yew::prelude::*;

use super::island::{Island, Part};
use super::issues::issue;
use super::sections::section;
use super::timeline::event;
use super::view::ViewProps;

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

/// A part of a list: all of it, where the list is not long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// What is listed.
    pub of: Of,
    /// How many come before.
    from: usize,
    /// How many items the batch has at most; none where the list is not long.
    size: Option<usize>,
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
    let batch = |from: usize| {
        let part = Part::Batch(Batch { of, from, size });
        html! { <Island view={view.clone()} {part} key={from} /> }
    };
    let batches = (0..count).step_by(size.unwrap_or(count).max(1));
    // A list of their own: keys count for nothing among siblings that have none.
    html! { <>{ for batches.map(batch) }</> }
}

impl Batch {
    /// Whether the batch is far down a long list.
    pub fn is_far(self) -> bool {
        self.from > 0
    }

    /// The class of its element.
    pub fn class(self) -> Option<&'static str> {
        self.size
            .map(|_| if self.is_far() { "batch far" } else { "batch" })
    }

    /// What is in it.
    pub fn items(self, view: &ViewProps) -> Html {
        let article = view.edition.article();
        let (from, count) = (self.from, self.size.unwrap_or(usize::MAX));
        match self.of {
            Of::Events => {
                let events = article.events.iter().skip(from).take(count);
                events.map(|each| event(view, each)).collect()
            }
            Of::Issues(stance) => {
                let issues = article.issues.iter().filter(of_stance(stance));
                let issues = issues.skip(from).take(count);
                issues.map(|each| issue(view, each)).collect()
            }
            Of::Sections => {
                let sections = article.sections.iter().skip(from).take(count);
                sections.map(|each| section(view, each)).collect()
            }
        }
    }
}

fn of_stance(stance: Stance) -> impl Fn(&&Issue) -> bool {
    move |issue| issue.stance == stance
}
