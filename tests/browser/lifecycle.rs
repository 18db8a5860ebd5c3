//! What may happen to a page while the widget starts and after it.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::engine::Engine;
use crate::test::{DOM, NAVIGATION, Test, test};
use crate::bench::Bench;
use crate::faults::survives;
use crate::reader::Reader;
use crate::site::{LISTEN, Site};
use crate::text::reads_whole;

pub const TESTS: &[Test] = &[
    test("a panic leaves every explainer of the page its text, and the page is told by each", panic).quick().in_each_engine(DOM),
    test("where the network is lost before the first click the click counts and the page is told", lost),
    test("a reader who clicks while the widget starts loses nothing", race),
    test("a page that is left and come back to answers as before", back_and_forth).in_each_engine(NAVIGATION),
    test("a tab that is put to sleep and woken answers as before", asleep).not_in(Engine::Firefox, "its driver has no command that freezes a tab").not_in(Engine::WebKit, "its driver has no command that freezes a tab"),
];

fn panic(bench: &Bench) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        let from = html.find("<article-explainer>").unwrap_or_default();
        let end = "</article-explainer>";
        let to = html.find(end).unwrap_or_default() + end.len();
        let one = &html[from..to];
        let others = ["b", "c"].map(|id| {
            one.replacen(
                "<article-explainer>",
                &format!("<article-explainer id={id} load=now>"),
                1,
            )
        });
        html.replacen(end, &format!("{end}{}", others.concat()), 1)
    })?;
    bench.show(site, |reader, _| async move {
        reader.load_widgets().await?;
        reader.until("ready.length === 3").await?;
        reader.click("#syria > summary").await?;
        // What the program does not expect: the page lets it make no buttons.
        reader
            .ask("HTMLButtonElement.prototype.setAttribute = () => { throw new Error('a test') }; root.querySelector('[data-id=nato]').click()")
            .await?;
        reader.until("errors.length === 3").await?;
        ensure!(reader.ask("return document.querySelectorAll('article-explainer[ready]').length").await? == json!(0));
        ensure!(reader.ask("return root.querySelector('#syria').open").await? == json!(true), "what was open is closed");
        // The browser's own word on it, once; nothing comes after it.
        let uncaught = reader.ask("return uncaught.splice(0)").await?;
        let trap = uncaught[0].as_str().unwrap_or_default();
        ensure!(uncaught.as_array().is_some_and(|all| all.len() == 1) && trap.contains("RuntimeError"), "{uncaught}");
        survives(&reader, &["panic", "panic", "panic"]).await?;
        // One that comes later has its text too, and says why there is no more.
        let other = "const other = host.cloneNode(); other.load = 'now'; document.body.append(other)";
        reader.ask(other).await?;
        reader.until("errors.length === 4").await
    })
}

fn lost(bench: &Bench) -> Result<()> {
    // Nothing of the widget is fetched ahead.
    bench.show(crate::loading::saving(bench)?, |reader, site| async move {
        reader.until("root?.querySelector('.look')").await?;
        site.lose();
        reader.click("#syria > summary").await?;
        reader.choose("syria").await?;
        reader
            .until("errors.length && root.querySelector('#syria').open")
            .await?;
        survives(&reader, &["widget"]).await
    })
}

fn race(bench: &Bench) -> Result<()> {
    // The reader opens one issue after the other, by the keyboard, while the program comes.
    let click = "<script>addEventListener('DOMContentLoaded', () => {
        const ids = ['ukraine', 'elections', 'syria', 'nato'];
        const next = () => { const id = ids.shift(); if (!id) return; document.querySelector('article-explainer').shadowRoot.querySelector(`#${id} > summary`).click(); requestAnimationFrame(next) };
        next();
    })</script></head>";
    let site = Site::as_built().changed(&bench.dist, |html| html.replacen("</head>", click, 1))?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let open =
            "['ukraine', 'elections', 'syria', 'nato'].every((id) => root.getElementById(id).open)";
        reader.until(open).await?;
        survives_open(&reader).await
    })
}

/// As [`survives`], where the reader has opened most issues.
async fn survives_open(reader: &Reader) -> Result<()> {
    reads_whole(reader).await?;
    ensure!(reader.ask("return [ready, errors, uncaught]").await? == json!([[true], [], []]));
    reader.choose("helsinki").await?;
    reader
        .until("root.querySelector('[data-id=helsinki]:checked')")
        .await
}

fn back_and_forth(bench: &Bench) -> Result<()> {
    let elsewhere = format!("<!doctype html><title>Elsewhere</title>{LISTEN}");
    let site = Site::as_built()
        .listening(&bench.dist)?
        .file("/elsewhere", &elsewhere);
    bench.show(site, |reader, site| async move {
        reader.until_ready().await?;
        reader.click("#syria > summary").await?;
        reader.go(&site.url("/elsewhere")).await?;
        reader.window.back().await?;
        reader.until_ready().await?;
        reader.choose("helsinki").await?;
        reader
            .until("root.querySelector('[data-id=helsinki]:checked')")
            .await?;
        survives(&reader, &[]).await
    })
}

fn asleep(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.held();
    bench.show(site, |reader, site| async move {
        reader
            .until("customElements.get('article-explainer')")
            .await?;
        reader.click("#syria > summary").await?;
        // Once while the program comes, once when it is there.
        reader.seat.freeze(&reader.window, true).await?;
        site.release();
        reader.seat.freeze(&reader.window, false).await?;
        reader.until_ready().await?;
        reader.seat.freeze(&reader.window, true).await?;
        reader.seat.freeze(&reader.window, false).await?;
        ensure!(
            reader
                .ask("return [ready, root.querySelector('#syria').open]")
                .await?
                == json!([[true], true])
        );
        reader.choose("helsinki").await?;
        reader
            .until("root.querySelector('[data-id=helsinki]:checked')")
            .await?;
        survives(&reader, &[]).await
    })
}
