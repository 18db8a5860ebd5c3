//! Events, issues, questions.

use super::super::draft::Draft;
use super::fields::{Fields, brief};
use super::parse::Value;
use super::{body, date as english, dated};
use crate::model::{Date, Event, Id, Inline, Issue, Stance, Url};

/// Reads the issues: lines with a title, a stance and what the article says of each.
pub(super) fn issues(file: &mut Fields, draft: &mut Draft) {
    for (place, mut issue) in objects(file, &["issues"], "title", draft) {
        let Some(title) = issue.plain(&["title", "headline", "name"], draft) else {
            draft.note(
                &place,
                "an issue without a title was left out",
                "write its title",
            );
            issue.done(draft);
            continue;
        };
        let given = issue.text(&["id", "slug"], draft).map(|(_, id)| id);
        let id = draft.id(given.as_deref(), &title, &format!("{place}.id"));
        let said = issue.text(&["stance"], draft);
        let named = |name: &str| {
            Stance::ALL
                .into_iter()
                .find(|stance| stance.name() == name.trim().to_lowercase())
        };
        let stance = said.as_ref().and_then(|(_, name)| named(name));
        if stance.is_none() {
            let said = said.map_or("no stance".to_owned(), |(_, name)| {
                format!("the stance “{name}”")
            });
            let message = format!("the issue `{id}` has {said}; `contention` stands for it");
            draft.note(
                &format!("{place}.stance"),
                message,
                "write contention, common-ground, alliance or proposal",
            );
        }
        let summary = issue.plain(&["summary"], draft);
        let source = link(&mut issue, draft);
        let text = issue.take_named(&["text", "body", "description"]);
        let text = text
            .map(|(place, value)| body::blocks(value, &place, draft))
            .unwrap_or_default();
        issue.done(draft);
        draft.article.issues.push(Issue {
            id: id.clone(),
            title: title.clone(),
            summary,
            stance: stance.unwrap_or(Stance::Contention),
            source,
            updated: None,
        });
        if !text.is_empty() {
            draft.section(vec![Inline::Text(title)], text, &[id]);
        }
    }
}

/// Reads the questions with their answers.
pub(super) fn questions(file: &mut Fields, draft: &mut Draft) {
    for (place, mut question) in objects(file, &["questions", "qa", "faq"], "question", draft) {
        let heading = question.plain(&["question", "q", "title", "headline"], draft);
        let answer = question.take_named(&["answer", "a", "text", "body"]);
        let answer = answer
            .map(|(place, value)| body::blocks(value, &place, draft))
            .unwrap_or_default();
        question.done(draft);
        let Some(heading) = heading else {
            draft.note(
                &place,
                "an answer without a question stands under “Question”",
                "write the question",
            );
            draft.section(vec![Inline::Text("Question".to_owned())], answer, &[]);
            continue;
        };
        draft.section(vec![Inline::Text(heading)], answer, &[]);
    }
}

/// Reads the events.
pub(super) fn events(file: &mut Fields, draft: &mut Draft) {
    for (place, mut event) in objects(file, &["events", "timeline"], "date", draft) {
        let when = event.text(&["date", "start", "start_date"], draft);
        let until = event
            .text(&["end", "end_date", "until"], draft)
            .map(|(_, text)| text);
        let title = event.plain(&["title", "headline", "hed", "name"], draft);
        let given = event.text(&["id", "slug"], draft).map(|(_, id)| id);
        let text = event.take_named(&["text", "body", "description"]);
        let text = text
            .map(|(place, value)| body::blocks(value, &place, draft))
            .unwrap_or_default();
        let source = link(&mut event, draft);
        let issues = named(&mut event, draft);
        if let Some((place, name)) = event.text(&["place", "location"], draft) {
            let message = format!("a place needs its coordinates; left out: “{name}”");
            let help = format!("write place = {{ name = {name:?}, lat = …, lon = … }}");
            draft.note(&place, message, help);
        }
        event.done(draft);
        let title = title.unwrap_or_else(|| {
            draft.note(
                &format!("{place}.title"),
                "an event has no title; “Event” stands for it",
                "write its title",
            );
            "Event".to_owned()
        });
        let heading = vec![Inline::Text(title.clone())];
        let date = when
            .as_ref()
            .and_then(|(place, when)| date(when, until.as_deref(), place, draft));
        let Some(date) = date else {
            let message = format!(
                "“{title}” has no date that can be kept, so that it is a section and no event"
            );
            draft.note(
                &place,
                message,
                "add an event with a date, and mark the words that bear on it",
            );
            draft.section(heading, text, &issues);
            continue;
        };
        let id = draft.id(given.as_deref(), &title, &format!("{place}.id"));
        let event = Event {
            id,
            title,
            date,
            place: None,
            issues,
            source,
            updated: None,
        };
        draft.event(event, heading, text);
    }
}

