//! Documents of any size, as an editor would write them: as many issues as events, each with a passage of its own.

use std::fmt::Write;

/// What the parties stand at.
const STANCES: [&str; 4] = ["contention", "common-ground", "alliance", "proposal"];

/// Where they meet, and of what they speak.
const PLACES: [&str; 7] = [
    "Hamburg",
    "Helsinki",
    "Geneva",
    "Vienna",
    "Reykjavik",
    "Malta",
    "Prague",
];
const MATTERS: [&str; 5] = [
    "the withdrawal of troops",
    "the inspection of arsenals",
    "the price of gas",
    "the fate of prisoners",
    "a hotline for accidents",
];

/// How many paragraphs a section has.
const SECTION: usize = 10;

/// A document with so many issues and as many events, over two centuries.
pub fn document(size: usize) -> String {
    let mut text = format!(
        "+++\nheadline = \"Two centuries of talks in {size} steps\"\nlang = \"en\"\nkind = \"Chronology\"\npublisher = \"The Example\"\n"
    );
    // Writing to a string can't fail; so below.
    for number in 0..size {
        let (stance, matter, place) =
            (STANCES[number % 4], MATTERS[number % 5], PLACES[number % 7]);
        let _ = write!(
            text,
            "\n[[issues]]\nid = \"issue-{number}\"\ntitle = \"Question {number}: {matter}\"\nsummary = \"Whether {place} settles it\"\nstance = \"{stance}\"\n"
        );
    }
    for number in 0..size {
        let (matter, place) = (MATTERS[number % 5], PLACES[number % 7]);
        let _ = write!(
            text,
            "\n[[events]]\nid = \"event-{number}\"\ntitle = \"Round {number} in {place}, on {matter}\"\ndate = \"{}\"\n",
            date(number, size)
        );
    }
    text.push_str("+++\n\nWhat the delegations brought home, round by round.\n");
    for number in 0..size {
        let (matter, place) = (MATTERS[number % 5], PLACES[number % 7]);
        if number % SECTION == 0 {
            let _ = write!(text, "\n## What became of the rounds from {number} on?\n");
        }
        let _ = write!(
            text,
            "\nThe delegations came to {place} with little hope, and left it with [a paper on {matter}](#issue-{number}+event-{number}) \
             that neither side would sign.\n"
        );
    }
    text
}

/// The day of an event: all over two centuries, in order.
fn date(number: usize, size: usize) -> String {
    let day = number * 200 * 336 / size;
    format!(
        "{}-{:02}-{:02}",
        1825 + day / 336,
        1 + day / 28 % 12,
        1 + day % 28
    )
}

/// A document with its places so many degrees farther east.
pub fn moved(document: &str, degrees: f64) -> String {
    let mut parts = document.split("lon = ");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(' ').unwrap_or(part.len());
        let lon: f64 = part[..end].parse().unwrap_or_default();
        text.push_str(&format!("lon = {:.2}{}", lon + degrees, &part[end..]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_document_has_as_many_issues_and_events_as_are_asked_for_and_no_mistake() {
        let reading = article::authoring::read(&document(40));
        assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        let article = reading.article.expect("an article");
        assert_eq!((article.issues.len(), article.events.len()), (40, 40));
        let dates: Vec<_> = article
            .events
            .iter()
            .map(|event| event.date.start.to_string())
            .collect();
        assert!(
            dates.is_sorted() && dates[0] == "1825-01-01" && dates[39].as_str() < "2026",
            "{dates:?}"
        );
    }

    #[test]
    fn places_move_east_and_the_rest_of_the_document_stays() {
        let document = "place = { name = \"A\", lat = 1.5, lon = 9.99 }\nText.\n";
        assert_eq!(
            moved(document, 0.5),
            "place = { name = \"A\", lat = 1.5, lon = 10.49 }\nText.\n"
        );
        let moved = article::authoring::read(&moved(crate::ARTICLE, 10.0));
        assert!(moved.article.is_some());
    }
}
