//! Pages that are hard to be a guest of.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::test::{DOM, Test, test};
use crate::bench::Bench;
use crate::faults::PATIENT;
use crate::reader::Reader;
use crate::site::{LISTEN, Site};

pub const TESTS: &[Test] = &[
    test("Bootstrap and the explainer leave each other's looks alone", bootstrap),
    test("a page that unsets everything leaves the explainer its looks", unset).in_each_engine(DOM),
    test("a page's reset leaves the explainer its looks", reset),
    test("a page's own letters and cases stay outside", letters),
    test("a page that routes by its hash goes on to", router),
    test("a page that has added to every array and object is no trouble", patched),
    test("a hundred explainers on a page all answer", hundred).slow("a hundred explainers on one page"),
    test("an explainer that a page writes as it is read is shown", written),
    test("in a page of the old kind, without a doctype, nothing sticks out", quirks).in_each_engine(DOM),
    test("a page whose addresses begin elsewhere keeps its own", base),
];

/// What the explainer's parts look like, of what a page could change.
const LOOKS: &str = "
    const of = (each) => { const style = getComputedStyle(each); return ['display', 'color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'lineHeight', 'textTransform', 'textIndent', 'textAlign', 'whiteSpace', 'listStyleType', 'margin', 'padding', 'borderTopWidth', 'cursor', 'float', 'width'].map((name) => style[name]).join(' | ') };
    return [...root.querySelectorAll('.explainer, .explainer *')].map((each) => `${each.localName}.${each.className?.baseVal ?? each.className}: ${of(each)}`);";

/// What a part of the page looks like.
const PAGE_LOOKS: &str = "
    return [...document.querySelectorAll('.own, .own *')].map((each) => { const style = getComputedStyle(each); return [style.color, style.font, style.margin, style.padding, style.display].join(' | ') })";

/// A page of a width of its own, with this in its head.
fn page(head: &str, element: &str) -> Site {
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title>{LISTEN}{head}\
         <script type=module src=/explainer.js></script><body>\
         <div class=own><h1>Own</h1><p>A <a href=x>link</a><details><summary>More</summary>text</details></div>\
         <div id=frame>{element}</div>"
    );
    Site::default().file("/", &page)
}

async fn looks(reader: &Reader) -> Result<Value> {
    reader.until_ready().await?;
    reader.until("root.querySelector('.look')").await?;
    // The same room for the explainer in every page, which may have styles for its own body.
    reader.ask("for (let each = document.querySelector('#frame'); each; each = each.parentElement) each.style.cssText = 'display: block !important; width: 1000px !important; max-width: none !important; margin: 0 !important; padding: 0 !important'").await?;
    reader
        .until("root.querySelector('.explainer').getBoundingClientRect().width === 1000")
        .await?;
    reader.ask(LOOKS).await
}

/// The explainer looks in a page with this head as it does in a plain one, and the page looks the same with and without it.
fn apart(bench: &Bench, head: &str) -> Result<()> {
    let element = "<article-explainer></article-explainer>";
    bench.show(page("", element), |reader, _| async move {
        let plain = looks(&reader).await?;
        let host = page(head, element).open(&bench.dist).await?;
        reader.go(&host.url("/")).await?;
        let guest = looks(&reader).await?;
        let with = reader.ask(PAGE_LOOKS).await?;
        let pairs = plain
            .as_array()
            .into_iter()
            .flatten()
            .zip(guest.as_array().into_iter().flatten());
        let differ: Vec<String> = pairs
            .filter(|(plain, guest)| plain != guest)
            .map(|(plain, guest)| format!("{plain}\n   in the page {guest}"))
            .collect();
        ensure!(
            differ.is_empty(),
            "{} differ:\n{}",
            differ.len(),
            differ[..differ.len().min(12)].join("\n")
        );
        let host = page(head, "").open(&bench.dist).await?;
        reader.go(&host.url("/")).await?;
        ensure!(
            reader.ask(PAGE_LOOKS).await? == with,
            "the page looks other with the explainer"
        );
        Ok(())
    })
}

fn bootstrap(bench: &Bench) -> Result<()> {
    let css = std::fs::read_to_string(bench.packages.join("bootstrap/dist/css/bootstrap.min.css"))?;
    apart(bench, &format!("<style>{css}</style>"))
}

fn unset(bench: &Bench) -> Result<()> {
    apart(bench, "<style>* { all: unset !important }</style>")
}

fn reset(bench: &Bench) -> Result<()> {
    apart(
        bench,
        "<style>*, ::before, ::after { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; list-style: none; box-sizing: content-box } a { color: inherit } article, section, header, footer { float: left; display: inline }</style>",
    )
}

fn letters(bench: &Bench) -> Result<()> {
    apart(
        bench,
        "<style>body { font: italic small-caps bold 30px/3 fantasy; text-transform: uppercase; text-indent: 4em; text-align: right; white-space: pre; cursor: wait; color: red; list-style: square; direction: ltr; visibility: visible; text-shadow: 1px 1px red }</style>",
    )
}

fn router(bench: &Bench) -> Result<()> {
    let router = "<script>window.routes = []; const go = () => routes.push(location.hash); addEventListener('hashchange', go); addEventListener('popstate', go)</script>";
    bench.show(
        page(router, "<article-explainer></article-explainer>"),
        |reader, _| async move {
            reader.until_ready().await?;
            reader.ask("location.hash = '/articles/7'").await?;
            reader.until("routes.includes('#/articles/7')").await?;
            ensure!(reader.ask("return location.hash").await? == "#/articles/7");
            ensure!(
                reader
                    .ask("return root.querySelector('[data-id]:checked')")
                    .await?
                    .is_null()
            );
            // A choice leaves the page's own route alone; a link makes an entry of its own.
            reader.choose("helsinki").await?;
            reader.until("root.querySelector('.count')").await?;
            ensure!(reader.ask("return location.hash").await? == "#/articles/7");
            reader.click("#syria summary").await?;
            reader.click("#syria .in-context").await?;
            reader
                .until("location.hash.startsWith('#explainer-passage-')")
                .await?;
            reader.window.back().await?;
            reader.until("location.hash === '#/articles/7'").await?;
            ensure!(reader.ask("return [errors, uncaught]").await? == json!([[], []]));
            Ok(())
        },
    )
}

fn patched(bench: &Bench) -> Result<()> {
    let patch = "<script>Array.prototype.last = function () { return this[this.length - 1] }; Array.prototype.flat = () => []; Object.prototype.extend = function () {}; Array.prototype.toJSON = undefined; String.prototype.trim = undefined;</script>";
    bench.show(
        page(patch, "<article-explainer lang=de></article-explainer>"),
        |reader, _| async move {
            reader.until_ready().await?;
            // By script: what drivers run in the page to click may stumble over what the page has patched.
            reader
                .ask("root.querySelector('[data-id=helsinki]').click()")
                .await?;
            reader
                .until("root.querySelector('[data-id=helsinki]:checked')")
                .await?;
            ensure!(reader.ask("return [errors, uncaught]").await? == json!([[], []]));
            Ok(())
        },
    )
}

fn hundred(bench: &Bench) -> Result<()> {
    let all = "<article-explainer load=now></article-explainer>".repeat(100);
    // A slow machine takes longer for a hundred than one may take.
    bench.show(page(PATIENT, &all), |reader, site| async move {
        reader.until_all(100, "ready.length === 100").await?;
        ensure!(site.asked().iter().filter(|path| path.ends_with(".wasm")).count() == 1);
        reader.ask("window.last = [...document.querySelectorAll('article-explainer')].at(-1).shadowRoot; last.querySelector('[data-id=helsinki]').click()").await?;
        reader.until("last.querySelector('[data-id=helsinki]:checked')").await?;
        ensure!(reader.ask("return errors").await? == json!([]));
        Ok(())
    })
}

fn written(bench: &Bench) -> Result<()> {
    let write = "<script>document.write('<article-explainer></article-explainer>')</script>";
    bench.show(page("", write), |reader, _| async move {
        reader.until_ready().await?;
        ensure!(reader.find(".headline").await?.is_displayed().await?);
        Ok(())
    })
}

fn quirks(bench: &Bench) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        html.replacen("<!doctype html>", "", 1)
            .replacen("<!DOCTYPE html>", "", 1)
    })?;
    bench.show(site, |reader, _| async move {
        ensure!(reader.ask("return document.compatMode").await? == "BackCompat");
        reader.until_ready().await?;
        ensure!(
            reader.ask("return ready").await? == json!([true]),
            "not taken over"
        );
        for width in [390, 1280] {
            crate::window::fits(&reader, width, crate::window::Shown::Light).await?;
        }
        Ok(())
    })
}

fn base(bench: &Bench) -> Result<()> {
    let base = "<base href=/elsewhere/>";
    bench.show(
        page(base, "<article-explainer></article-explainer>"),
        |reader, site| async move {
            reader.until_ready().await?;
            reader.choose("helsinki").await?;
            reader
                .until("root.querySelector('[data-id=helsinki]:checked')")
                .await?;
            ensure!(reader.ask("return location.href").await? == site.url("/#explainer-helsinki"));
            Ok(())
        },
    )
}
