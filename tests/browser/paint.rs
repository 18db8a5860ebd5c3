//! How soon a built page is painted and answers: what it carries inside, and what is fetched along with it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::test::{LAYOUT, LOADING, Test, test};
use crate::bench::Bench;
use crate::site::{LISTEN, Site};

pub const TESTS: &[Test] = &[
    test("a page with its styles inside looks as it should before anything else is fetched", inline).in_each_engine(LOADING),
    test("a policy that names the hashes allows the styles inside a page", allowed),
    test("where a policy forbids the styles inside a page the explainer fetches its own", forbidden).in_each_engine(LOADING),
    test("a built page stays where it is when its text comes", still).quick().in_each_engine(LAYOUT),
];

/// The page of the article.
const PAGE: &str = "/helsinki-summit.html";

/// Whether the explainer has its looks.
const DRESSED: &str =
    "return getComputedStyle(root.querySelector('.mount')).containerName === 'explainer'";

/// A policy under which styles come from files, or are these.
fn policy(styles: &str) -> &'static str {
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {styles}; connect-src 'self'; \
         img-src 'self'; require-trusted-types-for 'script'"
    );
    // A test's own few bytes, until it ends.
    Box::leak(policy.into_boxed_str())
}

/// Builds a document's pages into a folder of the test's own, its page listening to its explainer; with what the program said.
pub fn build(
    bench: &Bench,
    test: &str,
    document: &Path,
    options: &[&str],
) -> Result<(PathBuf, String)> {
    let site = bench.folder(test)?.join("site");
    let options = [options, &["--force"]].concat();
    let said = bench.build([document], &options, &site)?;
    let name = document.file_stem().context("a name")?.to_string_lossy();
    let page = site.join(format!("{name}.html"));
    let html = std::fs::read_to_string(&page)?;
    std::fs::write(page, html.replacen("<head>", &format!("<head>{LISTEN}"), 1))?;
    Ok((site, said))
}

fn seed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/helsinki-summit.md")
}

fn inline(bench: &Bench) -> Result<()> {
    let (folder, _) = build(bench, "inline", &seed(), &["--inline-style"])?;
    bench.show(Site::of(folder).held(), |reader, site| async move {
        reader.go(&site.url(PAGE)).await?;
        ensure!(reader.ask(DRESSED).await? == true, "not styled");
        let display = reader
            .ask("return getComputedStyle(document.body).display")
            .await?;
        ensure!(display == "flow-root", "the page is not styled: {display}");
        site.release();
        reader.until_ready().await?;
        ensure!(
            reader.ask("return ready").await? == json!([true]),
            "rendered afresh"
        );
        let asked = site.asked();
        let sheets = asked.iter().any(|path| path.ends_with(".css"));
        ensure!(!sheets, "stylesheets were fetched: {asked:?}");
        Ok(())
    })
}

fn still(bench: &Bench) -> Result<()> {
    let (folder, _) = build(bench, "still", &seed(), &[])?;
    for (site, page) in [(Site::of(folder), PAGE), (Site::as_built(), "/")] {
        bench.show(site, |reader, site| async move {
            reader.go(&site.url(page)).await?;
            let top = "return document.body.getBoundingClientRect().top";
            let with_text = reader.ask(top).await?;
            // As it is painted for the first time where the network is slow.
            reader.ask("document.body.replaceChildren()").await?;
            let without = reader.ask(top).await?;
            ensure!(
                with_text == without,
                "{page} moves from {without} to {with_text}"
            );
            Ok(())
        })?;
    }
    Ok(())
}

fn allowed(bench: &Bench) -> Result<()> {
    let (folder, said) = build(bench, "allowed", &seed(), &["--inline-style"])?;
    let hashes = said.split_once("style-src ").context(said.clone())?.1;
    let policy = policy(hashes.trim());
    bench.show(Site::of(folder).under(policy), |reader, site| async move {
        reader.go(&site.url(PAGE)).await?;
        reader.until_ready().await?;
        ensure!(reader.ask(DRESSED).await? == true, "not styled");
        let told = reader.ask("return [violations, errors, ready]").await?;
        ensure!(told == json!([[], [], [true]]), "{told}");
        Ok(())
    })
}

fn forbidden(bench: &Bench) -> Result<()> {
    let (folder, _) = build(bench, "forbidden", &seed(), &["--inline-style"])?;
    bench.show(
        Site::of(folder).under(policy("")),
        |reader, site| async move {
            reader.go(&site.url(PAGE)).await?;
            reader.until_ready().await?;
            let dressed = DRESSED.trim_start_matches("return ");
            reader.until(dressed).await?;
            let told = reader.ask("return [errors, ready]").await?;
            ensure!(told == json!([[], [true]]), "{told}");
            Ok(())
        },
    )
}
