//! What the program takes over, and what it renders afresh.

use anyhow::{Result, ensure};

use crate::test::{DOM, Test, test};
use crate::bench::Bench;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("the program takes over the prerendered HTML and keeps what the reader opened and closed", keeps).quick().in_each_engine(DOM),
    test("HTML of another build is rendered afresh", another_build).quick(),
    test("what another build prerendered gets the looks of this one with its HTML", other_looks),
    test("HTML of other content is rendered afresh", other_content),
    test("HTML with its headings on another level is rendered afresh", another_level),
    test("HTML that lost its comments to a minifier is rendered afresh", without_comments),
    test("HTML that a tool put an element into is rendered afresh", with_an_element_more),
    test("a list that a tool put an element into is rendered afresh, and the rest is taken over", with_an_element_more_in_a_list),
    test("figure and lists are taken over one by one, and the browser gets its turn between them", in_turn).in_each_engine(DOM),
    test("HTML whose white space was squeezed is taken over", squeezed),
];

fn keeps(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.held();
    bench.show(site, |reader, site| async move {
        reader.click("#syria summary").await?;
        reader.click("#allies summary").await?;
        reader
            .ask("for (const part of root.querySelectorAll('#syria, .figure > *, .event, .section')) part.mine = true")
            .await?;
        site.release();
        reader.until_ready().await?;
        ensure!(reader.ask("return ready").await? == serde_json::json!([true]), "not taken over");
        let kept = reader
            .ask("const at = (id) => root.getElementById(id); return [at('syria').mine, at('syria').open, at('allies').open, at('relations').open, at('ukraine').open];")
            .await?;
        ensure!(kept == serde_json::json!([true, true, false, true, false]), "{kept}");
        let others = "return [...root.querySelectorAll('.figure > *, .event, .section')].every((part) => part.mine)";
        ensure!(reader.ask(others).await? == true, "another part is not what it was");
        Ok(())
    })
}

/// Shows the page of the bundle with a change in it, and sees that the explainer is whole and answers.
fn changed(bench: &Bench, hydrated: bool, change: fn(String) -> String) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, change)?;
    bench.show(site, |reader, _| async move {
        reader.until("ready.length").await?;
        ensure!(
            reader.ask("return ready").await? == serde_json::json!([hydrated]),
            "hydrated or not"
        );
        ensure!(
            reader.ask("return errors").await? == serde_json::json!([]),
            "an error"
        );
        ensure!(
            reader.find_all("details.issue").await?.len() == 7,
            "not every issue is there"
        );
        reader.click("#helsinki .title a").await?;
        reader.until("root.querySelector('#syria.related')").await
    })
}

fn another_build(bench: &Bench) -> Result<()> {
    changed(bench, false, |html| {
        html.replace("data-stamp=\"", "data-stamp=\"0")
    })
}

fn other_looks(bench: &Bench) -> Result<()> {
    let site = Site::as_built()
        .changed(&bench.dist, |html| {
            html.replace("data-stamp=\"", "data-stamp=\"0")
                .replace(&bench.loaded("explainer.css")[1..], "old/explainer.css")
        })?
        .file("/old/explainer.css", ".explainer { color: red }");
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        reader
            .until("root.querySelectorAll('link[rel=stylesheet]').length === 1")
            .await?;
        let looks = "const style = getComputedStyle(root.querySelector('.explainer')); return [style.color === 'rgb(255, 0, 0)', style.overflowWrap]";
        ensure!(reader.ask(looks).await? == serde_json::json!([false, "anywhere"]));
        Ok(())
    })
}

fn another_level(bench: &Bench) -> Result<()> {
    changed(bench, false, |html| {
        html.replace("<article-explainer>", "<article-explainer heading-level=4>")
    })
}

fn other_content(bench: &Bench) -> Result<()> {
    changed(bench, false, |html| {
        let stamp = html
            .split("data-stamp=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let parts: Vec<_> = stamp.unwrap_or_default().split('.').collect();
        html.replace(&format!(".{}.", parts[1]), ".0.")
    })
}

fn without_comments(bench: &Bench) -> Result<()> {
    changed(bench, false, |html| {
        html.replace("<!--<[]>-->", "").replace("<!--</[]>-->", "")
    })
}

fn with_an_element_more(bench: &Bench) -> Result<()> {
    changed(bench, false, |html| {
        let standfirst = "<div part=\"standfirst\"";
        html.replace(standfirst, &format!("<font></font>{standfirst}"))
    })
}

fn with_an_element_more_in_a_list(bench: &Bench) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        html.replace("Hamburg, Germany</p>", "<font>Hamburg</font>, Germany</p>")
    })?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let seen = "return [ready, errors, root.querySelectorAll('font').length, root.querySelectorAll('.event').length]";
        let seen = reader.ask(seen).await?;
        ensure!(seen == serde_json::json!([[true], [], 0, 5]), "{seen}");
        reader.click("#helsinki .title a").await?;
        reader.until("root.querySelector('#syria.related') && root.querySelector('#helsinki[aria-current]')").await
    })
}

/// Notes, each time that the browser gets its turn, how many parts are as they were prerendered: those have comments
/// that the program uses up.
const TURNS: &str = "<script>globalThis.turns = []; \
    const asleep = (part) => part.firstChild?.nodeType === Node.COMMENT_NODE; \
    const turn = () => { \
        const { shadowRoot } = document.querySelector('article-explainer'); \
        turns.push([...shadowRoot.querySelectorAll('.mount [data-stamp]')].filter(asleep).length); \
        return new Promise((done) => setTimeout(done)); \
    }; \
    Object.defineProperty(globalThis, 'scheduler', { value: { yield: turn } });</script>";

fn in_turn(bench: &Bench) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        html.replace("<head>", &format!("<head>{TURNS}"))
    })?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        // The last one is over when the explainer answers.
        let turns = "scheduler.yield(); return [...new Set(turns)]";
        let turns = reader.ask(turns).await?;
        ensure!(
            turns == serde_json::json!([7, 6, 5, 4, 3, 2, 1, 0]),
            "{turns}"
        );
        Ok(())
    })
}

fn squeezed(bench: &Bench) -> Result<()> {
    changed(bench, true, |html| {
        html.replace("</strong> <", "</strong><")
            .replace("</a> <span class=\"credit\"", "</a><span class=\"credit\"")
    })
}
