//! What goes wrong between a page and its reader: each fault ends with the text readable and every issue openable, nothing
//! uncaught, and the page told of the cause once. `docs/reliability.md` lists them.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::test::{LOADING, Test, test};
use crate::bench::Bench;
use crate::engine::Engine;
use crate::reader::Reader;
use crate::site::{Fault, Site};
use crate::text::reads_whole;

pub const TESTS: &[Test] = &[
    test("where the script is not there the text reads and every issue opens", no_shim).quick(),
    test("where the glue is not there the text stays and the page is told", no_glue),
    test("where the program is not there the text stays and the page is told", no_program).quick(),
    test("where half of the program comes the text stays and the page is told", half_a_program),
    test("where another program comes the text stays and the page is told", other_program),
    test("where the program comes as another type it runs all the same", other_type).in_each_engine(LOADING),
    test("where the program does not come the text stays and the page is told", never),
    test("where the program comes late everything works", late),
    test("where the browser has no WebAssembly the text stays and the page is told", no_webassembly).in_each_engine(LOADING),
    test("where the stylesheet is not there the text reads, the program answers and the page is told", no_style).not_in(Engine::WebKit, "without a stylesheet its driver's clicks fall beside the summary"),
    test("where the stylesheet of what is rendered from a document is not there it answers and the page is told", no_style_afresh).not_in(Engine::WebKit, "without a stylesheet its driver's clicks fall beside the summary"),
    test("HTML whose shadow root a sanitizer took apart reads, and is rendered again", taken_apart),
];

/// The text is all there, every issue opens, nothing is uncaught, and the page has heard of this and nothing else.
pub async fn survives(reader: &Reader, told: &[&str]) -> Result<()> {
    let expected = json!(told);
    reader.load_widgets().await?;
    reader
        .until(&format!("errors.length >= {}", told.len()))
        .await?;
    reads_whole(reader).await?;
    opens(reader).await?;
    let heard = reader.ask("return errors").await?;
    ensure!(heard == expected, "the page heard {heard}, not {expected}");
    let uncaught = reader.ask("return uncaught").await?;
    ensure!(uncaught == json!([]), "uncaught: {uncaught}");
    Ok(())
}

/// Every issue opens when its summary is clicked.
async fn opens(reader: &Reader) -> Result<()> {
    let ids = reader
        .ask(
            "return [...root.querySelectorAll('details.issue:not([open])')].map((each) => each.id)",
        )
        .await?;
    let ids: Vec<&str> = ids
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    ensure!(ids.len() > 4, "only {ids:?} are closed");
    for id in ids {
        reader.click(&format!("#{id} > summary")).await?;
        reader
            .until(&format!("root.getElementById('{id}').open"))
            .await?;
    }
    Ok(())
}

/// The page of the bundle with a fault in a file of it; the page is told of `told`.
fn with(bench: &Bench, file: &str, fault: Fault, told: &'static [&'static str]) -> Result<()> {
    let site = Site::as_built()
        .listening(&bench.dist)?
        .with_fault(file, fault);
    bench.show(
        site,
        |reader, _| async move { survives(&reader, told).await },
    )
}

fn no_shim(bench: &Bench) -> Result<()> {
    with(bench, "explainer.js", Fault::Missing, &[])
}

fn no_glue(bench: &Bench) -> Result<()> {
    with(bench, "light.js", Fault::Missing, &["widget"])
}

fn no_program(bench: &Bench) -> Result<()> {
    with(
        bench,
        "light.wasm",
        Fault::Missing,
        &["widget"],
    )
}

fn half_a_program(bench: &Bench) -> Result<()> {
    with(bench, "light.wasm", Fault::Half, &["widget"])
}

fn other_program(bench: &Bench) -> Result<()> {
    with(
        bench,
        "light.wasm",
        Fault::Changed,
        &["widget"],
    )
}

fn other_type(bench: &Bench) -> Result<()> {
    let site = Site::as_built()
        .listening(&bench.dist)?
        .with_fault("light.wasm", Fault::Typed("text/plain"));
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        survives(&reader, &[]).await
    })
}

/// Keeps in `long` what the explainer's script wants done after a long time, so that a test can say when that has passed.
/// Drivers set clocks in the page, too.
pub const PATIENT: &str = "<script>
    var long = [];
    const [wait, forget] = [setTimeout, clearTimeout];
    window.setTimeout = (does, time, ...rest) => time > 5000 && new Error().stack.includes('explainer.js') ? -long.push(does) : wait(does, time, ...rest);
    window.clearTimeout = (timer) => timer < 0 ? delete long[-timer - 1] : forget(timer);
</script>";

/// Has that time pass for whatever still waits.
pub async fn time_passes(reader: &Reader) -> Result<()> {
    reader.ask("for (const does of long) does?.()").await?;
    Ok(())
}

/// The page of the bundle, whose program is held back.
fn patient(bench: &Bench) -> Result<Site> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        html.replacen("<head>", &format!("<head>{PATIENT}"), 1)
    })?;
    Ok(site.held())
}

fn never(bench: &Bench) -> Result<()> {
    bench.show(patient(bench)?, |reader, site| async move {
        reader.load_widgets().await?;
        reader.until("long.length").await?;
        time_passes(&reader).await?;
        survives(&reader, &["widget"]).await?;
        ensure!(reader.ask("return ready").await? == json!([]), "it came");
        // Held until here: a site that nobody has hold of lets the program through.
        drop(site);
        Ok(())
    })
}

fn late(bench: &Bench) -> Result<()> {
    bench.show(patient(bench)?, |reader, site| async move {
        reader.load_widgets().await?;
        reader.until("long.length").await?;
        time_passes(&reader).await?;
        reader.click("#syria > summary").await?;
        site.release();
        reader.until_ready().await?;
        ensure!(
            reader
                .ask("return [ready, root.querySelector('#syria').open]")
                .await?
                == json!([[true], true])
        );
        survives(&reader, &["widget"]).await
    })
}

fn no_webassembly(bench: &Bench) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        html.replacen(
            "<head>",
            "<head><script>delete window.WebAssembly</script>",
            1,
        )
    })?;
    bench.show(site, |reader, _| async move {
        survives(&reader, &["widget"]).await
    })
}

fn no_style(bench: &Bench) -> Result<()> {
    let site = Site::as_built()
        .listening(&bench.dist)?
        .with_fault("explainer.css", Fault::Missing);
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        survives(&reader, &["style"]).await
    })
}

fn no_style_afresh(bench: &Bench) -> Result<()> {
    let site = Site::with_body("<article-explainer></article-explainer>")
        .with_fault("explainer.css", Fault::Missing);
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        survives(&reader, &["style"]).await
    })
}

fn taken_apart(bench: &Bench) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        html.replace("<template shadowrootmode=\"open\" shadowrootclonable shadowrootserializable>", "")
            .replace("</template>", "")
            .replace("<!--", "<!-- <p>")
            .replace("-->", "</p> -->")
    })?;
    bench.show(site.held(), |reader, site| async move {
        let element = reader
            .window
            .find(thirtyfour::By::Tag("article-explainer"))
            .await?;
        let text = element.text().await?;
        ensure!(
            text.contains("First of all, summits are more likely"),
            "{text}"
        );
        site.release();
        reader.until_ready().await?;
        ensure!(reader.ask("return ready").await? == json!([false]));
        survives(&reader, &[]).await
    })
}
