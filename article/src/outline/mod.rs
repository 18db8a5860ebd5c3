//! What follows from an article: its passages, and how issues and events meet in them.
//!
//! `walk` finds the passages; the rest is told by indexes.

mod walk;

use std::borrow::Cow;

use crate::index::{Index, Numbers};
use crate::model::{Article, Event, Id, Issue, Passage, Person, Stance};
use walk::Found;

/// An article with its passages, in the order of its text, and what follows from them.
///
/// It takes time in proportion to the article, and a little more to sort its ids; what is asked of it then by the id of an
/// issue, an event or a person, in proportion to the answer.
#[derive(Clone, Debug)]
pub struct Outline<'a> {
    article: Cow<'a, Article>,
    passages: Vec<Found>,
    /// Which passage bears on what: its number, and that of the mark that says so.
    marks: Index,
    /// Which issue has which id.
    issues: Index,
    /// Which event has which id.
    events: Index,
    /// Which person has which id.
    people: Index,
    /// Which event names which issue by itself: its number, and the issue's among those it names.
    named: Index,
}

/// A passage and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Located<'o> {
    /// The passage.
    pub passage: &'o Passage,
    /// The part of the article it stands in.
    pub place: Place,
    /// Who says it, where the article tells.
    pub speaker: Option<&'o Person>,
    /// Whether words of the same sentence come before it.
    pub cut_before: bool,
    /// Whether words of the same sentence come after it.
    pub cut_after: bool,
}

/// An issue or an event, which passages bear on.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'o> {
    /// Its number from 1, in the sequence of all issues and then all events.
    pub number: usize,
    /// The issue or event itself.
    pub item: Item<'o>,
}

