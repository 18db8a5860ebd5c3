//! The security contract: what a page's policy may forbid, what the element checks, what of a document is believed.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::engine::Engine;
use crate::test::{LOADING, Test, test};
use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::{LISTEN, LISTENER, Site};
use crate::text::reads_whole;

pub const TESTS: &[Test] = &[
    test("under the strictest policy everything works and nothing is violated", strictest).quick().in_each_engine(LOADING),
    test("without 'wasm-unsafe-eval' the text stays and the page hears why", no_wasm).in_each_engine(LOADING),
    test("a program that is not the one that was built is not run", other_program).in_each_engine(LOADING),
    test("glue that is not the one that was built is not run", other_glue).in_each_engine(LOADING).not_in(Engine::WebKit, "WebKit does not check the integrity of a preloaded module"),
    test("a stylesheet that is not the one that was built is not used", other_style).in_each_engine(LOADING),
    test("the tag with its hash loads the explainer from another site", elsewhere).in_each_engine(LOADING),
    test("nothing is stored, and nobody else is asked for anything", no_traces),
    test("a document that is too large is refused before it is read", too_large),
    test("addresses that run script are refused, with their place", unsafe_address),
];

/// As the strictest, but WebAssembly may not run.
const NO_WASM: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; \
    base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// What broke the page's policy, and what nobody caught.
async fn quiet(reader: &Reader) -> Result<()> {
    let trouble = reader.ask("return [...violations, ...uncaught]").await?;
    ensure!(trouble == json!([]), "{trouble}");
    Ok(())
}

fn strictest(bench: &Bench) -> Result<()> {
    // Prerendered, rendered by the program, in another language, with another document.
    let document = article::authoring::read("+++\nheadline = \"Talks\"\n+++\nThey talk.\n").article;
    let site = Site::as_built()
        .changed(&bench.dist, |html| {
            html.replacen("</main>", "<article-explainer id=b load=now lang=de></article-explainer><article-explainer id=c load=now src=talks.json></article-explainer></main>", 1)
        })?
        .file("/talks.json", &serde_json::to_string(&document)?)
        .strict();
    bench.show(site, |reader, _| async move {
        reader.load_widgets().await?;
        reader.until("ready.length === 3").await?;
        reader.choose("helsinki").await?;
        reader
            .until("root.querySelector('[data-id=helsinki]:checked')")
            .await?;
        reader.search("sanctions").await?;
        reader
            .until("root.querySelector('[data-loader=search] output').textContent")
            .await?;
        reader
            .ask("host.expandAll(); host.setAttribute('heading-level', '3')")
            .await?;
        reader.until("ready.length === 4").await?;
        quiet(&reader).await
    })
}

fn no_wasm(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.under(NO_WASM);
    bench.show(site, |reader, _| async move {
        reader.load_widgets().await?;
        reader.until("errors.length").await?;
        ensure!(reader.ask("return errors").await? == json!(["widget"]));
        ensure!(reader.ask("return uncaught").await? == json!([]));
        reads_whole(&reader).await?;
        reader.click("#syria summary").await?;
        reader.until("root.querySelector('#syria').open").await
    })
}

/// A file is not as it was built, and so it is not used; the text stays.
fn tampered(bench: &Bench, path: &str, content: &[u8]) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.file(path, content);
    bench.show(site, |reader, site| async move {
        reader.load_widgets().await?;
        reader.until("errors.length").await?;
        ensure!(reader.ask("return errors").await? == json!(["widget"]));
        ensure!(
            site.asked().iter().any(|asked| asked == path),
            "{path} was not asked for"
        );
        ensure!(
            reader.ask("return window.stolen ?? null").await?.is_null(),
            "it was run"
        );
        reads_whole(&reader).await
    })
}

fn other_program(bench: &Bench) -> Result<()> {
    let path = bench.loaded("light.wasm");
    let mut wasm = std::fs::read(bench.dist.join(&path[1..]))?;
    // A section that nobody reads: the program would run as ever.
    wasm.extend(b"\0\x02\x01x");
    tampered(bench, &path, &wasm)
}

fn other_glue(bench: &Bench) -> Result<()> {
    let path = bench.loaded("light.js");
    let glue = std::fs::read_to_string(bench.dist.join(&path[1..]))?;
    let glue = format!("window.stolen = 1;{glue}");
    tampered(bench, &path, glue.as_bytes())
}

