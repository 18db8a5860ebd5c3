//! Figures: image, caption, credit; and the map, where there is no image.

use article::{Figure as Shown, Image};
use yew::prelude::*;

use super::island::{Island, Part};
use super::view::ViewProps;
use super::{map, prose};

/// The article's own figure. Where the document has no image, the map of its places stands there.
#[component]
pub fn Figure(view: &ViewProps) -> Html {
    let article = view.edition.article();
    match article.map.is_some() || article.figure.is_some() {
        true => html! { <Island view={view.clone()} part={Part::Figure} /> },
        // An element even where there is no figure: Yew can't hydrate a component that renders nothing (yew#4092).
        false => html! { <div class="figure"></div> },
    }
}

/// What stands in its place.
pub fn figures(view: &ViewProps) -> Html {
    let article = view.edition.article();
    let label = article
        .labels
        .photo
        .as_deref()
        .unwrap_or(&view.edition.words().photo);
    let has_image = article
        .figure
        .as_ref()
        .is_some_and(|figure| figure.image.is_some());
    let shown = article.map.iter().filter(|_| !has_image);
    html! {
        <>
            { for shown.map(|shown| map::render(view, shown)) }
            { for article.figure.iter().map(|figure| render(view, figure, Some(label))) }
        </>
    }
}

/// Renders a figure, with a label before its caption where it has one.
pub fn render(view: &ViewProps, figure: &Shown, label: Option<&str>) -> Html {
    html! {
        <figure part="figure">
            { for figure.image.iter().map(image) }
            <figcaption part="caption">
                if let Some(label) = label {
                    <span class="label">{ format!("{label}: ") }</span>
                }
                <span lang={view.edition.text_lang()} dir={view.edition.text_dir()}>
                    { prose::inlines(view, &figure.caption) }
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
