//! What the search has found, and the steps through it, beside the field.

use yew::prelude::*;

use super::Found;
use crate::fill::fill;
use crate::widget::page::Page;

/// Renders what is in the place of the results.
pub fn results(page: &Page, found: Option<Found>) -> Html {
    let said = found.map(|found| said(page, found)).unwrap_or_default();
    let is_empty = found.is_none_or(|found| found.total == 0);
    let step = |name: &'static str, class: &'static str, label: &str| {
        // One that can do nothing just now says so, and stays.
        let disabled = is_empty.then_some("true");
        html! { <button type="button" class={classes!("tool", class)} data-do={name} aria-label={page.string(label)} aria-disabled={disabled} /> }
    };
    html! {
        <>
            // A new element for each text: a translator may have put others in the place of the text inside.
            <output><span key={said.clone()}>{ said }</span></output>
            { step("previous-result", "arrow back", "search-previous") }
            { step("next-result", "arrow", "search-next") }
        </>
    }
}

fn said(page: &Page, Found { number, total }: Found) -> String {
    match total {
        0 => page.string("search-nothing").to_string(),
        _ => fill(
            &page.string("search-result"),
            &[
                ("number", &number.to_string()),
                ("total", &total.to_string()),
            ],
        ),
    }
}
