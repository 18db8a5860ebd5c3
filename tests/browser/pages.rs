//! The pages that `explainer build` makes.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use serde_json::json;

use crate::test::{LOADING, NO_SCRIPT, Test, test};
use crate::access::axe;
use crate::bench::Bench;
use crate::pictures::picture;
use crate::reader::Reader;
use crate::site::Site;
use crate::text::reads_whole;
use crate::window::{Shown, fill};

pub const TESTS: &[Test] = &[
    test("a built page is taken over under a strict content security policy", taken_over).quick().in_each_engine(LOADING),
    test("a built page and the list of pages please axe, light and dark", accessible),
    test("a built page reads without script, and its fragments lead to their items", without_script).quick().in_each_engine(NO_SCRIPT),
    test("built pages fit windows from 280 to 1280 pixels, light and dark", fit),
    test("an embed page and a pasted fragment are taken over too", embedded),
];

/// The page of the article, by its document's name.
const PAGE: &str = "/helsinki-summit.html";

/// A second article, so that there is a list.
const SECOND: &str = "+++\nheadline = \"Trade talks\"\nkind = \"Background\"\npublisher = \"The Example\"\n\
    published = \"2018-07-20\"\nissues = [{ id = \"tariffs\", title = \"Tariffs\", stance = \"contention\" }]\n+++\n\
    Both sides speak of [tariffs](#tariffs).\n";

/// Builds the pages of the seed and of a second article into a folder of the test's own.
pub fn build(bench: &Bench, test: &str) -> Result<PathBuf> {
    let folder = bench.folder(test)?;
    let second = folder.join("talks.md");
    std::fs::write(&second, SECOND)?;
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/helsinki-summit.md");
    let site = folder.join("site");
    bench.build([&seed, &second], &[], &site)?;
    Ok(site)
}

/// Sees that the explainer takes over what was prerendered: what is there stays, and answers.
async fn is_taken_over(reader: &Reader, site: &Site) -> Result<()> {
    reader
        .ask("root.querySelector('.issue').mine = true;")
        .await?;
    site.release();
    reader.until_ready().await?;
    let kept = reader
        .ask("return root.querySelector('.issue').mine === true")
        .await?;
    ensure!(kept == true, "rendered afresh");
    Ok(())
}

fn taken_over(bench: &Bench) -> Result<()> {
    let site = Site::of(build(bench, "taken-over")?).strict().held();
    bench.show(site, |reader, site| async move {
        reader.go(&site.url(PAGE)).await?;
        is_taken_over(&reader, &site).await?;
        reads_whole(&reader).await?;
        // The stylesheets of the page and of the explainer have both been let through.
        let styled = "return [getComputedStyle(document.body).display, getComputedStyle(root.querySelector('.explainer')).overflowWrap]";
        ensure!(reader.ask(styled).await? == json!(["flow-root", "anywhere"]));
        Ok(())
    })
}

fn accessible(bench: &Bench) -> Result<()> {
    let script = bench.axe.clone();
    let site = Site::of(build(bench, "accessible")?);
    bench.show(site, |reader, site| async move {
        for shown in [Shown::Light, Shown::Dark] {
            fill(&reader, 1280, shown).await?;
            reader.go(&site.url("/index.html")).await?;
            axe(&reader, &script).await?;
            reader.go(&site.url(PAGE)).await?;
            reader.until_ready().await?;
            axe(&reader, &script).await?;
        }
        Ok(())
    })
}

fn without_script(bench: &Bench) -> Result<()> {
    let site = Site::of(build(bench, "without-script")?).without_script();
    bench.show(site, |reader, site| async move {
        reader.go(&site.url(PAGE)).await?;
        reads_whole(&reader).await?;
        reader.click("#explainer-accidents summary").await?;
        reader.click("#explainer-accidents .in-context").await?;
        reader.until("location.hash.startsWith('#explainer-passage-')").await?;
        let top = "document.querySelector(location.hash).getBoundingClientRect().top";
        reader.until(&format!("{top} > 0 && {top} < innerHeight")).await
    })
}

fn fit(bench: &Bench) -> Result<()> {
    let site = Site::of(build(bench, "fit")?);
    bench.show(site, |reader, site| async move {
        for (path, name) in [
            ("/index.html", "built-index"),
            (PAGE, "built-page"),
            ("/talks.embed.html", "built-embed"),
        ] {
            reader.go(&site.url(path)).await?;
            for width in [280, 390, 1280] {
                for shown in [Shown::Light, Shown::Dark] {
                    picture(&reader, width, shown, name).await?;
                }
            }
        }
        Ok(())
    })
}

fn embedded(bench: &Bench) -> Result<()> {
    let folder = build(bench, "embedded")?;
    let fragment = std::fs::read_to_string(folder.join("helsinki-summit.fragment.html"))?;
    let pasted = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Test</title><body>{fragment}"
    );
    let site = Site::of(folder.clone())
        .file("/pasted.html", &pasted)
        .held();
    bench.show(site, |reader, site| async move {
        reader.go(&site.url("/pasted.html")).await?;
        is_taken_over(&reader, &site).await
    })?;
    bench.show(Site::of(folder).held(), |reader, site| async move {
        reader.go(&site.url("/helsinki-summit.embed.html")).await?;
        is_taken_over(&reader, &site).await
    })
}
