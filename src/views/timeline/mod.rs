//! The timeline: the events in order of time.
//!
//! ```text
//! event      an event in the list, which everyone has
//! drawn      the drawing in proportion to time, where there is room for one
//! ```

mod drawn;
mod event;

use yew::prelude::*;

use super::long::{Of, list};
use crate::edition::Edition;
use drawn::drawn;
pub use event::event;

/// With more events than this the list scrolls by itself beside the drawing.
const MANY: usize = 24;

/// The events of the article.
pub fn timeline(edition: &Edition) -> Html {
    let (article, words) = (edition.article(), edition.words());
    let many = article.events.len() > MANY;
    html! {
        <section class="timeline" part="timeline" aria-labelledby="_timeline" hidden={article.events.is_empty()}>
            <div class="head">
                <@{edition.heading(1)} id="_timeline" class="heading">{ &words.timeline }</@>
            </div>
            { drawn(edition) }
            <div class={classes!("events", many.then_some("many"))} role={many.then_some("group")} aria-labelledby={many.then_some("_timeline")} tabindex={many.then_some("0")}>
                { list(edition, Of::Events) }
            </div>
        </section>
    }
}
