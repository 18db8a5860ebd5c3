//! Questions with their answers, or plain sections: the article's own text.

use article::{Section, plain_inlines};
use yew::prelude::*;

use super::action;
use super::long::{Of, list};
use super::prose;
use crate::edition::Edition;

/// The sections of the article.
pub fn sections(edition: &Edition) -> Html {
    let (sections, words) = (&edition.article().sections, edition.words());
    let heading = match sections.iter().any(|section| section.question) {
        true => &words.questions,
        false => &words.article,
    };
    html! {
        <section class="sections" part="sections" aria-labelledby="_sections" hidden={sections.is_empty()}>
            <div class="head">
                <@{edition.heading(1)} id="_sections" class="heading">{ heading.clone() }</@>
                { action::expand(edition, "section", true) }
            </div>
            { list(edition, Of::Sections) }
        </section>
    }
}

/// A section, with its heading as a summary.
pub fn section(edition: &Edition, section: &Section) -> Html {
    let (lang, dir) = edition.text();
    html! {
        <details id={section.id.to_string()} class="section" part="section" data-item="section" open=true>
            <summary part="section-summary">
                <@{edition.heading(2)} class="title" part="section-title" lang={lang.clone()} {dir}>{ prose::inlines_unlinked(&section.heading) }</@>
            </summary>
            <div class="answer" part="section-body" {lang} {dir}>{ prose::blocks(edition, &section.body) }</div>
            <p class="takes">{ action::link(edition, &section.id, &plain_inlines(&section.heading)) }</p>
        </details>
    }
}
