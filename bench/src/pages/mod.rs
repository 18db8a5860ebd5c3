//! The pages that are measured: the same words, each as its library wants them.
//!
//! ```text
//! explainer    this project: prerendered, rendered in the browser, and as `explainer build` makes a page
//! floor        HTML by hand with native <details>: what nobody can be below
//! vanilla      the same HTML, brought to life by a custom element by hand
//! govuk        GOV.UK Frontend's accordion
//! timelinejs   TimelineJS
//! vis          vis-timeline
//! ```

pub mod explainer;
pub mod floor;
pub mod govuk;
pub mod timelinejs;
pub mod vanilla;
pub mod vis;

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};

/// What the pages are called that targets are about.
pub const FLOOR: &str = "static HTML";
/// The one whose targets they are.
pub const BUILT: &str = "explainer, a built page";
/// The same, asked for its widget at once.
pub const AT_ONCE: &str = "explainer, a built page, widget at once";
/// A peer.
pub const TIMELINEJS: &str = "TimelineJS 3";
/// A peer.
pub const VIS: &str = "vis-timeline 8";

/// A page, and how one sees what it can do.
pub struct Page {
    /// What it is called in the results.
    pub name: String,
    /// Its folder on the server.
    pub folder: String,
    /// Its files by their paths inside the folder.
    pub files: HashMap<String, Vec<u8>>,
    /// JavaScript: the elements that open an issue each; none before they do.
    pub openers: &'static str,
    /// JavaScript: whether the timeline answers its reader. Empty where it has none.
    pub answers: &'static str,
}

impl Page {
    fn new(name: &str, html: String) -> Self {
        Page {
            name: name.to_owned(),
            folder: name
                .to_lowercase()
                .replace(|at: char| !at.is_alphanumeric(), "-"),
            files: HashMap::from([("index.html".to_owned(), html.into_bytes())]),
            openers: "[]",
            answers: "",
        }
    }

    /// With a file from the npm packages beside the page, under another name.
    fn with(mut self, packages: &Path, file: &str, name: &str) -> Result<Self> {
        let file = packages.join(file);
        let content =
            std::fs::read(&file).with_context(|| format!("can't read {}", file.display()))?;
        self.files.insert(name.to_owned(), content);
        Ok(self)
    }

    fn opens(self, openers: &'static str) -> Self {
        Page { openers, ..self }
    }

    fn answers(self, answers: &'static str) -> Self {
        Page { answers, ..self }
    }
}

/// A page with this in its head and its body.
fn html(title: &str, head: &str, body: &str) -> String {
    let title = html_escape::encode_text(title);
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <link rel=\"icon\" href=\"data:,\">{head}</head>{body}</html>"
    )
}

/// The files of a folder and those below it, by their paths.
fn files(folder: &Path) -> Result<HashMap<String, Vec<u8>>> {
    let mut files = HashMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let entries =
            std::fs::read_dir(&next).with_context(|| format!("can't read {}", next.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder)?.display().to_string();
            files.insert(name, std::fs::read(&path)?);
        }
    }
    Ok(files)
}
