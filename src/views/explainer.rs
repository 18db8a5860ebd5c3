//! The explainer as a whole, and what the reader chose in it.

use article::Id;
use yew::prelude::*;

use super::figure::Figure;
use super::footer::Footer;
use super::header::Header;
use super::issues::Issues;
use super::sections::Sections;
use super::timeline::Timeline;
use super::view::{Opening, ViewProps};
use crate::edition::Edition;
use crate::reveal::use_reveal;

/// What the explainer shows, and how it begins.
#[derive(Clone, PartialEq, Properties)]
pub struct ExplainerProps {
    /// What is shown.
    pub edition: Edition,
    /// Which `<details>` stand open at first.
    pub opening: Opening,
    /// Called once the explainer answers to its reader.
    #[prop_or_default]
    pub on_ready: Callback<()>,
}

/// The explainer.
#[component]
pub fn Explainer(props: &ExplainerProps) -> Html {
    let ExplainerProps {
        edition,
        opening,
        on_ready,
    } = props;
    let chosen = use_state(|| None::<Id>);
    let root = use_node_ref();
    let follow = use_reveal(edition, &root, &chosen);
    use_effect_with((), {
        let on_ready = on_ready.clone();
        move |()| on_ready.emit(())
    });
    let view = ViewProps {
        edition: edition.clone(),
        opening: *opening,
        chosen: (*chosen).clone(),
    };
    html! {
        <article ref={root} class="explainer" part="explainer" lang={edition.language().tag()} dir={edition.language().direction().dir()} onclick={follow}>
            <Header ..view.clone() />
            <div class="beside">
                <Figure ..view.clone() />
                <Timeline ..view.clone() />
            </div>
            <Issues ..view.clone() />
            <Sections ..view.clone() />
            <Footer ..view.clone() />
            { choice(&view, &chosen) }
        </article>
    }
}

/// Says what the reader chose, aloud too, and lets go of it.
fn choice(view: &ViewProps, chosen: &UseStateHandle<Option<Id>>) -> Html {
    let words = view.edition.words();
    let title = view.chosen.as_ref().and_then(|id| view.edition.title(id));
    let clear = {
        let chosen = chosen.clone();
        Callback::from(move |_: MouseEvent| chosen.set(None))
    };
    html! {
        <div class="choice" part="choice" role="status">
            if let Some(title) = title {
                <p>
                    { format!("{} ", words.related_to) }
                    <strong lang={view.edition.text_lang()} dir={view.edition.text_dir()}>{ title.to_owned() }</strong>
                </p>
                <button type="button" onclick={clear}>{ &words.clear }</button>
            }
        </div>
    }
}
