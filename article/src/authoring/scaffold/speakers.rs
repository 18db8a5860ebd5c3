//! Who speaks: turns such as `NAME: text` and `Q: text`, and the person a standfirst introduces.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::furniture::pattern;

pattern!(
    TURN,
    r"^(?P<name>[\p{L}][\p{L}\p{M}.'’ -]{0,40}?)\s?[:：]\s*\S"
);
pattern!(
    ASKED,
    r"^(?P<name>(?:Q|Question|QUESTION)\s?[0-9]{0,3}\s?[:.])\s*\S"
);
pattern!(
    ANSWERED,
    r"^(?P<name>(?:A|Answer|ANSWER)\s?[0-9]{0,3}\s?[:.])\s*\S"
);
pattern!(
    INTRODUCED,
    r"(?:(?P<affiliation>\p{Lu}[\p{L}.&-]*(?: \p{Lu}[\p{L}.&-]*){0,4})(?:[’']s|[’']) )?(?P<name>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}), (?P<role>(?:an?|the|former) [^,.;:]{3,80}(?:, [^,.;:]{3,60})?), (?:discuss|explain|answer|talk|examine|look|describe|analy[sz]e|assess|consider|respond|speak|spoke|tell|told|weigh|address|reflect|offer|share)(?:s|es|ed)?\b"
);

/// How many speakers a conversation has at most; with more labels the text is a list of something.
const MOST: usize = 60;

/// Labels that introduce something else than speech.
const NOT_SPEAKERS: &[&str] = &[
    "caption",
    "contact",
    "correction",
    "date",
    "disclaimer",
    "editor's note",
    "editor’s note",
    "example",
    "keywords",
    "note",
    "ps",
    "read more",
    "related",
    "source",
    "sources",
    "tags",
    "topic",
    "topics",
    "update",
    "updated",
    "warning",
];

/// Someone who speaks in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Speaker {
    /// The name, the longest of those that the text uses.
    pub name: String,
    /// Whether they ask the questions.
    pub asks: bool,
}

/// The turns of a conversation.
#[derive(Default)]
pub(super) struct Turns {
    /// Who speaks, in the order in which they begin.
    pub speakers: Vec<Speaker>,
    /// By paragraph: the bytes of the name before the turn, and the number of its speaker.
    pub labels: BTreeMap<usize, (usize, usize)>,
    /// The paragraphs that begin with `Q:`, and the bytes of that.
    pub asked: BTreeMap<usize, usize>,
}

/// Finds the turns in the paragraphs of a text, if it is a conversation.
pub(super) fn turns(paragraphs: &[&str]) -> Turns {
    let mut turns = Turns::default();
    let label = |pattern: &LazyLock<Option<Regex>>, text: &str| {
        let captures = pattern.as_ref()?.captures(text)?;
        Some(captures.name("name")?.as_str().to_owned())
    };
    if paragraphs
        .iter()
        .any(|text| label(&ANSWERED, text).is_some())
    {
        let asked = paragraphs.iter().enumerate();
        turns.asked = asked
            .filter_map(|(at, text)| Some((at, label(&ASKED, text)?.len())))
            .collect();
    }
    let named: Vec<(usize, String)> = paragraphs
        .iter()
        .enumerate()
        .filter_map(|(at, text)| Some((at, label(&TURN, text)?)))
        .filter(|(_, name)| is_name(name))
        .collect();
    let mut counts = BTreeMap::<&str, usize>::new();
    for (_, name) in &named {
        *counts.entry(name).or_default() += 1;
    }
    if counts.len() > MOST {
        return turns;
    }
    // A label that stands once can be anything; in capitals, among others that come again, it is a speaker's.
    let is_conversation = named.len() > 2 && counts.values().any(|count| *count > 1);
    let speaks = |name: &str| is_conversation && (counts[name] > 1 || is_capitals(name));
    for (at, name) in named.iter().filter(|(_, name)| speaks(name)) {
        let number = turns.speaker(name);
        turns.labels.insert(*at, (name.len(), number));
    }
    turns.find_who_asks(paragraphs);
    turns
}

