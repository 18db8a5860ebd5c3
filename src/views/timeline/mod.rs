//! The ribbon: the timeline and the filter, which stay at the top. Few events are stations at equal distances; many are a histogram.
//! Its radio buttons, all of one group, are one Tab stop with arrow keys.
//!
//! The list of stations is a popover too: on narrow pages, and where there are many events, it opens as a sheet.
//!
//! ```text
//! event      an event: its station and its card
//! periods    how many events there are in each period
//! ```

mod event;
mod periods;

use yew::prelude::*;

use super::card::close;
use super::classes::{MANY_EVENTS, numbered};
use super::dock::opener;
use crate::edition::Edition;

/// The ribbon; nothing where there are neither events nor issues.
pub fn timeline(edition: &Edition) -> Html {
    let (article, words) = (edition.article(), edition.words());
    let (events, issues) = (&article.events, &article.issues);
    if events.is_empty() && issues.is_empty() {
        return Html::default();
    }
    let label = if events.is_empty() {
        &words.filter
    } else {
        &words.timeline
    };
    let class = classes!(
        "timeline",
        events.is_empty().then_some("bare"),
        issues.is_empty().then_some("plain")
    );
    let is_long = events.len() > MANY_EVENTS;
    html! {
        <section {class} part="timeline" data-intent="" aria-label={label.clone()}>
            if !events.is_empty() {
                { for is_long.then(|| periods::histogram(edition)) }
                { list(edition, is_long) }
            }
            <div class="filter" data-skip="">
                <div class="chips" role="radiogroup" aria-label={words.filter.clone()} tabindex="-1">
                    { chip(edition, 0, &words.all, None) }
                    { for (1..).zip(issues).map(|(number, issue)| {
                        chip(edition, number, &issue.title, Some((issue.id.as_str(), issue.stance.name())))
                    }) }
                </div>
                <div class="tools">
                    <div data-widget="steps"></div>
                    { for is_long.then(|| opener(edition)) }
                    <div data-loader="search"></div>
                </div>
            </div>
            <div class="read"></div>
        </section>
    }
}

/// The list of events, with the place of the drawing in proportion to time where there are many.
fn list(edition: &Edition, is_long: bool) -> Html {
    let events = &edition.article().events;
    let longest = events.iter().map(|event| event.title.chars().count()).max();
    let longest = longest.unwrap_or_default();
    let class = classes!(
        "stations",
        (longest > 52).then_some("wide"),
        (longest > 75).then_some("wider"),
        (longest > 100).then_some("widest")
    );
    let id = edition.id("_events");
    html! {
        <div popover="" id={id.clone()} class="events" part="timeline-list">
            { close(edition, &id) }
            if is_long {
                <div data-widget="strip"></div>
            }
            <ol {class}>{ for events.iter().enumerate().map(|(at, each)| event::station(edition, each, at, is_long)) }</ol>
        </div>
    }
}

/// A radio button of the filter; the one of nothing, 0, is checked at first.
fn radio(edition: &Edition, number: usize, id: Option<&str>) -> Html {
    html! {
        <input type="radio" name={edition.id("_filter")} class={classes!("f", numbered('f', number))} data-id={id.map(str::to_owned)} checked={number == 0} />
    }
}

fn chip(
    edition: &Edition,
    number: usize,
    label: &str,
    issue: Option<(&str, &'static str)>,
) -> Html {
    let (lang, dir) = match issue {
        Some(_) => edition.text(),
        None => (None, None),
    };
    html! {
        <label class={classes!("chip", issue.map(|(_, stance)| stance))} part="chip" {lang} {dir}>
            { radio(edition, number, issue.map(|(id, _)| id)) }
            <span>{ label.to_owned() }</span>
        </label>
    }
}
