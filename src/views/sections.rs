//! The lead, and questions with their answers or plain sections: the article's own text.

use article::{Block, Inline, Section, plain_inlines};
use yew::prelude::*;

use super::prose::{Scope, blocks, noted};
use crate::edition::Edition;
use crate::fill::fill;

/// The lead, which is the article's standfirst.
pub fn lead(edition: &Edition) -> Html {
    let content = &edition.article().lead;
    if content.is_empty() {
        return Html::default();
    }
    let mut scope = Scope::default();
    let words = blocks(edition, content, &mut scope);
    let (lang, dir) = edition.text();
    html! {
        <div id={edition.id("_lead")} class={classes!("text", "lead", scope.is_dense().then_some("dense"))} part="standfirst" tabindex="-1" {lang} {dir}>{ words }</div>
    }
}

/// The sections of the article.
pub fn sections(edition: &Edition) -> Html {
    let (sections, words) = (&edition.article().sections, edition.words());
    if sections.is_empty() {
        return Html::default();
    }
    let asks = sections.iter().any(|section| section.question);
    let label = if asks {
        &words.questions
    } else {
        &words.article
    };
    html! {
        <section class="sections" part="sections" aria-label={label.clone()}>
            { for (1..).zip(sections).map(|(number, each)| section(edition, each, number)) }
        </section>
    }
}

fn section(edition: &Edition, section: &Section, number: usize) -> Html {
    let mut scope = Scope::default();
    let (tag, number) = (
        edition.heading(1),
        section.question.then(|| number.to_string()),
    );
    let heading = noted(edition, &section.heading, &mut scope, |words| {
        html! { <@{tag} class="title" part="section-title" data-number={number}>{ words }</@> }
    });
    let body = blocks(edition, &section.body, &mut scope);
    let link = fill(
        &edition.words().link,
        &[("title", &plain_inlines(&section.heading))],
    );
    let (lang, dir) = edition.text();
    html! {
        <section id={edition.id(&section.id)} class={classes!("text", "section", scope.is_dense().then_some("dense"))} part="section" data-item="section" tabindex="-1" {lang} {dir}>
            <div class="question">
                { heading }
                <a class="hash" href={edition.fragment(&section.id)} aria-label={link} part="hash" data-action="link" data-skip="">{ "#" }</a>
            </div>
            { for speaker(edition, section).map(|name| html! { <p class="who" data-speaker="">{ name.to_owned() }</p> }) }
            <div class="answer" part="section-body">{ body }</div>
        </section>
    }
}

/// Who answers, where the text does not begin with their name.
fn speaker<'e>(edition: &'e Edition, section: &Section) -> Option<&'e str> {
    let people = &edition.article().people;
    let speaker = match (&section.speaker, &people[..]) {
        (Some(id), _) => people.iter().find(|person| person.id.as_ref() == Some(id)),
        (None, [one]) if section.question => Some(one),
        _ => None,
    };
    let is_named = match section.body.first() {
        Some(Block::Paragraph(content)) => match content.first() {
            Some(Inline::Passage(first)) => first
                .marks
                .iter()
                .any(|id| edition.outline().has_person(id)),
            _ => false,
        },
        _ => false,
    };
    speaker
        .filter(|_| !is_named)
        .map(|person| person.name.as_str())
}
