//! The views: article → static HTML, the same natively and in the browser. They are functions of an
//! [`Edition`](crate::edition::Edition) and of nothing else, and what they render is never rendered again: what changes for the
//! reader is the widget's, which knows this HTML by the attributes of [`contract`](crate::contract).
//!
//! ```text
//! explainer   the whole, with the places of the widget
//! strings     the interface strings that the widget needs
//! header      kind of publication, headline, who speaks
//! issues      the issues by stance
//! card        an issue or event: what is at stake, who says what, when
//! timeline    the ribbon: the events, and the filter
//! sections    the lead, and questions with their answers or plain sections
//! prose       text, with its passages
//! notes       what the passages of a paragraph bear on
//! figure      figures: image, caption, credit
//! map         where the events are
//! dock        the bar at the lower edge of narrow pages
//! footer      sources, updates, the publisher and its disclaimer
//! date        dates, and where something can be read up
//! quote       a passage quoted away from its place
//! classes     classes that count, and the letters of marks on paper
//! ```
//!
//! [`Explainer`] is the entry point.

mod card;
mod classes;
mod date;
mod dock;
mod explainer;
mod figure;
mod footer;
mod header;
mod issues;
mod map;
mod notes;
mod prose;
mod quote;
mod sections;
mod strings;
mod timeline;

use yew::prelude::*;

use crate::edition::Edition;

/// The static HTML of an edition, as a component, since Yew renders no others.
pub struct Explainer;

/// What an explainer shows.
#[derive(Clone, PartialEq, Properties)]
pub struct ExplainerProps {
    /// What is shown.
    pub edition: Edition,
    /// Called when all of it is there.
    #[prop_or_default]
    pub rendered: Callback<()>,
}

impl Component for Explainer {
    type Message = ();
    type Properties = ExplainerProps;

    fn create(_context: &Context<Self>) -> Self {
        Explainer
    }

    fn view(&self, context: &Context<Self>) -> Html {
        explainer::explainer(&context.props().edition)
    }

    fn rendered(&mut self, context: &Context<Self>, _is_first: bool) {
        context.props().rendered.emit(());
    }
}
