//! What every view is given.

use article::Id;
use yew::prelude::*;

use crate::edition::Edition;
use crate::islands::Sleep;
use crate::take::Taken;

/// Which `<details>` stand open at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Those of the article's own text, so that it can be read through, and those that the page asks for.
    Text,
    /// Those that are open in the HTML that is taken over, where the reader may have opened and closed some.
    AsFound,
}

/// What every view is given: the edition, how it opens, and the issue or event that the reader chose.
#[derive(Clone, PartialEq, Properties)]
pub struct ViewProps {
    /// What is shown.
    pub edition: Edition,
    /// Which `<details>` stand open at first.
    pub opening: Opening,
    /// Whether islands stay as they were prerendered until they are taken over.
    pub sleep: Sleep,
    /// The chosen issue or event; what bears on it is marked.
    pub chosen: Option<Id>,
    /// What the reader took along last.
    pub taken: Option<Taken>,
    /// Finds what shows another view than the first one, among what sleeps; empty where that is nothing.
    pub touched: AttrValue,
}

impl ViewProps {
    /// Whether an item is rendered open, where its like are `usually`.
    pub fn opens(&self, id: &Id, usually: bool) -> bool {
        self.opening == Opening::Text && (usually || self.edition.opens(id))
    }
}

/// The button that opens or closes every item of a part of the explainer.
pub fn expand_all(view: &ViewProps, all_open: bool, toggle: Callback<MouseEvent>) -> Html {
    let words = view.edition.words();
    let label = match all_open {
        true => &words.collapse_all,
        false => &words.expand_all,
    };
    html! {
        <button type="button" class="all comfort" part="expand-all" onclick={toggle}>{ label }</button>
    }
}
