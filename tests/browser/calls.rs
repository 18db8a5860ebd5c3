//! What pages ask of the element by script, and what it tells them.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::test::{DOM, Test, test};
use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("`article` shows a document that a script has, as an object or as JSON", article).quick(),
    test("`article` may be set before the element is defined", article_early).in_each_engine(DOM),
    test("properties are attributes", reflected),
    test("`reveal()` shows an item, and says where there is none", reveal).quick(),
    test("`reveal()` works where the program can't be had", reveal_without),
    test("`expandAll()` and `collapseAll()` open and close every issue, and tell of it", all),
    test("a page can keep an issue as it is when the reader would open it", kept).in_each_engine(DOM),
    test("the page hears of what is opened, shown and chosen, once each", heard_by_the_page).quick().in_each_engine(DOM),
    test("with `deep-links=\"off\"` the page's hash is neither read nor written", no_hash),
];

/// Keeps every event of the explainer in `heard`, as its type and what is told with it.
const HEAR: &str = "
    window.heard = [];
    for (const type of ['before-toggle', 'toggle', 'reveal', 'select'])
        addEventListener(`explainer-${type}`, (event) => heard.push([type, event.detail, event.target === document.querySelector('article-explainer')]));";

/// The page of the bundle, with this script in its head.
fn page_with(bench: &Bench, script: &str) -> Result<Site> {
    Site::as_built().changed(&bench.dist, |html| {
        html.replacen("</head>", &format!("<script>{script}</script></head>"), 1)
    })
}

async fn heard(reader: &Reader) -> Result<Value> {
    reader.ask("return heard.splice(0)").await
}

/// A document in the exchange form.
fn document() -> Result<String> {
    let text = "+++\nheadline = \"Trade talks\"\n+++\nThey talk.\n";
    let article = article::authoring::read(text)
        .article
        .context("a good document")?;
    Ok(serde_json::to_string(&article)?)
}

fn article(bench: &Bench) -> Result<()> {
    let document = document()?;
    bench.show(Site::as_built().listening(&bench.dist)?, |reader, _| async move {
        let text = serde_json::to_string(&document)?;
        for handed_over in [document.clone(), text] {
            reader.ask("host.article = undefined").await?;
            reader.until("host.ready && root.querySelector('#helsinki')").await?;
            reader.ask(&format!("host.article = {handed_over}")).await?;
            reader.until("host.ready && root.querySelector('.headline').textContent === 'Trade talks'").await?;
            ensure!(reader.ask("return host.article.headline").await? == "Trade talks");
        }
        reader.ask("host.article = '{'").await?;
        reader.until("errors.length").await?;
        ensure!(reader.ask("return errors").await? == json!(["document"]));
        Ok(())
    })
}

fn article_early(bench: &Bench) -> Result<()> {
    let body = format!(
        "<article-explainer></article-explainer><script>document.querySelector('article-explainer').article = {}</script>",
        document()?.replace("</", "<\\/")
    );
    bench.show(Site::with_body(&body), |reader, _| async move {
        reader.until_ready().await?;
        ensure!(reader.find(".headline").await?.text().await? == "Trade talks");
        Ok(())
    })
}

fn reflected(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().listening(&bench.dist)?, |reader, _| async move {
        reader.until("root.querySelector('.look')").await?;
        let answer = reader
            .ask("
                const names = { src: 'src', theme: 'theme', open: 'open', headingLevel: 'heading-level', header: 'header', load: 'load', deepLinks: 'deep-links' };
                return Object.entries(names).filter(([property, attribute]) => {
                    const absent = host[property] === null;
                    host[property] = 'a';
                    const set = host.getAttribute(attribute) === 'a' && host[property] === 'a';
                    host[property] = null;
                    return !absent || !set || host.hasAttribute(attribute);
                })")
            .await?;
        ensure!(answer == json!([]), "not reflected: {answer}");
        Ok(())
    })
}

fn reveal(bench: &Bench) -> Result<()> {
    let site = page_with(bench, HEAR)?.held();
    bench.show(site, |reader, site| async move {
        reader
            .until("customElements.get('article-explainer')")
            .await?;
        // Asked before the program is there.
        reader
            .ask("host.reveal('syria').then((shown) => window.shown = shown)")
            .await?;
        site.release();
        reader.until("window.shown === true").await?;
        reader.until("root.querySelector('#syria').open").await?;
        ensure!(reader.focused().await? == "syria");
        ensure!(
            reader.ask("return location.hash").await? == "",
            "the hash is the reader's to write"
        );
        let told = heard(&reader).await?;
        let shown = json!(["reveal", { "id": "syria", "hash": "#explainer-syria" }, true]);
        ensure!(
            told.as_array().is_some_and(|told| told.contains(&shown)),
            "{told}"
        );
        reader
            .ask("host.reveal('nothing\"').then((shown) => window.shown = shown)")
            .await?;
        reader.until("window.shown === false").await
    })
}

