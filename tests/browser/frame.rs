//! The explainer in a frame of another site's page.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::test::{NAVIGATION, Test, test};
use crate::bench::Bench;
use crate::engine::Engine;
use crate::pages::build;
use crate::reader::Reader;
use crate::site::{LISTEN, Site};

pub const TESTS: &[Test] = &[
    test("a frame is as tall as what is in it, and grows with it", height),
    test("only the frame itself says how tall it is", others),
    test("a link to an item passes into the frame, at load and later", into).quick().in_each_engine(NAVIGATION),
    test("a link that is followed in a frame is the page's address, and in sight", out).in_each_engine(NAVIGATION).not_in(Engine::WebKit, "open: the passage inside the frame does not get the focus"),
    test("a frame without the script around it is usable and has a name", alone).in_each_engine(NAVIGATION),
    test("a frame tells pages with Pym how tall it is", pym),
];

/// What an editor pasted into the page of another site, with the framed site's address in it.
fn pasted(snippet: &str, site: &Site) -> String {
    let elsewhere = site.url("/").replace("127.0.0.1", "localhost");
    let snippet = snippet
        .replace("src=\"", &format!("src=\"{elsewhere}"))
        .replace("loading=\"lazy\"", "");
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title>{LISTEN}<body><div style='height: 1500px'>Host</div>{snippet}<div style='height: 1500px'></div>"
    )
}

/// The pages of the seed on a site, and the snippet that frames it.
fn framed(bench: &Bench, test: &str) -> Result<(Site, String)> {
    let folder = build(bench, test)?;
    let snippet = std::fs::read_to_string(folder.join("helsinki-summit.frame.html"))?;
    Ok((Site::of(folder), snippet))
}

/// Shows the page around the frame, on a site of its own, under a fragment.
async fn host(bench: &Bench, reader: &Reader, body: &str, fragment: &str) -> Result<Site> {
    let host = Site::default().file("/", body).open(&bench.dist).await?;
    reader.go(&host.url(&format!("/{fragment}"))).await?;
    Ok(host)
}

const HEIGHT: &str = "document.querySelector('iframe').clientHeight";

/// Scrolls to the frame: the program is loaded near the window only, in frames too.
async fn scrolled_to(reader: &Reader) -> Result<()> {
    let scroll = "document.querySelector('iframe').scrollIntoView()";
    reader.ask(scroll).await.map(|_| ())
}

/// Waits until something holds inside the frame.
async fn until_inside(reader: &Reader, expression: &str) -> Result<()> {
    reader.window.enter_frame(0).await?;
    let came = reader.until(expression).await;
    reader.window.enter_default_frame().await?;
    came
}

fn height(bench: &Bench) -> Result<()> {
    let (site, snippet) = framed(bench, "frame-height")?;
    bench.show(site, |reader, site| async move {
        host(bench, &reader, &pasted(&snippet, &site), "").await?;
        reader.until(&format!("{HEIGHT} > 2000")).await?;
        let before = reader.ask(&format!("return {HEIGHT}")).await?;
        scrolled_to(&reader).await?;
        reader.window.enter_frame(0).await?;
        reader.until_ready().await?;
        reader.ask("host.expandAll()").await?;
        reader.window.enter_default_frame().await?;
        reader.until(&format!("{HEIGHT} > {before} + 300")).await?;
        reader.window.enter_frame(0).await?;
        reader.ask("host.collapseAll()").await?;
        reader.window.enter_default_frame().await?;
        reader.until(&format!("{HEIGHT} < {before} + 100")).await?;
        until_inside(
            &reader,
            "document.documentElement.scrollHeight <= innerHeight",
        )
        .await
    })
}

fn others(bench: &Bench) -> Result<()> {
    let (site, snippet) = framed(bench, "frame-others")?;
    bench.show(site, |reader, site| async move {
        let liar = "<iframe srcdoc=\"<script>for (const height of [7, 1e9, NaN, '7']) parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*'); parent.postMessage({ sentinel: 'explainer', type: 'reveal', hash: '#a-b', top: 0 }, '*'); parent.postMessage('done', '*')</script>\"></iframe>";
        let body = format!("<script>addEventListener('message', ({{ data }}) => {{ if (data === 'done') window.lied = true }})</script>{}{liar}", pasted(&snippet, &site));
        host(bench, &reader, &body, "#their-own").await?;
        reader.until(&format!("window.lied && {HEIGHT} > 2000")).await?;
        reader.ask("postMessage({ sentinel: 'amp', type: 'embed-size', height: 9 }, '*'); postMessage('after', '*'); addEventListener('message', ({ data }) => { if (data === 'after') window.after = true })").await?;
        reader.until("window.after").await?;
        ensure!(reader.ask(&format!("return {HEIGHT} > 2000 && location.hash === '#their-own'")).await? == json!(true));
        ensure!(reader.ask("return uncaught").await? == json!([]));
        Ok(())
    })
}

