//! The timeline in proportion to time, on wide pages, and the list beside it.

use std::fmt::Write;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::Test;
use crate::bench::Bench;
use crate::pictures::picture;
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    (
        "the timeline is in proportion to time, under a labelled axis",
        in_proportion,
    ),
    ("a dense cluster on the timeline stays readable", readable),
    ("on a narrow page the timeline is a list", narrow),
    ("the timeline zooms and pans by button", by_button),
    ("the timeline zooms and pans by keyboard", by_keyboard),
    (
        "the timeline zooms by wheel with Ctrl and leaves the plain wheel to the page",
        by_wheel,
    ),
    (
        "the timeline pans by dragging, which is no click",
        by_dragging,
    ),
    ("the timeline pans and zooms by touch", by_touch),
    (
        "previous and next pick one event after the other",
        neighbours,
    ),
    (
        "a click on a title in the drawing picks the event and shows its card",
        click,
    ),
    (
        "an open issue that is picked marks its events in the drawing",
        issue,
    ),
    ("in Arabic time runs from right to left", right_to_left),
    (
        "without script the timeline is drawn and nothing to press is shown",
        without_script,
    ),
    (
        "a hundred events stay readable, and zooming brings out more",
        hundred,
    ),
];

/// Functions over the drawing.
const DRAWING: &str = "
    const all = (selector) => [...root.querySelectorAll('.drawing ' + selector)];
    const box = (node) => node.getBoundingClientRect();
    const mark = (id) => root.querySelector(`.drawing a[href$='-${id}']`);
    const middle = (id) => { const { left, right } = box(mark(id).querySelector('.shape')); return (left + right) / 2; };
    const ticks = () => all('text.tick').map((tick) => tick.textContent).filter(Boolean);
    const overlaps = () => { const names = all('.name').map((name) => [name.textContent, box(name)]);
        return names.flatMap(([one, a], at) => names.slice(at + 1)
            .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
            .map(([other]) => [one, other])); };";

async fn ask(reader: &Reader, script: &str) -> Result<Value> {
    reader.ask(&format!("{DRAWING} {script}")).await
}

async fn until(reader: &Reader, expression: &str) -> Result<()> {
    reader
        .until(&format!("(() => {{ {DRAWING} return {expression}; }})()"))
        .await
}

fn read(bench: &Bench, test: impl AsyncFnOnce(&Reader) -> Result<()>) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        reader
            .until("root.querySelector('.surface[tabindex]')")
            .await?;
        test(&reader).await
    })
}

/// Presses the nth button below the drawing.
async fn press(reader: &Reader, number: usize) -> Result<()> {
    reader
        .click(&format!(".moves button:nth-of-type({number})"))
        .await
}

const PREVIOUS: usize = 1;
const NEXT: usize = 2;
const EARLIER: usize = 3;
const LATER: usize = 4;
const NEARER: usize = 5;
const FARTHER: usize = 6;
const ALL: usize = 7;

/// The time between two events in the drawing, in pixels.
const SPREAD: &str = "return middle('helsinki') - middle('nato-summit')";

async fn spread(reader: &Reader) -> Result<f64> {
    ask(reader, SPREAD).await?.as_f64().context("a distance")
}

fn in_proportion(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        let ticks = ask(reader, "return ticks()").await?;
        ensure!(
            ticks == json!(["2014", "2015", "2016", "2017", "2018", "2019"]),
            "{ticks}"
        );
        let apart = "const years = box(all('line.tick')[4]).left - box(all('line.tick')[0]).left;
            return years / (middle('helsinki') - box(mark('nato-summit').querySelector('.shape')).left)";
        let times = ask(reader, apart).await?.as_f64().context("a number")?;
        ensure!(
            times > 10.0,
            "four years are {times} times as wide as five days"
        );
        let shapes = ask(reader, "return ['invasion', 'hamburg', 'nato-summit'].map((id) => mark(id).querySelector('.shape').tagName)").await?;
        ensure!(shapes == json!(["rect", "circle", "rect"]), "{shapes}");
        let year = ask(reader, "return box(mark('invasion').querySelector('rect')).width / (box(all('line.tick')[1]).left - box(all('line.tick')[0]).left)").await?;
        ensure!(
            (year.as_f64().context("a number")? - 1.0).abs() < 0.02,
            "2014 is {year} years wide"
        );
        let planned = ask(reader, "return getComputedStyle(mark('helsinki').querySelector('.shape')).fill !== getComputedStyle(mark('hamburg').querySelector('.shape')).fill").await?;
        ensure!(planned == true, "what was planned looks like what was");
        Ok(())
    })
}

