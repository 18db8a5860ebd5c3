//! Issues, cards, the filter and its steps, by mouse, touch and keyboard, with script and without.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::test::{INPUT, LAYOUT, NO_SCRIPT, Test, test};
use crate::bench::{Bench, read};
use crate::engine::Engine;
use crate::hands::touch;
use crate::site::Site;
use crate::window::{self, Shown};

pub const TESTS: &[Test] = &[
    test("an issue opens by mouse and shows who says what", by_mouse).quick().in_each_engine(INPUT),
    test("an issue opens and closes by keyboard", by_keyboard).quick().in_each_engine(INPUT),
    test("without script a chip tints its passages and quietens the rest, and the page does not move", filter).quick().in_each_engine(NO_SCRIPT),
    test("without script a bar opens a sheet, Escape closes it, and the page has not moved", sheet).quick().in_each_engine(NO_SCRIPT),
    test("a finger drags a sheet down to close it", dragged_down).not_in(Engine::WebKit, "its driver sends touches as a mouse"),
    test("without script arrow keys choose along chips and stations", by_arrows).in_each_engine(NO_SCRIPT),
    test("a chosen issue is stepped through, passage by passage", steps).quick().in_each_engine(LAYOUT),
    test("Escape, the button and “All” let go of the choice", lets_go).in_each_engine(INPUT),
    test("the notes of a paragraph are one Tab stop with arrow keys", notes).in_each_engine(INPUT),
    test("Enter on a station shows the card of its event", station).in_each_engine(INPUT),
    test("stations light as their passages are read, and a phone names the last of them", lit).in_each_engine(LAYOUT),
    test("an issue beyond those that the stylesheet filters marks its passages while its card is open", beyond),
];

fn by_mouse(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.click("#donbas summary").await?;
        let card = reader.find("#donbas .card").await?.text().await?;
        for words in ["interim international administration for Donbas", "Bill Taylor", "Trump-Putin summit"] {
            ensure!(card.contains(words), "no {words}: {card}");
        }
        Ok(())
    })
}

fn by_keyboard(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        let focus = "root.querySelector('#nato summary').focus()";
        reader.ask(focus).await?;
        reader.press(Key::Enter).await?;
        reader.until("root.querySelector('#nato').open").await?;
        reader.press(Key::Tab).await?;
        let focused = reader.ask("return root.activeElement.className").await?;
        ensure!(focused == "in-context", "Tab led to {focused}");
        reader.ask(focus).await?;
        reader.press(" ").await?;
        reader.until("!root.querySelector('#nato').open").await
    })
}

/// What a choice of the second issue does: how many of its passages are tinted, and whether the rest is quieter.
const FILTERED: &str = "
    const tint = (each) => getComputedStyle(each).backgroundColor !== 'rgba(0, 0, 0, 0)';
    const color = (selector) => getComputedStyle(root.querySelector(selector)).color;
    const passages = [...root.querySelectorAll('.passage')];
    return [passages.filter(tint).every((each) => each.matches('.b2')), passages.filter(tint).length > 1,
        color('.lead') !== color('.headline'), scrollY];";

fn filter(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().without_script(), |reader, _| async move {
        window::fill(&reader, 1280, Shown::Light).await?;
        let chip = reader.find(".chip:nth-child(3)").await?;
        chip.scroll_into_view().await?;
        let place = reader.ask("return scrollY").await?;
        chip.click().await?;
        reader.until("root.querySelector('.f2').checked").await?;
        let filtered = reader.ask(FILTERED).await?;
        ensure!(filtered == json!([true, true, true, place]), "{filtered}");
        Ok(())
    })
}

fn sheet(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().without_script(), |reader, _| async move {
        window::fill(&reader, 390, Shown::Light).await?;
        let bar = reader.find(".section .note .open").await?;
        bar.scroll_into_view().await?;
        let place = reader.ask("return scrollY").await?;
        bar.click().await?;
        reader.until("root.querySelector('.card:popover-open')").await?;
        let height = "return root.querySelector('.card:popover-open').getBoundingClientRect().height <= innerHeight * 0.63";
        ensure!(reader.ask(height).await? == true, "the sheet is too high");
        reader.press(Key::Escape).await?;
        reader.until("!root.querySelector('.card:popover-open')").await?;
        ensure!(reader.ask("return scrollY").await? == place, "the page has moved");
        Ok(())
    })
}

fn dragged_down(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        window::fill(reader, 390, Shown::Light).await?;
        reader.click(".dock .opener").await?;
        reader.until("root.querySelector('.events:popover-open')").await?;
        reader.frames(20).await?;
        let top = reader.ask("return root.querySelector('.events').getBoundingClientRect().top").await?;
        let top = top.as_f64().unwrap_or_default() + 10.0;
        touch(reader, &[((100.0, top), (100.0, top + 150.0))]).await?;
        reader.until("!root.querySelector(':popover-open')").await
    })
}

