//! The scaffold as a document: front matter in which every guess says so, and the text with its marks.

use super::events::Proposal;
use super::headings::asks;
use super::layout::{Layout, Role};
use super::markdown::markdown;

/// Writes the document.
pub(super) fn document(layout: &Layout, lang: Option<&str>, events: &[Proposal]) -> String {
    let mut lines = vec![
        "+++".to_owned(),
        "# Made from plain text. Confirm each line that ends in a `# guess` or follows one, and take the comment away."
            .to_owned(),
    ];
    once(layout, lang, &mut lines);
    labels(layout, &mut lines);
    people(layout, &mut lines);
    figures(layout, &mut lines);
    issues(&mut lines);
    for event in events {
        lines.push(String::new());
        self::event(event, &mut lines);
    }
    headings(layout, &mut lines);
    lines.push("+++".to_owned());
    let text = body(layout);
    let body: Vec<_> = text.iter().map(String::as_str).collect();
    lines.join("\n") + "\n\n" + &body.join("\n\n") + if body.is_empty() { "" } else { "\n" }
}

/// What stands in the front matter once.
fn once(layout: &Layout, lang: Option<&str>, lines: &mut Vec<String>) {
    let why = match layout.has_headline {
        true => "the first line",
        false => "the text has no headline; these are its first words, write one",
    };
    lines.push(guess("headline", &layout.headline, why));
    lines.push(match lang {
        Some(lang) => guess("lang", lang, "told by the letters and words of the text"),
        None => {
            "# lang = \"…\"  # the text does not tell its language; without this line it is English"
                .to_owned()
        }
    });
    if let Some((label, kind)) = &layout.kind {
        lines.push(guess(
            "kind",
            kind,
            &format!("the line begins with “{label}”"),
        ));
    }
    lines.push("# publisher = \"…\"  # the text does not name it".to_owned());
    if let Some(published) = &layout.published {
        let why = format!("the line “{}”", published.line);
        lines.push(guess("published", &published.day.to_string(), &why));
    }
    if let Some(disclaimer) = &layout.disclaimer {
        lines.push(guess(
            "disclaimer",
            disclaimer,
            "it says whose views these are",
        ));
    }
}

fn labels(layout: &Layout, lines: &mut Vec<String>) {
    let kind = layout.kind.as_ref().map(|(label, _)| label);
    let photo = layout.photo_label.as_ref();
    if kind.is_none() && photo.is_none() {
        return;
    }
    lines.extend(["".to_owned(), "[labels]".to_owned()]);
    lines.extend(kind.map(|label| guess("kind", label, "as the text has it")));
    lines.extend(photo.map(|label| guess("photo", label, "as the text has it")));
}

fn people(layout: &Layout, lines: &mut Vec<String>) {
    for (id, speaker) in &layout.speakers {
        let why = match speaker.asks {
            true => "the name stands before their turns, most of which ask",
            false => "the name stands before their turns",
        };
        lines.extend(["".to_owned(), "[[people]]".to_owned(), given("id", id)]);
        lines.push(guess("name", &speaker.name, why));
    }
    if let Some(person) = &layout.introduced {
        lines.extend(["".to_owned(), "[[people]]".to_owned()]);
        lines.push(guess("name", &person.name, "the text introduces them"));
        lines.push(guess("role", &person.role, "the words behind the name"));
        let affiliation = person.affiliation.as_ref();
        lines.extend(
            affiliation.map(|words| guess("affiliation", words, "the words before the name")),
        );
    }
    // One person alone is taken to answer every question; an author hardly does.
    let has_questions = layout
        .parts
        .iter()
        .any(|part| matches!(part.role, Role::Heading { .. }) && asks(&part.text));
    let is_one_of_several = !layout.speakers.is_empty() || layout.introduced.is_some();
    let off = if has_questions || is_one_of_several {
        "# "
    } else {
        ""
    };
    for author in &layout.authors {
        let why = match off {
            "" => "the byline names them",
            _ => {
                "the byline names them; take the signs before these lines away if they speak in the text"
            }
        };
        lines.extend(["".to_owned(), format!("{off}[[people]]")]);
        lines.push(format!("{off}{}", guess("name", author, why)));
    }
}

