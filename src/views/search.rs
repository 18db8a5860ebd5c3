//! The field that searches the explainer, and the steps through what it finds.

use article::Id;
use yew::prelude::*;

use crate::edition::Edition;
use crate::search::{Found, use_search};
use crate::words::{Words, fill};

/// What is searched.
#[derive(Clone, PartialEq, Properties)]
pub struct SearchProps {
    /// What is shown.
    pub edition: Edition,
    /// The chosen issue or event.
    pub chosen: Option<Id>,
    /// The explainer.
    pub root: NodeRef,
}

/// The search field. Without script it is not shown, and until the explainer is ready it can't be used.
///
/// It is a form, since for a field of none Chromium looks for fields in all of the page after each letter (8 ms where there
/// are 1,000 issues and events). One that would close a dialog asks no server.
#[component]
pub fn Search(props: &SearchProps) -> Html {
    let search = use_search(&props.edition, props.chosen.as_ref(), &props.root);
    let words = props.edition.words();
    let is_searching = search.found.is_some();
    let found = search.found.is_some_and(|found| found.total > 0);
    html! {
        <form role="search" method="dialog" class={classes!("search", "comfort", is_searching.then_some("searching"))} part="search">
            <label for="_search">{ &words.search }</label>
            <output for="_search">{ search.found.map(|found| said(words, found)) }</output>
            <input
                id="_search"
                type="search"
                part="search-field"
                autocomplete="off"
                enterkeyhint="search"
                onfocusin={search.focused}
                oninput={search.typed}
                onkeydown={search.pressed}
            />
            <span class="steps" hidden={!is_searching}>
                <button type="button" class="previous" aria-label={&words.search_previous} disabled={!found} onclick={search.previous} />
                <button type="button" class="next" aria-label={&words.search_next} disabled={!found} onclick={search.next} />
            </span>
        </form>
    }
}

fn said(words: &Words, found: Found) -> String {
    let (number, total) = (found.number.to_string(), found.total.to_string());
    match found.total {
        0 => words.search_nothing.to_string(),
        _ => fill(
            &words.search_result,
            &[("number", &number), ("total", &total)],
        ),
    }
}
