//! The interface strings that the widget and the loader need, as JSON in an attribute: pages carry them in their own language,
//! and the widget carries none.

use yew::AttrValue;

use super::classes::MANY_EVENTS;
use crate::edition::Edition;

/// The strings as a JSON object; `months` is a list. Those of the drawing are left out where there is none.
pub fn json(edition: &Edition) -> String {
    let words = edition.words();
    let mut strings = vec![
        ("search", &words.search),
        ("search-result", &words.search_result),
        ("search-nothing", &words.search_nothing),
        ("search-next", &words.search_next),
        ("search-previous", &words.search_previous),
        ("clear", &words.clear),
        ("close", &words.close),
        ("related-to", &words.related_to),
        ("steps", &words.steps),
        ("next-passage", &words.next_passage),
        ("previous-passage", &words.previous_passage),
        ("share", &words.share),
        ("link-copied", &words.link_copied),
        ("copy-quotation", &words.copy_quotation),
        ("quotation-copied", &words.quotation_copied),
        ("copy-refused", &words.copy_refused),
    ];
    let has_drawing = edition.article().events.len() > MANY_EVENTS;
    if has_drawing {
        strings.extend([
            ("timeline-drawn", &words.timeline_drawn),
            ("timeline-keys", &words.timeline_keys),
            ("earlier", &words.earlier),
            ("later", &words.later),
            ("zoom-in", &words.zoom_in),
            ("zoom-out", &words.zoom_out),
            ("zoom-all", &words.zoom_all),
        ]);
    }
    let mut json = String::from("{");
    for (number, (name, text)) in strings.into_iter().enumerate() {
        if number > 0 {
            json.push(',');
        }
        push(&mut json, name);
        json.push(':');
        push(&mut json, text);
    }
    if has_drawing {
        json.push_str(",\"months\":");
        push_list(&mut json, &words.months);
    }
    json.push('}');
    json
}

fn push_list(json: &mut String, texts: &[AttrValue]) {
    for (number, text) in texts.iter().enumerate() {
        json.push(if number == 0 { '[' } else { ',' });
        push(json, text);
    }
    json.push(']');
}

/// Adds a text as a JSON string. Catalogues hold no control characters but perhaps breaks between lines.
fn push(json: &mut String, text: &str) {
    json.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => json.extend(['\\', character]),
            character if character.is_control() => json.push(' '),
            character => json.push(character),
        }
    }
    json.push('"');
}
