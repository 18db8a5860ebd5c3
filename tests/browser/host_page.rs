//! What pages around an explainer do: where they put it, how they scroll, how they are cloned, saved and copied from.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::test::{DOM, LAYOUT, Test, test};
use crate::bench::Bench;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("in a box whose width comes from its content the explainer is readable", shrink_to_fit).in_each_engine(LAYOUT),
    test("a page that sets its root's letters smaller leaves the text its size", root_font),
    test("a hash and `reveal()` open what the explainer stands in", stands_in).in_each_engine(DOM),
    test("a clone has the text, is not ready, and comes to life of its own", clone).in_each_engine(DOM),
    test("on a page with a base links lead to their items and are copied whole", base).in_each_engine(DOM),
    test("a saved copy has the text and nothing that is seen and does nothing", saved).in_each_engine(DOM),
    test("what is selected and copied is the article, without the labels of buttons", selected).in_each_engine(DOM),
    test("an item stands as clear of the window's edge as the page has the element stand", scroll_margin).in_each_engine(LAYOUT),
    test("Back shows the link that was left where the page scrolls inside an element", nested_scroll).in_each_engine(LAYOUT),
    test("ids and hashes of any script lead to their items", any_script).in_each_engine(DOM),
];

/// The page of the bundle, with its element inside other HTML; `{}` stands for it.
fn inside(bench: &Bench, around: &str) -> Result<Site> {
    let (before, after) = around.split_once("{}").unwrap_or((around, ""));
    Site::as_built().changed(&bench.dist, |html| {
        html.replacen("<article-explainer>", &format!("{before}<article-explainer>"), 1)
            .replacen("</article-explainer>", &format!("</article-explainer>{after}"), 1)
    })
}

fn shrink_to_fit(bench: &Bench) -> Result<()> {
    let boxes = [
        "<div style='display:flex'>{}</div>",
        "<div style='display:flex'>{}<aside style='width:200px'>aside</aside></div>",
        "<div style='display:flex;flex-direction:column;align-items:center'>{}</div>",
        "<div style='display:grid;place-items:center'>{}</div>",
        "<div style='display:inline-block'>{}</div>",
        "<div style='float:left'>{}</div>",
        "<div style='position:absolute'>{}</div>",
        "<div style='width:fit-content'>{}</div>",
        "<table><td>{}</table>",
        "<dialog open style='position:static'>{}</dialog>",
    ];
    for around in boxes {
        bench.show(inside(bench, around)?, |reader, _| async move {
            let size = "const { width, height } = host.getBoundingClientRect(); return [width > 250, height < 15000, document.documentElement.scrollWidth <= innerWidth]";
            reader.until("root.querySelector('.headline')").await?;
            let before = reader.ask(size).await?;
            reader.until_ready().await?;
            let after = reader.ask(size).await?;
            ensure!(before == json!([true, true, true]) && before == after, "{around}: {before} {after}");
            Ok(())
        })?;
    }
    Ok(())
}

fn root_font(bench: &Bench) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        html.replacen("</head>", "<style>html { font-size: 62.5% } body { font-size: 1.6rem }</style></head>", 1)
    })?;
    bench.show(site, |reader, _| async move {
        reader.until("root.querySelector('.answer p')").await?;
        let sizes = "return ['.answer p', '.chip', 'summary'].map((part) => parseFloat(getComputedStyle(root.querySelector(part)).fontSize))";
        let sizes = reader.ask(sizes).await?;
        let at_least = [17.0, 12.0, 12.0];
        for (size, least) in sizes.as_array().into_iter().flatten().zip(at_least) {
            ensure!(size.as_f64().is_some_and(|size| size >= least), "{sizes}");
        }
        Ok(())
    })
}

fn stands_in(bench: &Bench) -> Result<()> {
    let around = "<details id=box><summary>Explainer</summary><div id=found hidden=until-found>{}</div></details>";
    bench.show(inside(bench, around)?, |reader, _| async move {
        reader.until("root.querySelector('.headline')").await?;
        ensure!(reader.ask("return host.reveal('nato')").await? == json!(true));
        let shown = "box.open && !found.hasAttribute('hidden')";
        reader.until(shown).await?;
        reader.ask("box.open = false; found.setAttribute('hidden', 'until-found')").await?;
        reader.ask("location.hash = 'explainer-donbas'").await?;
        reader.until(shown).await?;
        reader.until("root.querySelector('#donbas summary').checkVisibility()").await
    })
}

fn clone(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        reader.choose("syria").await?;
        reader.until("root.querySelector('.count')").await?;
        reader.search("nato").await?;
        reader.ask("window.twin = host.cloneNode(true); twin.id = 'twin'; twin.removeAttribute('load'); window.was = [twin.ready, twin.shadowRoot?.querySelector('.headline')?.textContent]; document.body.append(twin)").await?;
        let was = reader.ask("return was").await?;
        ensure!(was == json!([false, "Can the Trump-Putin Summit Improve U.S.-Russian Relations?"]), "{was}");
        reader.ask("twin.load = 'now'").await?;
        reader.until("twin.ready && twin.shadowRoot.querySelector('.look') && twin.shadowRoot.querySelector('.count')").await?;
        ensure!(reader.ask("return [...['.look', '.count', '[data-searching]'].map((each) => twin.shadowRoot.querySelectorAll(each).length), host.ready]").await? == json!([1, 1, 0, true]));
        Ok(())
    })
}