fn figures(layout: &Layout, lines: &mut Vec<String>) {
    for part in &layout.parts {
        let Role::Figure { id, credit } = &part.role else {
            continue;
        };
        lines.push(String::new());
        match id {
            Some(id) => lines.extend(["[[figures]]".to_owned(), given("id", id)]),
            None => lines.push("[figure]".to_owned()),
        }
        let caption = markdown(&part.text, &part.marks, false);
        lines.push(guess(
            "caption",
            &caption,
            "it has a credit behind it or a label before",
        ));
        lines.extend(
            credit
                .as_ref()
                .map(|credit| guess("credit", credit, "the words in parentheses")),
        );
        lines.push("# image = { src = \"….jpg\", alt = \"…\", width = 0, height = 0 }  # the text has none".to_owned());
    }
}

/// What the editor has to add: no program can tell what an article is about.
fn issues(lines: &mut Vec<String>) {
    let shape = r##"
# Still to add: the issues. Mark the words that bear on each in the text: [the words](#the-id).
# [[issues]]
# id = "the-id"
# title = "…"
# summary = "…"
# stance = "contention"  # or common-ground, alliance, proposal"##;
    lines.extend(shape.lines().map(str::to_owned));
}

fn event(event: &Proposal, lines: &mut Vec<String>) {
    lines.push(format!("# guess: an event, from “{}”", event.sentence));
    let Some(date) = &event.date else {
        let month = event.start.month.unwrap_or(1);
        let day = event
            .start
            .day
            .map_or(String::new(), |day| format!("-{day:02}"));
        let why = format!(
            "nothing in the text tells the year of “{}”: write YYYY-{month:02}{day}",
            event.written
        );
        lines.push("# [[events]]".to_owned());
        lines.push(format!("# {}", given("id", &event.id)));
        lines.push(format!(
            "# {}",
            guess("title", &event.name.title, event.name.from)
        ));
        lines.push(format!(
            "# date = \"\"  # {why}, take the signs before these lines away and mark the words"
        ));
        return;
    };
    lines.extend(["[[events]]".to_owned(), given("id", &event.id)]);
    lines.push(guess("title", &event.name.title, event.name.from));
    lines.push(match &event.inferred {
        None => guess("date", date, &format!("“{}”", event.written)),
        Some(year) => guess(
            "date",
            date,
            &format!(
                "“{}” has no year; {}; check the year",
                event.written, year.why
            ),
        ),
    });
    if let Some(year) = &event.inferred {
        let note = format!(
            "The article leaves the year out; {} is inferred.",
            year.year
        );
        lines.push(given("date-note", &note));
    }
    if let Some(word) = &event.planned {
        lines.push(format!(
            "planned = true  # guess: the sentence says “{word}”"
        ));
    }
    if let Some(place) = &event.name.place {
        let place = quoted(place);
        lines.push(format!("# place = {{ name = {place}, lat = ?, lon = ? }}  # guess: it stands beside the date; add where it is"));
    }
}

/// Which paragraphs are headings. Markdown has no comments here, so the guesses of the text are said above it.
fn headings(layout: &Layout, lines: &mut Vec<String>) {
    let mut is_first = true;
    for part in &layout.parts {
        let Role::Heading { id } = &part.role else {
            continue;
        };
        if std::mem::take(&mut is_first) {
            lines.extend(["".to_owned(), "# guess: these paragraphs are headings; an id is a promise, so settle it before you publish.".to_owned()]);
        }
        lines.push(format!("# {{#{id}}} {}", part.text));
    }
}

/// The text, a string for each paragraph.
fn body(layout: &Layout) -> Vec<String> {
    let paragraph = |part: &super::layout::Part| {
        Some(match &part.role {
            Role::Paragraph | Role::Byline => markdown(&part.text, &part.marks, false),
            Role::Heading { id } => {
                format!("## {} {{#{id}}}", markdown(&part.text, &part.marks, true))
            }
            Role::Figure { id, .. } => format!("![](#{})", id.as_ref()?),
        })
    };
    layout.parts.iter().filter_map(paragraph).collect()
}

fn guess(key: &str, text: &str, why: &str) -> String {
    format!("{}  # guess: {why}", given(key, text))
}

fn given(key: &str, text: &str) -> String {
    format!("{key} = {}", quoted(text))
}

/// A text as a TOML string. The paragraphs hold no control characters, so quotes and backslashes are all there is.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
