//! The explainer as a whole. The order of its children is the order of reading, of focus and of narrow pages.

use yew::prelude::*;

use super::classes::MANY_EVENTS;
use super::dock::dock;
use super::figure::{figure, photo};
use super::footer::footer;
use super::header::header;
use super::issues::issues;
use super::sections::{lead, sections};
use super::strings;
use super::timeline::timeline;
use crate::contract::VERSION;
use crate::edition::{Edition, Header};

/// The static HTML of an explainer, with empty elements for what the widget renders.
pub fn explainer(edition: &Edition) -> Html {
    let (article, language) = (edition.article(), edition.language());
    let drawn = figure(edition);
    let variant = match edition.header() {
        Header::Full => drawn.is_some().then_some("pictured"),
        Header::Compact => Some("compact"),
        Header::None => Some("none"),
    };
    let is_long = article.events.len() > MANY_EVENTS;
    let section = article.sections.first().filter(|_| article.lead.is_empty());
    let start = section.map_or_else(
        || edition.fragment("_lead"),
        |first| edition.fragment(&first.id),
    );
    html! {
        <article
            class={classes!("explainer", variant, is_long.then_some("long"))}
            part="explainer"
            lang={language.tag()}
            dir={language.direction().dir()}
            data-explainer-version={VERSION}
            data-strings={strings::json(edition)}
            data-citation={citation(edition)}
        >
            <a class="skip" href={start} data-skip="">{ &edition.words().skip }</a>
            { header(edition) }
            { issues(edition) }
            { timeline(edition) }
            { lead(edition) }
            { drawn.unwrap_or_default() }
            { photo(edition) }
            { sections(edition) }
            { dock(edition) }
            { footer(edition) }
            <p class="unseen" role="status" data-loader="status"></p>
        </article>
    }
}

/// Headline, publisher and date, as quotations cite them.
fn citation(edition: &Edition) -> String {
    let article = edition.article();
    let date = article.published.as_ref();
    let parts = [
        Some(format!("“{}”", article.headline)),
        article.publisher.clone(),
        date.map(|date| edition.label(date)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
