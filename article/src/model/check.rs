//! What does not fit together in an article, whoever wrote it.

use super::{Article, Id, Map};
use crate::Outline;
use crate::index::Index;

/// Something in an article that does not fit together.
///
/// Its display says what is wrong; [`Fault::mend`] says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There are no words in the headline.
    NoHeadline,
    /// Two things have the same id.
    DoubleId(Id),
    /// A passage is marked with an id that no issue and no event has.
    UnknownMark {
        /// The passage.
        passage: Id,
        /// The id it names.
        mark: Id,
        /// The id that was perhaps meant.
        nearest: Option<Id>,
    },
    /// A passage bears on nothing.
    EmptyMark(Id),
    /// A mark covers no words.
    EmptyPassage(Id),
    /// An event names an issue that there is not.
    UnknownIssue {
        /// The event.
        event: Id,
        /// The id it names.
        issue: Id,
    },
    /// A section is spoken by somebody whom the article does not introduce.
    UnknownSpeaker {
        /// The section.
        section: Id,
        /// The id it names.
        speaker: Id,
    },
    /// An event ends before it starts.
    EndBeforeStart(Id),
    /// A latitude or longitude is off the globe.
    OffTheGlobe(Id),
    /// The map shows an event that there is not, or that has no place.
    UnknownOnMap(Id),
    /// The map shows a place that is off it, or where nothing happens.
    OffTheMap,
    /// No passage speaks of an issue or event.
    Unmentioned(Id),
}

impl Fault {
    /// Whether the article can be shown all the same.
    pub fn is_warning(&self) -> bool {
        matches!(self, Fault::Unmentioned(_))
    }

    /// What to do about it.
    pub fn mend(&self) -> String {
        match self {
            Fault::NoHeadline => "give the article's headline".into(),
            Fault::DoubleId(_) => "give one of them another id".into(),
            Fault::UnknownMark {
                nearest: Some(nearest),
                ..
            } => {
                format!("did you mean `{nearest}`?")
            }
            Fault::UnknownMark { mark, .. } => {
                format!("declare an issue or an event with the id `{mark}`, or mark another")
            }
            Fault::EmptyMark(_) => "name the issue or event that the words bear on".into(),
            Fault::EmptyPassage(_) => "put the words that bear on it between the brackets".into(),
            Fault::UnknownIssue { .. } => "name the id of an issue of this article".into(),
            Fault::UnknownSpeaker { speaker, .. } => {
                format!("introduce a person with the id `{speaker}`")
            }
            Fault::EndBeforeStart(_) => "write the earlier date first".into(),
            Fault::OffTheGlobe(_) => {
                "a latitude is -90 to 90 degrees and a longitude -180 to 180".into()
            }
            Fault::UnknownOnMap(_) | Fault::OffTheMap => {
                "leave the map out, or have it made anew from the document".into()
            }
            Fault::Unmentioned(id) => {
                format!("mark the words that bear on it: [the words](#{id})")
            }
        }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::NoHeadline => f.write_str("the headline is empty"),
            Fault::DoubleId(id) => write!(f, "the id `{id}` is used more than once"),
            Fault::UnknownMark { mark, .. } => {
                write!(f, "no issue and no event is called `{mark}`")
            }
            Fault::EmptyMark(passage) => write!(f, "`{passage}` bears on nothing"),
            Fault::EmptyPassage(passage) => write!(f, "the mark of `{passage}` covers no words"),
            Fault::UnknownIssue { event, issue } => {
                write!(f, "the event `{event}` names `{issue}`, which is no issue")
            }
            Fault::UnknownSpeaker { section, speaker } => {
                write!(
                    f,
                    "the section `{section}` is spoken by `{speaker}`, whom nobody introduced"
                )
            }
            Fault::EndBeforeStart(event) => write!(f, "the event `{event}` ends before it starts"),
            Fault::OffTheGlobe(event) => {
                write!(f, "the place of the event `{event}` is off the globe")
            }
            Fault::UnknownOnMap(event) => {
                write!(f, "the map shows `{event}`, which is no event with a place")
            }
            Fault::OffTheMap => {
                f.write_str("the map shows a place that is off it or where nothing happens")
            }
            Fault::Unmentioned(id) => write!(f, "no passage of the article bears on `{id}`"),
        }
    }
}

impl Article {
    /// Finds what does not fit together. An article without faults other than warnings can be shown.
    pub fn check(&self) -> Vec<Fault> {
        Outline::of(self).check()
    }
}

