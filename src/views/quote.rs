//! A passage quoted away from its place, with who says it and the way back to it.

use article::{Located, Place};
use yew::prelude::*;

use super::action;
use super::prose;
use crate::edition::Edition;

/// Renders the passages that bear on an item as quotations.
pub fn quotes<'o>(edition: &Edition, passages: impl Iterator<Item = Located<'o>>) -> Html {
    passages.map(|located| quote(edition, located)).collect()
}

fn quote(edition: &Edition, located: Located<'_>) -> Html {
    let passage = located.passage;
    html! {
        <figure class="quote" part="quote" data-speaker={located.speaker.map(|speaker| speaker.name.clone())} data-cut={cut(located)}>
            <blockquote lang={edition.text_lang()} dir={edition.text_dir()}>
                <p>{ prose::inlines_plain(&passage.content) }</p>
            </blockquote>
            <figcaption>
                <span>{ source(edition, located) }</span>
                { " " }
                <a class="in-context" data-skip="" href={edition.fragment(&passage.id)}>
                    { edition.words().in_context.clone() }
                </a>
                { action::quotation(edition, &passage.id) }
            </figcaption>
        </figure>
    }
}

/// Where it is cut out of its sentence.
fn cut(located: Located<'_>) -> Option<&'static str> {
    match (located.cut_before, located.cut_after) {
        (true, true) => Some("before after"),
        (true, false) => Some("before"),
        (false, true) => Some("after"),
        (false, false) => None,
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
        Place::Body(number) => {
            let is_answer = article.sections[number].question;
            numbered(
                if is_answer {
                    &words.from_answer
                } else {
                    &words.from_section
                },
                number,
            )
        }
    };
    match located.speaker {
        Some(speaker) => format!("{}, {place}", speaker.name),
        None => place,
    }
}
