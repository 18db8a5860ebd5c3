//! What is shown: the document, or its last good version, or its source.

use std::path::PathBuf;

use crate::build::page::OWN_PAGE;
use article::authoring::{Problem, Severity};
use article_explainer::prerender::{Prerender, Rendered};

use super::page;
use crate::build::article::About;
use crate::document::Document;
use crate::say::Say;

/// Where the page finds the document in the exchange form.
pub const DATA: &str = "document.json";

/// A page and its data.
pub struct Shown {
    /// Differs where the page does.
    pub version: String,
    /// The page.
    pub page: String,
    /// The document in the exchange form; empty while there is none.
    pub data: String,
}

/// A version of the document that can be shown.
pub struct Good {
    /// What is said of it around it.
    pub about: About,
    /// The explainer.
    pub rendered: Rendered,
    data: String,
}

/// The document that was read, or why it could not be.
pub type Reading = Result<Document, String>;

/// Reads the document again and again, and remembers how it was when it was good.
pub struct Reader {
    file: PathBuf,
    say: Say,
    good: Option<Good>,
}

impl Reader {
    /// Begins with a document.
    pub fn new(file: PathBuf, say: Say) -> Self {
        Reader {
            file,
            say,
            good: None,
        }
    }

    /// Reads the document, says how many problems it has, and makes the page.
    pub fn read(&mut self) -> Shown {
        let mut is_good = false;
        let reading = match Document::open(&self.file, &self.say) {
            Ok(document) => {
                if let Some(good) = good(&document) {
                    self.good = Some(good);
                    is_good = true;
                }
                Ok(document)
            }
            Err(error) => Err(format!("{error:#}")),
        };
        let name = self.file.display().to_string();
        match &reading {
            Ok(document) => self
                .say
                .result(&format!("{name}: {}", count(&document.problems))),
            Err(why) => self.say.error(why),
        }
        // The page need not say where on this machine the document is.
        let name = self.file.file_name().unwrap_or_default().to_string_lossy();
        let (page, version) = page::page(&name, &reading, self.good.as_ref(), is_good);
        Shown {
            version,
            page,
            data: self
                .good
                .as_ref()
                .map_or(String::new(), |good| good.data.clone()),
        }
    }
}

fn good(document: &Document) -> Option<Good> {
    let article = document.article.as_ref()?;
    let data = serde_json::to_string(article).ok()?;
    let prerender = Prerender {
        document: Some((DATA, &data)),
        attributes: OWN_PAGE,
        ..Prerender::default()
    };
    let rendered = prerender.render().ok()?;
    let about = About::of(article);
    Some(Good {
        about,
        rendered,
        data,
    })
}

/// How many problems there are, of each kind.
pub fn count(problems: &[Problem]) -> String {
    let of = |severity| {
        problems
            .iter()
            .filter(|problem| problem.severity == severity)
            .count()
    };
    let number = |count, word: &str| match count {
        1 => format!("1 {word}"),
        _ => format!("{count} {word}s"),
    };
    match problems {
        [] => "no problems".to_owned(),
        _ => format!(
            "{}, {}",
            number(of(Severity::Error), "error"),
            number(of(Severity::Warning), "warning")
        ),
    }
}
