//! A page written in Yew that embeds the explainer: two bundles of Yew on one page, neither knowing of the other.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// The page: counts what its own listeners hear, around the explainer and beside it.
#[component]
fn Page() -> Html {
    let own = use_state(|| 0);
    let around = use_state(|| 0);
    let shown = use_state(|| true);
    let count = |state: &UseStateHandle<u32>| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(*state + 1))
    };
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(!*shown))
    };
    html! {
        <main>
            <button id="own" onclick={count(&own)}>{ *own }</button>
            <button id="remove" onclick={toggle}>{ "Remove, bring back" }</button>
            <div id="around" onclick={count(&around)}>
                <output id="heard">{ *around }</output>
                if *shown {
                    <article-explainer></article-explainer>
                }
            </div>
        </main>
    }
}

/// Puts the page into the document's body.
#[wasm_bindgen(start)]
pub fn start() {
    yew::Renderer::<Page>::new().render();
}
