//! What an earlier run made of what, so that what is unchanged is not made again.

use std::collections::BTreeMap;
use std::fs;
use std::hash::Hasher;
use std::path::Path;

use anyhow::Result;
use fnv::FnvHasher;
use serde::{Deserialize, Serialize};

use super::article::About;
use super::options::Options;
use super::page;
use crate::document::write;
use crate::say::Say;
use crate::web;

/// The file's name. The dot keeps it out of listings.
const FILE: &str = ".explainer.json";

/// What has been built, by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// The documents.
    pub documents: BTreeMap<String, Entry>,
}

/// A document whose pages have been built.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The mark of all that the pages were made from.
    pub mark: String,
    /// What lists say of it.
    pub about: About,
}

impl Manifest {
    /// The manifest of an output folder. One that is missing, or that this program can't read, knows of nothing.
    pub fn read(folder: &Path) -> Self {
        let json = fs::read(folder.join(FILE)).unwrap_or_default();
        serde_json::from_slice(&json).unwrap_or_default()
    }

    /// Writes the manifest into an output folder.
    pub fn write(&self, folder: &Path, say: &Say) -> Result<()> {
        let json = serde_json::to_string_pretty(self)? + "\n";
        write(&folder.join(FILE), json.as_bytes(), say)
    }

    /// The entry of a document whose pages are there and were made from the same.
    pub fn unchanged(&self, name: &str, mark: &str, folder: &Path) -> Option<&Entry> {
        let entry = self
            .documents
            .get(name)
            .filter(|entry| entry.mark == mark)?;
        is_built(name, entry, folder).then_some(entry)
    }

    /// Whether a card was drawn of a document.
    pub fn has_card(&self, name: &str) -> bool {
        let picture = |entry: &Entry| entry.about.picture.as_ref().is_some_and(|it| it.is_card);
        self.documents.get(name).is_some_and(picture)
    }

    /// Forgets the documents whose pages are no longer there.
    pub fn forget_what_is_gone(&mut self, folder: &Path) {
        self.documents
            .retain(|name, entry| is_built(name, entry, folder));
    }
}

/// A mark of all that the pages of a document are made from: this program with its web files, the options and the document's bytes.
pub fn mark(options: &Options, document: &[u8]) -> String {
    let mut hash = FnvHasher::default();
    let folder = web::folder().unwrap_or_default();
    for part in [
        article_explainer::BUILD,
        env!("EXPLAINER_LAYOUT"),
        folder,
        &options.mark(),
    ] {
        hash.write(part.as_bytes());
        hash.write_u8(0);
    }
    hash.write(document);
    format!("{:016x}", hash.finish())
}

fn is_built(name: &str, entry: &Entry, folder: &Path) -> bool {
    let picture = entry.about.picture.as_ref();
    let card = picture.filter(|picture| picture.is_card);
    let card = card.map(|picture| picture.src.clone());
    page::files(name)
        .into_iter()
        .chain(card)
        .all(|file| folder.join(file).is_file())
}
