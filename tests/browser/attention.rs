//! What the reader is at: the passage at hand, and the place that Back leads to.

use anyhow::{Context, Result, ensure};
use thirtyfour::Key;

use crate::engine::Engine;
use crate::test::{INPUT, NAVIGATION, Test, test};
use crate::bench::Bench;
use crate::hands::tap as tap_at;
use crate::reader::Reader;
use crate::site::Site;
use crate::window::{Shown, fill};

pub const TESTS: &[Test] = &[
    test("the focus on a passage shows what it bears on, until it moves on", focus).in_each_engine(INPUT),
    test("the first tap on a passage shows what it bears on, the second goes there", tap).in_each_engine(INPUT).not_in(Engine::WebKit, "WebKitWebDriver turns touch into mouse events"),
    test("a tap on what a passage bears on goes there", tap_in_the_bar).in_each_engine(INPUT).not_in(Engine::WebKit, "WebKitWebDriver turns touch into mouse events"),
    test("Back leads to the place and to the link that the reader left by", back_to_the_place).quick().in_each_engine(NAVIGATION),
    test("Back to where nothing was chosen lets go of the choice", back_to_nothing).in_each_engine(NAVIGATION),
    test("the page's own history state is kept beside the explainer's", foreign_state).in_each_engine(NAVIGATION),
    test("a link in the page around the explainer reveals too", link_outside),
];

const PASSAGE: &str = "root.querySelector('#allies .answer a.passage:last-of-type')";
const BAR: &str = "[...root.querySelector('.choice').children].filter((each) => !each.hidden).map((each) => each.textContent).join('|')";

fn read(bench: &Bench, test: impl AsyncFnOnce(&Reader) -> Result<()>) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        test(&reader).await
    })
}

fn focus(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.ask(&format!("{PASSAGE}.focus()")).await?;
        reader
            .until(&format!("{BAR} === 'Bears on: NATO solidarity and deterrence · NATO summit · Trump-Putin summit'"))
            .await?;
        let title = reader.ask(&format!("return {PASSAGE}.title")).await?;
        ensure!(
            title == "NATO solidarity and deterrence · NATO summit · Trump-Putin summit",
            "{title}"
        );
        reader
            .ask("root.querySelector('#allies summary').focus()")
            .await?;
        reader.until(&format!("{BAR} === ''")).await
    })
}

/// Taps with a finger in the middle of what a script finds.
async fn tap_on(reader: &Reader, element: &str) -> Result<()> {
    let script = format!(
        "const it = {element}; it.scrollIntoView({{ block: 'center' }}); const box = it.getClientRects()[0]; return [box.x + 4, box.y + box.height / 2];"
    );
    let at = reader.ask(&script).await?;
    let (x, y) = (at[0].as_f64().context("x")?, at[1].as_f64().context("y")?);
    tap_at(reader, (x, y)).await
}

async fn on_a_phone(reader: &Reader) -> Result<()> {
    fill(reader, 390, Shown::Light).await
}

fn tap(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        on_a_phone(reader).await?;
        tap_on(reader, PASSAGE).await?;
        reader
            .until(&format!("{BAR}.startsWith('Bears on: NATO')"))
            .await?;
        ensure!(reader.ask("return location.hash").await? == "");
        ensure!(
            reader
                .ask("return root.querySelector('#nato').open")
                .await?
                == false
        );
        tap_on(reader, PASSAGE).await?;
        reader.until("root.querySelector('#nato').open").await?;
        ensure!(reader.ask("return location.hash").await? == "#explainer-nato");
        Ok(())
    })
}

fn tap_in_the_bar(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        on_a_phone(reader).await?;
        tap_on(reader, PASSAGE).await?;
        reader
            .until(&format!("{BAR}.startsWith('Bears on: NATO')"))
            .await?;
        tap_on(reader, "[...root.querySelectorAll('.choice a')].find((each) => each.textContent === 'Trump-Putin summit')").await?;
        reader
            .until("root.querySelector('#helsinki[aria-current]')")
            .await?;
        ensure!(reader.ask("return location.hash").await? == "#explainer-helsinki");
        Ok(())
    })
}

fn back_to_the_place(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.ask(&format!("{PASSAGE}.scrollIntoView({{ block: 'center' }}); {PASSAGE}.focus({{ preventScroll: true }})")).await?;
        let place = reader.ask("return Math.round(scrollY)").await?;
        reader.press(Key::Enter).await?;
        reader
            .until(&format!(
                "location.hash === '#explainer-nato' && Math.round(scrollY) !== {place}"
            ))
            .await?;
        reader.window.back().await?;
        reader
            .until(&format!(
                "location.hash === '' && Math.abs(scrollY - {place}) < 2"
            ))
            .await?;
        reader
            .until(&format!("root.activeElement === {PASSAGE}"))
            .await?;
        reader.window.forward().await?;
        reader
            .until(
                "location.hash === '#explainer-nato' && root.querySelector('#nato[aria-current]')",
            )
            .await
    })
}

fn back_to_nothing(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.click("#hamburg .title a").await?;
        reader
            .until("root.querySelector('#hamburg[aria-current]')")
            .await?;
        reader.window.back().await?;
        reader
            .until("location.hash === '' && !root.querySelector('[aria-current]')")
            .await
    })
}

fn foreign_state(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader
            .ask("history.replaceState({ route: 'home' }, '')")
            .await?;
        reader.click("#hamburg .title a").await?;
        reader
            .until("root.querySelector('#hamburg[aria-current]')")
            .await?;
        ensure!(reader.ask("return history.state.route").await? == "home");
        reader.window.back().await?;
        reader.until("location.hash === ''").await?;
        ensure!(reader.ask("return history.state.route").await? == "home");
        Ok(())
    })
}

fn link_outside(bench: &Bench) -> Result<()> {
    let body = "<a id=out href='#explainer-syria'>Syria</a><article-explainer></article-explainer>";
    bench.show(Site::with_body(body), |reader, _| async move {
        reader.until_ready().await?;
        reader.ask("document.getElementById('out').click()").await?;
        reader
            .until("root.querySelector('#syria').open && root.activeElement?.closest('#syria')")
            .await
    })
}
