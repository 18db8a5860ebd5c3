//! Plain HTML in somebody's page: by itself, and taken in by the element.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::test::{DOM, NAVIGATION, NO_SCRIPT, Test, test};
use crate::access::axe;
use crate::bench::Bench;
use crate::pages::build;
use crate::reader::Reader;
use crate::site::Site;
use crate::text::SEED;
use crate::window::{Shown, fill, fits};

pub const TESTS: &[Test] = &[
    test("plain HTML reads whole and leads its links without script", alone).quick().in_each_engine(NO_SCRIPT),
    test("plain HTML in a page of somebody's pleases axe and fits it", accessible),
    test("plain HTML is taken in and over: what was open and where the focus was stays", taken_over).quick().in_each_engine(DOM),
    test("plain HTML gives way where the reader is, and nothing jumps", in_place).in_each_engine(DOM),
    test("the page's hash names items of plain HTML before and after it is taken over", hash).in_each_engine(NAVIGATION),
    test("plain HTML stays where the program can't be had, and what took its place where that stops", kept),
    test("two explainers in plain HTML keep apart", two),
    test("plain HTML says how it is to be shown, and nothing that is script", options),
    test("plain HTML is taken in once, and later where the page asks for it", once),
    test("plain HTML waits for the reader where it is told to", interaction),
];

/// A page of somebody's with this in it.
fn host(html: &str) -> String {
    format!(
        "<header>The Example</header><main><h1>A post</h1><p>Of the day.</p>{html}</main><footer>The end</footer>"
    )
}

/// Plain HTML of the seed, and a site that has its document.
fn plain(bench: &Bench, test: &str) -> Result<(String, impl Fn(Site) -> Result<Site>)> {
    let folder = build(bench, test)?;
    let html = std::fs::read_to_string(folder.join("helsinki-summit.plain.html"))?;
    let with_documents = move |site: Site| {
        let [seed, talks] =
            ["helsinki-summit.json", "talks.json"].map(|name| std::fs::read(folder.join(name)));
        Ok(site
            .file("/helsinki-summit.json", &seed?)
            .file("/talks.json", &talks?))
    };
    Ok((html, with_documents))
}

/// A site whose page has the plain HTML of the seed in it, changed, and the element's script.
fn pasted(bench: &Bench, test: &str, change: impl Fn(String) -> String) -> Result<Site> {
    let (html, with_documents) = plain(bench, test)?;
    with_documents(Site::with_body(&host(&change(html))))
}

/// Sees that the page itself holds every sentence of the seed and shows those that stand open.
pub async fn reads_whole(reader: &Reader) -> Result<()> {
    let page = reader.window.find(By::Css("main")).await?;
    let text = page.prop("textContent").await?.unwrap_or_default();
    for paragraph in SEED.lines().filter(|line| !line.is_empty()) {
        ensure!(text.contains(paragraph), "the page lacks: {paragraph}");
    }
    let shown = page.text().await?;
    let answer = "First of all, summits are more likely to produce good results";
    ensure!(shown.contains(answer), "the answers are not shown: {shown}");
    Ok(())
}

/// Clicks on something of the page itself.
async fn click(reader: &Reader, selector: &str) -> Result<()> {
    let element = reader.window.find(By::Css(selector)).await?;
    element.scroll_into_view().await?;
    Ok(element.click().await?)
}

/// Sees that links lead to their items, by the browser alone.
pub async fn leads(reader: &Reader) -> Result<()> {
    leads_on(reader, "syria").await?;
    let top = |item: &str| format!("{item}.getBoundingClientRect().top");
    let issue = "document.getElementById('explainer-syria')";
    reader
        .until(&format!("Math.abs({}) < 20", top(issue)))
        .await?;
    click(reader, "#explainer-syria summary").await?;
    reader.until(&format!("{issue}.open")).await?;
    click(reader, "#explainer-syria figcaption a").await?;
    reader
        .until("location.hash.startsWith('#explainer-passage-')")
        .await?;
    let passage = top("document.querySelector(location.hash)");
    reader
        .until(&format!("{passage} > -20 && {passage} < innerHeight"))
        .await
}

/// Follows a link of the page to an issue.
async fn leads_on(reader: &Reader, id: &str) -> Result<()> {
    reader.ask(&format!("location.hash = 'explainer-{id}'")).await?;
    reader
        .until(&format!("location.hash === '#explainer-{id}'"))
        .await
}

fn alone(bench: &Bench) -> Result<()> {
    let site = pasted(bench, "plain-alone", |html| html)?.without_script();
    bench.show(site, |reader, _| async move {
        reads_whole(&reader).await?;
        leads(&reader).await
    })
}

fn accessible(bench: &Bench) -> Result<()> {
    let script = bench.axe.clone();
    let (html, _) = plain(bench, "plain-accessible")?;
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>Host</title><body>{}",
        host(&html)
    );
    bench.show(Site::default().file("/", &page), |reader, _| async move {
        for is_open in [false, true] {
            reader
                .ask(&format!("for (const each of document.querySelectorAll('details')) each.open ||= {is_open}"))
                .await?;
            axe(&reader, &script).await?;
            fits(&reader, 390, Shown::Light).await?;
            axe(&reader, &script).await?;
            fill(&reader, 1280, Shown::Light).await?;
        }
        Ok(())
    })
}

