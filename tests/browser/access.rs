//! What axe finds.

use anyhow::{Context, Result, ensure};

use crate::Test;
use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    ("axe finds nothing in the page as it comes", as_it_comes),
    (
        "axe finds nothing with everything open and an event picked",
        all_open,
    ),
    ("axe finds nothing in the dark", dark),
];

/// Runs axe with the rules of WCAG 2.2 AA and the best practices over the page.
pub async fn axe(reader: &Reader, bench: &std::path::Path) -> Result<()> {
    let script = std::fs::read_to_string(bench)?;
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

fn as_it_comes(bench: &Bench) -> Result<()> {
    let script = bench.axe.clone();
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        axe(&reader, &script).await
    })
}

fn all_open(bench: &Bench) -> Result<()> {
    let script = bench.axe.clone();
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        reader.click("#helsinki .title a").await?;
        reader.until("root.querySelector('.related')").await?;
        reader
            .ask("for (const each of root.querySelectorAll('details')) each.open = true;")
            .await?;
        axe(&reader, &script).await
    })
}

fn dark(bench: &Bench) -> Result<()> {
    let script = bench.axe.clone();
    bench.show(Site::as_built(), |reader, _| async move {
        let dark = serde_json::json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        reader.window.cdp().send_raw("Emulation.setEmulatedMedia", dark).await?;
        reader.until_ready().await?;
        reader.click("#helsinki .title a").await?;
        reader.ask("for (const each of root.querySelectorAll('details')) each.open = true;").await?;
        axe(&reader, &script).await
    })
}