/// An issue or an event.
#[derive(Clone, Copy, Debug)]
pub enum Item<'o> {
    /// An issue.
    Issue(&'o Issue),
    /// An event.
    Event(&'o Event),
}

impl Mark<'_> {
    /// The stance of an issue; events have none.
    pub fn stance(&self) -> Option<Stance> {
        match self.item {
            Item::Issue(issue) => Some(issue.stance),
            Item::Event(_) => None,
        }
    }
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
        Outline::new(Cow::Borrowed(article))
    }

    fn new(article: Cow<'a, Article>) -> Self {
        let passages = walk::through(&article);
        let marks = passages.iter().enumerate().flat_map(|(number, found)| {
            let marks = found.passage.marks.iter().enumerate();
            marks.map(move |(mark, id)| (id, (number, mark)))
        });
        let named = article.events.iter().enumerate();
        let named = named.flat_map(|(number, event)| {
            let issues = event.issues.iter().enumerate();
            issues.map(move |(issue, id)| (id, (number, issue)))
        });
        let people = article.people.iter().enumerate();
        let people = people.filter_map(|(number, person)| Some((person.id.as_ref()?, (number, 0))));
        Outline {
            marks: Index::of(marks),
            issues: Index::in_turn(article.issues.iter().map(|issue| &issue.id)),
            events: Index::in_turn(article.events.iter().map(|event| &event.id)),
            people: Index::of(people),
            named: Index::of(named),
            passages,
            article,
        }
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// Every passage.
    pub fn passages(&self) -> impl ExactSizeIterator<Item = Located<'_>> {
        self.passages.iter().map(|found| self.located(found))
    }

    fn located<'o>(&'o self, found: &'o Found) -> Located<'o> {
        Located {
            passage: &found.passage,
            place: found.place,
            speaker: found.speaker.map(|number| &self.article.people[number]),
            cut_before: found.cut_before,
            cut_after: found.cut_after,
        }
    }

    /// The passage with this id.
    pub fn passage(&self, id: &Id) -> Option<Located<'_>> {
        self.passages().find(|located| located.passage.id == *id)
    }

    /// The passages that bear on an issue or an event.
    pub fn passages_on<'o>(&'o self, id: &'o Id) -> impl Iterator<Item = Located<'o>> {
        self.found_on(id).map(|found| self.located(found))
    }

    fn found_on<'o>(&'o self, id: &'o Id) -> impl Iterator<Item = &'o Found> {
        let mut last = None;
        let mark = |(passage, mark): Numbers| &self.passages[passage].passage.marks[mark];
        // A mark that is made twice in a passage is one.
        let numbers = self.marks.get(id, mark).iter();
        let numbers = numbers.filter(move |(number, _)| last.replace(*number) != Some(*number));
        numbers.map(|(number, _)| &self.passages[*number])
    }

    /// The number of the issue with this id.
    fn issue_number(&self, id: &Id) -> Option<usize> {
        let ids = |(number, _): Numbers| &self.article.issues[number].id;
        let (number, _) = self.issues.get(id, ids).first()?;
        Some(*number)
    }

    /// The number of the event with this id.
    fn event_number(&self, id: &Id) -> Option<usize> {
        let ids = |(number, _): Numbers| &self.article.events[number].id;
        let (number, _) = self.events.get(id, ids).first()?;
        Some(*number)
    }

    /// The issue with this id.
    pub fn issue(&self, id: &Id) -> Option<&Issue> {
        self.article.issues.get(self.issue_number(id)?)
    }

    /// The event with this id.
    pub fn event(&self, id: &Id) -> Option<&Event> {
        self.article.events.get(self.event_number(id)?)
    }

    /// The issue or event with this id.
    pub fn mark(&self, id: &Id) -> Option<Mark<'_>> {
        let (issues, events) = (&self.article.issues, &self.article.events);
        let issue = self
            .issue_number(id)
            .map(|at| (at, Item::Issue(&issues[at])));
        let event = || {
            self.event_number(id)
                .map(|at| (issues.len() + at, Item::Event(&events[at])))
        };
        let (at, item) = issue.or_else(event)?;
        Some(Mark {
            number: at + 1,
            item,
        })
    }

    /// Whether somebody has this id.
    pub fn has_person(&self, id: &Id) -> bool {
        let people = &self.article.people;
        // Who has no id is not in the index.
        let ids = |(number, _): Numbers| people[number].id.as_ref().unwrap_or(id);
        !self.people.get(id, ids).is_empty()
    }

    /// The issues that an event bears on: those it shares a passage with, and those its author names.
    pub fn issues_of(&self, event: &Event) -> Vec<&Issue> {
        let meeting = self.meeting(&event.id).chain(&event.issues);
        let numbers = in_order(meeting.filter_map(|id| self.issue_number(id)));
        let issues = numbers.into_iter();
        issues.map(|number| &self.article.issues[number]).collect()
    }

    /// The events that bear on an issue.
    pub fn events_of(&self, issue: &Issue) -> Vec<&Event> {
        let events = self.numbers_of_events(issue).into_iter();
        events.map(|number| &self.article.events[number]).collect()
    }

    /// The numbers of the events that bear on an issue, the smallest first.
    pub fn numbers_of_events(&self, issue: &Issue) -> Vec<usize> {
        let meeting = self.meeting(&issue.id);
        let meeting = meeting.filter_map(|id| self.event_number(id));
        let ids = |(event, issue): Numbers| &self.article.events[event].issues[issue];
        let named = self.named.get(&issue.id, ids).iter();
        in_order(meeting.chain(named.map(|(number, _)| *number)))
    }

    /// What shares a passage with an issue or an event, itself included.
    fn meeting<'o>(&'o self, id: &'o Id) -> impl Iterator<Item = &'o Id> {
        self.found_on(id)
            .flat_map(|found| found.passage.marks.iter())
    }
}

impl Outline<'static> {
    /// The outline of an article that can be shown; of another, what is wrong with it and how to mend that.
    pub fn of_sound(article: Article) -> Result<Self, String> {
        let outline = Outline::new(Cow::Owned(article));
        let mut faults = outline.check().into_iter();
        match faults.find(|fault| !fault.is_warning()) {
            Some(fault) => Err(format!("{fault}; {}", fault.mend())),
            None => Ok(outline),
        }
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
        let places: Vec<_> = outline.passages().map(|p| p.place).collect();
        assert_eq!(places, [Place::Lead, Place::Lead, Place::Body(0)]);
    }

    #[test]
    fn a_passage_inside_a_sentence_says_that_it_is_cut() {
        let article = read(DOCUMENT).article.expect("a good document");
        let outline = Outline::of(&article);
        let cuts: Vec<_> = outline
            .passages()
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
