//! The bar at the lower edge: what the reader chose, or what the passage at hand bears on.

use yew::prelude::*;

use super::page::{Page, Title};
use crate::contract::MARKS;

/// Renders the bar. The choice is said aloud when it changes; what a passage bears on is its link's own description.
///
/// What changes is an element of its own each time: a translator may have put others in the place of the text inside.
pub fn bar(page: &Page, chosen: Option<&str>, pointed: Option<&str>) -> Html {
    let title = chosen.and_then(|id| page.title(id));
    let links = pointed.map(|passage| links(page, passage));
    let is_choice = links.is_none() && title.is_some();
    html! {
        <>
            <p role="status" hidden={!is_choice}>
                { for title.map(|title| related(page, title)) }
            </p>
            <p hidden={links.is_none()}>{ for links }</p>
            <button type="button" data-do="clear" hidden={!is_choice}>{ page.string("clear") }</button>
        </>
    }
}

fn related(page: &Page, Title { text, lang, dir }: Title) -> Html {
    html! {
        <span key={text.as_str()}>{ page.string("related-to") }{ " " }<strong {lang} {dir}>{ text }</strong></span>
    }
}

/// The issues and events that a passage bears on, as links.
fn links(page: &Page, passage: &str) -> Html {
    let marks = page
        .item(passage)
        .and_then(|passage| passage.get_attribute(MARKS));
    let marks = marks.unwrap_or_default();
    let titles = marks
        .split(' ')
        .filter_map(|id| Some((id, page.title(id)?)));
    let link = |(number, (id, Title { text, lang, dir })): (usize, (&str, Title))| {
        html! {
            <>
                if number > 0 { { " · " } }
                <a href={page.fragment(id)} {lang} {dir}>{ text }</a>
            </>
        }
    };
    html! {
        <span key={passage.to_owned()}>
            { format!("{}: ", page.string("bears-on")) }
            { for titles.enumerate().map(link) }
        </span>
    }
}
