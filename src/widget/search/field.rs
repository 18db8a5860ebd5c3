//! The search field, and the steps through what it finds.

use yew::prelude::*;

use super::Found;
use crate::fill::fill;
use crate::widget::page::Page;

/// Renders what is in the place of the search.
pub fn field(page: &Page, found: Option<Found>) -> Html {
    let said = found.map(|found| said(page, found)).unwrap_or_default();
    let is_empty = found.is_none_or(|found| found.total == 0);
    let step = |name: &'static str, class: &'static str, label: &str| {
        html! { <button type="button" {class} data-do={name} aria-label={page.string(label)} disabled={is_empty} /> }
    };
    html! {
        <>
            <label for="_search">{ page.string("search") }</label>
            // A new element for each text: a translator may have put others in the place of the text inside.
            <output for="_search"><span key={said.clone()}>{ said }</span></output>
            <input id="_search" type="search" part="search-field" autocomplete="off" enterkeyhint="search" />
            <span class="steps" hidden={found.is_none()}>
                { step("previous-result", "previous", "search-previous") }
                { step("next-result", "next", "search-next") }
            </span>
        </>
    }
}

fn said(page: &Page, found: Found) -> String {
    let (number, total) = (found.number.to_string(), found.total.to_string());
    match found.total {
        0 => page.string("search-nothing").to_string(),
        _ => fill(
            &page.string("search-result"),
            &[("number", &number), ("total", &total)],
        ),
    }
}
