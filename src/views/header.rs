//! The header: kind of publication, headline, standfirst, who speaks.

use article::Person;
use yew::prelude::*;

use super::prose;
use crate::edition::Edition;

/// The header of the explainer. The article's lead is its standfirst.
pub fn header(edition: &Edition) -> Html {
    let (article, words) = (edition.article(), edition.words());
    let (lang, dir) = edition.text();
    html! {
        <header part="header">
            if let Some(kind) = &article.kind {
                <p class="kind" part="kind">
                    { format!("{}: ", article.labels.kind.as_deref().unwrap_or(&words.kind)) }
                    <strong lang={lang.clone()} {dir}>{ kind.clone() }</strong>
                </p>
            }
            <@{edition.heading(0)} class="headline" part="headline" data-headline="" lang={lang.clone()} {dir}>{ article.headline.clone() }</@>
            <div class="standfirst" part="standfirst" lang={lang.clone()} {dir}>
                { prose::blocks(edition, &article.lead) }
            </div>
            if !article.people.is_empty() {
                <dl class="people" part="people">
                    <dt>{ &words.people }</dt>
                    { for article.people.iter().map(|each| person(edition, each)) }
                </dl>
            }
            <p class="tools comfort" hidden=true>
                <button type="button" class="take" part="share" data-action="share">{ &words.share }</button>
            </p>
        </header>
    }
}

fn person(edition: &Edition, person: &Person) -> Html {
    let (lang, dir) = edition.text();
    let about: Vec<_> = [&person.role, &person.affiliation]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    html! {
        <dd {lang} {dir} id={person.id.as_ref().map(|id| id.to_string())} tabindex={person.id.as_ref().map(|_| "-1")}>
            <strong>{ person.name.clone() }</strong>
            if !about.is_empty() {
                { format!(", {}", about.join(", ")) }
            }
        </dd>
    }
}