fn other_style(bench: &Bench) -> Result<()> {
    let site = Site::with_body("<article-explainer></article-explainer>").file(
        &bench.loaded("explainer.css"),
        ".explainer { display: none }",
    );
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        ensure!(reader.find(".explainer").await?.is_displayed().await?);
        Ok(())
    })
}

fn elsewhere(bench: &Bench) -> Result<()> {
    let tag = std::process::Command::new(&bench.program)
        .args(["assets", "--tag"])
        .output()?;
    ensure!(
        tag.status.success(),
        "{}",
        String::from_utf8_lossy(&tag.stderr)
    );
    let tag = String::from_utf8(tag.stdout)?;
    ensure!(tag.contains(" integrity=\"sha384-"), "{tag}");
    bench.show(Site::as_built().shared(), |reader, site| async move {
        let from = tag.replace("explainer.js", &site.url("/explainer.js"));
        let body = format!("<!doctype html><title>Host</title>{LISTEN}<article-explainer></article-explainer>{from}");
        let host = Site::default().file("/", &body).open(&bench.dist).await?;
        reader.go(&host.url("/")).await?;
        reader.until_ready().await?;
        ensure!(host.asked().iter().all(|path| ["/", LISTENER, "/favicon.ico"].contains(&path.as_str())));
        let font = reader.find(".explainer").await?.css_value("overflow-wrap").await?;
        ensure!(font == "anywhere", "without its stylesheet");
        quiet(&reader).await?;
        // The hash is of this very script.
        let page = body.replace("integrity=\"sha384-", "integrity=\"sha384-AAAA");
        let host = Site::default().file("/", &page).open(&bench.dist).await?;
        reader.go(&host.url("/")).await?;
        ensure!(reader.ask("return Boolean(customElements.get('article-explainer'))").await? == json!(false));
        Ok(())
    })
}

fn no_traces(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().listening(&bench.dist)?, |reader, _| async move {
        reader.until_ready().await?;
        reader.choose("helsinki").await?;
        reader.until("location.hash").await?;
        let traces = reader
            .ask("
                const elsewhere = performance.getEntriesByType('resource').map((each) => each.name).filter((name) => !name.startsWith(location.origin + '/'));
                return [...elsewhere, ...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean)")
            .await?;
        ensure!(traces == json!([]), "{traces}");
        let databases = reader
            .window
            .execute_async("indexedDB.databases().then((all) => arguments[0](all.length))", Vec::new())
            .await?;
        ensure!(*databases.json() == json!(0));
        Ok(())
    })
}

/// What the page hears of a document that is not shown. The reader is told so without the reasons, which are not theirs.
pub async fn refusal(reader: &Reader) -> Result<String> {
    reader.until("errors.length").await?;
    ensure!(reader.ask("return [errors, uncaught]").await? == json!([["document"], []]));
    reader.until("root.querySelector('[role=alert]')").await?;
    let said = reader.find("[role=alert]").await?.text().await?;
    ensure!(said == "This explainer can’t be shown just now.", "{said}");
    let heard = reader.ask("return messages[0]").await?;
    Ok(heard.as_str().context("a message")?.to_owned())
}

fn too_large(bench: &Bench) -> Result<()> {
    let text = format!(
        "{{\"version\":1,\"headline\":\"{}\"}}",
        "x".repeat(17 * 1024 * 1024)
    );
    let site = Site::with_body("<article-explainer src=talks.json></article-explainer>")
        .file("/talks.json", &text);
    bench.show(site, |reader, _| async move {
        let said = refusal(&reader).await?;
        ensure!(
            said.contains("talks.json") && said.contains("16 MiB"),
            "{said}"
        );
        Ok(())
    })
}

fn unsafe_address(bench: &Bench) -> Result<()> {
    for address in [
        "javascript:alert(1)",
        " java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
    ] {
        let text = "+++\nheadline = \"Talks\"\n+++\nThey [talk](https://example.org).\n";
        let article = article::authoring::read(text)
            .article
            .context("an article")?;
        let json = serde_json::to_string(&article)?;
        let unsafe_one = json.replace("\"https://example.org\"", &serde_json::to_string(address)?);
        ensure!(json != unsafe_one, "nothing was replaced in {json}");
        let site = Site::with_body("<article-explainer src=talks.json></article-explainer>")
            .file("/talks.json", &unsafe_one);
        bench.show(site, |reader, _| async move {
            let said = refusal(&reader).await?;
            let place = "not an article: at lead[0].paragraph[1].link.url:";
            ensure!(said.contains(place), "{said}");
            Ok(())
        })?;
    }
    Ok(())
}
