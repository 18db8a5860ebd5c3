//! The controls that the element answers, with the widget and without it: what they do is in an attribute.

use article::Id;
use yew::prelude::*;

use crate::edition::Edition;

/// The button that copies the link to an item, whose title tells it from its like.
pub fn link(edition: &Edition, id: &Id, title: &str) -> Html {
    let label = &edition.words().copy_link;
    html! {
        <button type="button" class="take comfort" part="take" data-action={format!("link {id}")} aria-label={format!("{label}: {title}")}>{ label }</button>
    }
}

/// The button that copies a passage as a quotation.
pub fn quotation(edition: &Edition, passage: &Id) -> Html {
    let label = &edition.words().copy_quotation;
    html! {
        <button type="button" class="take comfort" part="take" data-action={format!("quotation {passage}")}>{ label }</button>
    }
}

/// The button that opens or closes every item of a kind, which are all open at first or not.
pub fn expand(edition: &Edition, kind: &str, is_open: bool) -> Html {
    let words = edition.words();
    let label = match is_open {
        true => &words.collapse_all,
        false => &words.expand_all,
    };
    html! {
        <button type="button" class="all comfort" part="expand-all" data-action={format!("expand {kind}")}>{ label }</button>
    }
}
