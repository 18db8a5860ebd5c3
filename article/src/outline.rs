//! What follows from an article: its passages, and how issues and events meet in them.

use crate::index::Index;
use crate::model::{Article, Block, Event, Id, Inline, Issue, Passage, Person, plain_inlines};

/// The passages of an article, in the order of its text, and what follows from them.
///
/// It takes time in proportion to the article, and a little more to sort its ids; what is asked of it then, in proportion
/// to the answer.
pub struct Outline<'a> {
    article: &'a Article,
    passages: Vec<Located<'a>>,
    /// Which passage bears on what.
    marks: Index<'a>,
    /// Which issue has which id.
    issues: Index<'a>,
    /// Which event has which id.
    events: Index<'a>,
    /// Which event names which issue by itself.
    named: Index<'a>,
}

/// A passage and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Located<'a> {
    /// The passage.
    pub passage: &'a Passage,
    /// The part of the article it stands in.
    pub place: Place,
    /// Who says it, where the article tells.
    pub speaker: Option<&'a Person>,
    /// Whether words of the same sentence come before it.
    pub cut_before: bool,
    /// Whether words of the same sentence come after it.
    pub cut_after: bool,
}

/// A part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before the first section.
    Lead,
    /// The caption of the figure.
    Caption,
    /// The heading of the nth section, counted from 0.
    Heading(usize),
    /// The body of the nth section, counted from 0.
    Body(usize),
}

impl<'a> Outline<'a> {
    /// Reads the outline off an article.
    pub fn of(article: &'a Article) -> Self {
        let mut walk = Walk {
            people: &article.people,
            speaker: None,
            found: Vec::new(),
        };
        if let Some(figure) = &article.figure {
            walk.inlines(&figure.caption, Place::Caption);
        }
        walk.blocks(&article.lead, Place::Lead);
        for (number, section) in article.sections.iter().enumerate() {
            walk.speaker = None;
            walk.inlines(&section.heading, Place::Heading(number));
            walk.speaker = match (&section.speaker, &article.people[..]) {
                (Some(id), people) => people.iter().find(|person| person.id.as_ref() == Some(id)),
                // One person alone answers every question.
                (None, [person]) if section.question => Some(person),
                _ => None,
            };
            walk.blocks(&section.body, Place::Body(number));
        }
        let passages = walk.found;
        let marks = passages.iter().enumerate().flat_map(|(number, located)| {
            let marks = located.passage.marks.iter();
            marks.map(move |id| (id, number))
        });
        let issues = article.issues.iter().map(|issue| &issue.id);
        let events = article.events.iter().map(|event| &event.id);
        let named = article.events.iter().enumerate();
        let named =
            named.flat_map(|(number, event)| event.issues.iter().map(move |id| (id, number)));
        Outline {
            marks: Index::of(marks),
            issues: Index::in_turn(issues),
            events: Index::in_turn(events),
            named: Index::of(named),
            article,
            passages,
        }
    }

    /// Every passage.
    pub fn passages(&self) -> &[Located<'a>] {
        &self.passages
    }

    /// The passages that bear on an issue or an event.
    pub fn passages_on<'o>(&'o self, id: &'o Id) -> impl Iterator<Item = &'o Located<'a>> {
        let mut last = None;
        // A mark that is made twice in a passage is one.
        let numbers = self.marks.get(id);
        let numbers = numbers.filter(move |number| last.replace(*number) != Some(*number));
        numbers.map(|number| &self.passages[number])
    }

    /// The issues that an event bears on: those it shares a passage with, and those its author names.
    pub fn issues_of(&self, event: &Event) -> Vec<&'a Issue> {
        let meeting = self.meeting(&event.id).chain(&event.issues);
        let numbers = meeting.flat_map(|id| self.issues.get(id));
        let numbers = in_order(numbers).into_iter();
        numbers.map(|number| &self.article.issues[number]).collect()
    }

    /// The events that bear on an issue.
    pub fn events_of(&self, issue: &Issue) -> Vec<&'a Event> {
        let meeting = self.meeting(&issue.id);
        let numbers = meeting.flat_map(|id| self.events.get(id));
        let numbers = in_order(numbers.chain(self.named.get(&issue.id))).into_iter();
        numbers.map(|number| &self.article.events[number]).collect()
    }

    /// What shares a passage with an issue or an event, itself included.
    fn meeting<'o>(&'o self, id: &'o Id) -> impl Iterator<Item = &'o Id> {
        self.passages_on(id)
            .flat_map(|located| located.passage.marks.iter())
    }
}

/// Numbers in their order, each once.
fn in_order(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut sorted = Vec::new();
    for number in numbers {
        if let Err(at) = sorted.binary_search(&number) {
            sorted.insert(at, number);
        }
    }
    sorted
}

/// A walk through the text, which notes who is speaking.
struct Walk<'a> {
    people: &'a [Person],
    speaker: Option<&'a Person>,
    found: Vec<Located<'a>>,
}

