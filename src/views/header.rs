//! The header: kind of publication, headline, who speaks.

use article::Person;
use yew::prelude::*;

use crate::edition::{Edition, Header};

/// Headlines that are longer than this, in characters, are set smaller.
const LENGTHY: usize = 80;

/// Headlines that are longer than this are set smaller still.
const LONGER: usize = 140;

/// The header of the explainer; nothing where its page has one.
pub fn header(edition: &Edition) -> Html {
    if edition.header() == Header::None {
        return Html::default();
    }
    let article = edition.article();
    let (lang, dir) = edition.text();
    let length = match article.headline.chars().count() {
        length if length > LONGER => Some("longer"),
        length if length > LENGTHY => Some("lengthy"),
        _ => None,
    };
    html! {
        <header class="header" part="header">
            { kind(edition) }
            <@{edition.heading(0)} class={classes!("headline", length)} part="headline" data-headline="" {lang} {dir}>{ article.headline.clone() }</@>
            if !article.people.is_empty() {
                <p class="people" part="people">
                    <span>{ format!("{}: ", edition.words().people) }</span>
                    { for article.people.iter().enumerate().map(|(at, person)| html! {
                        <>{ for (at > 0).then_some(" · ") }{ one(edition, person) }</>
                    }) }
                </p>
            }
            <div data-loader="share"></div>
            // Without a ribbon the search is here.
            if article.issues.is_empty() && article.events.is_empty() {
                <div data-loader="search" data-intent=""></div>
            }
        </header>
    }
}

/// The kind of publication, and how much there is.
fn kind(edition: &Edition) -> Html {
    let (article, words) = (edition.article(), edition.words());
    let (lang, dir) = edition.text();
    let label = article.labels.kind.as_deref().unwrap_or(&words.kind);
    let counts = [
        (&words.issues_count, article.issues.len()),
        (&words.dates_count, article.events.len()),
    ];
    let counts = counts.into_iter().filter(|(_, number)| *number > 0);
    let counts: Vec<_> = counts
        .map(|(forms, number)| edition.count(forms, number as i64))
        .collect();
    let before = if article.kind.is_some() { " · " } else { "" };
    html! {
        <p class="kind" part="kind">
            if let Some(kind) = &article.kind {
                <span class="unseen">{ format!("{label}: ") }</span>
                <b {lang} {dir}>{ kind.clone() }</b>
            }
            if !counts.is_empty() {
                <span>{ format!("{before}{}", counts.join(", ")) }</span>
            }
        </p>
    }
}

/// A person. Their ids are of another kind than those of issues and events, so that "nato" may be both.
fn one(edition: &Edition, person: &Person) -> Html {
    let (lang, dir) = edition.text();
    let id = person
        .id
        .as_ref()
        .map(|id| edition.id(format_args!("_person-{id}")));
    let about = [&person.role, &person.affiliation].into_iter().flatten();
    let about: String = about.map(|about| format!(", {about}")).collect();
    html! { <span {id} {lang} {dir}><b>{ person.name.clone() }</b>{ about }</span> }
}