fn by_arrows(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().without_script(), |reader, _| async move {
        reader.ask("root.querySelector('.f1').focus(); root.querySelector('.f0').focus()").await?;
        for number in 1..=2 {
            reader.press(Key::Right).await?;
            // Stations come first in the page, chips after them: from "All" on come the issues.
            reader.until(&format!("root.querySelector('.f{number}').checked")).await?;
        }
        reader.press(Key::Left + Key::Left + Key::Left).await?;
        reader.until("root.querySelector('.event .f:checked')").await
    })
}

fn steps(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        let place = reader.ask("return scrollY").await?;
        reader.choose("arms-race").await?;
        let count = "root.querySelector('.count')?.textContent";
        reader.until(&format!("{count} === '1 of 2'")).await?;
        ensure!(reader.ask("return scrollY").await? == place, "a choice scrolls");
        let said = "root.querySelector('[data-loader=status]').textContent";
        reader.until(&format!("{said}.includes('Arms race and proliferation')")).await?;
        for expected in ["1 of 2", "2 of 2", "1 of 2"] {
            reader.click("[data-do=next-passage]").await?;
            reader.until(&format!("{count} === '{expected}'")).await?;
            let number = &expected[..1];
            let seen = format!(
                "(() => {{ const box = root.querySelectorAll('.passage[data-marks~=arms-race]')[{number} - 1].getBoundingClientRect(); return box.top > 0 && box.bottom < innerHeight }})()"
            );
            reader.until(&seen).await?;
        }
        reader.click("[data-do=previous-passage]").await?;
        reader.until(&format!("{count} === '2 of 2'")).await
    })
}

fn lets_go(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        let chosen = "root.querySelector('[data-id=syria]:checked') && root.querySelector('[data-do=clear]')";
        let free = "root.querySelector('.f0:checked') && !root.querySelector('.count') && location.hash === ''";
        reader.choose("syria").await?;
        reader.until(chosen).await?;
        ensure!(reader.ask("return location.hash").await? == "#explainer-syria");
        reader.ask("root.querySelector('#syria summary').focus()").await?;
        reader.press(Key::Escape).await?;
        reader.until(free).await?;
        reader.choose("syria").await?;
        reader.until(chosen).await?;
        reader.click("[data-do=clear]").await?;
        reader.until(free).await?;
        let focused = reader.ask("return root.activeElement.className").await?;
        ensure!(focused == "f f0", "the focus is on {focused}");
        reader.choose("syria").await?;
        reader.until(chosen).await?;
        reader.ask("root.querySelector('.f0').click()").await?;
        reader.until(free).await
    })
}

fn notes(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        window::fill(reader, 1280, Shown::Light).await?;
        reader.ask("root.querySelector('.lead .open').focus()").await?;
        reader.press(Key::Down).await?;
        reader.until("root.activeElement === root.querySelectorAll('.lead .open')[1]").await?;
        let stops = "return [...root.querySelectorAll('.notes')].every((notes) => notes.querySelectorAll('.open:not([tabindex=\"-1\"])').length === 1)";
        ensure!(reader.ask(stops).await? == true, "more stops than one");
        reader.press(Key::Up).await?;
        reader.until("root.activeElement === root.querySelector('.lead .open')").await
    })
}

fn station(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.ask("root.querySelector('[data-id=hamburg]').focus()").await?;
        reader.press(Key::Enter).await?;
        reader.until("root.querySelector('#hamburg .card:popover-open')").await?;
        let card = reader.find("#hamburg .card").await?.text().await?;
        ensure!(card.contains("Hamburg"), "{card}");
        reader.press(Key::Escape).await?;
        reader.until("!root.querySelector(':popover-open')").await
    })
}

fn lit(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        window::fill(reader, 390, Shown::Light).await?;
        let now = "root.querySelector('[data-loader=now]').textContent";
        reader.ask("scrollTo(0, 0)").await?;
        reader.until(&format!("{now} === ''")).await?;
        reader.ask("root.querySelector('.passage[data-marks~=hamburg]').scrollIntoView({ block: 'start' })").await?;
        reader.until(&format!("{now} !== ''")).await?;
        let lit = "const dot = (at) => getComputedStyle(root.querySelector(`.dots > :nth-child(${at})`)).backgroundColor; return dot(1) !== 'rgba(0, 0, 0, 0)'";
        ensure!(reader.ask(lit).await? == true, "no dot is lit");
        Ok(())
    })
}

fn beyond(bench: &Bench) -> Result<()> {
    let issue = |number| format!(r#"{{"id":"i{number}","title":"Issue {number}","stance":"contention"}}"#);
    let issues: Vec<_> = (1..=40).map(issue).collect();
    let document = format!(
        r#"{{"version":1,"lang":"en","headline":"Many","issues":[{}],"lead":[{{"paragraph":[{{"passage":{{"id":"passage-1","marks":["i40"],"content":[{{"text":"The last"}}]}}}}]}}]}}"#,
        issues.join(",")
    );
    let site = Site::with_body("<article-explainer src=many.json></article-explainer>").file("/many.json", &document);
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        reader.ask("root.querySelector('#i40 .card').showPopover()").await?;
        reader.until("root.querySelector('.explainer[data-related] #passage-1[data-related]')").await?;
        reader.press(Key::Escape).await?;
        reader.until("!root.querySelector('[data-related]')").await
    })
}
