//! Documents that are much larger than anybody reads.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::engine::Engine;
use crate::test::{Test, test};
use crate::bench::Bench;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("ten megabytes of text are shown", text).slow("documents of many megabytes"),
    test("a hundred thousand marks are shown, and lead where they say", marks).slow("documents of many megabytes").not_in(Engine::Firefox, "it passes, in up to a minute: one engine is enough").not_in(Engine::WebKit, "it passes, in up to a minute: one engine is enough"),
];

const ELEMENT: &str = "<article-explainer src=huge.json load=now></article-explainer>";

fn exchanged(document: &str) -> Result<String> {
    let article = article::authoring::read(document).article;
    Ok(serde_json::to_string(&article.context("an article")?)?)
}

fn text(bench: &Bench) -> Result<()> {
    let paragraph = "They speak of sanctions, and of what comes after sanctions. ".repeat(50);
    let paragraphs = 10_000_000 / paragraph.len();
    let document = format!(
        "+++\nheadline = \"Long\"\n+++\n{}\n\nThe end.\n",
        format!("{paragraph}\n\n").repeat(paragraphs)
    );
    let site = Site::with_body(ELEMENT).file("/huge.json", &exchanged(&document)?);
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let shown = reader.ask("const all = root.querySelectorAll('.explainer p'); return [root.querySelector('.explainer').textContent.length > 9_900_000, [...all].some((each) => each.textContent === 'The end.')]").await?;
        ensure!(shown == json!([true, true]), "{shown}");
        ensure!(reader.ask("return [errors, uncaught]").await? == json!([[], []]));
        Ok(())
    })
}

fn marks(bench: &Bench) -> Result<()> {
    let document = format!(
        "+++\nheadline = \"Marked\"\nissues = [{{ id = \"a\", title = \"A\", stance = \"proposal\" }}, {{ id = \"b\", title = \"B\", stance = \"proposal\" }}]\n+++\n{}[The last](#b).\n",
        "[words](#a) and more. ".repeat(100_000 - 1)
    );
    let site = Site::with_body(ELEMENT).file("/huge.json", &exchanged(&document)?);
    bench.show(site, |reader, _| async move {
        reader
            .until_within(Duration::from_secs(150), "host.hasAttribute('ready')")
            .await?;
        ensure!(
            reader
                .ask("return root.querySelectorAll('[id^=\"passage-\"]').length")
                .await?
                == json!(100_000)
        );
        reader.ask("host.reveal('b')").await?;
        reader.until("root.querySelector('#b').open").await?;
        ensure!(reader.ask("return [errors, uncaught]").await? == json!([[], []]));
        Ok(())
    })
}
