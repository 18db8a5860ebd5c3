//! The bar at the lower edge: what the reader chose, or what the passage at hand bears on.

use article::Id;
use yew::prelude::*;

use super::view::ViewProps;

/// Renders the bar. `clear` lets go of the choice, `pointed` is the passage at hand.
pub fn bar(view: &ViewProps, pointed: Option<&Id>, clear: Callback<MouseEvent>) -> Html {
    let words = view.edition.words();
    let (lang, dir) = view.edition.text();
    let title = view.chosen.as_ref().and_then(|id| view.edition.title(id));
    let bears_on = pointed.map(|passage| bears_on(view, passage));
    // The choice is said aloud when it changes; what a passage bears on is its link's own description.
    html! {
        <div class="choice" part="choice">
            <p role="status" hidden={bears_on.is_some() || title.is_none()}>
                if let Some(title) = title {
                    { format!("{} ", words.related_to) }
                    <strong {lang} {dir}>{ title.to_owned() }</strong>
                }
            </p>
            <p hidden={bears_on.is_none()}>{ for bears_on.clone() }</p>
            <button type="button" onclick={clear} hidden={bears_on.is_some() || title.is_none()}>{ &words.clear }</button>
        </div>
    }
}

/// The issues and events that a passage bears on, as links.
fn bears_on(view: &ViewProps, passage: &Id) -> Html {
    let edition = &view.edition;
    let located = edition.outline().passage(passage);
    let marks = located.map_or(&[][..], |located| &located.passage.marks);
    let (lang, dir) = edition.text();
    let link = |(number, id): (usize, &Id)| {
        let title = edition.title(id)?.to_owned();
        Some(html! {
            <>
                if number > 0 { { " · " } }
                <a href={edition.fragment(id)} lang={lang.clone()} {dir}>{ title }</a>
            </>
        })
    };
    html! {
        <>
            { format!("{}: ", edition.words().bears_on) }
            { for marks.iter().enumerate().filter_map(link) }
        </>
    }
}
