//! Questions with their answers, or plain sections: the article's own text.

use article::{Id, Section};
use yew::prelude::*;

use super::prose;
use super::view::{Opening, ViewProps};
use crate::edition::Edition;

/// What the sections are given.
#[derive(Clone, PartialEq, Properties)]
pub struct SectionsProps {
    /// What is shown.
    pub edition: Edition,
    /// The chosen issue or event.
    pub chosen: Option<Id>,
    /// Whether the answers stand open at first.
    pub opening: Opening,
}

/// The sections of the article.
#[component]
pub fn Sections(props: &SectionsProps) -> Html {
    let SectionsProps {
        edition,
        chosen,
        opening,
    } = props;
    let view = ViewProps {
        edition: edition.clone(),
        chosen: chosen.clone(),
    };
    let (sections, words) = (&edition.article().sections, edition.words());
    let heading = match sections.iter().any(|section| section.question) {
        true => words.questions,
        false => words.article,
    };
    html! {
        <section class="sections" part="sections" aria-labelledby="_sections" hidden={sections.is_empty()}>
            <h3 id="_sections">{ heading }</h3>
            { for sections.iter().map(|each| section(&view, each, *opening)) }
        </section>
    }
}

fn section(view: &ViewProps, section: &Section, opening: Opening) -> Html {
    let lang = view.edition.text_lang();
    html! {
        <details id={section.id.to_string()} class="section" part="section" open={opening.text()} key={section.id.to_string()}>
            <summary part="section-summary">
                <h4 lang={lang.clone()}>{ prose::inlines_unlinked(view, &section.heading) }</h4>
            </summary>
            <div class="answer" part="section-body" {lang}>{ prose::blocks(view, &section.body) }</div>
        </details>
    }
}
