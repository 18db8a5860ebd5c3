//! The bar at the lower edge of narrow pages: where the reader is on the timeline, and the button that opens it.

use yew::prelude::*;

use super::classes::{MANY_EVENTS, numbered};
use crate::edition::Edition;

/// The bar; nothing where there are no events.
pub fn dock(edition: &Edition) -> Html {
    let events = &edition.article().events;
    let (Some(first), Some(last)) = (events.first(), events.last()) else {
        return Html::default();
    };
    let mut ends = vec![edition.label(&first.date), edition.label(&last.date)];
    ends.dedup();
    let (lang, dir) = edition.text();
    html! {
        <div class="dock" part="dock" data-skip="">
            if events.len() <= MANY_EVENTS {
                <span class="dots" aria-hidden="true">
                    { for (1..).zip(events).map(|(number, event)| html! {
                        <i class={classes!(event.date.planned.then_some("planned"), numbered('s', number))}></i>
                    }) }
                </span>
            }
            <span class="now"><span data-loader="now" {lang} {dir}></span><span class="ends">{ ends.join(" – ") }</span></span>
            { opener(edition) }
        </div>
    }
}

/// The button that opens the list of events.
pub fn opener(edition: &Edition) -> Html {
    html! {
        <button type="button" class="opener" data-intent="" popovertarget={edition.id("_events")}>{ &edition.words().timeline }</button>
    }
}
