//! Text. A paragraph holds the article's words and nothing else; the notes of its passages follow it.

use article::{Block, Id, Inline, Mark, Passage, plain_inlines};
use yew::prelude::*;

use super::classes::{MANY_EVENTS, MOST_NOTES, bearing, letter, numbered};
use super::figure;
use super::notes::{Note, notes};
use crate::edition::Edition;

/// With so many notes in a paragraph, passages that bear on the same share one wherever they are.
const CROWDED: usize = 12;

/// A part of the text whose passages are numbered together: their notes are beside it, one below the other.
#[derive(Default)]
pub struct Scope {
    /// The number of the last note.
    last: usize,
    /// How high all notes will be, in pixels.
    notes: usize,
    /// How many lines the text will have, in tenths.
    lines: usize,
}

impl Scope {
    /// Whether the notes would be higher than the text: they are a line each then.
    pub fn is_dense(&self) -> bool {
        self.notes * 10 > self.lines * 29 + 200
    }
}

/// Renders blocks of text.
pub fn blocks(edition: &Edition, blocks: &[Block], scope: &mut Scope) -> Html {
    blocks
        .iter()
        .map(|each| block(edition, each, scope))
        .collect()
}

fn block(edition: &Edition, block: &Block, scope: &mut Scope) -> Html {
    match block {
        Block::Paragraph(content) => {
            noted(edition, content, scope, |words| html! { <p>{ words }</p> })
        }
        Block::Heading { level, content } => {
            // In the document a section's heading is of the second level; here it is one below the headline.
            let tag = edition.heading(level.saturating_sub(1));
            noted(
                edition,
                content,
                scope,
                |words| html! { <@{tag} class="subheading">{ words }</@> },
            )
        }
        Block::Quote(content) => {
            html! { <blockquote>{ blocks(edition, content, scope) }</blockquote> }
        }
        Block::Bullets(items) => {
            html! { <ul>{ for items.iter().map(|each| item(edition, each, scope)) }</ul> }
        }
        Block::Numbers { start, items } => {
            let start = (*start != 1).then(|| start.to_string());
            html! { <ol {start}>{ for items.iter().map(|each| item(edition, each, scope)) }</ol> }
        }
        Block::Figure(shown) => {
            if shown.image.is_some() {
                scope.lines += 100;
            }
            figure::render(edition, shown, None, scope)
        }
    }
}

fn item(edition: &Edition, item: &[Block], scope: &mut Scope) -> Html {
    html! { <li>{ blocks(edition, item, scope) }</li> }
}

/// An element of text, which `wrap` makes of its words, followed by the notes of its passages; together they are a row.
pub fn noted(
    edition: &Edition,
    content: &[Inline],
    scope: &mut Scope,
    wrap: impl FnOnce(Html) -> Html,
) -> Html {
    scope.lines += plain_inlines(content).chars().count().div_ceil(68) * 10 + 6;
    let mut run = Run {
        edition,
        scope,
        last: None,
        found: Vec::new(),
    };
    let words = content.iter().map(|inline| run.top(inline)).collect();
    let found = run.found;
    let element = wrap(words);
    if found.is_empty() {
        return element;
    }
    scope.notes += found.iter().map(|note| note.height(edition)).sum::<usize>();
    html! { <div class="row">{ element }{ notes(edition, &found) }</div> }
}

/// Renders a run of text away from its place, where its passages are words like any others.
pub fn inlines_plain(content: &[Inline]) -> Html {
    fn passage(passage: &Passage) -> Html {
        inlines_plain(&passage.content)
    }
    content
        .iter()
        .map(|each| inline(each, &mut passage))
        .collect()
}

fn inline(inline_: &Inline, passage: &mut dyn FnMut(&Passage) -> Html) -> Html {
    let mut all =
        |content: &[Inline]| -> Html { content.iter().map(|each| inline(each, passage)).collect() };
    match inline_ {
        Inline::Text(words) => html! { { words.clone() } },
        Inline::Emphasis(content) => html! { <em>{ all(content) }</em> },
        Inline::Strong(content) => html! { <strong>{ all(content) }</strong> },
        Inline::Link { url, content } => {
            html! { <a href={url.as_str().to_owned()}>{ all(content) }</a> }
        }
        Inline::Passage(marked) => passage(marked),
        Inline::Break => html! { <br /> },
    }
}

