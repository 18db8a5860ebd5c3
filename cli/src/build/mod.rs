//! `explainer build`: pages of documents.
//!
//! ```text
//! names      which page a document becomes
//! options    what holds for all pages of a run, addresses above all
//! article    what lists, headers and sitemaps say of an article
//! card       the picture of an article for those who share its link
//! page       one document's files: page, fragment, embed page, frame, plain HTML, JSON, oEmbed
//! frame      the explainer in a frame: the snippet, its oEmbed form, and the scripts of both sides
//! plain      the explainer as plain HTML that sanitizers leave whole
//! json_ld    what a page says of its article to search engines
//! lists      files about all documents: the index, the addresses, the sitemap
//! manifest   what an earlier run made of what, so that what is unchanged is not made again
//! render     documents read and rendered, on every core
//! staging    new files, kept aside until every document is good, then moved into place
//! closing    what is said at the end
//! ```
//!
//! A run that fails leaves the old pages as they were. One that is interrupted while it renders leaves them too; one
//! that is interrupted while files are moved leaves old files and new ones, each whole, and the next run makes good
//! what is missing. What this program did not just write is never deleted.

pub mod article;
mod card;
mod closing;
pub mod frame;
mod json_ld;
mod lists;
mod manifest;
mod names;
pub mod options;
pub mod page;
mod plain;
mod render;
mod staging;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::process::ExitCode;

use anyhow::Result;
use article_explainer::style;

use crate::arguments::Build;
use crate::report;
use crate::say::Say;
use crate::web;

use manifest::{Entry, Manifest};
use options::{Options, shared};
use render::{Press, Rendering};
use staging::Staging;

/// The stylesheet of whole pages, embed pages and the index; the explainer has its own.
pub const PAGE_STYLE: web::File = (Cow::Borrowed("page.css"), PAGE_CSS.as_bytes());

/// What is in it.
const PAGE_CSS: &str = include_str!("page.css");

/// The folder for the files that all pages share, inside the output folder.
const SHARED: &str = "explainer";

/// What came of all documents that are good.
struct Edition {
    /// The documents in the order of the command line.
    listed: Vec<(String, Entry)>,
    /// The names of those whose pages are new.
    built: BTreeSet<String>,
}

/// Builds the pages of all documents, or none where a document has errors (1) or can't be read (2).
pub fn run(build: &Build, say: &Say) -> Result<ExitCode> {
    let web = web::files()?;
    let options = Options::of(build)?;
    let inputs = names::inputs(build)?;
    let staging = Staging::open(&build.output, build.compress)?;
    let before = Manifest::read(&build.output);
    let press = Press {
        options: &options,
        before: if build.force {
            &Manifest::default()
        } else {
            &before
        },
        output: &build.output,
        staging: &staging,
        say,
    };
    let renderings = press.all(&inputs)?;
    let names = inputs.into_iter().map(|(name, _)| name);
    let edition = match sort(names.zip(renderings), say) {
        Ok(edition) => edition,
        Err(code) => {
            say.error(&format!(
                "nothing was written to {}",
                build.output.display()
            ));
            return Ok(code);
        }
    };
    for (name, content) in web
        .into_iter()
        .chain([PAGE_STYLE, frame::PARENT, frame::CHILD])
    {
        staging.put_if_changed(&shared(&name), content)?;
    }
    let listed: Vec<_> = edition
        .listed
        .iter()
        .map(|(name, entry)| (name.as_str(), &entry.about))
        .collect();
    for (name, content) in lists::all(&listed, &options) {
        staging.put_if_changed(&name, content.as_bytes())?;
    }
    publish(&edition, before, &staging, build, say)
}

/// Says the problems of all documents, and parts the good ones from the others. Where there are others, the exit code.
fn sort(
    renderings: impl Iterator<Item = (String, Rendering)>,
    say: &Say,
) -> Result<Edition, ExitCode> {
    let (mut listed, mut built) = (Vec::new(), BTreeSet::new());
    let (mut bad, mut failed) = (false, false);
    for (name, rendering) in renderings {
        match rendering {
            Rendering::Unchanged(entry) => listed.push((name, entry)),
            Rendering::Built(entry, doubtful) => {
                if let Some(document) = doubtful {
                    report::say_for_people(&document, say);
                }
                built.insert(name.clone());
                listed.push((name, entry));
            }
            Rendering::Bad(document) => {
                report::say_for_people(&document, say);
                bad = true;
            }
            Rendering::Failed(error) => {
                say.error(&format!("{error:#}"));
                failed = true;
            }
        }
    }
    match (failed, bad) {
        (true, _) => Err(ExitCode::from(2)),
        (_, true) => Err(ExitCode::FAILURE),
        _ => Ok(Edition { listed, built }),
    }
}

/// Moves the new files into place, and remembers what was built.
fn publish(
    edition: &Edition,
    before: Manifest,
    staging: &Staging,
    build: &Build,
    say: &Say,
) -> Result<ExitCode> {
    let mut after = before.clone();
    after.forget_what_is_gone(&build.output);
    let names: BTreeSet<_> = edition.listed.iter().map(|(name, _)| name).collect();
    let others: Vec<_> = after
        .documents
        .keys()
        .filter(|name| !names.contains(name))
        .cloned()
        .collect();
    // What is about to be replaced counts as not built until it is, should this run be interrupted.
    let mut meanwhile = after.clone();
    meanwhile
        .documents
        .retain(|name, _| !edition.built.contains(name));
    if meanwhile != before {
        meanwhile.write(&build.output, say)?;
    }
    staging.move_into_place(say)?;
    after.documents.extend(edition.listed.iter().cloned());
    if after != meanwhile {
        after.write(&build.output, say)?;
    }
    let documents = edition.listed.len();
    say.result(&closing::line(
        documents,
        edition.built.len(),
        &others,
        &build.output,
    ));
    if build.inline_style {
        say.result(&web::allowing(&[PAGE_CSS, style::CSS]));
    }
    Ok(ExitCode::SUCCESS)
}
