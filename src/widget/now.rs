//! The event that the reader has come to, at the lower edge of narrow pages.

use yew::prelude::*;

use super::page::Page;

/// Renders the date and the title of an event; nothing before the first.
///
/// It is a new element each time: a translator may have put others in the place of the text inside.
pub fn event(page: &Page, id: Option<&str>) -> Html {
    let event = id.and_then(|id| Some((id, page.date(id)?, page.title(id)?)));
    match event {
        Some((id, date, title)) => html! {
            <span key={id.to_owned()} lang={title.lang} dir={title.dir}>{ date }{ " " }<b>{ title.text }</b></span>
        },
        None => Html::default(),
    }
}
