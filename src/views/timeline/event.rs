//! An event: its station on the ribbon, which chooses it, and its card.

use article::Event;
use yew::prelude::*;

use super::radio;
use crate::edition::Edition;
use crate::timeline;
use crate::views::card;
use crate::views::classes::{MOST_MARKS, bearing, letter, numbered};
use crate::views::date;

/// An event, `at` in the order of time from 0. In a long timeline it has no radio button, and says when it is for the drawing.
pub fn station(edition: &Edition, event: &Event, at: usize, is_long: bool) -> Html {
    let outline = edition.outline();
    let date = &event.date;
    let number = edition.article().issues.len() + at + 1;
    let next = edition.article().events.get(at + 1).filter(|_| !is_long);
    let between = next.and_then(|next| date::gap(edition, date, &next.date));
    let issues = outline.issues_of(event);
    let bears_on = issues.iter().filter_map(|issue| outline.mark(&issue.id));
    let class = classes!(
        "event",
        date.planned.then_some("planned"),
        date.disputed.then_some("disputed"),
        date.circa.then_some("circa"),
        date::is_year_only(date).then_some("year"),
        date.end.is_some().then_some("span"),
        bearing(std::iter::once(number).chain(bears_on.map(|mark| mark.number))),
        (!is_long).then(|| numbered('s', at + 1))
    );
    let time = is_long.then(|| timeline::Event::of(event, edition.language()).encoded());
    let (lang, dir) = edition.text();
    html! {
        <li id={edition.id(&event.id)} {class} part="event" data-item="event" data-time={time}>
            <label class="station">
                { for (!is_long && number <= MOST_MARKS).then(|| radio(edition, number, Some(event.id.as_str()))) }
                <span class="dot"></span>
                <span class="when" data-when={is_long.then_some("")}>
                    { date::circa(edition, date) }
                    { date::time(edition, date) }
                    { for date::tags(edition, date).map(|tag| html! { <span class="tag">{ format!(", {tag}") }</span> }) }
                </span>
                <span class="title" part="event-title" data-title="" data-letter={letter(number)} {lang} {dir}>{ event.title.clone() }</span>
            </label>
            <button type="button" class="cover" popovertarget={card::id(edition, number)} tabindex={(!is_long).then_some("-1")} aria-label={event.title.clone()}></button>
            { for between.map(|gap| html! { <span class="gap" data-skip="">{ gap }</span> }) }
            { card::event(edition, event, number) }
        </li>
    }
}
