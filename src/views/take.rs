//! The buttons that take something along.

use article::Id;
use yew::prelude::*;

use super::view::ViewProps;
use crate::take::{Take, Taken};

/// The button that copies the link to an item, whose title tells it from its like.
pub fn link(view: &ViewProps, id: &Id, title: &str) -> Html {
    button(view, Take::Link(id.clone()), Some(title))
}

/// The button that copies a passage as a quotation.
pub fn quotation(view: &ViewProps, passage: &Id) -> Html {
    button(view, Take::Quotation(passage.clone()), None)
}

fn button(view: &ViewProps, take: Take, title: Option<&str>) -> Html {
    let label = take.label(&view.edition, view.taken.as_ref());
    let name = title.map(|title| format!("{label}: {title}"));
    html! {
        <button type="button" class="take comfort" part="take" data-take={take.name()} aria-label={name}>{ label }</button>
    }
}

/// Says aloud how the last taking went.
pub fn said(view: &ViewProps) -> Html {
    let said = |taken: &Taken| taken.what.label(&view.edition, Some(taken));
    html! {
        <p class="unseen" role="status">{ for view.taken.as_ref().map(said) }</p>
    }
}
