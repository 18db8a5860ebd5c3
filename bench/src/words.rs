//! The words of an article as plain HTML, for pages that other hands would have written: every page says the same.

use std::fmt::Write;

use article::{Article, Block, Event, Id, Issue, Language, Outline, plain_blocks, plain_inlines};
use html_escape::encode_text;

/// An article and what follows from it.
pub struct Words<'a> {
    article: &'a Article,
    outline: Outline<'a>,
}

impl<'a> Words<'a> {
    /// The words of an article.
    pub fn of(article: &'a Article) -> Self {
        Words {
            article,
            outline: Outline::of(article),
        }
    }

    /// The headline and what stands before the first section.
    pub fn opening(&self) -> String {
        let headline = encode_text(&self.article.headline);
        format!("<h1>{headline}</h1>{}", paragraphs(&self.article.lead))
    }

    /// The questions with their answers.
    pub fn sections(&self) -> String {
        let mut html = String::new();
        for section in &self.article.sections {
            let heading = plain_inlines(&section.heading);
            // Writing to a string can't fail; so below.
            let _ = write!(
                html,
                "<h2>{}</h2>{}",
                encode_text(&heading),
                paragraphs(&section.body)
            );
        }
        html
    }

    /// Each issue's id, title and panel.
    pub fn issues(&self) -> impl Iterator<Item = (&'a Id, String, String)> {
        self.article.issues.iter().map(|issue| {
            let title = encode_text(&issue.title).into_owned();
            (&issue.id, title, self.panel(issue))
        })
    }

    fn panel(&self, issue: &Issue) -> String {
        let stake = issue.summary.as_deref().unwrap_or_default();
        format!("<p>{}</p>{}", encode_text(stake), self.quotes(&issue.id))
    }

    /// The issues under native headings, for pages whose library has none.
    pub fn issues_in_full(&self) -> String {
        let parts = self.issues();
        parts
            .map(|(_, title, panel)| format!("<h3>{title}</h3>{panel}"))
            .collect()
    }

    /// The issues as native `<details>`.
    pub fn issues_as_details(&self) -> String {
        let parts = self.issues();
        parts
            .map(|(id, title, panel)| {
                format!("<details id=\"{id}\"><summary>{title}</summary>{panel}</details>")
            })
            .collect()
    }

    /// The events as a list.
    pub fn events(&self) -> String {
        let items = self.article.events.iter().map(|event| {
            let date = event.date.label(Language::default());
            let issues = self.outline.issues_of(event);
            let issues: Vec<_> = issues.iter().map(|issue| issue.id.to_string()).collect();
            format!(
                "<li id=\"{}\" data-issues=\"{}\"><time datetime=\"{}\">{}</time>{}</li>",
                event.id,
                issues.join(" "),
                event.date.start,
                encode_text(&date),
                self.event(event)
            )
        });
        format!("<ol class=\"events\">{}</ol>", items.collect::<String>())
    }

    /// What is said of an event, but for its date.
    pub fn event(&self, event: &Event) -> String {
        let place = event.place.as_ref().map(|place| encode_text(&place.name));
        format!(
            "<h3>{}</h3><p>{}</p>{}",
            encode_text(&event.title),
            place.unwrap_or_default(),
            self.quotes(&event.id)
        )
    }

    fn quotes(&self, id: &Id) -> String {
        let quotes = self.outline.passages_on(id).map(|located| {
            let words = plain_inlines(&located.passage.content);
            format!("<blockquote>{}</blockquote>", encode_text(&words))
        });
        quotes.collect()
    }
}

fn paragraphs(blocks: &[Block]) -> String {
    let paragraphs = plain_blocks(blocks);
    let paragraphs = paragraphs
        .iter()
        .map(|words| format!("<p>{}</p>", encode_text(words)));
    paragraphs.collect()
}
