//! The explainer as a whole.

use yew::prelude::*;

use super::figure::figure;
use super::footer::footer;
use super::header::header;
use super::issues::issues;
use super::sections::sections;
use super::strings;
use super::timeline::timeline;
use crate::contract::VERSION;
use crate::edition::Edition;

/// The static HTML of an explainer, with empty elements for what the widget renders.
///
/// The place of the search is a form, since for a field of none Chromium looks for fields in all of the page after each letter
/// (8 ms where there are 1,000 issues and events). One that would close a dialog asks no server.
pub fn explainer(edition: &Edition) -> Html {
    let language = edition.language();
    html! {
        <article
            class="explainer"
            part="explainer"
            lang={language.tag()}
            dir={language.direction().dir()}
            data-explainer-version={VERSION}
            data-strings={strings::json(edition)}
            data-citation={citation(edition)}
        >
            { header(edition) }
            <form role="search" method="dialog" class="search comfort" part="search" data-widget="search"></form>
            { figure(edition) }
            { timeline(edition) }
            { issues(edition) }
            { sections(edition) }
            { footer(edition) }
            <div class="choice" part="choice" data-widget="choice"></div>
            <p class="unseen" role="status" data-widget="status"></p>
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
        date.map(|date| date.label(edition.language())),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
