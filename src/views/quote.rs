//! A passage quoted away from its place, with who says it and the way back to it.

use article::{Located, Place};
use yew::prelude::*;

use super::prose;
use super::take;
use super::view::ViewProps;

/// Renders the passages that bear on an item as quotations.
pub fn quotes<'o>(view: &ViewProps, passages: impl Iterator<Item = Located<'o>>) -> Html {
    passages.map(|located| quote(view, located)).collect()
}

fn quote(view: &ViewProps, located: Located<'_>) -> Html {
    let passage = located.passage;
    let class = classes!(
        located.cut_before.then_some("cut-before"),
        located.cut_after.then_some("cut-after"),
    );
    html! {
        <figure class="quote" part="quote" key={passage.id.to_string()}>
            <blockquote lang={view.edition.text_lang()} dir={view.edition.text_dir()}>
                <p {class}>{ prose::inlines_plain(&passage.content) }</p>
            </blockquote>
            <figcaption>
                <span>{ source(view, located) }</span>
                { " " }
                <a class="in-context" href={view.edition.fragment(&passage.id)}>
                    { view.edition.words().in_context.clone() }
                </a>
                { take::quotation(view, &passage.id) }
            </figcaption>
        </figure>
    }
}

/// Who says it, and where.
fn source(view: &ViewProps, located: Located<'_>) -> String {
    let (article, words) = (view.edition.article(), view.edition.words());
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
