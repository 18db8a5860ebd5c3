//! When the program is loaded, and what the explainer does until then.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::{By, Key};

use crate::test::{LOADING, Test, test};
use crate::bench::Bench;
use crate::site::{Fault, LISTENER, Site};

pub const TESTS: &[Test] = &[
    test("reading, opening issues and following links fetch nothing of the widget", reading).quick().in_each_engine(LOADING),
    test("pointing at, focusing or choosing what needs the widget loads the light module alone", intent).quick().in_each_engine(LOADING),
    test("an idle browser fetches the light module ahead, once, and does not start it", prefetched).in_each_engine(LOADING),
    test("what is typed and stepped to before the widget is there is found once it is", typed_ahead).quick().in_each_engine(LOADING),
    test("an explainer without prerendered HTML loads the full module alone", full_only).in_each_engine(LOADING),
    test("a program that could not be imported can be imported later", imported_again).in_each_engine(LOADING),
    test("a change of `load` changes nothing where there is nothing to wait for any more", begun),
    test("`load=\"visible\"` waits until the reader comes near", near).in_each_engine(LOADING),
    test("a wait for the idle browser that is ended by a call ends once", ended_once),
    test("an item that is asked for in the moment that the element comes to life is shown", asked_at_once),
    test("`load=\"interaction\"` waits for nobody where there is no text yet", nothing_yet),
    test("`load=\"now\"` and `\"idle\"` wait for nobody", at_once),
    test("an issue that the page's hash asks for is chosen, and the widget counts what bears on it", asked_for).quick().in_each_engine(LOADING),
    test("a link leads to its item before the program is there, which then knows of it", early_click).quick(),
    test("an issue that the reader opened before the program came stays open", early_open).in_each_engine(LOADING),
    test("what a page wrote inside the element is read until the explainer is there", meanwhile),
    test("nothing is fetched twice, however many explainers", once).in_each_engine(LOADING),
];

/// The files of the full module.
const FULL: [&str; 2] = ["/full.js", "/full.wasm"];

/// The files of the light module.
const LIGHT: [&str; 2] = ["/light.js", "/light.wasm"];

/// What tells the page that the reader pays for what is fetched, so that nothing is fetched ahead.
const SAVING: &str = "<script>Object.defineProperty(navigator, 'connection', { value: { saveData: true } })</script>";

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
    let of_the_program = |path: &String| {
        [FULL, LIGHT].concat().iter().any(|file| path.ends_with(file))
    };
    site.asked().into_iter().filter(of_the_program).collect()
}

