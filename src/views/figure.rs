//! Figures: image, caption, credit; and the map, where there is no image.

use article::{Figure as Shown, Image, Inline};
use yew::prelude::*;

use super::map;
use super::prose::{Scope, noted};
use crate::edition::Edition;

/// The article's image, or the map of its places where it has none.
pub fn figure(edition: &Edition) -> Option<Html> {
    let article = edition.article();
    let with_image = article
        .figure
        .as_ref()
        .filter(|figure| figure.image.is_some());
    let (lang, dir) = edition.text();
    match (with_image, &article.map) {
        (Some(figure), _) => Some(html! {
            <div class="figure text" {lang} {dir}>{ labelled(edition, figure) }</div>
        }),
        (None, Some(shown)) => {
            Some(html! { <div class="figure">{ map::render(edition, shown) }</div> })
        }
        (None, None) => None,
    }
}

/// What is left of a photograph that the document does not have: its caption and credit, as a part of the text.
pub fn photo(edition: &Edition) -> Html {
    let figure = edition.article().figure.iter();
    let (lang, dir) = edition.text();
    figure
        .filter(|figure| figure.image.is_none())
        .map(|figure| html! { <div class="photo text" lang={lang.clone()} {dir}>{ labelled(edition, figure) }</div> })
        .collect()
}

/// The article's own figure, with its label.
fn labelled(edition: &Edition, figure: &Shown) -> Html {
    let own = edition.article().labels.photo.as_deref();
    let label = own.unwrap_or(&edition.words().photo);
    render(edition, figure, Some(label), &mut Scope::default())
}

/// Renders a figure, with a label before its caption where it has one.
pub fn render(edition: &Edition, figure: &Shown, label: Option<&str>, scope: &mut Scope) -> Html {
    let mut caption: Vec<_> = label
        .map(|label| Inline::Text(format!("{label}: ")))
        .into_iter()
        .collect();
    caption.extend(figure.caption.iter().cloned());
    caption.extend(
        figure
            .credit
            .iter()
            .map(|credit| Inline::Text(format!(" ({credit})"))),
    );
    let wrap = |words| html! { <figcaption part="caption">{ words }</figcaption> };
    html! {
        <figure part="figure">
            { for figure.image.iter().map(image) }
            { noted(edition, &caption, scope, wrap) }
        </figure>
    }
}

fn image(image: &Image) -> Html {
    html! {
        <img
            part="image"
            src={image.src.as_str().to_owned()}
            alt={image.alt.clone()}
            width={image.width.to_string()}
            height={image.height.to_string()}
            loading="lazy"
            decoding="async"
        />
    }
}
