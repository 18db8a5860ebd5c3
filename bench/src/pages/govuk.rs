//! GOV.UK Frontend's accordion, written as its documentation writes it.

use std::path::Path;

use anyhow::Result;
use article::Article;

use super::{Page, html};
use crate::words::Words;

/// The article, its issues as sections of an accordion.
pub fn page(article: &Article, packages: &Path) -> Result<Page> {
    let words = Words::of(article);
    let sections = words.issues().enumerate().map(|(at, (id, title, panel))| {
        format!(
            "<div class=\"govuk-accordion__section\"><div class=\"govuk-accordion__section-header\">\
             <h2 class=\"govuk-accordion__section-heading\"><span class=\"govuk-accordion__section-button\" \
             id=\"issues-heading-{at}\">{title}</span></h2></div><div id=\"issues-content-{at}\" data-id=\"{id}\" \
             class=\"govuk-accordion__section-content\"><div class=\"govuk-body\">{panel}</div></div></div>"
        )
    });
    let body = format!(
        "<body class=\"govuk-template__body\"><script>document.body.className += ' js-enabled' + \
         ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')</script>\
         <main class=\"govuk-width-container govuk-body\">{}<h2>Issues</h2><div class=\"govuk-accordion\" \
         data-module=\"govuk-accordion\" id=\"issues\">{}</div><h2>Timeline</h2>{}{}</main>\
         <script type=\"module\">import {{ initAll }} from './govuk.js'; initAll()</script></body>",
        words.opening(),
        sections.collect::<String>(),
        words.events(),
        words.sections()
    );
    let head = "<link rel=\"stylesheet\" href=\"govuk.css\">";
    let page = Page::new("GOV.UK accordion 6", html(&article.headline, head, &body))
        .opens("[...document.querySelectorAll('button.govuk-accordion__section-button')]")
        .with(
            packages,
            "govuk-frontend/dist/govuk/govuk-frontend.min.css",
            "govuk.css",
        )?
        .with(
            packages,
            "govuk-frontend/dist/govuk/govuk-frontend.min.js",
            "govuk.js",
        )?;
    Ok(page)
}
