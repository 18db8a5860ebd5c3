//! This project.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use article_explainer::prerender::{Prerender, Stylesheet};

use super::{Page, files, html};

/// What the HTML of the explainer is in: its shadow root, or itself.
pub const ROOT: &str = "(document.querySelector('article-explainer').shadowRoot ?? document.querySelector('article-explainer'))";

/// What opens issues: there before any script.
const OPENERS: &str = "[...((document.querySelector('article-explainer')?.shadowRoot ?? document.querySelector('article-explainer'))?.querySelectorAll('details.issue > summary') ?? [])]";

/// Whether the widget is there.
const ANSWERS: &str = "document.querySelector('article-explainer')?.hasAttribute('ready') ?? false";

/// The built-in article, prerendered into a page that is otherwise empty, with its looks inside.
pub fn prerendered(dist: &Path) -> Result<Page> {
    let page = page("explainer, prerendered", dist, &root(Stylesheet::Inline)?)?;
    // Its widget waits for a reader.
    Ok(page.answers(""))
}

/// The same with its looks in a file, as strict content security policies want it.
pub fn linked(dist: &Path) -> Result<Page> {
    let stylesheet = stylesheet(dist)?;
    let root = root(Stylesheet::Linked(&stylesheet))?;
    Ok(page("explainer, stylesheet in a file", dist, &root)?.answers(""))
}

fn root(stylesheet: Stylesheet<'_>) -> Result<String> {
    let prerender = Prerender {
        stylesheet,
        ..Prerender::default()
    };
    prerender.shadow_root().map_err(anyhow::Error::msg)
}

/// The built-in article, rendered in the browser.
pub fn rendered(dist: &Path) -> Result<Page> {
    page("explainer, rendered in the browser", dist, "")
}

fn page(name: &str, dist: &Path, root: &str) -> Result<Page> {
    let head = "<script type=\"module\" src=\"explainer.js\"></script>";
    let body = format!("<body><article-explainer>{root}</article-explainer></body>");
    let mut page = Page::new(name, html("The summit", head, &body))
        .opens(OPENERS)
        .answers(ANSWERS);
    let bundle = files(dist)?.into_iter();
    page.files
        .extend(bundle.filter(|(path, _)| path != "index.html"));
    Ok(page)
}

/// A document as `explainer build` makes a page of it. Its widget waits for a reader.
pub fn built(name: &str, program: &Path, document: &Path, out: &Path) -> Result<Page> {
    build(program, document, out)?;
    let mut files = files(out)?;
    let stem = document.file_stem().context("a document's name")?;
    let html = files.remove(&format!("{}.html", stem.to_string_lossy()));
    let html = String::from_utf8(html.context("the page of the document")?)?;
    // What the program remembers, and what is not of this page.
    files.retain(|path, _| path.starts_with("explainer/") && !path.contains("/."));
    let mut page = Page::new(name, html).opens(OPENERS);
    page.files.extend(files);
    Ok(page)
}

/// The same, whose widget is asked for at once.
pub fn at_once(name: &str, built: &Page) -> Result<Page> {
    Ok(changed(
        name,
        built,
        "<article-explainer ",
        "<article-explainer load=\"now\" ",
    )?
    .answers(ANSWERS))
}

/// The same, for a reader who saves data, so that nothing is fetched ahead.
pub fn saving(name: &str, built: &Page) -> Result<Page> {
    let save = "<head><script>Object.defineProperty(navigator, 'connection', { value: { saveData: true } })</script>";
    changed(name, built, "<head>", save)
}

/// A built page with something in its HTML replaced.
fn changed(name: &str, built: &Page, from: &str, to: &str) -> Result<Page> {
    let html = built.files.get("index.html").context("a page")?;
    let html = String::from_utf8_lossy(html);
    ensure!(html.contains(from), "there is no {from} in the page");
    let mut page = Page::new(name, html.replacen(from, to, 1)).opens(OPENERS);
    let others = built.files.iter().filter(|(path, _)| *path != "index.html");
    page.files
        .extend(others.map(|(path, file)| (path.clone(), file.clone())));
    Ok(page)
}

/// What builds a document's pages afresh.
pub fn command(program: &Path, document: &Path, out: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg("build").arg(document);
    command.args(["--inline-style", "--force", "-o"]).arg(out);
    command
}

fn build(program: &Path, document: &Path, out: &Path) -> Result<()> {
    let status = command(program, document, out)
        .stdout(Stdio::null())
        .status()
        .with_context(|| format!("can't run {}", program.display()))?;
    ensure!(
        status.success(),
        "explainer build {} failed",
        document.display()
    );
    Ok(())
}

/// Where the stylesheet of a bundle is.
fn stylesheet(dist: &Path) -> Result<String> {
    let files = files(dist)?;
    let file = files.keys().find(|path| path.ends_with("/explainer.css"));
    file.cloned()
        .context("there is no stylesheet in the bundle")
}
