//! What the interface says, in each language. A language that lacks a word does not compile.

use article::{Labels, Language, Stance};

/// The words of the interface in one language.
pub struct Words {
    /// Before the kind of publication.
    pub kind: &'static str,
    /// Before the caption of the figure.
    pub photo: &'static str,
    /// Before those who speak.
    pub people: &'static str,
    /// The heading of the timeline.
    pub timeline: &'static str,
    /// The heading of the issues.
    pub issues: &'static str,
    /// The heading of sections that ask and answer.
    pub questions: &'static str,
    /// The heading of sections that do not ask.
    pub article: &'static str,
    /// The heading of [`Stance::Contention`].
    pub contention: &'static str,
    /// The heading of [`Stance::CommonGround`].
    pub common_ground: &'static str,
    /// The heading of [`Stance::Alliance`].
    pub alliance: &'static str,
    /// The heading of [`Stance::Proposal`].
    pub proposal: &'static str,
    /// Of a date that is only about right.
    pub circa: &'static str,
    /// Of an event that had yet to happen when the article was written.
    pub planned: &'static str,
    /// Over the words of the article that speak of an event.
    pub in_the_words: &'static str,
    /// The link from a quoted passage to its place.
    pub in_context: &'static str,
    /// Where a quoted passage stands: before the first section.
    pub from_lead: &'static str,
    /// Where a quoted passage stands: in the caption of the figure.
    pub from_caption: &'static str,
    /// Where a quoted passage stands: in a question.
    pub from_question: &'static str,
    /// Where a quoted passage stands: in an answer.
    pub from_answer: &'static str,
    /// Where a quoted passage stands: in a section that does not answer.
    pub from_section: &'static str,
    /// Of a date that is disputed.
    pub disputed: &'static str,
    /// The link to where something can be read up.
    pub source: &'static str,
    /// Before the sources of the article.
    pub sources: &'static str,
    /// Before the date of publication.
    pub published: &'static str,
    /// Before the changes made after publication, and of what was changed.
    pub updated: &'static str,
    /// Before the issues that an event bears on.
    pub bears_on: &'static str,
    /// Before the events that bear on an issue.
    pub events: &'static str,
    /// Of what bears on the item that the reader chose; the item's title follows.
    pub related_to: &'static str,
    /// The button that gives a choice up.
    pub clear: &'static str,
}

impl Words {
    /// The words in a language.
    pub fn of(language: Language) -> &'static Words {
        match language {
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
        }
    }

    /// The heading of a stance: the article's own label, else the interface's.
    pub fn stance<'w>(&'w self, stance: Stance, labels: &'w Labels) -> &'w str {
        let (own, word) = match stance {
            Stance::Contention => (&labels.contention, self.contention),
            Stance::CommonGround => (&labels.common_ground, self.common_ground),
            Stance::Alliance => (&labels.alliance, self.alliance),
            Stance::Proposal => (&labels.proposal, self.proposal),
        };
        own.as_deref().unwrap_or(word)
    }
}

static ENGLISH: Words = Words {
    kind: "Publication type",
    photo: "Photo",
    people: "Who speaks",
    timeline: "Timeline",
    issues: "The issues",
    questions: "Questions and answers",
    article: "The article",
    contention: "Points of contention",
    common_ground: "Common ground",
    alliance: "Among allies",
    proposal: "Proposals",
    circa: "about",
    planned: "planned when written",
    in_the_words: "In the article’s words",
    in_context: "Read in context",
    from_lead: "Introduction",
    from_caption: "Photo caption",
    from_question: "Question",
    from_answer: "Answer",
    from_section: "Section",
    disputed: "disputed",
    source: "Source",
    sources: "Sources",
    published: "Published",
    updated: "Updated",
    bears_on: "Bears on",
    events: "On the timeline",
    related_to: "Related to",
    clear: "Clear",
};

static GERMAN: Words = Words {
    kind: "Art der Veröffentlichung",
    photo: "Foto",
    people: "Wer spricht",
    timeline: "Zeitleiste",
    issues: "Die Streitfragen",
    questions: "Fragen und Antworten",
    article: "Der Artikel",
    contention: "Streitpunkte",
    common_ground: "Gemeinsame Interessen",
    alliance: "Unter Verbündeten",
    proposal: "Vorschläge",
    circa: "etwa",
    planned: "geplant, als der Artikel erschien",
    in_the_words: "In den Worten des Artikels",
    in_context: "Im Zusammenhang lesen",
    from_lead: "Einleitung",
    from_caption: "Bildunterschrift",
    from_question: "Frage",
    from_answer: "Antwort",
    from_section: "Abschnitt",
    disputed: "umstritten",
    source: "Quelle",
    sources: "Quellen",
    published: "Veröffentlicht",
    updated: "Aktualisiert",
    bears_on: "Betrifft",
    events: "Auf der Zeitleiste",
    related_to: "Im Zusammenhang mit",
    clear: "Aufheben",
};