/// A run of text with its passages. Neighbours that bear on the same share a note: nothing but white space is between them.
struct Run<'e, 's> {
    edition: &'e Edition,
    scope: &'s mut Scope,
    /// What the passage before bears on, and the number of its note.
    last: Option<(Vec<usize>, Option<usize>)>,
    found: Vec<Note<'e>>,
}

impl Run<'_, '_> {
    fn top(&mut self, each: &Inline) -> Html {
        let keeps = match each {
            Inline::Passage(_) => true,
            Inline::Text(words) => words.trim().is_empty(),
            _ => false,
        };
        if !keeps {
            self.last = None;
        }
        inline(each, &mut |passage| self.passage(passage))
    }

    fn passage(&mut self, passage: &Passage) -> Html {
        let (edition, outline) = (self.edition, self.edition.outline());
        let mut marks: Vec<Mark<'_>> = Vec::new();
        for mark in passage.marks.iter().filter_map(|id| outline.mark(id)) {
            if marks.iter().all(|other| other.number != mark.number) {
                marks.push(mark);
            }
        }
        let numbers: Vec<_> = marks.iter().map(|mark| mark.number).collect();
        let mut key = numbers.clone();
        key.sort_unstable();
        let joined = self
            .last
            .take()
            .filter(|(last, _)| *last == key && !key.is_empty());
        let is_crowded = self.found.len() >= CROWDED;
        let before = is_crowded.then(|| self.found.iter().find(|note| note.key == key));
        let place = match (joined, before.flatten()) {
            (Some((_, place)), _) => place,
            // Its note is level with the first of them: with many anchors of one name browsers take their time.
            (_, Some(_)) => None,
            _ if marks.is_empty() => None,
            _ => {
                self.scope.last += 1;
                let place = self.scope.last;
                let key = key.clone();
                self.found.push(Note { place, key, marks });
                Some(place)
            }
        };
        self.last = Some((key, place));
        let place = place.filter(|place| *place <= MOST_NOTES);
        let lights = lights(edition, passage, &numbers);
        let class = classes!(
            "passage",
            place.map(|place| numbered('a', place)),
            bearing(numbers.iter().copied()),
            (!lights.is_empty()).then_some("v"),
            lights
        );
        let letters: Vec<_> = numbers.iter().copied().map(letter).collect();
        let words: Html = passage
            .content
            .iter()
            .map(|each| inline(each, &mut |inner| self.passage(inner)))
            .collect();
        html! {
            <span {class} id={edition.id(&passage.id)} part="passage" data-letter={(!letters.is_empty()).then(|| letters.join(" "))} data-marks={ids(passage.marks.iter())}>{ words }</span>
        }
    }
}

/// The classes of the events whose stations light as this passage, their first, is read.
fn lights(edition: &Edition, passage: &Passage, numbers: &[usize]) -> Vec<AttrValue> {
    let article = edition.article();
    if article.events.len() > MANY_EVENTS {
        return Vec::new();
    }
    let events = numbers
        .iter()
        .filter_map(|number| number.checked_sub(article.issues.len() + 1));
    let first = |at: &usize| {
        let event = article.events.get(*at)?;
        edition.outline().passages_on(&event.id).next()
    };
    let events = events.filter(|at| first(at).is_some_and(|first| first.passage.id == passage.id));
    events.map(|at| numbered('v', at + 1)).collect()
}

/// Ids as an attribute lists them; none where there are none.
fn ids<'a>(ids: impl Iterator<Item = &'a Id>) -> Option<String> {
    let ids = ids.map(Id::as_str).collect::<Vec<_>>().join(" ");
    (!ids.is_empty()).then_some(ids)
}
