//! What is far down a long article: laid out when it comes near, and marked by a choice like all else.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::test::{DOM, LAYOUT, Test, test};
use crate::bench::Bench;
use crate::paint::build;
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("of a long article what is far away is laid out when it comes near, and links lead there", long).quick().in_each_engine(LAYOUT),
    test("a choice marks what bears on it far down a long article, and what is open stays open", marked),
    test("a link that is copied far down a long article says so and keeps the focus", copied),
    test("a long article leaves the page and comes back", back).in_each_engine(DOM),
];

/// An article with so many issues, each with an event and a section of its own.
pub fn many(count: usize) -> String {
    let mut document =
        "+++\nheadline = \"Many\"\nkind = \"Chronology\"\npublisher = \"The Example\"\n".to_owned();
    for number in 0..count {
        document += &format!(
            "[[issues]]\nid = \"i{number}\"\ntitle = \"Issue {number}\"\nstance = \"contention\"\n\
             [[events]]\nid = \"e{number}\"\ntitle = \"Event {number}\"\ndate = \"{}-02-03\"\n",
            1800 + number
        );
    }
    document += "+++\nAll of it.\n";
    for number in 0..count {
        document += &format!(
            "\n## Part {number}\n\nThey spoke of [matter {number}](#i{number}+e{number}) at length.\n"
        );
    }
    document
}

/// The page of a long article.
fn site(bench: &Bench, test: &str) -> Result<Site> {
    let document = bench.folder(test)?.join("many.md");
    std::fs::write(&document, many(160))?;
    let (folder, _) = build(bench, test, &document, &[])?;
    Ok(Site::of(folder))
}

fn long(bench: &Bench) -> Result<()> {
    bench.show(site(bench, "long")?, |reader, site| async move {
        reader.go(&site.url("/many.html#explainer-i159")).await?;
        reader.until_ready().await?;
        let seen = |id: &str| {
            format!(
                "(() => {{ const {{ top, bottom }} = root.getElementById('{id}').getBoundingClientRect(); \
                 return top >= 0 && bottom <= innerHeight && bottom > top }})()"
            )
        };
        reader.until(&format!("root.getElementById('i159').open && {}", seen("i159"))).await?;
        let far = "root.querySelector('#i130 .title').checkVisibility({ contentVisibilityAuto: true })";
        ensure!(reader.ask(&format!("return {far}")).await? == false, "all is laid out");
        reader.ask("location.hash = '#explainer-i130'").await?;
        reader.until(far).await?;
        // Height by height, as it comes near, and not one that is guessed.
        reader.until(&seen("i130")).await?;
        Ok(())
    })
}

/// Chooses an event far down by its own link there.
async fn choose(reader: &Reader, event: &str) -> Result<()> {
    let link = format!("root.querySelector('#{event} .title a').click()");
    reader.ask(&link).await?;
    let is_current =
        format!("root.getElementById('{event}').getAttribute('aria-current') === 'true'");
    reader.until(&is_current).await
}

fn marked(bench: &Bench) -> Result<()> {
    bench.show(site(bench, "marked")?, |reader, site| async move {
        reader.go(&site.url("/many.html")).await?;
        reader.until_ready().await?;
        let all = "return root.querySelectorAll('.far').length";
        ensure!(reader.ask(all).await? == 39);
        reader
            .ask("root.getElementById('i150').open = true")
            .await?;
        choose(&reader, "e150").await?;
        // The issue that the event bears on, and the passage that speaks of both.
        reader
            .until("root.querySelectorAll('.explainer [data-related]').length === 2")
            .await?;
        let still = "return root.querySelector('#i150[open] > summary[data-related]') !== null";
        ensure!(reader.ask(still).await? == true, "what was open has been closed");
        choose(&reader, "e3").await?;
        let before = "return root.querySelectorAll('#e150[aria-current], #i150 [data-related]').length";
        ensure!(reader.ask(before).await? == 0, "the choice before is marked");
        let told = reader.ask("return [errors, uncaught, ready]").await?;
        ensure!(told == json!([[], [], [true]]), "{told}");
        Ok(())
    })
}

fn copied(bench: &Bench) -> Result<()> {
    bench.show(site(bench, "copied")?, |reader, site| async move {
        reader.go(&site.url("/many.html")).await?;
        reader.until_ready().await?;
        let button = "root.querySelector('[data-action=\"link e140\"]')";
        let asked = reader.ask(&format!("return {button}.textContent")).await?;
        let asked = asked.as_str().context("a label")?;
        reader
            .ask(&format!("{button}.focus(); {button}.click()"))
            .await?;
        reader
            .until(&format!("{button}.textContent !== '{asked}'"))
            .await?;
        let focus = format!("return root.activeElement === {button}");
        ensure!(reader.ask(&focus).await? == true, "the focus is lost");
        let told = reader.ask("return [errors, uncaught]").await?;
        ensure!(told == json!([[], []]), "{told}");
        Ok(())
    })
}

fn back(bench: &Bench) -> Result<()> {
    bench.show(site(bench, "back")?, |reader, site| async move {
        reader.go(&site.url("/many.html")).await?;
        reader.until_ready().await?;
        choose(&reader, "e150").await?;
        reader
            .ask(
                "host.remove(); \
                  setTimeout(() => document.body.append(host))",
            )
            .await?;
        reader.until("ready.length === 2").await?;
        choose(&reader, "e140").await?;
        reader
            .until("root.querySelectorAll('.explainer [data-related]').length === 2")
            .await?;
        let told = reader.ask("return [errors, uncaught, ready]").await?;
        ensure!(told == json!([[], [], [true, true]]), "{told}");
        Ok(())
    })
}
