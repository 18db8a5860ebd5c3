//! A document made from an article's plain text, in which every guess says that it is one.
//!
//! ```text
//! paragraphs   the text, parted
//! layout       what each paragraph is: by its furniture, captions, speakers and headings
//! furniture    headline, byline, day of publication, kind, disclaimer
//! captions     captions, their credits and labels
//! speakers     turns of a conversation, and whom a standfirst introduces
//! headings     questions and titles
//! events       events from dates, and the marks on the words that tell of them
//! passages     dates with these words
//! dates        dates in English text
//! years        the year of a date that has none
//! naming       titles and places for events
//! sentences    where sentences end
//! language     which language the text is in
//! ids          readable ids, each given once
//! markdown     plain words as Markdown
//! document     all of it, written
//! ```
//!
//! [`scaffold`] is the entry point of this module. The reader accepts what it makes without errors, and the words of
//! the text are all there: in the front matter, or in the body, in their order.

mod captions;
mod dates;
mod document;
mod events;
mod furniture;
mod headings;
mod ids;
mod language;
mod layout;
mod markdown;
mod naming;
mod paragraphs;
mod passages;
mod sentences;
mod speakers;
mod years;

#[cfg(test)]
mod tests;

use layout::Role;

/// A document made from plain text, and what was found for it.
#[derive(Debug)]
pub struct Scaffold {
    /// The document.
    pub document: String,
    /// What was found.
    pub found: Found,
}

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The headline; `None` where the text begins without one.
    pub headline: Option<String>,
    /// How many paragraphs ask a question that is answered.
    pub questions: usize,
    /// How many other headings there are.
    pub headings: usize,
    /// How many people speak, are introduced or named in a byline.
    pub people: usize,
    /// How many figures there are captions of.
    pub figures: usize,
    /// How many events are proposed.
    pub events: usize,
    /// How many dates have no year, and nothing to infer it from.
    pub undated: usize,
    /// How many guesses there are to confirm.
    pub guesses: usize,
}

/// There are no words in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoWords;

impl std::fmt::Display for NoWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("there are no words in it")
    }
}

impl std::error::Error for NoWords {}

/// Makes a document from an article's plain text.
pub fn scaffold(text: &str) -> Result<Scaffold, NoWords> {
    let paragraphs = paragraphs::paragraphs(text);
    if !paragraphs
        .iter()
        .any(|text| text.contains(char::is_alphanumeric))
    {
        return Err(NoWords);
    }
    let lang = language::language(&paragraphs);
    let mut layout = layout::layout(&paragraphs);
    let events = events::propose(&mut layout);
    let document = document::document(&layout, lang.as_deref(), &events);
    let count =
        |is: &dyn Fn(&layout::Part) -> bool| layout.parts.iter().filter(|part| is(part)).count();
    let is_heading = |part: &layout::Part| matches!(part.role, Role::Heading { .. });
    let is_question = |part: &layout::Part| is_heading(part) && headings::asks(&part.text);
    let undated = events.iter().filter(|event| event.date.is_none()).count();
    let found = Found {
        headline: layout.has_headline.then(|| layout.headline.clone()),
        questions: count(&is_question),
        headings: count(&|part| is_heading(part) && !is_question(part)),
        people: layout.speakers.len()
            + layout.authors.len()
            + usize::from(layout.introduced.is_some()),
        figures: count(&|part| matches!(part.role, Role::Figure { .. })),
        events: events.len() - undated,
        undated,
        guesses: document
            .lines()
            .filter(|line| line.contains("# guess: "))
            .count(),
    };
    Ok(Scaffold { document, found })
}
