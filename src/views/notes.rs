//! The notes of a paragraph: for each passage the issues and events that it bears on. Beside the text they are notes, level with
//! their line; on narrower pages the same buttons are bars in the gutter.
//!
//! One of them is a Tab stop, and the arrow keys lead to the others.

use article::{Item, Mark};
use yew::prelude::*;

use super::card;
use super::classes::{MOST_NOTES, bearing, numbered};
use crate::edition::Edition;

/// The note of a passage, or of neighbours that bear on the same.
pub struct Note<'a> {
    /// Its number in its scope.
    pub place: usize,
    /// The numbers of what the passage bears on, in order.
    pub key: Vec<usize>,
    /// What the passage bears on, in the order of its marks.
    pub marks: Vec<Mark<'a>>,
}

impl Note<'_> {
    /// How high the note will be, more or less, in pixels.
    pub fn height(&self, edition: &Edition) -> usize {
        let lines = |mark: &Mark<'_>| {
            let (title, before) = match mark.item {
                Item::Issue(issue) => (&issue.title, 2),
                Item::Event(event) => {
                    (&event.title, 1 + edition.label(&event.date).chars().count())
                }
            };
            (title.chars().count() + before).div_ceil(27)
        };
        8 + self
            .marks
            .iter()
            .map(|mark| 6 + 18 * lines(mark))
            .sum::<usize>()
    }
}

/// Renders the notes of a paragraph.
pub fn notes(edition: &Edition, notes: &[Note<'_>]) -> Html {
    let mut is_first = true;
    html! {
        <ul class="notes" aria-label={edition.words().bears_on.clone()} data-keys="" data-skip="">
            { for notes.iter().map(|note| render(edition, note, &mut is_first)) }
        </ul>
    }
}

fn render(edition: &Edition, note: &Note<'_>, is_first: &mut bool) -> Html {
    let (issues, events): (Vec<&Mark<'_>>, Vec<_>) =
        note.marks.iter().partition(|mark| mark.stance().is_some());
    let stance = issues.first().and_then(|mark| mark.stance());
    let place = match note.place <= MOST_NOTES {
        true => numbered('n', note.place),
        false => "far".into(),
    };
    let class = classes!(
        "note",
        place,
        stance.map(|stance| stance.name()),
        bearing(note.marks.iter().map(|mark| mark.number))
    );
    let open = |mark: &Mark<'_>| {
        let tabindex = (!std::mem::take(is_first)).then_some("-1");
        let class = classes!("open", mark.stance().map(|stance| stance.name()));
        let (lang, dir) = edition.text();
        let words = match mark.item {
            Item::Issue(issue) => html! { { issue.title.clone() } },
            Item::Event(event) => {
                html! { <><i>{ edition.label(&event.date) }</i>{ " " }{ event.title.clone() }</> }
            }
        };
        html! { <button type="button" {class} popovertarget={card::id(edition, mark.number)} {tabindex} {lang} {dir}>{ words }</button> }
    };
    let buttons: Html = issues.into_iter().chain(events).map(open).collect();
    html! { <li {class}>{ buttons }</li> }
}
