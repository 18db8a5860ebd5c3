//! The web files inside the program: what a page needs beside it.

use std::borrow::Cow;

use anyhow::{Context, Result, bail};
use article::Language;
use article_explainer::words::catalogue;
use article_explainer::{BUILD as VIEWS, built_in, style};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// The script that defines the element.
const SCRIPT: &str = "explainer.js";

/// A file's name and its content.
pub type File = (Cow<'static, str>, &'static [u8]);

/// The name of the folder that the script loads from, and the script and the files of that folder with their names.
type Bundle = (&'static str, [(&'static str, &'static [u8]); 6]);

/// What `cargo xtask build` had made when this program was compiled.
const BUNDLE: Option<Bundle> = include!(concat!(env!("OUT_DIR"), "/web.rs"));

/// What the bundle is made of, and the licences that ask to go where it goes.
const THIRD_PARTY: File = (
    Cow::Borrowed("THIRD-PARTY.txt"),
    include_bytes!("../../npm/THIRD-PARTY.txt"),
);

/// The stylesheet of the explainer.
const STYLESHEET: &str = "explainer.css";

/// Where the stylesheet is, as seen from beside the script: in a folder that is named by a hash of what is in it. Without
/// a bundle there is nothing that it could be beside of.
pub fn stylesheet() -> Cow<'static, str> {
    match folder() {
        Some(folder) => Cow::from(format!("{folder}/{STYLESHEET}")),
        None => Cow::from(STYLESHEET),
    }
}

/// The folder that the script loads from, which has another name whenever a file in it is another one.
pub fn folder() -> Option<&'static str> {
    BUNDLE.map(|(folder, _)| folder)
}

/// The files that are always there: the stylesheet, the built-in article, and the words of the interface in every language but English, which
/// the program knows by heart.
pub fn beside_the_program() -> Vec<File> {
    let stylesheet = (Cow::from(STYLESHEET), style::CSS.as_bytes());
    let languages = Language::ALL
        .into_iter()
        .filter(|language| *language != Language::default());
    let words = languages.map(|language| {
        let name = format!("words.{}.json", language.tag());
        (Cow::from(name), catalogue(language).as_bytes())
    });
    let article = (Cow::from("article.json"), built_in::JSON.as_bytes());
    [stylesheet, article].into_iter().chain(words).collect()
}

/// The tag that loads the element, with its integrity: who vouches for this script vouches for what it loads, since it
/// checks that itself. Fails where [`files`] does.
pub fn tag() -> Result<String> {
    let files = files()?;
    let script = files.iter().find(|(name, _)| name == SCRIPT);
    let (_, script) = script.context("the web files lack the script")?;
    let integrity = integrity(script);
    Ok(format!(
        "<script type=\"module\" src=\"{SCRIPT}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>"
    ))
}

/// The hash of a file, as the attribute `integrity` takes it.
fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// Says which sources a content security policy has to name to allow these styles, which stand in pages.
pub fn allowing(styles: &[&str]) -> String {
    let sources = styles.iter().map(|style| {
        let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
        format!(" 'sha256-{hash}'")
    });
    let sources: String = sources.collect();
    format!(
        "A content security policy has to allow what the pages carry inside: style-src{sources}"
    )
}

/// Every file that a page needs, and the licences of what is in them. Fails where the program was compiled without them, or with those of other views than
/// its own: their widget may not understand the pages it makes.
pub fn files() -> Result<Vec<File>> {
    let Some((folder, bundle)) = BUNDLE else {
        bail!(
            "this program was built without the web files; run `cargo xtask build`, then build it again"
        );
    };
    let build = VIEWS.as_bytes();
    let [_, _, (_, widget), ..] = bundle;
    if !widget.windows(build.len()).any(|bytes| bytes == build) {
        bail!(
            "this program was built with the web files of another version; run `cargo xtask build`, then build it again"
        );
    }
    let [(script, content), loaded @ ..] = bundle;
    let loaded = loaded.map(|(name, content)| (Cow::from(name), content));
    let loaded = loaded.into_iter().chain(beside_the_program());
    let inside = loaded.map(|(name, content)| (Cow::from(format!("{folder}/{name}")), content));
    let script = (Cow::from(script), content);
    Ok([script, THIRD_PARTY].into_iter().chain(inside).collect())
}
