//! The explainer as a whole, and what the reader chose in it.

use yew::prelude::*;

use super::choice;
use super::figure::Figure;
use super::footer::Footer;
use super::header::Header;
use super::issues::Issues;
use super::search::Search;
use super::sections::Sections;
use super::take;
use super::timeline::Timeline;
use super::view::{Opening, ViewProps};
use crate::edition::Edition;
use crate::islands::{Sleep, use_heard, use_touched};
use crate::notice::Notice;
use crate::reveal::{Attention, use_reveal};
use crate::take::use_take;

/// What the explainer shows, and how it begins.
#[derive(Clone, PartialEq, Properties)]
pub struct ExplainerProps {
    /// What is shown.
    pub edition: Edition,
    /// Which `<details>` stand open at first.
    pub opening: Opening,
    /// Whether islands stay as they were prerendered until they are taken over.
    #[prop_or_default]
    pub sleep: Sleep,
    /// Told what the page around the explainer may want to know.
    #[prop_or_default]
    pub notify: Callback<Notice>,
}

/// The explainer.
#[component]
pub fn Explainer(props: &ExplainerProps) -> Html {
    let ExplainerProps {
        edition,
        opening,
        sleep,
        notify,
    } = props;
    let root = use_node_ref();
    let attention = Attention {
        chosen: use_state(|| None),
        pointed: use_state_eq(|| None),
    };
    let taken = use_state(|| None);
    let follow = use_reveal(edition, &root, &attention, notify);
    let take = use_take(edition, &taken);
    use_effect_with((), {
        let (notify, show) = (notify.clone(), follow.show.clone());
        move |()| notify.emit(Notice::Ready(show))
    });
    let Attention { chosen, pointed } = attention;
    let touched = use_touched(edition, sleep, &chosen, &taken);
    let view = ViewProps {
        edition: edition.clone(),
        opening: *opening,
        sleep: sleep.clone(),
        chosen: (*chosen).clone(),
        taken: (*taken).clone(),
        touched,
    };
    let click = Callback::from(move |event: MouseEvent| {
        take.emit(event.clone());
        follow.click.emit(event);
    });
    use_heard(&root, click, follow.focus);
    let choose = chosen.setter();
    let clear = Callback::from(move |_| chosen.set(None));
    html! {
        <article ref={&root} class="explainer" part="explainer" lang={edition.language().tag()} dir={edition.language().direction().dir()}>
            <Header ..view.clone() />
            <Search edition={edition.clone()} chosen={view.chosen.clone()} root={root.clone()} />
            <Figure ..view.clone() />
            <Timeline view={view.clone()} choose={choose} />
            <Issues ..view.clone() />
            <Sections ..view.clone() />
            <Footer ..view.clone() />
            { choice::bar(&view, pointed.as_ref(), clear) }
            { take::said(&view) }
        </article>
    }
}
