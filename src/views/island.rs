//! The parts of an explainer that are taken over by themselves where they were prerendered (`islands`).

use yew::prelude::*;

use super::figure::figures;
use super::long::{Batch, Of};
use super::view::ViewProps;
use crate::islands::{UNSTAMPED, use_island};

/// A part that is taken over by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The article's own figure, or its map.
    Figure,
    /// Items of a list.
    Batch(Batch),
}

impl Part {
    /// Whether it is far down a long list.
    pub fn is_far(self) -> bool {
        matches!(self, Part::Batch(batch) if batch.is_far())
    }
}

/// What an island is given.
#[derive(Clone, PartialEq, Properties)]
pub struct IslandProps {
    /// What every view is given.
    pub view: ViewProps,
    /// Which part it is. It has something in it: Yew can't hydrate what renders nothing (yew#4092).
    pub part: Part,
    /// Whether what is in its element is meant, and not the element: that is what is taken over by itself.
    #[prop_or_default]
    pub inside: bool,
}

impl IslandProps {
    /// What is in its element.
    pub fn inside(&self) -> Self {
        IslandProps {
            inside: true,
            ..self.clone()
        }
    }
}

/// An island, or what is in it.
#[component]
pub fn Island(island: &IslandProps) -> Html {
    let host = use_node_ref();
    let is_rendered = use_island(&host, island);
    if island.inside {
        return match island.part {
            Part::Figure => figures(&island.view),
            Part::Batch(batch) => batch.items(&island.view),
        };
    }
    let inside = is_rendered.then(|| html! { <Island ..island.inside() /> });
    let inside = inside.unwrap_or_default();
    let (is_events, class) = match island.part {
        Part::Figure => (false, Some("figure")),
        Part::Batch(batch) => (batch.of == Of::Events, batch.class()),
    };
    if is_events {
        return html! { <ol ref={host} {class} data-stamp={UNSTAMPED}>{ inside }</ol> };
    }
    html! { <div ref={host} {class} data-stamp={UNSTAMPED}>{ inside }</div> }
}
