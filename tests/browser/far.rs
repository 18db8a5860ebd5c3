//! What is far down a long article: laid out when it comes near, and taken over when something in it changes.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::test::{DOM, LAYOUT, Test, test};
use crate::bench::Bench;
use crate::paint::build;
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("of a long article what is far away is laid out when it comes near, and links lead there", long).quick().in_each_engine(LAYOUT),
    test("far down a long article only what the reader's choice touches is taken over, and what is open stays open", woken),
    test("what is taken along from far down says so, and its focus stays", taken),
    test("what somebody has changed far down a long article is rendered afresh once it is needed", changed),
    test("a long article leaves the page and comes back, with what was taken over far down", back).in_each_engine(DOM),
];

/// How many batches sleep: they have the comments that hydration uses up.
const ASLEEP: &str = "[...root.querySelectorAll('.far')].filter((far) => far.firstChild?.nodeType === Node.COMMENT_NODE).length";

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

fn woken(bench: &Bench) -> Result<()> {
    bench.show(site(bench, "woken")?, |reader, site| async move {
        reader.go(&site.url("/many.html")).await?;
        reader.until_ready().await?;
        ensure!(reader.ask("return ready").await? == json!([true]));
        let all = reader
            .ask("return root.querySelectorAll('.far').length")
            .await?;
        ensure!(all == 39, "{all} batches");
        let asleep = reader.ask(&format!("return {ASLEEP}")).await?;
        ensure!(asleep == 39, "{asleep} are left as they were");
        reader
            .ask("root.getElementById('i150').open = true")
            .await?;
        choose(&reader, "e150").await?;
        // The event, the issue that it bears on, and the passage that speaks of both.
        reader.until(&format!("{ASLEEP} === 36")).await?;
        reader
            .until("root.querySelectorAll('.issue.related, a.passage.related').length === 2")
            .await?;
        let still = reader
            .ask("return root.getElementById('i150').matches('.related[open]')")
            .await?;
        ensure!(still == true, "what was open has been closed");
        choose(&reader, "e3").await?;
        let before = "return root.querySelectorAll('#e150[aria-current], #i150.related').length";
        ensure!(
            reader.ask(before).await? == 0,
            "the choice before is marked"
        );
        choose(&reader, "e150").await?;
        let told = reader.ask("return [errors, uncaught, ready]").await?;
        ensure!(told == json!([[], [], [true]]), "{told}");
        Ok(())
    })
}

fn taken(bench: &Bench) -> Result<()> {
    bench.show(site(bench, "taken")?, |reader, site| async move {
        reader.go(&site.url("/many.html")).await?;
        reader.until_ready().await?;
        let button = "root.querySelector('[data-take=\"link e140\"]')";
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
        reader.until(&format!("{ASLEEP} === 38")).await?;
        let told = reader.ask("return [errors, uncaught]").await?;
        ensure!(told == json!([[], []]), "{told}");
        Ok(())
    })
}

fn changed(bench: &Bench) -> Result<()> {
    let site = site(bench, "changed")?;
    bench.show(site, |reader, site| async move {
        reader.go(&site.url("/many.html")).await?;
        reader.until_ready().await?;
        // As an extension of the browser might do it.
        reader
            .ask("root.querySelector('#e150 .title').before(document.createElement('font'))")
            .await?;
        choose(&reader, "e150").await?;
        let there = "return [root.querySelectorAll('#e150').length, root.querySelectorAll('#e150 font').length, \
                     root.querySelectorAll('.event').length]";
        let there = reader.ask(there).await?;
        ensure!(there == json!([1, 0, 160]), "{there}");
        let told = reader.ask("return [errors, uncaught, ready]").await?;
        ensure!(told == json!([[], [], [true]]), "{told}");
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
            .until("root.querySelectorAll('.issue.related, a.passage.related').length === 2")
            .await?;
        let told = reader.ask("return [errors, uncaught, ready]").await?;
        ensure!(told == json!([[], [], [true, true]]), "{told}");
        Ok(())
    })
}