impl Turns {
    /// The number of a speaker, who may go by the last name after the first turn.
    fn speaker(&mut self, name: &str) -> usize {
        let is_same = |known: &str| {
            let (long, short) = if known.len() > name.len() {
                (known, name)
            } else {
                (name, known)
            };
            long == short || long.ends_with(&format!(" {short}"))
        };
        if let Some(number) = self.speakers.iter().position(|known| is_same(&known.name)) {
            let known = &mut self.speakers[number];
            if name.len() > known.name.len() {
                known.name = name.to_owned();
            }
            return number;
        }
        self.speakers.push(Speaker {
            name: name.to_owned(),
            asks: false,
        });
        self.speakers.len() - 1
    }

    /// One who asks in more than half of their turns asks the questions.
    fn find_who_asks(&mut self, paragraphs: &[&str]) {
        for number in 0..self.speakers.len() {
            let turns = self.labels.iter().filter(|(_, (_, who))| *who == number);
            let (mut all, mut asked) = (0, 0);
            for (at, _) in turns {
                all += 1;
                asked += usize::from(paragraphs[*at].ends_with(['?', '？', '؟']));
            }
            self.speakers[number].asks = self.speakers.len() > 1 && asked * 2 > all;
        }
    }
}

/// Whether a label can be a name: a few words, none of them in small letters.
fn is_name(label: &str) -> bool {
    let words = label.split_whitespace();
    let is_capital = |word: &str| !word.starts_with(char::is_lowercase);
    let is_known = NOT_SPEAKERS.contains(&label.to_lowercase().as_str());
    let is_letter = matches!(
        label,
        "Q" | "A" | "Question" | "Answer" | "QUESTION" | "ANSWER"
    );
    words.clone().count() <= 4 && words.clone().all(is_capital) && !is_known && !is_letter
}

fn is_capitals(name: &str) -> bool {
    name.contains(char::is_uppercase) && !name.contains(char::is_lowercase)
}

/// A person whom the text introduces as the one who is asked.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Introduced {
    pub name: String,
    pub role: String,
    pub affiliation: Option<String>,
}

/// The person a standfirst introduces: "USIP’s Bill Taylor, a former ambassador to Ukraine, discusses …".
pub(super) fn introduced(text: &str) -> Option<Introduced> {
    let captures = INTRODUCED.as_ref()?.captures(text)?;
    let part = |name| captures.name(name).map(|found| found.as_str().to_owned());
    Some(Introduced {
        name: part("name")?,
        role: part("role")?,
        affiliation: part("affiliation"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_one() {
        for pattern in [&TURN, &ASKED, &ANSWERED, &INTRODUCED] {
            assert!(pattern.is_some());
        }
    }

    #[test]
    fn names_that_come_again_are_speakers() {
        let turns = turns(&[
            "JANE DOE: Why now?",
            "OMAR: Why not.",
            "And so on.",
            "DOE: And then?",
            "OMAR: Later.",
            "CALLER: Hello.",
            "Note: recorded.",
        ]);
        let speakers: Vec<_> = turns
            .speakers
            .iter()
            .map(|it| (it.name.as_str(), it.asks))
            .collect();
        assert_eq!(
            speakers,
            [("JANE DOE", true), ("OMAR", false), ("CALLER", false)]
        );
        assert_eq!(
            turns.labels.keys().collect::<Vec<_>>(),
            [&0, &1, &3, &4, &5]
        );
        assert_eq!(turns.labels[&3], (3, 0));
    }

    #[test]
    fn a_colon_alone_makes_no_conversation() {
        let turns = turns(&[
            "Note: one",
            "Berlin: a city",
            "The result: nothing",
            "Also: more",
        ]);
        assert!(turns.speakers.is_empty() && turns.asked.is_empty());
    }

    #[test]
    fn questions_are_told_by_their_letter_where_answers_are_too() {
        assert_eq!(turns(&["Q: Why?", "A: So."]).asked.get(&0), Some(&2));
        assert!(turns(&["Q: Why?", "So."]).asked.is_empty());
    }

    #[test]
    fn a_standfirst_introduces_who_answers() {
        let text =
            "The talks failed. The Institute’s Ann B. Example, a former judge, explains why.";
        let person = introduced(text).expect("a person");
        assert_eq!(
            (person.name.as_str(), person.role.as_str()),
            ("Ann B. Example", "a former judge")
        );
        assert_eq!(person.affiliation.as_deref(), Some("The Institute"));
        assert_eq!(introduced("In Berlin, a city in Germany, they met."), None);
    }
}
