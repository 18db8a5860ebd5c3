//! The timeline: the events in order of time.
//!
//! ```text
//! event      an event in the list, which everyone has
//! strip      the drawing in proportion to time, where there is room for one, and what moves it
//! drawing    what is drawn in it
//! gestures   drag, pinch and wheel                                          (browser only)
//! ```

mod drawing;
mod event;
mod strip;

#[cfg(target_arch = "wasm32")]
#[path = "gestures/browser.rs"]
mod gestures;
#[cfg(not(target_arch = "wasm32"))]
#[path = "gestures/native.rs"]
mod gestures;

use article::Id;
use yew::prelude::*;

use super::long::{Of, list};
use super::view::ViewProps;
pub use event::event;
use strip::Strip;

/// With more events than this the list scrolls by itself beside the drawing.
const MANY: usize = 24;

/// What the timeline is given.
#[derive(Clone, PartialEq, Properties)]
pub struct TimelineProps {
    /// What every view is given.
    pub view: ViewProps,
    /// Makes an event the chosen one.
    pub choose: UseStateSetter<Option<Id>>,
}

/// The events of the article.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let view = &props.view;
    let (article, words) = (view.edition.article(), view.edition.words());
    let many = article.events.len() > MANY;
    html! {
        <section class="timeline" part="timeline" aria-labelledby="_timeline" hidden={article.events.is_empty()}>
            <div class="head">
                <@{view.edition.heading(1)} id="_timeline" class="heading">{ &words.timeline }</@>
            </div>
            <Strip ..props.clone() />
            <div class={classes!("events", many.then_some("many"))} role={many.then_some("group")} aria-labelledby={many.then_some("_timeline")} tabindex={many.then_some("0")}>
                { list(view, Of::Events) }
            </div>
        </section>
    }
}
