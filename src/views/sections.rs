//! Questions with their answers, or plain sections: the article's own text.

use article::{Section, plain_inlines};
use yew::prelude::*;

use super::long::{Of, list};
use super::prose;
use super::take;
use super::view::{ViewProps, expand_all};
use crate::expand::use_all_open;

/// The sections of the article.
#[component]
pub fn Sections(view: &ViewProps) -> Html {
    let edition = &view.edition;
    let (sections, words) = (&edition.article().sections, edition.words());
    let heading = match sections.iter().any(|section| section.question) {
        true => &words.questions,
        false => &words.article,
    };
    let root = use_node_ref();
    let (all_open, toggle) = use_all_open(&root, "section", true);
    html! {
        <section ref={root} class="sections" part="sections" aria-labelledby="_sections" hidden={sections.is_empty()}>
            <div class="head">
                <@{edition.heading(1)} id="_sections" class="heading">{ heading.clone() }</@>
                { expand_all(view, all_open, toggle) }
            </div>
            { list(view, Of::Sections) }
        </section>
    }
}

/// A section, with its heading as a summary.
pub fn section(view: &ViewProps, section: &Section) -> Html {
    let (lang, dir) = view.edition.text();
    html! {
        <details id={section.id.to_string()} class="section" part="section" open={view.opens(&section.id, true)} key={section.id.to_string()}>
            <summary part="section-summary">
                <@{view.edition.heading(2)} class="title" part="section-title" lang={lang.clone()} {dir}>{ prose::inlines_unlinked(view, &section.heading) }</@>
            </summary>
            <div class="answer" part="section-body" {lang} {dir}>{ prose::blocks(view, &section.body) }</div>
            <p class="takes">{ take::link(view, &section.id, &plain_inlines(&section.heading)) }</p>
        </details>
    }
}