fn reveal_without(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.broken();
    bench.show(site, |reader, _| async move {
        reader.load_widgets().await?;
        reader.until("errors.length").await?;
        reader
            .ask("host.reveal('syria').then((shown) => window.shown = shown)")
            .await?;
        reader
            .until("window.shown === true && root.querySelector('#syria').open")
            .await?;
        // Links lead on, too.
        reader.click("#syria .in-context").await?;
        reader
            .until("location.hash && root.activeElement?.matches('.passage')")
            .await
    })
}

fn all(bench: &Bench) -> Result<()> {
    bench.show(page_with(bench, HEAR)?, |reader, _| async move {
        reader.until_ready().await?;
        let closed = "[...root.querySelectorAll('details[id]')].filter((each) => !each.open)";
        let issues = reader.ask(&format!("return {closed}.length")).await?;
        reader.ask("host.expandAll()").await?;
        reader.until(&format!("heard.length === {issues}")).await?;
        ensure!(reader.ask(&format!("return {closed}.length")).await? == json!(0));
        let told = heard(&reader).await?;
        ensure!(
            told[0][0] == "toggle" && told[0][1]["open"] == true,
            "{told}"
        );
        reader.ask("host.collapseAll()").await?;
        reader
            .until("!root.querySelector('details[id][open]')")
            .await
    })
}

fn kept(bench: &Bench) -> Result<()> {
    let prevent = "addEventListener('explainer-before-toggle', (event) => event.detail.id === 'syria' && event.preventDefault());";
    bench.show(
        page_with(bench, &format!("{HEAR}{prevent}"))?,
        |reader, _| async move {
            reader.until_ready().await?;
            reader.click("#syria summary").await?;
            reader.press(Key::Enter).await?;
            reader.click("#nato summary").await?;
            reader.until("root.querySelector('#nato').open").await?;
            ensure!(
                reader
                    .ask("return root.querySelector('#syria').open")
                    .await?
                    == json!(false)
            );
            let asked = json!(["before-toggle", { "id": "syria", "open": true }, true]);
            let told = heard(&reader).await?;
            ensure!(told[0] == asked && told[1] == asked, "{told}");
            Ok(())
        },
    )
}

fn heard_by_the_page(bench: &Bench) -> Result<()> {
    bench.show(page_with(bench, HEAR)?, |reader, _| async move {
        reader.until_ready().await?;
        ensure!(
            heard(&reader).await? == json!([]),
            "what stands open at first is no news"
        );
        reader.click("#syria summary").await?;
        reader.until("heard.length === 2").await?;
        let opened = json!({ "id": "syria", "open": true });
        let expected = json!([["before-toggle", opened, true], ["toggle", opened, true]]);
        let told = heard(&reader).await?;
        ensure!(told == expected, "{told}");
        reader.choose("helsinki").await?;
        reader.until("heard.length === 1 && root.querySelector('.count')").await?;
        let told = heard(&reader).await?;
        ensure!(told == json!([["select", { "id": "helsinki" }, true]]), "{told}");
        reader.ask("root.querySelector('[data-do=clear]').click()").await?;
        reader.until("heard.length === 1").await?;
        let told = heard(&reader).await?;
        ensure!(told == json!([["select", { "id": null }, true]]), "{told}");
        Ok(())
    })
}

fn no_hash(bench: &Bench) -> Result<()> {
    let site = Site::as_built().with_attributes(&bench.dist, "deep-links=off")?;
    bench.show(site, |reader, site| async move {
        reader.go(&site.url("/?again#explainer-syria")).await?;
        reader.until_ready().await?;
        ensure!(
            reader
                .ask("return root.querySelector('#syria').open")
                .await?
                == json!(false)
        );
        reader.choose("helsinki").await?;
        reader
            .until("root.querySelector('[data-id=helsinki]:checked')")
            .await?;
        ensure!(reader.ask("return location.hash").await? == "#explainer-syria");
        let link = reader.find("[data-action=link]").await?;
        ensure!(
            !link.is_displayed().await?,
            "a link that leads nowhere can be copied"
        );
        Ok(())
    })
}
