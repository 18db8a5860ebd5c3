//! Lists of issues, events and sections. Long ones stand in batches: browsers lay out those that are near the window and leave out
//! the rest (`style/long.css`).
//!
//! Batches and not items, since what a browser may leave out costs it a layer of its own, which it looks after in every
//! frame.

use article::Stance;
use yew::prelude::*;

use super::issues::issue;
use super::sections::section;
use super::timeline::event;
use crate::edition::Edition;

/// A list of more items than this is long. Others are one batch, so that articles of the usual length do not hang on guesses at
/// heights.
const LONG: usize = 50;

/// How many items a batch of a long list has: rows of two, three, four or six come out even.
const BATCH: usize = 12;

/// What is listed.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// The events.
    Events,
    /// The issues of a stance.
    Issues(Stance),
    /// The sections of the text.
    Sections,
}

/// A list, in several batches where it is long.
pub fn list(edition: &Edition, of: Of) -> Html {
    let article = edition.article();
    let (all, items): (usize, Vec<Html>) = match of {
        Of::Events => {
            let events = article.events.iter().map(|each| event(edition, each));
            (article.events.len(), events.collect())
        }
        Of::Issues(stance) => {
            let issues = article.issues.iter();
            let issues = issues.filter(|issue| issue.stance == stance);
            let issues = issues.map(|each| issue(edition, each));
            (article.issues.len(), issues.collect())
        }
        Of::Sections => {
            let sections = article.sections.iter();
            let sections = sections.map(|each| section(edition, each));
            (article.sections.len(), sections.collect())
        }
    };
    let is_long = all > LONG;
    let size = if is_long { BATCH } else { items.len().max(1) };
    let batches = items.chunks(size).enumerate().map(|(number, items)| {
        let class = match number {
            _ if !is_long => None,
            0 => Some("batch"),
            _ => Some("batch far"),
        };
        let items = items.to_vec();
        match of {
            Of::Events => html! { <ol {class}>{ for items }</ol> },
            _ => html! { <div {class}>{ for items }</div> },
        }
    });
    batches.collect()
}
