//! Figures: image, caption, credit; and the map, where there is no image.

use article::{Figure as Shown, Image};
use yew::prelude::*;

use super::{map, prose};
use crate::edition::Edition;

/// The article's own figure. Where the document has no image, the map of its places stands there.
pub fn figure(edition: &Edition) -> Html {
    let article = edition.article();
    let label = article
        .labels
        .photo
        .as_deref()
        .unwrap_or(&edition.words().photo);
    let has_image = article
        .figure
        .as_ref()
        .is_some_and(|figure| figure.image.is_some());
    let shown = article.map.iter().filter(|_| !has_image);
    html! {
        <div class="figure">
            { for shown.map(|shown| map::render(edition, shown)) }
            { for article.figure.iter().map(|figure| render(edition, figure, Some(label))) }
        </div>
    }
}

/// Renders a figure, with a label before its caption where it has one.
pub fn render(edition: &Edition, figure: &Shown, label: Option<&str>) -> Html {
    html! {
        <figure part="figure">
            { for figure.image.iter().map(image) }
            <figcaption part="caption">
                if let Some(label) = label {
                    <span class="label">{ format!("{label}: ") }</span>
                }
                <span lang={edition.text_lang()} dir={edition.text_dir()}>
                    { prose::inlines(edition, &figure.caption) }
                    if let Some(credit) = &figure.credit {
                        { " " }<span class="credit">{ format!("({credit})") }</span>
                    }
                </span>
            </figcaption>
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
        />
    }
}
