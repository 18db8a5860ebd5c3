//! The interface strings that the widget and the element need, as JSON in an attribute: pages carry them in their own language,
//! and the widget carries none.

use yew::AttrValue;

use crate::edition::Edition;

/// The strings as a JSON object; `months` is a list. Those of the timeline are left out where there is none.
pub fn json(edition: &Edition) -> String {
    let words = edition.words();
    let mut strings = vec![
        ("search", &words.search),
        ("search-result", &words.search_result),
        ("search-nothing", &words.search_nothing),
        ("search-next", &words.search_next),
        ("search-previous", &words.search_previous),
        ("related-to", &words.related_to),
        ("bears-on", &words.bears_on),
        ("clear", &words.clear),
        ("link-copied", &words.link_copied),
        ("quotation-copied", &words.quotation_copied),
        ("copy-refused", &words.copy_refused),
        ("expand-all", &words.expand_all),
        ("collapse-all", &words.collapse_all),
    ];
    let has_timeline = !edition.article().events.is_empty();
    if has_timeline {
        strings.extend([
            ("timeline-drawn", &words.timeline_drawn),
            ("timeline-keys", &words.timeline_keys),
            ("previous-event", &words.previous_event),
            ("next-event", &words.next_event),
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
    if has_timeline {
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