fn into(bench: &Bench) -> Result<()> {
    let (site, snippet) = framed(bench, "frame-into")?;
    bench.show(site, |reader, site| async move {
        host(bench, &reader, &pasted(&snippet, &site), "#explainer-syria").await?;
        until_inside(&reader, "root?.querySelector('#explainer-syria')?.open").await?;
        reader.until("scrollY > 1500").await?;
        reader.ask("location.hash = 'explainer-nato'").await?;
        until_inside(&reader, "root.querySelector('#explainer-nato').open").await?;
        // Somebody else's fragment is nothing to the explainer.
        reader.ask("location.hash = '/their/route'").await?;
        ensure!(
            reader.ask("return [location.hash, uncaught]").await? == json!(["#/their/route", []])
        );
        Ok(())
    })
}

fn out(bench: &Bench) -> Result<()> {
    let (site, snippet) = framed(bench, "frame-out")?;
    bench.show(site, |reader, site| async move {
        host(bench, &reader, &pasted(&snippet, &site), "").await?;
        reader.until(&format!("{HEIGHT} > 2000")).await?;
        scrolled_to(&reader).await?;
        reader.window.enter_frame(0).await?;
        reader.until_ready().await?;
        // The reader scrolls the page around the frame: not every browser lets a frame of another site do so.
        let link = reader
            .ask("root.querySelector('.stance').open = true; root.querySelector('#explainer-syria').open = true; return root.querySelector('#explainer-syria .in-context').getBoundingClientRect().top")
            .await?;
        reader.window.enter_default_frame().await?;
        reader
            .ask(&format!("scrollBy(0, document.querySelector('iframe').getBoundingClientRect().top + {link} - 400)"))
            .await?;
        reader.window.enter_frame(0).await?;
        reader.ask("root.querySelector('#explainer-syria .in-context').click()").await?;
        reader.window.enter_default_frame().await?;
        reader
            .until("location.hash.startsWith('#explainer-passage-')")
            .await?;
        let (top, bottom) = (
            "document.querySelector('iframe').getBoundingClientRect().top",
            "innerHeight",
        );
        reader.window.enter_frame(0).await?;
        let item = reader
            .ask("return (root.activeElement ?? document.activeElement).getBoundingClientRect().top")
            .await?;
        reader.window.enter_default_frame().await?;
        reader
            .until(&format!("{top} + {item} > 0 && {top} + {item} < {bottom}"))
            .await
    })
}

fn alone(bench: &Bench) -> Result<()> {
    let (site, snippet) = framed(bench, "frame-alone")?;
    bench.show(site, |reader, site| async move {
        let (frame, _) = snippet.split_once("<script").unwrap_or_default();
        host(bench, &reader, &pasted(frame, &site), "").await?;
        until_inside(
            &reader,
            "host?.hasAttribute('ready') || root?.querySelector('.headline')",
        )
        .await?;
        ensure!(reader.ask(&format!("return {HEIGHT}")).await? == json!(600));
        let title = reader
            .ask("return document.querySelector('iframe').title")
            .await?;
        ensure!(
            title == "Can the Trump-Putin Summit Improve U.S.-Russian Relations?",
            "{title}"
        );
        until_inside(
            &reader,
            "document.documentElement.scrollHeight > innerHeight",
        )
        .await
    })
}

fn pym(bench: &Bench) -> Result<()> {
    let (site, snippet) = framed(bench, "frame-pym")?;
    bench.show(site, |reader, site| async move {
        let (frame, _) = snippet.split_once("<script").unwrap_or_default();
        let listen = "<script>window.said = []; addEventListener('message', ({ data }) => typeof data === 'string' && said.push(data))</script>";
        let frame = frame.replace("embed.html", "embed.html?childId=a-1");
        host(bench, &reader, &format!("{listen}{}", pasted(&frame, &site)), "").await?;
        reader.until("said.some((each) => /^pymxPYMxa-1xPYMxheightxPYMx\\d{4}$/.test(each))").await
    })
}
