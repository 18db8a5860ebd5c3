//! One slide: date, words, media, group.

use super::super::draft::Draft;
use super::super::html;
use super::fields::Fields;
use super::{date, media};
use crate::model::{Block, Event, Inline};

/// The words of a slide.
struct Words {
    headline: Vec<Inline>,
    /// The headline without emphasis and links.
    title: String,
    body: Vec<Block>,
    /// Whether bare addresses become links.
    autolink: bool,
}

/// Reads the title slide: the headline, the lead, the article's figure.
pub(super) fn title(mut slide: Fields, draft: &mut Draft) {
    let words = words(&mut slide, draft);
    draft.article.headline = words.title;
    draft.article.lead = words.body;
    if let Some(media) = slide.object("media", draft) {
        match media::read(media, words.autolink, draft) {
            Some(Block::Figure(figure)) => draft.article.figure = Some(figure),
            Some(block) => draft.article.lead.push(block),
            None => {}
        }
    }
    for key in [
        "start_date",
        "end_date",
        "display_date",
        "group",
        "unique_id",
    ] {
        slide.lose(
            key,
            "a headline has no such thing; left out",
            "say it in the text, or in an event",
            draft,
        );
    }
    looks(&mut slide, draft);
    slide.done(draft);
}

/// Reads an event. Where it has no date that can be kept, its words are kept as a section.
pub(super) fn event(mut slide: Fields, draft: &mut Draft) {
    let mut words = words(&mut slide, draft);
    if let Some(media) = slide.object("media", draft) {
        words.body.extend(media::read(media, words.autolink, draft));
    }
    looks(&mut slide, draft);
    let date = date::read(&mut slide, draft);
    let id = slide.text("unique_id", draft);
    let group = slide.text("group", draft);
    let issues = group.map(|group| draft.issue_titled(group.trim(), &slide.place("group")));
    let issues: Vec<_> = issues.into_iter().collect();
    let place = slide.path.clone();
    if words.title.trim().is_empty() {
        words.title = "Event".to_owned();
        words.headline = vec![Inline::Text(words.title.clone())];
        draft.note(
            &slide.place("text.headline"),
            "a slide has no headline; “Event” stands for it",
            "write the event's title",
        );
    }
    match date {
        Some(date) => {
            let id = draft.id(id.as_deref(), &words.title, &slide.place("unique_id"));
            let event = Event {
                id,
                title: words.title,
                date,
                place: None,
                issues,
                source: None,
                updated: None,
            };
            draft.event(event, words.headline, words.body);
        }
        None => {
            let message = format!(
                "“{}” has no date that can be kept, so that it is a section and no event",
                words.title
            );
            draft.note(
                &place,
                message,
                "add an event with a date, and mark the words that bear on it",
            );
            if let Some(id) = id {
                draft.note(
                    &slide.place("unique_id"),
                    format!("left out: `{id}`"),
                    "give this id to the event",
                );
            }
            draft.section(words.headline, words.body, &issues);
        }
    }
    slide.done(draft);
}

/// Reads an era: a span with a name.
pub(super) fn era(mut era: Fields, draft: &mut Draft) {
    let words = words(&mut era, draft);
    let date = date::read(&mut era, draft);
    let place = era.path.clone();
    era.done(draft);
    let title = match words.title.trim() {
        "" => "Era".to_owned(),
        title => title.to_owned(),
    };
    let Some(date) = date else {
        let message = format!("the era “{title}” has no dates that can be kept and was left out");
        return draft.note(&place, message, "add an event with a span by hand");
    };
    let id = draft.id(None, &title, &place);
    draft.note(
        &place,
        format!("the era became the event `{id}` with a span"),
        "leave it out if the timeline reads better without it",
    );
    let event = Event {
        id,
        title,
        date,
        place: None,
        issues: Vec::new(),
        source: None,
        updated: None,
    };
    match words.body.is_empty() {
        true => draft.article.events.push(event),
        false => draft.event(event, words.headline, words.body),
    }
}

fn words(slide: &mut Fields, draft: &mut Draft) -> Words {
    let autolink = slide
        .take("autolink")
        .and_then(|autolink| autolink.as_bool())
        .unwrap_or(true);
    let mut words = Words {
        headline: Vec::new(),
        title: String::new(),
        body: Vec::new(),
        autolink,
    };
    let Some(mut text) = slide.object("text", draft) else {
        return words;
    };
    if let Some(headline) = text.text("headline", draft) {
        let read = html::read(&headline, false);
        words.title = read.plain();
        words.headline = read.words();
        say_lost(&text.place("headline"), read.lost, draft);
    }
    if let Some(body) = text.text("text", draft) {
        let read = html::read(&body, autolink);
        words.body = read.blocks;
        say_lost(&text.place("text"), read.lost, draft);
    }
    text.done(draft);
    words
}

/// Reports what HTML was not kept.
pub(super) fn say_lost(place: &str, lost: Vec<String>, draft: &mut Draft) {
    for lost in lost {
        draft.note(place, lost, "see whether the article needs it");
    }
}

/// Reports how a slide looked.
fn looks(slide: &mut Fields, draft: &mut Draft) {
    slide.lose(
        "background",
        "the background is not kept",
        "style the explainer with its custom properties",
        draft,
    );
}
