//! Documents read and rendered, on every core.

use std::path::Path;

use anyhow::{Context, Result};
use article::Article;
use indicatif::{ParallelProgressIterator, ProgressBar, ProgressStyle};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use super::article::About;
use super::card::{self, Card};
use super::manifest::{Entry, Manifest, mark};
use super::names::Input;
use super::options::Options;
use super::page;
use super::staging::Staging;
use crate::document::{Document, bytes};
use crate::say::Say;

/// The stack of a thread that renders: as much as the main thread has, since text may be nested deeply.
const STACK: usize = 8 * 1024 * 1024;

/// What came of one document.
pub enum Rendering {
    /// Its pages were made from the same.
    Unchanged(Entry),
    /// Its pages wait to be moved into place; the document is there where something is to be said of it.
    Built(Entry, Option<Box<Document>>),
    /// It has errors.
    Bad(Box<Document>),
    /// It could not be read, or its pages not be kept.
    Failed(anyhow::Error),
}

/// What the documents of a run are rendered with.
pub struct Press<'p> {
    /// What holds for all pages.
    pub options: &'p Options,
    /// What was built before; nothing where everything is to be built.
    pub before: &'p Manifest,
    /// Where those pages are.
    pub output: &'p Path,
    /// Where the new pages wait.
    pub staging: &'p Staging,
    /// Who says each file.
    pub say: &'p Say,
}

impl Press<'_> {
    /// Renders all documents, in their order.
    pub fn all(&self, inputs: &[Input]) -> Result<Vec<Rendering>> {
        let threads = ThreadPoolBuilder::new().stack_size(STACK).build();
        let threads = threads.context("can't start the threads that render")?;
        let progress = self.progress(inputs.len());
        let renderings = threads.install(|| {
            let inputs = inputs.par_iter().progress_with(progress.clone());
            inputs.map(|(name, file)| self.one(name, file)).collect()
        });
        progress.finish_and_clear();
        Ok(renderings)
    }

    fn one(&self, name: &str, file: &Path) -> Rendering {
        let bytes = match bytes(file, self.say) {
            Ok(bytes) => bytes,
            Err(error) => return Rendering::Failed(error),
        };
        let mark = mark(self.options, &bytes);
        let lacks = |file: &String| self.staging.lacks_compressed(file);
        let unchanged = self.before.unchanged(name, &mark, self.output);
        if let Some(entry) = unchanged.filter(|_| !page::files(name).iter().any(lacks)) {
            return Rendering::Unchanged(entry.clone());
        }
        let mut document = Document::read(file, bytes);
        let Some(article) = document.article.take() else {
            return Rendering::Bad(Box::new(document));
        };
        let mut about = About::of(&article);
        let card = self.card(name, file, &article, &about);
        if let Some(card) = &card {
            about.picture = Some(card.picture(name));
        }
        let put = |file: &str, content: &str| self.staging.put(file, content.as_bytes());
        let kept = page::render(name, &article, &about, self.options, put)
            .with_context(|| format!("can't make the pages of {}", file.display()));
        // What is no longer needed goes before the next document comes.
        drop(article);
        let kept = kept.and_then(|()| {
            let card = card.as_ref().map(|card| (card::file(name), &card.png));
            card.map_or(Ok(()), |(file, png)| self.staging.put(&file, png))
        });
        match kept {
            Ok(()) => {
                let doubtful = !document.problems.is_empty();
                Rendering::Built(Entry { mark, about }, doubtful.then(|| Box::new(document)))
            }
            Err(error) => Rendering::Failed(error),
        }
    }

    /// Draws the card of an article that has no image of its own, where those who are to show it know where it is.
    fn card(&self, name: &str, file: &Path, article: &Article, about: &About) -> Option<Card> {
        if !self.options.has_addresses() || about.picture.is_some() {
            return None;
        }
        let old = self.output.join(card::file(name));
        let was_drawn = self.before.has_card(name) || card::is_one(&old);
        let card = match !old.exists() || was_drawn {
            true => card::draw(article),
            false => Err(format!(
                "{} is not of this program and stays as it is; give that another name, or the article an image",
                old.display()
            )),
        };
        card.inspect_err(|why| {
            let file = file.display();
            self.say
                .result(&format!("{file}: no picture for shared links: {why}"));
        })
        .ok()
    }

    /// A bar on standard error, where that is a terminal.
    fn progress(&self, documents: usize) -> ProgressBar {
        if self.say.is_quiet() {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::new(documents as u64);
        match ProgressStyle::with_template("{bar:30} {pos} of {len} documents") {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        }
    }
}
