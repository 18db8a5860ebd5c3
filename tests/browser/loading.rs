//! When the program is loaded, and what the explainer does until then.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::By;

use crate::test::{LOADING, Test, test};
use crate::bench::Bench;
use crate::site::{LISTENER, Site};

pub const TESTS: &[Test] = &[
    test("a change of `hydrate` changes nothing where there is nothing to wait for any more", begun),
    test("the program is loaded when the reader comes near", near).in_each_engine(LOADING),
    test("an item that is asked for in the moment that the element comes to life is shown", asked_at_once),
    test("`hydrate=\"interaction\"` waits until the reader means to use the explainer", interaction).in_each_engine(LOADING),
    test("`hydrate=\"interaction\"` waits for nobody where there is no text yet", nothing_yet),
    test("`hydrate=\"now\"` and `\"idle\"` wait for nobody", at_once),
    test("a page that is asked for an item of the explainer loads the program at once", asked_for).quick().in_each_engine(LOADING),
    test("a link leads to its item before the program is there, which then knows of it", early_click).quick(),
    test("an issue that the reader opened before the program came stays open", early_open).in_each_engine(LOADING),
    test("what a page wrote inside the element is read until the explainer is there", meanwhile),
    test("nothing is fetched twice, however many explainers", once).in_each_engine(LOADING),
];

/// The one script that runs at load.
const SHIM: &str = "/explainer.js";

/// The page of the bundle with these attributes on its explainer, far below what the window shows.
fn far_below(bench: &Bench, attributes: &str) -> Result<Site> {
    Site::as_built().changed(&bench.dist, |html| pushed_down(&html, attributes))
}

/// A page with these attributes on its explainer, and that far below what the window shows.
fn pushed_down(html: &str, attributes: &str) -> String {
    let element = format!("<div style='height: 5000px'></div><article-explainer {attributes}>");
    html.replacen("<article-explainer>", &element, 1)
}

/// Whether anything of the program has been asked for.
fn program(site: &Site) -> Vec<String> {
    let of_the_program = |path: &String| path.contains("article-explainer");
    site.asked().into_iter().filter(of_the_program).collect()
}

fn near(bench: &Bench) -> Result<()> {
    bench.show(far_below(bench, "")?, |reader, site| async move {
        reader
            .until("host.shadowRoot && customElements.get('article-explainer')")
            .await?;
        // Long enough for an observer to have spoken: two frames.
        reader.frames(2).await?;
        ensure!(site.asked().iter().any(|path| path == SHIM));
        ensure!(program(&site).is_empty(), "fetched: {:?}", program(&site));
        reader.ask("host.scrollIntoView()").await?;
        reader.until_ready().await?;
        ensure!(reader.ask("return ready").await? == json!([true]));
        Ok(())
    })
}

fn asked_at_once(bench: &Bench) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        let ask = "customElements.whenDefined('article-explainer') \
            .then(() => document.querySelector('article-explainer').reveal('syria'))";
        pushed_down(&html, "").replacen("<head>", &format!("<head><script>{ask}</script>"), 1)
    })?;
    bench.show(site, |reader, _| async move {
        reader
            .until("host.ready && root.getElementById('syria').open")
            .await
    })
}

fn interaction(bench: &Bench) -> Result<()> {
    let site = Site::as_built().with_attributes(&bench.dist, "hydrate=interaction")?;
    bench.show(site, |reader, site| async move {
        reader
            .until("customElements.get('article-explainer')")
            .await?;
        reader.frames(2).await?;
        ensure!(program(&site).is_empty(), "fetched: {:?}", program(&site));
        reader.click("#syria summary").await?;
        reader.until_ready().await?;
        ensure!(
            reader
                .ask("return root.querySelector('#syria').open")
                .await?
                == json!(true)
        );
        Ok(())
    })
}

fn nothing_yet(bench: &Bench) -> Result<()> {
    let body = "<article-explainer hydrate=interaction></article-explainer>";
    bench.show(Site::with_body(body), |reader, _| async move {
        reader.until_ready().await
    })
}

fn at_once(bench: &Bench) -> Result<()> {
    for when in ["hydrate=now", "hydrate=idle"] {
        bench.show(far_below(bench, when)?, |reader, _| async move {
            reader.until_ready().await
        })?;
    }
    Ok(())
}

