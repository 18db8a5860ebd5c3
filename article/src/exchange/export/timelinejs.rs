//! TimelineJS 3 JSON: the events, and what the article says of each.

use serde::Serialize;

use super::html;
use crate::Language;
use crate::model::{Article, Date, Event, Figure, Point};
use crate::outline::{Outline, Place};

#[derive(Serialize)]
struct Timeline {
    title: Slide,
    events: Vec<Slide>,
}

#[derive(Default, Serialize)]
struct Slide {
    #[serde(skip_serializing_if = "Option::is_none")]
    unique_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    text: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    media: Option<Media>,
}

#[derive(Serialize)]
struct Day {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<u8>,
}

#[derive(Default, Serialize)]
struct Text {
    headline: String,
    text: String,
}

#[derive(Serialize)]
struct Media {
    url: String,
    caption: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    credit: Option<String>,
    alt: String,
}

/// Writes an article's events as TimelineJS 3 JSON.
///
/// The headline and the lead are the title slide. An event's slide holds the passages that bear on it, in the order of
/// the article, and the issues it bears on; the first of them is its group. TimelineJS has no time zones and no words for
/// a date that is open: a time of the day is in `display_date`, what the article leaves open is the last paragraph.
/// Sections, stances and places have no room there.
pub fn timelinejs(article: &Article) -> String {
    let outline = Outline::of(article);
    let timeline = Timeline {
        title: Slide {
            text: Text {
                headline: html::escaped(&article.headline),
                text: html::blocks(&article.lead),
            },
            media: article.figure.as_ref().and_then(media),
            ..Slide::default()
        },
        events: article
            .events
            .iter()
            .map(|event| slide(article, &outline, event))
            .collect(),
    };
    // Texts, numbers and lists are JSON, whatever is in them.
    serde_json::to_string_pretty(&timeline).unwrap_or_default() + "\n"
}

fn slide(article: &Article, outline: &Outline<'_>, event: &Event) -> Slide {
    let mut text = String::new();
    let mut figure = None;
    for located in outline.passages_on(&event.id) {
        let words = html::inlines(&located.passage.content);
        text.push_str(&format!("<p>{words}</p>"));
        if located.place == Place::Caption {
            figure = article.figure.as_ref();
        }
    }
    let issues = outline.issues_of(event);
    let titles: Vec<_> = issues
        .iter()
        .map(|issue| html::escaped(&issue.title))
        .collect();
    if !titles.is_empty() {
        text.push_str(&format!("<p><small>{}</small></p>", titles.join(" · ")));
    }
    if let Some(note) = &event.date.note {
        text.push_str(&format!("<p><small>{}</small></p>", html::escaped(note)));
    }
    Slide {
        unique_id: Some(event.id.to_string()),
        start_date: Some(day(event.date.start)),
        end_date: event.date.end.map(day),
        display_date: timed(&event.date, &article.lang),
        group: issues.first().map(|issue| issue.title.clone()),
        text: Text {
            headline: html::escaped(&event.title),
            text,
        },
        media: figure.and_then(media),
    }
}

/// The day of a point. Years before the common era are negative, and -44 is shown as 44 BCE: there is no year 0.
fn day(point: Point) -> Day {
    let year = if point.year > 0 {
        point.year
    } else {
        point.year - 1
    };
    Day {
        year,
        month: point.month,
        day: point.day,
    }
}

/// The date in words, where it has a time of the day.
fn timed(date: &Date, lang: &str) -> Option<String> {
    let points = [Some(date.start), date.end];
    let is_timed = points
        .into_iter()
        .flatten()
        .any(|point| point.time.is_some());
    is_timed.then(|| {
        let own = date.labels.get(lang).cloned();
        own.unwrap_or_else(|| date.label(Language::from_tag(lang).unwrap_or_default()))
    })
}

fn media(figure: &Figure) -> Option<Media> {
    let image = figure.image.as_ref()?;
    Some(Media {
        url: image.src.as_str().to_owned(),
        caption: html::inlines(&figure.caption),
        credit: figure.credit.as_deref().map(html::escaped),
        alt: image.alt.clone(),
    })
}