impl Outline<'_> {
    /// Finds what does not fit together in the article.
    pub fn check(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.article().headline.trim().is_empty() {
            faults.push(Fault::NoHeadline);
        }
        self.check_ids(&mut faults);
        self.check_speakers(&mut faults);
        self.check_events(&mut faults);
        self.check_map(&mut faults);
        self.check_marks(&mut faults);
        faults
    }

    fn check_ids(&self, faults: &mut Vec<Fault>) {
        let article = self.article();
        let issues = article.issues.iter().map(|issue| &issue.id);
        let events = article.events.iter().map(|event| &event.id);
        let sections = article.sections.iter().map(|section| &section.id);
        let passages = self.passages().map(|located| &located.passage.id);
        let ids: Vec<&Id> = issues
            .chain(events)
            .chain(sections)
            .chain(passages)
            .collect();
        let (mut last, mut told) = (None, None);
        for number in Index::in_turn(ids.iter().copied()).numbers() {
            let id = Some(ids[number]);
            if id == last && id != told {
                told = id;
                faults.extend(id.cloned().map(Fault::DoubleId));
            }
            last = id;
        }
    }

    fn check_speakers(&self, faults: &mut Vec<Fault>) {
        for section in &self.article().sections {
            let speaker = section.speaker.as_ref();
            if let Some(speaker) = speaker.filter(|id| !self.has_person(id)) {
                let (section, speaker) = (section.id.clone(), speaker.clone());
                faults.push(Fault::UnknownSpeaker { section, speaker });
            }
        }
    }

    fn check_events(&self, faults: &mut Vec<Fault>) {
        for event in &self.article().events {
            if event.date.end.is_some_and(|end| end < event.date.start) {
                faults.push(Fault::EndBeforeStart(event.id.clone()));
            }
            let on_globe =
                |place: &super::Location| place.lat.abs() <= 90.0 && place.lon.abs() <= 180.0;
            if !event.place.as_ref().is_none_or(on_globe) {
                faults.push(Fault::OffTheGlobe(event.id.clone()));
            }
            let unknown = event.issues.iter().filter(|id| self.issue(id).is_none());
            faults.extend(unknown.map(|issue| Fault::UnknownIssue {
                event: event.id.clone(),
                issue: issue.clone(),
            }));
        }
    }

    fn check_map(&self, faults: &mut Vec<Fault>) {
        for spot in self.article().map.iter().flat_map(|map| &map.spots) {
            if spot.x > Map::WIDTH || spot.y > Map::HEIGHT || spot.events.is_empty() {
                faults.push(Fault::OffTheMap);
            }
            let has_place = |id: &Id| self.event(id).is_some_and(|event| event.place.is_some());
            let unknown = spot.events.iter().filter(|id| !has_place(id));
            faults.extend(unknown.map(|id| Fault::UnknownOnMap(id.clone())));
        }
    }

    fn check_marks(&self, faults: &mut Vec<Fault>) {
        for located in self.passages() {
            let passage = located.passage;
            if passage.marks.is_empty() {
                faults.push(Fault::EmptyMark(passage.id.clone()));
            }
            if super::plain_inlines(&passage.content).trim().is_empty() {
                faults.push(Fault::EmptyPassage(passage.id.clone()));
            }
            for mark in &passage.marks {
                if self.issue(mark).is_none()
                    && self.event(mark).is_none()
                    && !self.has_person(mark)
                {
                    faults.push(Fault::UnknownMark {
                        passage: passage.id.clone(),
                        mark: mark.clone(),
                        nearest: self.nearest(mark),
                    });
                }
            }
        }
        let issues = self.article().issues.iter().map(|issue| &issue.id);
        let events = self.article().events.iter().map(|event| &event.id);
        let unmentioned = issues.chain(events);
        let unmentioned = unmentioned.filter(|id| self.passages_on(id).next().is_none());
        faults.extend(unmentioned.map(|id| Fault::Unmentioned(id.clone())));
    }

    /// The id that was perhaps meant by a mark.
    #[cfg(feature = "authoring")]
    fn nearest(&self, mark: &Id) -> Option<Id> {
        let Article {
            issues,
            events,
            people,
            ..
        } = self.article();
        let ids = issues.iter().map(|issue| &issue.id);
        let ids = ids.chain(events.iter().map(|event| &event.id));
        let ids = ids.chain(people.iter().filter_map(|person| person.id.as_ref()));
        let name = crate::authoring::nearest(mark.as_str(), ids.map(Id::as_str))?;
        Id::try_from(name.to_owned()).ok()
    }

    /// Without the authoring language nothing is suggested: whoever loads JSON did not type it.
    #[cfg(not(feature = "authoring"))]
    fn nearest(&self, _: &Id) -> Option<Id> {
        None
    }
}