fn asked_for(bench: &Bench) -> Result<()> {
    bench.show(
        far_below(bench, "hydrate=interaction")?,
        |reader, site| async move {
            reader
                .until("customElements.get('article-explainer')")
                .await?;
            ensure!(program(&site).is_empty());
            reader.ask("location.hash = 'explainer-syria'").await?;
            reader.until_ready().await?;
            reader.until("root.querySelector('#syria').open").await?;
            Ok(())
        },
    )
}

fn early_click(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.held();
    bench.show(site, |reader, site| async move {
        reader
            .until("customElements.get('article-explainer')")
            .await?;
        reader.click("#syria summary").await?;
        reader.click("#syria .in-context").await?;
        reader
            .until("location.hash.startsWith('#explainer-passage-') && root.activeElement?.matches('.passage')")
            .await?;
        ensure!(reader.ask("return host.ready").await? == json!(false));
        site.release();
        reader.until_ready().await?;
        ensure!(
            reader.ask("return ready").await? == json!([true]),
            "not taken over"
        );
        reader.window.back().await?;
        reader.until("location.hash === ''").await
    })
}

fn early_open(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.held();
    bench.show(site, |reader, site| async move {
        reader.click("#syria summary").await?;
        site.release();
        reader.until_ready().await?;
        ensure!(
            reader
                .ask("return [ready, root.querySelector('#syria').open]")
                .await?
                == json!([[true], true])
        );
        Ok(())
    })
}

fn meanwhile(bench: &Bench) -> Result<()> {
    let body = "<article-explainer><p>Read it <a href=/talks>there</a>.</p></article-explainer>";
    bench.show(Site::with_body(body).held(), |reader, site| async move {
        reader
            .until("host?.shadowRoot?.querySelector('.mount')")
            .await?;
        let link = reader.window.find(By::Css("article-explainer a")).await?;
        ensure!(link.is_displayed().await?, "it is not shown");
        site.release();
        reader.until_ready().await?;
        // By its box: a driver may take what has no slot for shown.
        let boxes = "return document.querySelector('article-explainer a').getClientRects().length";
        ensure!(
            reader.ask(boxes).await? == json!(0),
            "it is shown beside the text"
        );
        Ok(())
    })
}

fn once(bench: &Bench) -> Result<()> {
    let document = article::authoring::read("+++\nheadline = \"Talks\"\n+++\nThey talk.\n").article;
    let talks = "<article-explainer src=talks.json lang=de></article-explainer>".repeat(3);
    let built_in = "<article-explainer lang=de></article-explainer>".repeat(3);
    let site = Site::with_body(&format!("{talks}{built_in}"))
        .file("/talks.json", &serde_json::to_string(&document)?);
    bench.show(site, |reader, site| async move {
        reader
            .ask("document.querySelectorAll('article-explainer').forEach((each) => each.hydrate = 'now')")
            .await?;
        reader.until("ready.length === 6 || errors.length").await?;
        let mut asked = site.asked();
        asked.retain(|path| path != "/favicon.ico" && path != LISTENER);
        asked.sort();
        let loaded = [
            "article-explainer.js",
            "article-explainer_bg.wasm",
            "explainer.css",
            "words.de.json",
        ];
        let mut expected = loaded.map(|file| bench.loaded(file)).to_vec();
        expected.extend(["/", SHIM, "/talks.json"].map(str::to_owned));
        expected.sort();
        ensure!(
            asked == expected,
            "asked for: {asked:?}"
        );
        Ok(())
    })
}

fn begun(bench: &Bench) -> Result<()> {
    let text = "+++\nheadline = \"Talks\"\n+++\nThey talk.\n";
    let article = article::authoring::read(text).article;
    let body = "<article-explainer hydrate=now src=missing.json></article-explainer>";
    let site = Site::with_body(body).file("/talks.json", &serde_json::to_string(&article)?);
    bench.show(site, |reader, site| async move {
        reader.until("errors.length").await?;
        reader.ask("host.hydrate = 'idle'").await?;
        reader.ask("host.src = 'talks.json'").await?;
        reader.until_ready().await?;
        reader.ask("host.hydrate = 'interaction'").await?;
        ensure!(reader.ask("return [errors, ready]").await? == json!([["document"], [false]]));
        let missing = site
            .asked()
            .iter()
            .filter(|path| *path == "/missing.json")
            .count();
        ensure!(missing == 1, "asked {missing} times for what is missing");
        Ok(())
    })
}
