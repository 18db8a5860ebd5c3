//! The drawn timeline zoomed and panned, and its events picked: by button, keyboard, wheel, dragging and touch.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::engine::Engine;
use crate::test::{INPUT, Test, test};
use crate::bench::Bench;
use crate::hands::{drag, touch, turn_wheel};
use crate::reader::Reader;
use crate::timeline::*;

pub const TESTS: &[Test] = &[
    test("the timeline zooms and pans by button", by_button).quick(),
    test("the timeline zooms and pans by keyboard", by_keyboard).in_each_engine(INPUT),
    test("the timeline zooms by wheel with Ctrl and leaves the plain wheel to the page", by_wheel).in_each_engine(INPUT).not_in(Engine::WebKit, "WebKitWebDriver sends the wheel without Ctrl, and straight back"),
    test("the timeline pans by dragging, which is no click", by_dragging).in_each_engine(INPUT),
    test("the timeline pans and zooms by touch", by_touch).in_each_engine(INPUT).not_in(Engine::WebKit, "WebKitWebDriver turns touch into mouse events"),
    test("previous and next pick one event after the other", neighbours),
    test("a click on a title in the drawing picks the event and shows its card", click).quick(),
];

fn by_button(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        let before = spread(reader).await?;
        ensure!(reader.ask("return [...root.querySelectorAll('.moves [aria-disabled]')].map((each) => each.textContent)").await? == json!(["Earlier", "Later", "Zoom out", "Show all"]));
        press(reader, NEARER).await?;
        press(reader, LATER).await?;
        press(reader, LATER).await?;
        until(reader, "ticks()[0] !== '2014'").await?;
        let after = spread(reader).await?;
        ensure!(
            (after / before - 2.0).abs() < 0.2,
            "{before} became {after}"
        );
        for _ in 0..4 {
            press(reader, EARLIER).await?;
        }
        until(reader, "ticks()[0].includes('2014')").await?;
        press(reader, FARTHER).await?;
        until(reader, "ticks().length === 6").await?;
        for _ in 0..3 {
            press(reader, NEARER).await?;
        }
        press(reader, ALL).await?;
        until(reader, "ticks().length === 6 && ticks()[0] === '2014'").await
    })
}

fn by_keyboard(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.ask("root.querySelector('[data-surface]').focus()").await?;
        reader.press("+").await?;
        reader.press(Key::Right).await?;
        reader.press(Key::Right).await?;
        until(reader, "!mark('invasion') && mark('helsinki')").await?;
        for _ in 0..4 {
            reader.press(Key::Left).await?;
        }
        until(reader, "mark('invasion') && !mark('helsinki')").await?;
        reader.press("0").await?;
        until(reader, "mark('invasion') && mark('helsinki')").await?;
        ensure!(reader.ask("return root.activeElement.className").await? == "surface");
        reader.press(Key::Tab).await?;
        ensure!(
            reader.ask("return root.activeElement.tagName").await? == "BUTTON",
            "Tab stops inside the drawing"
        );
        Ok(())
    })
}

async fn wheel(reader: &Reader, with_ctrl: bool) -> Result<()> {
    let at = ask(reader, "root.querySelector('[data-surface]').scrollIntoView({ block: 'center' }); const { top, height } = box(root.querySelector('[data-surface]')); return [middle('helsinki'), top + height / 2]").await?;
    let place = (at[0].as_f64().context("x")?, at[1].as_f64().context("y")?);
    turn_wheel(reader, place, with_ctrl).await
}

fn by_wheel(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        let before = spread(reader).await?;
        let place = ask(reader, "return middle('helsinki')")
            .await?
            .as_f64()
            .context("a place")?;
        for _ in 0..3 {
            wheel(reader, true).await?;
        }
        until(
            reader,
            &format!("middle('helsinki') - middle('nato-summit') > 1.5 * {before}"),
        )
        .await?;
        let now = ask(reader, "return middle('helsinki')")
            .await?
            .as_f64()
            .context("a place")?;
        ensure!(
            (now - place).abs() < 4.0,
            "what was under the pointer moved from {place} to {now}"
        );
        let spread_before = spread(reader).await?;
        wheel(reader, false).await?;
        reader.until("scrollY > 0").await?;
        ensure!(
            spread(reader).await? == spread_before,
            "a plain wheel zoomed"
        );
        Ok(())
    })
}