/// Reads a date, with its end where it has one of its own.
pub(super) fn date(
    text: &str,
    until: Option<&str>,
    place: &str,
    draft: &mut Draft,
) -> Option<Date> {
    let help = "write 2018, 2018-07, 2018-07-16, 16 July 2018 or July 16, 2018; a span as 2018-07-11/2018-07-12";
    let Some(written) = english::read(text) else {
        draft.note(
            place,
            format!("“{text}” is not a date that can be read; left out"),
            help,
        );
        return None;
    };
    let mut end = written.end;
    if let Some(until) = until {
        match english::read(until) {
            Some(last) if last.start >= written.start => end = Some(last.end.unwrap_or(last.start)),
            _ => draft.note(
                place,
                format!("“{until}” is not an end that can be read; left out"),
                help,
            ),
        }
    }
    Some(Date {
        circa: written.circa,
        ..dated(written.start, end)
    })
}

/// The issues that an event names, by id or by title; new ones where there are none yet.
fn named(event: &mut Fields, draft: &mut Draft) -> Vec<Id> {
    let Some((place, value)) = event.take_named(&["issues", "issue", "group"]) else {
        return Vec::new();
    };
    let names: Vec<String> = match value {
        Value::Text(names) => names.split(',').map(str::to_owned).collect(),
        Value::List(names) => names
            .iter()
            .filter_map(|name| {
                if let Value::Text(name) = name {
                    Some(name.clone())
                } else {
                    None
                }
            })
            .collect(),
        other => {
            draft.note(
                &place,
                format!("names of issues are wanted; left out: {}", brief(&other)),
                "write them with commas between",
            );
            return Vec::new();
        }
    };
    let mut ids = Vec::new();
    for name in names
        .iter()
        .map(|name| name.trim())
        .filter(|name| !name.is_empty())
    {
        let known = draft
            .article
            .issues
            .iter()
            .find(|issue| issue.id.as_str() == name)
            .map(|issue| issue.id.clone());
        let id = known.unwrap_or_else(|| draft.issue_titled(name, &place));
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

fn link(fields: &mut Fields, draft: &mut Draft) -> Option<Url> {
    let (place, text) = fields.text(&["source", "url", "link"], draft)?;
    let url = Url::try_from(text.clone());
    url.map_err(|error| draft.note(&place, format!("{error}; left out: {text}"), error.mend()))
        .ok()
}

/// The objects of a list, each with its place. A text in it is an object with one field.
fn objects(
    file: &mut Fields,
    keys: &[&str],
    first: &str,
    draft: &mut Draft,
) -> Vec<(String, Fields)> {
    let Some((place, value)) = file.take_named(keys) else {
        return Vec::new();
    };
    let items = match value {
        Value::List(items) => items,
        other => {
            draft.note(
                &place,
                format!("a list is wanted; left out: {}", brief(&other)),
                format!("write [{place}], and lines such as `{first}: …` under it"),
            );
            return Vec::new();
        }
    };
    let mut objects = Vec::new();
    for (at, item) in items.into_iter().enumerate() {
        let place = format!("{place}[{at}]");
        let fields = match item {
            Value::Object(fields) => fields,
            Value::Text(text) => vec![(first.to_owned(), Value::Text(text))],
            other => {
                draft.note(
                    &place,
                    format!("left out: {}", brief(&other)),
                    "write it by hand",
                );
                continue;
            }
        };
        objects.push((place.clone(), Fields::new(fields, &place)));
    }
    objects
}