/// What is open, by ids of the document.
const OPEN: &str = "[...(document.querySelector('[data-explainer-src]') ?? root).querySelectorAll('details[id][open]')]
    .map((each) => each.closest('[id]').id.replace('explainer-', '')).sort()";

fn taken_over(bench: &Bench) -> Result<()> {
    let site = pasted(bench, "plain-taken-over", |html| html)?
        .held()
        .strict();
    bench.show(site, |reader, site| async move {
        reader.until("host?.shadowRoot").await?;
        reads_whole(&reader).await?;
        click(&reader, "#explainer-syria summary").await?;
        click(&reader, "#explainer-nato summary").await?;
        reader.ask("document.querySelector('#explainer-syria figcaption a').focus()").await?;
        let facts = format!("return [{OPEN}, document.querySelectorAll('h2').length, document.activeElement.textContent]");
        let before = reader.ask(&facts).await?;
        let headline = reader.window.find(By::Css("h2")).await?.text().await?;
        site.release();
        reader.until_ready().await?;
        let after = reader
            .ask(&format!("return [{OPEN}, root.querySelectorAll('h2').length, root.activeElement?.textContent]"))
            .await?;
        ensure!(before == after, "{before} became {after}");
        ensure!(before[0].as_array().is_some_and(|open| open.len() == 2), "{before}");
        ensure!(reader.find("h2").await?.text().await? == headline);
        let focused = reader.ask("return root.activeElement.closest('details').id").await?;
        ensure!(focused == "syria", "the focus is in {focused}");
        // The page's ids are the page's own again.
        ensure!(reader.ask("return [document.querySelectorAll('[id]').length, ready]").await? == json!([0, [false]]));
        ensure!(reader.ask("return [...violations, ...uncaught, ...errors]").await? == json!([]));
        reader.click("#ukraine summary").await?;
        reader.until("root.querySelector('#ukraine').open").await
    })
}

fn in_place(bench: &Bench) -> Result<()> {
    let site = pasted(bench, "plain-in-place", |html| html)?.held();
    bench.show(site, |reader, site| async move {
        reader
            .until("host?.shadowRoot?.querySelector('link').sheet")
            .await?;
        reader
            .ask("document.getElementById('explainer-nato').scrollIntoView()")
            .await?;
        let top = |item: &str| format!("return Math.round({item}.getBoundingClientRect().top)");
        let before = reader
            .ask(&top("document.getElementById('explainer-nato')"))
            .await?;
        ensure!(reader.ask("return scrollY > 100").await? == json!(true));
        site.release();
        reader.until_ready().await?;
        let after = reader.ask(&top("root.getElementById('nato')")).await?;
        // Parts of pixels are rounded either way.
        let moved = after.as_i64().zip(before.as_i64());
        let moved = moved.map(|(after, before)| after.abs_diff(before));
        ensure!(
            moved.is_some_and(|moved| moved <= 1),
            "from {before} to {after}"
        );
        Ok(())
    })
}

fn hash(bench: &Bench) -> Result<()> {
    let site = pasted(bench, "plain-hash", |html| html)?.held();
    bench.show(site, |reader, site| async move {
        reader.go(&site.url("/?again#explainer-syria")).await?;
        reader.until("host?.shadowRoot").await?;
        reader.until("Math.abs(document.getElementById('explainer-syria').getBoundingClientRect().top) < 20").await?;
        leads_on(&reader, "elections").await?;
        site.release();
        reader.until_ready().await?;
        reader.until("root.getElementById('elections').open").await?;
        ensure!(reader.focused().await? == "elections");
        reader.until("Math.abs(root.getElementById('elections').getBoundingClientRect().top) < 20").await?;
        reader.ask("location.hash = 'explainer-syria'").await?;
        reader.until("root.getElementById('syria').open").await
    })
}

fn kept(bench: &Bench) -> Result<()> {
    let note = "return root.querySelector('[role=alert]')";
    let site = pasted(bench, "plain-kept", |html| html)?.broken();
    bench.show(site, |reader, _| async move {
        reader.until("errors.includes('widget')").await?;
        reads_whole(&reader).await?;
        ensure!(
            reader.ask(note).await?.is_null(),
            "a note over the whole text"
        );
        leads(&reader).await?;
        let revealed = reader
            .window
            .execute_async(
                "document.querySelector('article-explainer').reveal('donbas').then(arguments[0])",
                Vec::new(),
            )
            .await?;
        ensure!(*revealed.json() == json!(true));
        reader
            .until("document.activeElement.closest('#explainer-donbas[open]')")
            .await
    })?;
    let site = pasted(bench, "plain-kept", |html| html)?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        reader.click("#syria summary").await?;
        reader.ask("const [fallBack] = Object.getOwnPropertySymbols(Object.getPrototypeOf(host)); host[fallBack]({ code: 'panic', message: 'a test' })").await?;
        ensure!(reader.ask("return errors").await? == json!(["panic"]));
        crate::text::reads_whole(&reader).await?;
        ensure!(reader.ask(note).await?.is_null(), "a note over the whole text");
        ensure!(reader.ask("return root.getElementById('syria').open").await? == json!(true));
        reader.click("#syria .in-context").await?;
        reader.until("location.hash.startsWith('#explainer-passage-') && root.activeElement?.matches('.passage')").await
    })
}

