//! A passage quoted away from its place, with who says it and the way back to it.

use article::{Id, Located, Place};
use yew::prelude::*;

use super::prose;
use crate::edition::Edition;

/// Renders the passages that bear on an item as quotations.
pub fn quotes(edition: &Edition, item: &Id) -> Html {
    let passages = edition.outline().passages_on(item);
    passages.map(|located| quote(edition, located)).collect()
}

fn quote(edition: &Edition, located: Located<'_>) -> Html {
    let Located {
        passage,
        cut_before,
        cut_after,
        ..
    } = located;
    let (lang, dir) = edition.text();
    let class = classes!(
        cut_before.then_some("cut-before"),
        cut_after.then_some("cut-after")
    );
    html! {
        <figure class="quote" part="quote" data-skip="">
            <blockquote class={(!class.is_empty()).then_some(class)} {lang} {dir}>{ prose::inlines_plain(&passage.content) }</blockquote>
            <figcaption>
                { source(edition, located) }{ " " }
                <a class="in-context" href={edition.fragment(&passage.id)}>{ &edition.words().in_context }</a>
            </figcaption>
        </figure>
    }
}

/// Who says it, and where.
fn source(edition: &Edition, located: Located<'_>) -> String {
    let (article, words) = (edition.article(), edition.words());
    let numbered = |word: &str, number: usize| match article.sections.len() {
        1 => word.to_owned(),
        _ => format!("{word} {}", number + 1),
    };
    let place = match located.place {
        Place::Lead => words.from_lead.to_string(),
        Place::Caption => words.from_caption.to_string(),
        Place::Heading(number) => numbered(&words.from_question, number),
        Place::Body(number) if article.sections[number].question => {
            numbered(&words.from_answer, number)
        }
        Place::Body(number) => numbered(&words.from_section, number),
    };
    match located.speaker {
        Some(speaker) => format!("{}, {place}", speaker.name),
        None => place,
    }
}