fn readable(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        let names = ask(reader, "return all('.name').length").await?;
        ensure!(names == 5, "{names} titles");
        let overlaps = ask(reader, "return overlaps()").await?;
        ensure!(overlaps == json!([]), "{overlaps}");
        let outside = ask(reader, "const { left, right } = box(root.querySelector('.drawing')); return all('text').filter((text) => text.textContent && (box(text).left < left - 1 || box(text).right > right + 1)).map((text) => text.textContent)").await?;
        ensure!(outside == json!([]), "{outside} run off");
        Ok(())
    })
}

fn narrow(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        picture(reader, 390, "light", "timeline").await?;
        ensure!(!reader.find(".strip").await?.is_displayed().await?);
        let events = reader.find_all(".timeline li.event").await?;
        ensure!(events.len() == 5);
        for event in events {
            ensure!(event.is_displayed().await?);
        }
        Ok(())
    })
}

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
        reader.ask("root.querySelector('.surface').focus()").await?;
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

async fn wheel(reader: &Reader, modifiers: u8) -> Result<()> {
    let at = ask(reader, "root.querySelector('.surface').scrollIntoView({ block: 'center' }); const { top, height } = box(root.querySelector('.surface')); return [middle('helsinki'), top + height / 2]").await?;
    let turn = json!({ "type": "mouseWheel", "x": at[0], "y": at[1], "deltaX": 0, "deltaY": -120, "modifiers": modifiers });
    reader
        .window
        .cdp()
        .send_raw("Input.dispatchMouseEvent", turn)
        .await?;
    Ok(())
}

fn by_wheel(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        let before = spread(reader).await?;
        let place = ask(reader, "return middle('helsinki')")
            .await?
            .as_f64()
            .context("a place")?;
        for _ in 0..3 {
            wheel(reader, 2).await?;
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
        wheel(reader, 0).await?;
        reader.until("scrollY > 0").await?;
        ensure!(
            spread(reader).await? == spread_before,
            "a plain wheel zoomed"
        );
        Ok(())
    })
}

/// Where an event stands in the window, and how high the drawing's upper edge is.
async fn at(reader: &Reader, id: &str) -> Result<(f64, f64)> {
    let script = format!(
        "root.querySelector('.surface').scrollIntoView({{ block: 'center' }}); const shape = box(mark('{id}').querySelector('.shape')); return [middle('{id}'), (shape.top + shape.bottom) / 2]"
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
        let cdp = reader.window.cdp();
        let mouse = |kind: &str, x: f64| json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
        cdp.send_raw("Input.dispatchMouseEvent", mouse("mousePressed", x))
            .await?;
        for step in 1..=10 {
            cdp.send_raw(
                "Input.dispatchMouseEvent",
                mouse("mouseMoved", x + 20.0 * f64::from(step)),
            )
            .await?;
        }
        cdp.send_raw(
            "Input.dispatchMouseEvent",
            mouse("mouseReleased", x + 200.0),
        )
        .await?;
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
        reader
            .window
            .cdp()
            .send_raw(
                "Emulation.setTouchEmulationEnabled",
                json!({ "enabled": true, "maxTouchPoints": 2 }),
            )
            .await?;
        press(reader, NEARER).await?;
        press(reader, LATER).await?;
        press(reader, LATER).await?;
        until(reader, "mark('hamburg') && mark('helsinki')").await?;
        let (x, y) = at(reader, "hamburg").await?;
        let touch = async |kind: &str, places: &[f64]| -> Result<()> {
            let points: Vec<_> = (0..)
                .zip(places)
                .map(|(id, x)| json!({ "x": x, "y": y, "id": id }))
                .collect();
            let touch = json!({ "type": kind, "touchPoints": points });
            reader
                .window
                .cdp()
                .send_raw("Input.dispatchTouchEvent", touch)
                .await?;
            Ok(())
        };
        touch("touchStart", &[x]).await?;
        for step in 1..=10 {
            touch("touchMove", &[x + 15.0 * f64::from(step)]).await?;
        }
        touch("touchEnd", &[]).await?;
        until(
            reader,
            &format!("Math.abs(middle('hamburg') - {x} - 150) < 20"),
        )
        .await?;
        let before = spread(reader).await?;
        touch("touchStart", &[x, x + 100.0]).await?;
        for step in 1..=10 {
            let by = 10.0 * f64::from(step);
            touch("touchMove", &[x - by, x + 100.0 + by]).await?;
        }
        touch("touchEnd", &[]).await?;
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
        reader.click(".drawing a[href$='-hamburg'] .name").await?;
        reader
            .until("root.querySelector('#hamburg[aria-current]')")
            .await?;
        ensure!(reader.focused().await? == "hamburg");
        ensure!(reader.ask("return location.hash").await? == "#explainer-hamburg");
        let marked = reader
            .ask("return root.querySelectorAll('.passage.related').length > 0")
            .await?;
        ensure!(marked == true, "its passages are not marked");
        ensure!(ask(reader, "return mark('hamburg').matches('.current')").await? == true);
        Ok(())
    })
}

