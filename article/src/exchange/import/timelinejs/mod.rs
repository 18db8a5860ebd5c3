//! TimelineJS 3 JSON, as <https://timeline.knightlab.com/docs/json-format.html> has it.
//!
//! ```text
//! mod      the timeline: its title, its events, its eras
//! slide    one slide: date, words, media, group
//! media    images and embeds
//! date     dates
//! fields   an object read field by field, so that what nobody asked for is reported
//! ```

mod date;
mod fields;
mod media;
mod slide;

use serde_json::Value;

use super::draft::Draft;
use super::{ImportError, Imported};
use fields::{Fields, brief};

/// Reads a TimelineJS 3 file.
///
/// The title slide becomes headline and lead, each event an event and a section whose words bear on it, each group an
/// issue whose stance the editor has to confirm, each era an event with a span.
pub fn timelinejs(json: &str) -> Result<Imported, ImportError> {
    let value: Value =
        serde_json::from_str(json.trim_start_matches('\u{feff}')).map_err(|error| ImportError {
            place: format!("{}:{}", error.line(), error.column()),
            message: format!("this is not JSON: {error}"),
            help: "export the timeline as JSON once more, or mend it there".to_owned(),
        })?;
    let wrong = |place: &str, message: &str, help: &str| ImportError {
        place: place.to_owned(),
        message: message.to_owned(),
        help: help.to_owned(),
    };
    let Value::Object(map) = value else {
        let help = "a TimelineJS file is an object with `events`: { \"events\": [ … ] }";
        return Err(wrong("1:1", "the file is not one JSON object", help));
    };
    if map.contains_key("timeline") && !map.contains_key("events") {
        let help = "convert it first; TimelineJS 3 has `events` at the top";
        return Err(wrong(
            "timeline",
            "this is the format of TimelineJS 2",
            help,
        ));
    }
    let mut draft = Draft::new();
    let mut timeline = Fields::new(map, "");
    let Some(Value::Array(events)) = timeline.take("events") else {
        let help = "a TimelineJS file has a list of slides: \"events\": [ … ]";
        return Err(wrong("events", "there is no list of events", help));
    };
    scale(&mut timeline, &mut draft);
    if let Some(title) = timeline.object("title", &mut draft) {
        slide::title(title, &mut draft);
    }
    if draft.article.headline.trim().is_empty() {
        draft.article.headline = "Timeline".to_owned();
        draft.note(
            "title.text.headline",
            "the timeline has no headline; “Timeline” stands for it",
            "write the headline",
        );
    }
    for (at, event) in events.into_iter().enumerate() {
        let place = format!("events[{at}]");
        match event {
            Value::Object(map) => slide::event(Fields::new(map, &place), &mut draft),
            other => draft.note(
                &place,
                format!("{} is not a slide", brief(&other)),
                "add the event by hand",
            ),
        }
    }
    match timeline.take("eras") {
        None | Some(Value::Null) => {}
        Some(Value::Array(eras)) => {
            for (at, era) in eras.into_iter().enumerate() {
                let place = format!("eras[{at}]");
                match era {
                    Value::Object(map) => slide::era(Fields::new(map, &place), &mut draft),
                    other => draft.note(
                        &place,
                        format!("{} is not an era", brief(&other)),
                        "add it by hand",
                    ),
                }
            }
        }
        Some(other) => draft.note(
            "eras",
            format!("{} is not a list", brief(&other)),
            "add the eras by hand",
        ),
    }
    timeline.done(&mut draft);
    draft.finish()
}

fn scale(timeline: &mut Fields, draft: &mut Draft) {
    match timeline.text("scale", draft).as_deref() {
        None | Some("human") => {}
        Some(scale) => {
            let message = format!(
                "the scale `{scale}` is not kept: the explainer's timeline lists events in order"
            );
            draft.note(
                "scale",
                message,
                "see that no event lies outside the years -9999 to 9999",
            );
        }
    }
}

#[cfg(test)]
mod tests;