/// Where an event stands in the window, and how high the drawing's upper edge is.
pub async fn at(reader: &Reader, id: &str) -> Result<(f64, f64)> {
    let script = format!(
        "root.querySelector('[data-surface]').scrollIntoView({{ block: 'center' }}); const shape = box(mark('{id}').querySelector('.shape')); return [middle('{id}'), (shape.top + shape.bottom) / 2]"
    );
    let at = ask(reader, &script).await?;
    Ok((at[0].as_f64().context("x")?, at[1].as_f64().context("y")?))
}

fn by_dragging(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        press(reader, NEARER).await?;
        press(reader, LATER).await?;
        press(reader, LATER).await?;
        until(reader, "mark('hamburg') && mark('helsinki')").await?;
        let (x, y) = at(reader, "hamburg").await?;
        drag(reader, (x, y), (x + 200.0, y)).await?;
        until(
            reader,
            &format!("Math.abs(middle('hamburg') - {x} - 200) < 3"),
        )
        .await?;
        ensure!(
            reader
                .ask("return [location.hash, root.querySelector('[aria-current]')]")
                .await?
                == json!(["", null]),
            "the drag was a click"
        );
        Ok(())
    })
}

fn by_touch(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        press(reader, NEARER).await?;
        press(reader, LATER).await?;
        press(reader, LATER).await?;
        until(reader, "mark('hamburg') && mark('helsinki')").await?;
        let (x, y) = at(reader, "hamburg").await?;
        touch(reader, &[((x, y), (x + 150.0, y))]).await?;
        until(
            reader,
            &format!("Math.abs(middle('hamburg') - {x} - 150) < 20"),
        )
        .await?;
        let before = spread(reader).await?;
        let apart = [((x, y), (x - 100.0, y)), ((x + 100.0, y), (x + 200.0, y))];
        touch(reader, &apart).await?;
        let spread = "!mark('helsinki') || middle('helsinki') - middle('nato-summit')";
        until(
            reader,
            &format!("{spread} === true || {spread} > 2 * {before}"),
        )
        .await
    })
}

fn neighbours(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        for id in ["invasion", "hamburg", "bolton"] {
            press(reader, NEXT).await?;
            until(
                reader,
                &format!(
                    "root.querySelector('#{id}[aria-current]') && mark('{id}').matches('.current')"
                ),
            )
            .await?;
        }
        press(reader, PREVIOUS).await?;
        reader
            .until("root.querySelector('#hamburg[aria-current]')")
            .await?;
        ensure!(
            reader.ask("return root.activeElement.textContent").await? == "Previous event",
            "the focus left the button"
        );
        reader.click(".choice button").await?;
        press(reader, PREVIOUS).await?;
        reader
            .until("root.querySelector('#helsinki[aria-current]')")
            .await?;
        ensure!(reader.ask("return root.querySelector('.moves button:nth-of-type(2)').getAttribute('aria-disabled')").await? == "true");
        // An event that the drawing does not show just now comes into it.
        for _ in 0..4 {
            press(reader, NEARER).await?;
        }
        press(reader, NEXT).await?;
        reader.click(".choice button").await?;
        press(reader, NEXT).await?;
        until(reader, "mark('invasion')?.matches('.current')").await
    })
}

fn click(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.click("[data-surface] a[href$='-hamburg'] .name").await?;
        reader
            .until("root.querySelector('#hamburg[aria-current]')")
            .await?;
        ensure!(reader.focused().await? == "hamburg");
        ensure!(reader.ask("return location.hash").await? == "#explainer-hamburg");
        let marked = reader
            .ask("return root.querySelectorAll('.passage[data-related]').length > 0")
            .await?;
        ensure!(marked == true, "its passages are not marked");
        ensure!(ask(reader, "return mark('hamburg').matches('.current')").await? == true);
        Ok(())
    })
}