fn two(bench: &Bench) -> Result<()> {
    let folder = build(bench, "plain-two")?;
    let other = std::fs::read_to_string(folder.join("talks.plain.html"))?;
    // As docs/cms.md says.
    let other = other
        .replace("\"explainer-", "\"talks-")
        .replace("#explainer-", "#talks-");
    let other = other.replace(
        " data-explainer-src",
        " data-explainer-id=\"talks\" data-explainer-src",
    );
    let site = pasted(bench, "plain-two", |html| format!("{html}{other}"))?;
    bench.show(site, |reader, _| async move {
        let all = "document.querySelectorAll('article-explainer')";
        reader.until(&format!("{all}.length === 2")).await?;
        reader
            .ask(&format!("for (const each of {all}) each.load = 'now'"))
            .await?;
        reader.until("ready.length === 2").await?;
        let open = |id: &str| {
            format!(
                "[...{all}].map((each) => each.shadowRoot.getElementById('{id}')?.open ?? null)"
            )
        };
        reader.ask("location.hash = 'talks-tariffs'").await?;
        reader.until(&format!("{}[1]", open("tariffs"))).await?;
        reader.ask("location.hash = 'explainer-syria'").await?;
        reader.until(&format!("{}[0]", open("syria"))).await?;
        ensure!(
            reader
                .ask(&format!("return [{}, {}]", open("tariffs"), open("syria")))
                .await?
                == json!([[null, true], [true, null]])
        );
        ensure!(
            reader
                .ask(&format!("return [...{all}].map((each) => each.id)"))
                .await?
                == json!(["", "talks"])
        );
        Ok(())
    })
}

fn options(bench: &Bench) -> Result<()> {
    let says = " data-explainer-theme=dark data-explainer-lang=de data-explainer-heading-level=3 data-explainer-open=syria \
        data-explainer-load=now data-explainer-onclick='window.mine = 1' data-explainer-style='color: red' data-explainer-src";
    let site = pasted(bench, "plain-options", |html| {
        html.replacen(" data-explainer-src", says, 1)
    })?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let attributes = reader.ask("return host.getAttributeNames().sort()").await?;
        ensure!(attributes == json!(["heading-level", "lang", "load", "open", "ready", "src", "theme"]), "{attributes}");
        ensure!(reader.ask("return [root.querySelector('h3').className, root.querySelector('#syria').open, root.querySelector('#ukraine').open]").await? == json!(["headline", true, false]));
        ensure!(reader.ask("return root.querySelector('[part=timeline]').ariaLabel").await? == "Zeitleiste");
        Ok(())
    })
}

fn once(bench: &Bench) -> Result<()> {
    let site = pasted(bench, "plain-once", |html| {
        format!("<script type=module src=/explainer.js?again></script>{html}")
    })?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let count = "document.querySelectorAll('article-explainer').length";
        let later = "const main = document.querySelector('main'); import('/explainer.js').then(({ adopt }) => {
            main.insertAdjacentHTML('beforeend', '<div data-explainer-src=talks.json data-explainer-id=b>Talks</div>'); Promise.all([adopt(), adopt()]).then(() => arguments[0]()) })";
        ensure!(reader.ask(&format!("return [{count}, ready]")).await? == json!([1, [false]]));
        reader.window.execute_async(later, Vec::new()).await?;
        ensure!(reader.ask(&format!("return {count}")).await? == json!(2));
        reader.ask("document.querySelector('#b').scrollIntoView()").await?;
        reader.until("ready.length === 2 && document.querySelector('#b').textContent === ''").await
    })
}

fn interaction(bench: &Bench) -> Result<()> {
    let change = |html: String| {
        html.replacen(
            " data-explainer-src",
            " data-explainer-load=interaction data-explainer-src",
            1,
        )
    };
    let site = pasted(bench, "plain-interaction", change)?;
    bench.show(site, |reader, site| async move {
        reader.until("host?.shadowRoot").await?;
        reader.frames(2).await?;
        let asked = site.asked();
        ensure!(
            !asked.iter().any(|path| path.ends_with(".wasm")),
            "{asked:?}"
        );
        click(&reader, "#explainer-syria summary").await?;
        reader.until_ready().await?;
        ensure!(
            reader
                .ask("return root.querySelector('#syria').open")
                .await?
                == Value::Bool(true)
        );
        Ok(())
    })
}
