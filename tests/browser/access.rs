//! What axe finds: in every example, and in the built-in article in every language of the interface.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use article::Language;

use crate::bench::Bench;
use crate::examples::{self, open, open_all};
use crate::reader::Reader;
use crate::site::Site;
use crate::window::{self, Shown};
use crate::test::{LAYOUT, RunExample, Test, each_example, test};

pub const TESTS: &[Test] = &[
    test("axe finds nothing in the bundle's page", as_built).quick().in_each_engine(LAYOUT),
    test("axe finds nothing in any language of the interface", every_language).slow("axe looks at the same article twice a language"),
];

pub const EACH_EXAMPLE: &[Test<RunExample>] = &[
    each_example("pleases axe: as it comes and all open, light and dark, narrow and wide", matrix),
];

/// Has what sticks to the window's edge stand in its place: what it lies over just now, and could be scrolled from under
/// it, axe takes for too small.
const STANDING: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('article-explainer::part(timeline), article-explainer::part(dock), [part=timeline], [part=dock] { position: static !important }');
    document.adoptedStyleSheets.push(sheet);";

/// Runs axe with the rules of WCAG 2.2 AA and the best practices over the page; `script` is its file.
pub async fn axe(reader: &Reader, script: &Path) -> Result<()> {
    let script = std::fs::read_to_string(script)?;
    reader.ask(STANDING).await?;
    reader.window.execute(script, Vec::new()).await?;
    let run = "const done = arguments[arguments.length - 1];
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        axe.run({ runOnly: tags }).then((found) => done({
            rules: found.passes.length,
            violations: found.violations.map((each) => [each.id, each.help, each.nodes.map((node) => node.target.flat().join(' '))]),
        }), (error) => done({ error: String(error) }));";
    let found = reader
        .window
        .execute_async(run, Vec::new())
        .await?
        .json()
        .clone();
    let rules = found["rules"]
        .as_u64()
        .with_context(|| format!("axe did not run: {found}"))?;
    ensure!(rules > 20, "axe tried {rules} rules only");
    ensure!(
        found["violations"] == serde_json::json!([]),
        "{:#}",
        found["violations"]
    );
    Ok(())
}

/// In what windows axe looks at a page as it comes, and at one with all open: each width, each colour and each state once
/// with each of the others.
const WINDOWS: [(bool, u32, Shown); 4] = [
    (false, 390, Shown::Light),
    (false, 1280, Shown::Dark),
    (true, 1280, Shown::Light),
    (true, 390, Shown::Dark),
];

fn matrix(bench: &Bench, example: &str) -> Result<()> {
    let (script, example) = (bench.axe.clone(), example.to_owned());
    bench.show(examples::site(bench)?, |reader, site| async move {
        open(&reader, &site, &example).await?;
        for (is_open, width, shown) in WINDOWS {
            window::fill(&reader, width, shown).await?;
            if is_open {
                open_all(&reader).await?;
            }
            let found = axe(&reader, &script).await;
            found.with_context(|| format!("open: {is_open}, {width} px, {}", shown.name()))?;
        }
        Ok(())
    })
}

fn every_language(bench: &Bench) -> Result<()> {
    let script = bench.axe.clone();
    bench.show(examples::site(bench)?, |reader, site| async move {
        for language in Language::ALL {
            let page = examples::language_page(language);
            open(&reader, &site, &page).await?;
            axe(&reader, &script).await.context(page.clone())?;
            open_all(&reader).await?;
            window::fill(&reader, 390, Shown::Dark).await?;
            axe(&reader, &script).await.context(page)?;
            window::fill(&reader, 1280, Shown::Light).await?;
        }
        Ok(())
    })
}

fn as_built(bench: &Bench) -> Result<()> {
    let script = bench.axe.clone();
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        axe(&reader, &script).await
    })
}