impl<'a> Walk<'a> {
    fn blocks(&mut self, blocks: &'a [Block], place: Place) {
        for block in blocks {
            match block {
                Block::Paragraph(inlines) => {
                    // A paragraph that begins with someone's name is theirs, and so are those that follow.
                    if let Some(Inline::Passage(first)) = inlines.first() {
                        self.speaker = self.person(first).or(self.speaker);
                    }
                    self.inlines(inlines, place);
                }
                Block::Heading { content, .. } => self.inlines(content, place),
                Block::Figure(figure) => {
                    // A caption is the publisher's, whoever speaks around it.
                    let speaker = self.speaker.take();
                    self.inlines(&figure.caption, place);
                    self.speaker = speaker;
                }
                Block::Quote(blocks) => self.blocks(blocks, place),
                Block::Bullets(items) | Block::Numbers { items, .. } => {
                    for item in items {
                        self.blocks(item, place);
                    }
                }
            }
        }
    }

    fn person(&self, passage: &Passage) -> Option<&'a Person> {
        let is_marked = |id: &Id| passage.marks.contains(id);
        self.people
            .iter()
            .find(|person| person.id.as_ref().is_some_and(is_marked))
    }

    /// Finds the passages of one paragraph, and sees from the words around each whether it cuts a sentence.
    fn inlines(&mut self, inlines: &'a [Inline], place: Place) {
        let text = plain_inlines(inlines);
        let mut read = 0;
        walk(inlines, &mut read, &mut |passage, span| {
            let before = text[..span.start].trim_end();
            let words = text[span.clone()].trim_end();
            let after = text[span.end..].trim_start();
            self.found.push(Located {
                passage,
                place,
                speaker: self.speaker,
                cut_before: !before.is_empty() && !ends_sentence(before),
                cut_after: !after.is_empty() && !ends_sentence(words),
            });
        });
    }
}

/// Calls `visit` with each passage and the bytes of the paragraph's plain text that it covers.
fn walk<'a>(
    inlines: &'a [Inline],
    read: &mut usize,
    visit: &mut impl FnMut(&'a Passage, std::ops::Range<usize>),
) {
    for inline in inlines {
        match inline {
            Inline::Text(words) => *read += words.len(),
            Inline::Break => *read += 1,
            Inline::Emphasis(content) | Inline::Strong(content) => walk(content, read, visit),
            Inline::Link { content, .. } => walk(content, read, visit),
            Inline::Passage(passage) => {
                let start = *read;
                *read += plain_inlines(&passage.content).len();
                visit(passage, start..*read);
            }
        }
    }
}

/// Whether some words end where a sentence does: at its mark, or at a closing quote or bracket after it.
fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['”', '’', '"', '\'', '»', ')'])
        .ends_with(['.', '?', '!', '…', '。', '？', '！', '؟'])
}

#[cfg(all(test, feature = "authoring"))]
mod tests {
    use super::*;
    use crate::authoring::read;

    const DOCUMENT: &str = r##"+++
headline = "Talks"
issues = [
  { id = "arms", title = "Arms", stance = "contention" },
  { id = "trade", title = "Trade", stance = "common-ground" },
]
events = [{ id = "summit", title = "Summit", date = "2018-07-16" }]
+++
Both sides want [less of an arms race](#arms). [They meet in Helsinki over it.](#summit+arms)

## What of trade?

[Trade comes later.](#trade)
"##;

    #[test]
    fn passages_come_in_the_order_of_the_text_with_their_place() {
        let article = read(DOCUMENT).article.expect("a good document");
        let outline = Outline::of(&article);
        let places: Vec<_> = outline.passages().iter().map(|p| p.place).collect();
        assert_eq!(places, [Place::Lead, Place::Lead, Place::Body(0)]);
    }

    #[test]
    fn a_passage_inside_a_sentence_says_that_it_is_cut() {
        let article = read(DOCUMENT).article.expect("a good document");
        let outline = Outline::of(&article);
        let cuts: Vec<_> = outline
            .passages()
            .iter()
            .map(|p| (p.cut_before, p.cut_after))
            .collect();
        assert_eq!(cuts, [(true, true), (false, false), (false, false)]);
    }

    #[test]
    fn a_caption_inside_an_answer_is_said_by_nobody() {
        let document = r##"+++
headline = "Talks"
people = [{ name = "Ada" }]
issues = [{ id = "arms", title = "Arms", stance = "contention" }]
figures = [{ id = "hall", caption = "The [hall](#arms)", image = { src = "h.png", alt = "A hall", width = 4, height = 3 } }]
+++

## Where?

[Here.](#arms)

![](#hall)

[There.](#arms)
"##;
        let article = read(document).article.expect("a good document");
        let outline = Outline::of(&article);
        let speakers: Vec<_> = outline
            .passages()
            .iter()
            .map(|located| located.speaker.map(|speaker| speaker.name.as_str()))
            .collect();
        assert_eq!(speakers, [Some("Ada"), None, Some("Ada")]);
    }

    #[test]
    fn an_event_bears_on_the_issues_it_shares_words_with() {
        let article = read(DOCUMENT).article.expect("a good document");
        let outline = Outline::of(&article);
        let issues = outline.issues_of(&article.events[0]);
        assert_eq!(
            issues.iter().map(|i| i.id.as_str()).collect::<Vec<_>>(),
            ["arms"]
        );
        assert_eq!(outline.events_of(&article.issues[0]).len(), 1);
        assert!(outline.events_of(&article.issues[1]).is_empty());
    }
}