fn issue(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.click("#nato-summit .bears-on a").await?;
        reader
            .until("root.querySelector('#nato[aria-current]')")
            .await?;
        let related = ask(reader, "return all('.related').map((each) => each.getAttribute('href').split('explainer-')[1])").await?;
        ensure!(
            related == json!(["invasion", "nato-summit", "helsinki"]),
            "{related}"
        );
        let listed = reader
            .ask("return [...root.querySelectorAll('.event.related')].map((each) => each.id)")
            .await?;
        ensure!(related == listed, "the list marks {listed}");
        Ok(())
    })
}

fn right_to_left(bench: &Bench) -> Result<()> {
    let site = Site::with_body("<article-explainer lang=ar></article-explainer>");
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        until(&reader, "middle('invasion') > middle('hamburg') && middle('hamburg') > middle('helsinki')").await?;
        let overlaps = ask(&reader, "return overlaps()").await?;
        ensure!(overlaps == json!([]), "{overlaps}");
        let outside = ask(&reader, "const { left, right } = box(root.querySelector('.drawing')); return all('text').filter((text) => text.textContent && (box(text).left < left - 1 || box(text).right > right + 1)).map((text) => text.textContent)").await?;
        ensure!(outside == json!([]), "{outside} run off");
        picture(&reader, 1280, "light", "timeline-ar").await?;
        reader.ask("root.querySelector('.surface').focus()").await?;
        reader.press("+").await?;
        reader.press(Key::Left).await?;
        reader.press(Key::Left).await?;
        until(&reader, "!mark('invasion') && mark('helsinki')").await
    })
}

fn without_script(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().without_script(), |reader, _| async move {
        ensure!(reader.find(".drawing").await?.is_displayed().await?);
        ensure!(!reader.find(".moves").await?.is_displayed().await?);
        ensure!(reader.find_all(".drawing .name").await?.len() == 5);
        Ok(())
    })
}

/// A hundred events over forty years, many of them in one summer.
fn hundred_events() -> String {
    let mut events = String::new();
    for number in 0..100 {
        let date = match number {
            0..50 => format!(
                "{}-{:02}-{:02}",
                1975 + number * 4 / 5,
                1 + number % 12,
                1 + number % 28
            ),
            50..90 => format!("2018-{:02}-{:02}", 6 + (number - 50) / 20, 1 + number % 20),
            _ => format!("{}", 2010 + number - 90),
        };
        // Writing to a string can't fail.
        let _ = write!(
            events,
            "{}{{\"id\":\"event-{number}\",\"title\":\"Event number {number} of many\",\"date\":{{\"start\":\"{date}\",\"circa\":{},\"planned\":{},\"disputed\":{}}}}}",
            if number == 0 { "" } else { "," },
            number % 7 == 0,
            number % 5 == 0,
            number % 11 == 0,
        );
    }
    format!(
        "{{\"version\":1,\"lang\":\"en\",\"headline\":\"A hundred events\",\"events\":[{events}]}}"
    )
}

fn hundred(bench: &Bench) -> Result<()> {
    let site = Site::with_body("<article-explainer src=many.json></article-explainer>")
        .file("/many.json", &hundred_events());
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        until(&reader, "all('.mark').length === 100").await?;
        picture(&reader, 1280, "light", "timeline-hundred").await?;
        let overlaps = ask(&reader, "return overlaps()").await?;
        ensure!(overlaps == json!([]), "{overlaps}");
        let height = reader
            .ask("return root.querySelector('.events').clientHeight <= 36 * 16")
            .await?;
        ensure!(height == true, "the list is as long as ever");
        let titles = ask(&reader, "return all('.name').length").await?;
        ensure!(titles.as_u64() > Some(10), "{titles} titles");
        reader
            .ask("root.querySelector('#event-70 .title a').click()")
            .await?;
        until(&reader, "mark('event-70').querySelector('.name')").await?;
        for _ in 0..6 {
            wheel_at(&reader, "event-70").await?;
        }
        until(&reader, "all('.mark').length < 50 && mark('event-70')").await?;
        picture(&reader, 1280, "light", "timeline-hundred-near").await?;
        let overlaps = ask(&reader, "return overlaps()").await?;
        ensure!(overlaps == json!([]), "{overlaps}");
        Ok(())
    })
}

async fn wheel_at(reader: &Reader, id: &str) -> Result<()> {
    let (x, y) = at(reader, id).await?;
    let turn = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": -120, "modifiers": 2 });
    reader
        .window
        .cdp()
        .send_raw("Input.dispatchMouseEvent", turn)
        .await?;
    Ok(())
}
