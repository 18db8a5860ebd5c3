//! Dates, and where something can be read up and when it was changed.

use article::{Date, Url};
use yew::prelude::*;

use crate::edition::Edition;

/// The date of an event, as [`time`], where the widget finds it.
pub fn when(edition: &Edition, date: &Date) -> Html {
    let label = date.label(edition.language());
    match date.start.datetime() {
        Some(datetime) => html! { <time {datetime} data-when="">{ label }</time> },
        None => html! { <span data-when="">{ label }</span> },
    }
}

/// A date as it is written in the interface's language. A span is dated by its first day, and a year before the common
/// era by nothing: HTML knows none.
pub fn time(edition: &Edition, date: &Date) -> Html {
    let label = date.label(edition.language());
    match date.start.datetime() {
        Some(datetime) => html! { <time {datetime}>{ label }</time> },
        None => html! { <span>{ label }</span> },
    }
}

/// Where an item can be read up and when it was changed, where it says so.
pub fn provenance(edition: &Edition, source: Option<&Url>, updated: Option<&Date>) -> Html {
    let words = edition.words();
    html! {
        if source.is_some() || updated.is_some() {
            <p class="provenance">
                if let Some(date) = updated {
                    { format!("{}: ", words.updated) }{ time(edition, date) }{ " " }
                }
                if let Some(url) = source {
                    <a href={url.as_str().to_owned()}>{ &words.source }</a>
                }
            </p>
        }
    }
}
