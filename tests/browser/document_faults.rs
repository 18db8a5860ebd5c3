//! What goes wrong with a document.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::test::{LOADING, Test, test};
use crate::bench::Bench;
use crate::faults::{PATIENT, time_passes};
use crate::reader::Reader;
use crate::secure;
use crate::site::{Fault, Site};

pub const TESTS: &[Test] = &[
    test("where the document is not there the page's own words stay and the page is told", no_document).quick(),
    test("where half of the document comes the page's own words stay and the page is told", half_a_document).in_each_engine(LOADING),
    test("where something else comes for the document the page's own words stay and the page is told", other_document),
    test("where the document is of a newer version the page's own words stay and the page is told", newer_document),
    test("where the document does not come the page's own words stay and the page is told", never),
    test("where the document comes late it is shown", late),
];

/// An element with a document and words of the page's own.
const ELEMENT: &str = "<article-explainer src=talks.json><p id=own>Read it <a href=/x>here</a>.</p></article-explainer>";

/// A document in the exchange form.
fn document() -> Result<String> {
    let text = "+++\nheadline = \"Talks\"\n+++\nThey talk.\n";
    let article = article::authoring::read(text).article;
    Ok(serde_json::to_string(&article.context("an article")?)?)
}

/// The page's own words are to be seen.
async fn keeps_own_words(reader: &Reader) -> Result<()> {
    let own = reader.window.find(thirtyfour::By::Id("own")).await?;
    ensure!(own.is_displayed().await?, "the page's own words are gone");
    Ok(())
}

/// A page with words of its own where the document, which is `json`, is not shown for some `reason`.
fn refused(
    bench: &Bench,
    change: impl Fn(String) -> String,
    fault: Option<Fault>,
    reason: &str,
) -> Result<()> {
    let mut site = Site::with_body(ELEMENT).file("/talks.json", &change(document()?));
    if let Some(fault) = fault {
        site = site.with_fault("talks.json", fault);
    }
    bench.show(site, |reader, _| async move {
        let said = secure::refusal(&reader).await?;
        ensure!(said.contains(reason), "`{reason}` is not in: {said}");
        keeps_own_words(&reader).await
    })
}

fn no_document(bench: &Bench) -> Result<()> {
    refused(bench, |json| json, Some(Fault::Missing), "404")
}

fn half_a_document(bench: &Bench) -> Result<()> {
    refused(bench, |json| json, Some(Fault::Half), "not JSON")
}

fn other_document(bench: &Bench) -> Result<()> {
    refused(
        bench,
        |_| "<!doctype html><title>Log in</title>".to_owned(),
        None,
        "not JSON",
    )
}

fn newer_document(bench: &Bench) -> Result<()> {
    refused(
        bench,
        |json| json.replace("\"version\":1", "\"version\":2"),
        None,
        "version 2",
    )
}

/// A page whose document is held back, with an explainer beside it that needs none: where it is ready, the program has come.
fn awaited() -> Result<Site> {
    let other = "<article-explainer load=now></article-explainer>";
    let site = Site::with_body(&format!("{PATIENT}{ELEMENT}{other}"));
    Ok(site
        .file("/talks.json", &document()?)
        .without_answer("/talks.json"))
}

/// Waits until the page has been told that the document has not come.
async fn is_told(reader: &Reader) -> Result<()> {
    reader.until("ready.length").await?;
    time_passes(reader).await?;
    let said = reader.ask("return [errors, messages]").await?;
    ensure!(said[0] == json!(["document"]), "{said}");
    let said = said[1][0].as_str().context("a message")?;
    ensure!(
        said.contains("talks.json") && said.contains("30 s"),
        "{said}"
    );
    Ok(())
}

fn never(bench: &Bench) -> Result<()> {
    bench.show(awaited()?, |reader, site| async move {
        is_told(&reader).await?;
        keeps_own_words(&reader).await?;
        ensure!(reader.ask("return [uncaught, ready]").await? == json!([[], [false]]));
        // Held until here: a site that nobody has hold of lets everything through.
        drop(site);
        Ok(())
    })
}

fn late(bench: &Bench) -> Result<()> {
    bench.show(awaited()?, |reader, site| async move {
        is_told(&reader).await?;
        site.release();
        reader.until_ready().await?;
        ensure!(reader.find(".headline").await?.text().await? == "Talks");
        let heard = reader.ask("return [errors, uncaught]").await?;
        ensure!(heard == json!([["document"], []]), "{heard}");
        Ok(())
    })
}
