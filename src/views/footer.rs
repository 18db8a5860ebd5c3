//! The footer: updates, sources, the publisher and its disclaimer.

use article::{Source, Update};
use yew::prelude::*;

use super::date;
use crate::edition::Edition;

/// The footer of the explainer; nothing where there is nothing to say.
pub fn footer(edition: &Edition) -> Html {
    let (article, words) = (edition.article(), edition.words());
    let (lang, dir) = edition.text();
    let says_who =
        article.publisher.is_some() || article.published.is_some() || article.disclaimer.is_some();
    if !says_who && article.updates.is_empty() && article.sources.is_empty() {
        return Html::default();
    }
    html! {
        <footer class="footer" part="footer">
            if !article.updates.is_empty() {
                <div>
                    <p class="footer-label">{ &words.what_changed }</p>
                    <ul part="updates">{ for article.updates.iter().map(|each| update(edition, each)) }</ul>
                </div>
            }
            if !article.sources.is_empty() {
                <div>
                    <p class="footer-label">{ &words.sources }</p>
                    <ul part="sources">{ for article.sources.iter().map(|each| source(edition, each)) }</ul>
                </div>
            }
            <div>
                if let Some(publisher) = &article.publisher {
                    <p class="publisher" lang={lang.clone()} {dir}>
                        if let Some(url) = &article.url {
                            <a href={url.as_str().to_owned()}>{ publisher.clone() }</a>
                        } else {
                            { publisher.clone() }
                        }
                    </p>
                }
                if let Some(published) = &article.published {
                    <p class="published">{ format!("{}: ", words.published) }{ date::time(edition, published) }</p>
                }
                if let Some(disclaimer) = &article.disclaimer {
                    <p class="disclaimer" part="disclaimer" {lang} {dir}>{ disclaimer.clone() }</p>
                }
            </div>
        </footer>
    }
}

fn update(edition: &Edition, update: &Update) -> Html {
    html! {
        <li>
            { date::time(edition, &update.date) }{ ": " }
            <span lang={edition.text_lang()} dir={edition.text_dir()}>{ update.text.clone() }</span>
        </li>
    }
}

fn source(edition: &Edition, source: &Source) -> Html {
    let title = html! { <cite>{ source.title.clone() }</cite> };
    html! {
        <li lang={edition.text_lang()} dir={edition.text_dir()}>
            if let Some(url) = &source.url {
                <a href={url.as_str().to_owned()}>{ title }</a>
            } else {
                { title }
            }
            if let Some(publisher) = &source.publisher {
                { format!(", {publisher}") }
            }
            if let Some(date) = &source.date {
                { ", " }{ date::time(edition, date) }
            }
        </li>
    }
}