fn base(bench: &Bench) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        // Its own addresses are to work as before.
        html.replace("src=\"explainer.js\"", "src=\"/explainer.js\"")
            .replace("</head>", "<base href=\"/elsewhere/\"></head>")
    })?;
    bench.show(site, |reader, _| async move {
        reader.until("root.querySelector('.look')").await?;
        reader.click("#syria summary").await?;
        let link = "root.querySelector('#syria .in-context')";
        let leads = reader.ask(&format!("return {link}.href.split('#')[0] === location.href.split('#')[0]")).await?;
        ensure!(leads == json!(true), "it leads away");
        reader.ask(&format!("{link}.click()")).await?;
        reader.until("location.pathname === '/' && location.hash.startsWith('#explainer-passage-') && root.activeElement?.matches('.passage')").await
    })
}

fn saved(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, site| async move {
        reader.until_ready().await?;
        reader.choose("syria").await?;
        reader.until("root.querySelector('.count')").await?;
        let copy = "host.getHTML ? document.documentElement.getHTML({ serializableShadowRoots: true }) : null";
        let html = reader.ask(&format!("return {copy}")).await?;
        let Some(html) = html.as_str() else { return Ok(()) };
        let html = html.replace("<script", "<!-- <script").replace("</script>", "</script> -->");
        let other = Site::as_built().file("/", &format!("<!doctype html><html lang=en>{html}")).open(&bench.dist).await?;
        reader.go(&other.url("/")).await?;
        reader.until("root?.querySelector('.headline')").await?;
        ensure!(site.url("/") != other.url("/"));
        let seen = "return [...root.querySelectorAll('.tool')].filter((each) => each.checkVisibility()).length";
        ensure!(reader.ask(seen).await? == 0, "buttons of nobody are seen");
        crate::text::reads_whole(&reader).await
    })
}

fn selected(bench: &Bench) -> Result<()> {
    // In the page itself, where every browser copies what is selected.
    let folder = crate::pages::build(bench, "host-page-selected")?;
    bench.show(Site::of(folder), |reader, site| async move {
        reader.go(&site.url("/helsinki-summit.html")).await?;
        reader.until_ready().await?;
        reader.ask("getSelection().selectAllChildren(host)").await?;
        let words = reader.ask("return String(getSelection())").await?;
        let words = words.as_str().unwrap_or_default();
        ensure!(words.contains("meddled in elections"), "{words}");
        for label in ["Share", "Timeline\n", "All\n"] {
            ensure!(!words.contains(label), "{label}: {words}");
        }
        Ok(())
    })
}

fn scroll_margin(bench: &Bench) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        html.replacen("</head>", "<style>article-explainer { scroll-margin-top: 90px }</style></head>", 1)
    })?;
    bench.show(site, |reader, _| async move {
        reader.until("root.querySelector('.look')").await?;
        let top = "root.querySelector('#allies').getBoundingClientRect().top";
        reader.ask("return host.reveal('allies')").await?;
        let ribbon = "root.querySelector('.timeline').getBoundingClientRect().bottom";
        reader.until(&format!("{top} >= {ribbon} + 90 && {top} < innerHeight")).await
    })
}

fn nested_scroll(bench: &Bench) -> Result<()> {
    let around = "<div id=scroller style='height:600px;overflow:auto'>{}</div>";
    bench.show(inside(bench, around)?, |reader, _| async move {
        reader.until("root.querySelector('.look')").await?;
        reader.click("#syria summary").await?;
        let link = "root.querySelector('#syria .in-context')";
        reader.ask(&format!("{link}.scrollIntoView({{ block: 'center' }}); {link}.click()")).await?;
        reader.until("root.activeElement?.matches('.passage')").await?;
        reader.window.back().await?;
        let seen = format!("const {{ top, bottom }} = {link}.getBoundingClientRect(); const box = scroller.getBoundingClientRect(); return top >= box.top && bottom <= box.bottom && root.activeElement === {link}");
        reader.until(&format!("(() => {{ {seen} }})()")).await
    })
}

fn any_script(bench: &Bench) -> Result<()> {
    let text = "+++\nheadline = \"Переговоры\"\nlang = \"ru\"\n[[issues]]\nid = \"украина\"\ntitle = \"Украина\"\nstance = \"contention\"\n+++\n\nОни говорят об [Украине](#украина).\n";
    let reading = article::authoring::read(text);
    ensure!(reading.article.is_some(), "{:?}", reading.problems);
    let site = Site::with_body("<article-explainer id=erklärung src=talks.json load=now></article-explainer>")
        .file("/talks.json", &serde_json::to_string(&reading.article)?);
    bench.show(site, |reader, site| async move {
        reader.go(&site.url("/?again#erkl%C3%A4rung-%D1%83%D0%BA%D1%80%D0%B0%D0%B8%D0%BD%D0%B0")).await?;
        reader.until("root?.querySelector('details.issue')?.open").await?;
        reader.ask("location.hash = ''; root.querySelector('details.issue').open = false").await?;
        reader.ask("location.hash = 'erklärung-украина'").await?;
        reader.until("root.querySelector('details.issue').open").await
    })
}
