//! The header: kind of publication, headline, standfirst, who speaks.

use article::Person;
use yew::prelude::*;

use super::prose;
use super::view::ViewProps;

/// The header of the explainer. The article's lead is its standfirst.
#[component]
pub fn Header(view: &ViewProps) -> Html {
    let (article, words) = (view.edition.article(), view.edition.words());
    let lang = view.edition.text_lang();
    html! {
        <header part="header">
            if let Some(kind) = &article.kind {
                <p class="kind" part="kind">
                    { format!("{}: ", article.labels.kind.as_deref().unwrap_or(words.kind)) }
                    <strong lang={lang.clone()}>{ kind.clone() }</strong>
                </p>
            }
            <h2 class="headline" part="headline" lang={lang.clone()}>{ article.headline.clone() }</h2>
            <div class="standfirst" part="standfirst" lang={lang.clone()}>
                { prose::blocks(view, &article.lead) }
            </div>
            if !article.people.is_empty() {
                <dl class="people" part="people">
                    <dt>{ words.people }</dt>
                    { for article.people.iter().map(|each| person(each, lang.clone())) }
                </dl>
            }
        </header>
    }
}

fn person(person: &Person, lang: Option<AttrValue>) -> Html {
    let about: Vec<_> = [&person.role, &person.affiliation]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    html! {
        <dd {lang} id={person.id.as_ref().map(|id| id.to_string())} tabindex={person.id.as_ref().map(|_| "-1")}>
            <strong>{ person.name.clone() }</strong>
            if !about.is_empty() {
                { format!(", {}", about.join(", ")) }
            }
        </dd>
    }
}
