//! The views: article → static HTML, the same natively and in the browser. They are functions of an
//! [`Edition`](crate::edition::Edition) and of nothing else, and what they render is never rendered again: what changes for the
//! reader is the widget's, which knows this HTML by the attributes of [`contract`](crate::contract).
//!
//! ```text
//! explainer   the whole, with the places of the widget
//! strings     the interface strings that the widget needs
//! header      kind of publication, headline, standfirst, who speaks
//! figure      figures: image, caption, credit
//! map         where the events are
//! timeline    the events, drawn in proportion to time and as a list
//! issues      the issues by stance, each with its passages and events
//! sections    questions with their answers, or plain sections
//! long        lists of issues, events and sections, long ones in batches
//! footer      sources, updates, the publisher and its disclaimer
//! date        dates, and where something can be read up
//! action      the controls that the element answers
//! quote       a passage quoted away from its place
//! prose       text, with its passages linked
//! ```
//!
//! [`Explainer`] is the entry point.

mod action;
mod date;
mod explainer;
mod figure;
mod footer;
mod header;
mod issues;
mod long;
mod map;
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