fn near(bench: &Bench) -> Result<()> {
    bench.show(far_below(bench, "load=visible")?, |reader, site| async move {
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

/// The page of the bundle for a reader who saves data.
pub fn saving(bench: &Bench) -> Result<Site> {
    Site::as_built().changed(&bench.dist, |html| {
        html.replacen("<head>", &format!("<head>{SAVING}"), 1)
    })
}

fn reading(bench: &Bench) -> Result<()> {
    bench.show(saving(bench)?, |reader, site| async move {
        reader.until("root?.querySelector('.look')").await?;
        reader.click("#syria summary").await?;
        reader.until("root.querySelector('#syria').open").await?;
        reader.click("#syria .in-context").await?;
        reader.until("root.activeElement?.matches('.passage')").await?;
        reader.window.back().await?;
        reader.until("location.hash === ''").await?;
        reader.ask("scrollTo(0, document.body.scrollHeight)").await?;
        // Long enough for an observer, and for a browser with nothing to do.
        reader.ask("window.idle = 0; const idle = window.requestIdleCallback ?? setTimeout; idle(() => idle(() => (window.idle = 1)))").await?;
        reader.until("window.idle").await?;
        reader.frames(2).await?;
        ensure!(program(&site).is_empty(), "fetched: {:?}", program(&site));
        ensure!(reader.ask("return [errors, host.ready]").await? == json!([[], false]));
        Ok(())
    })
}

fn intent(bench: &Bench) -> Result<()> {
    let acts = [
        "root.querySelector('.chip').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }))",
        "root.querySelector('[data-action=search]').focus()",
        "root.querySelector('[data-id=syria]').click()",
    ];
    for act in acts {
        bench.show(saving(bench)?, |reader, site| async move {
            reader.until("root?.querySelector('.look')").await?;
            ensure!(program(&site).is_empty(), "fetched: {:?}", program(&site));
            reader.ask(act).await?;
            reader.until("host.ready").await?;
            let mut asked = program(&site);
            asked.sort();
            ensure!(asked == LIGHT.map(|file| bench.loaded(&file[1..])), "{act}: {asked:?}");
            Ok(())
        })?;
    }
    Ok(())
}

fn prefetched(bench: &Bench) -> Result<()> {
    let started = "<script>var started = 0; for (const name of ['instantiate', 'instantiateStreaming']) {
        const does = WebAssembly[name];
        WebAssembly[name] = (...all) => (started++, does.apply(WebAssembly, all));
    }</script>";
    let site = Site::as_built().changed(&bench.dist, |html| {
        html.replacen("<head>", &format!("<head>{started}"), 1)
    })?;
    bench.show(site.kept(), |reader, site| async move {
        reader
            .until("performance.getEntriesByType('resource').some((each) => each.name.endsWith('/light.wasm') && each.responseEnd)")
            .await?;
        ensure!(reader.ask("return [started, host.ready]").await? == json!([0, false]));
        reader.until_ready().await?;
        let asked = program(&site);
        ensure!(asked.len() == 2 && LIGHT.iter().all(|file| asked.contains(&bench.loaded(&file[1..]))), "{asked:?}");
        ensure!(reader.ask("return [started, errors]").await? == json!([1, []]));
        Ok(())
    })
}

fn typed_ahead(bench: &Bench) -> Result<()> {
    bench.show(saving(bench)?.held(), |reader, site| async move {
        reader.until("root?.querySelector('.look')").await?;
        reader.click(".look").await?;
        reader.press("nato" + Key::Enter).await?;
        reader.until("root.querySelector('[data-loader=search] input').value === 'nato'").await?;
        ensure!(reader.ask("return host.ready").await? == json!(false));
        site.release();
        reader.until("root.querySelector('[data-loader=search] output')?.textContent.startsWith('Result 2 of')").await?;
        // The field is the same, and has the focus.
        ensure!(reader.ask("return root.activeElement.value").await? == "nato");
        Ok(())
    })
}

fn full_only(bench: &Bench) -> Result<()> {
    let site = Site::with_body("<article-explainer></article-explainer>");
    bench.show(site, |reader, site| async move {
        reader.until_ready().await?;
        reader.choose("syria").await?;
        reader.until("root.querySelector('[data-do=next-passage]')").await?;
        let mut asked = program(&site);
        asked.sort();
        ensure!(asked == FULL.map(|file| bench.loaded(&file[1..])), "{asked:?}");
        Ok(())
    })
}

fn imported_again(bench: &Bench) -> Result<()> {
    let site = saving(bench)?.with_fault("light.js", Fault::Missing);
    bench.show(site, |reader, site| async move {
        reader.load_widgets().await?;
        reader.until("errors.length === 1").await?;
        site.fix();
        // The element starts again.
        reader.ask("host.setAttribute('deep-links', 'on')").await?;
        reader.until("host.ready").await
    })
}

fn ended_once(bench: &Bench) -> Result<()> {
    // What the browser would do when it is idle, it does when the test says so.
    let idle = "<script>var idle = []; window.requestIdleCallback = (does) => idle.push(does); window.cancelIdleCallback = (at) => delete idle[at - 1]</script>";
    let site = Site::as_built().changed(&bench.dist, |html| {
        html.replacen("<head>", &format!("<head>{idle}"), 1)
            .replacen("<article-explainer>", "<article-explainer load=idle>", 1)
    })?;
    bench.show(site, |reader, site| async move {
        reader.until("host?.shadowRoot && idle.length").await?;
        reader.ask("host.load = 'interaction'; host.load = 'idle'; root.querySelector('[data-id=syria]').click()").await?;
        reader.until("host.ready").await?;
        reader.ask("for (const does of idle) does?.()").await?;
        reader.frames(2).await?;
        ensure!(reader.ask("return [ready, errors]").await? == json!([[true], []]));
        ensure!(program(&site).len() == 2, "{:?}", program(&site));
        Ok(())
    })
}

fn nothing_yet(bench: &Bench) -> Result<()> {
    let body = "<article-explainer load=interaction></article-explainer>";
    bench.show(Site::with_body(body), |reader, _| async move {
        reader.until_ready().await
    })
}

fn at_once(bench: &Bench) -> Result<()> {
    for when in ["load=now", "load=idle"] {
        bench.show(far_below(bench, when)?, |reader, _| async move {
            reader.until_ready().await
        })?;
    }
    Ok(())
}

fn asked_for(bench: &Bench) -> Result<()> {
    bench.show(saving(bench)?, |reader, site| async move {
        reader.until("root?.querySelector('.look')").await?;
        ensure!(program(&site).is_empty());
        reader.ask("location.hash = 'explainer-syria'").await?;
        reader.until("root.querySelector('#syria').open").await?;
        reader.until("host.ready && root.querySelector('[data-do=next-passage]')").await
    })
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
            .ask("document.querySelectorAll('article-explainer').forEach((each) => each.load = 'now')")
            .await?;
        reader.until("ready.length === 6 || errors.length").await?;
        let mut asked = site.asked();
        asked.retain(|path| path != "/favicon.ico" && path != LISTENER);
        asked.sort();
        let loaded = [
            "article.json",
            "explainer.css",
            "full.js",
            "full.wasm",
            "tools.js",
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
    let body = "<article-explainer load=now src=missing.json></article-explainer>";
    let site = Site::with_body(body).file("/talks.json", &serde_json::to_string(&article)?);
    bench.show(site, |reader, site| async move {
        reader.until("errors.length").await?;
        reader.ask("host.load = 'idle'").await?;
        reader.ask("host.src = 'talks.json'").await?;
        reader.until_ready().await?;
        reader.ask("host.load = 'interaction'").await?;
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
