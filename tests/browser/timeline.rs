//! The timeline in proportion to time, on wide pages, and the list beside it.

use std::fmt::Write;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::engine::Engine;
use crate::test::{LAYOUT, NO_SCRIPT, Test, test};
use crate::bench::Bench;
use crate::gestures::at;
use crate::hands::turn_wheel;
use crate::pictures::picture;
use crate::reader::Reader;
use crate::site::Site;
use crate::window::Shown;

pub const TESTS: &[Test] = &[
    test("the timeline is in proportion to time, under a labelled axis", in_proportion).quick().in_each_engine(LAYOUT),
    test("a dense cluster on the timeline stays readable", readable),
    test("on a narrow page the timeline is a list", narrow).quick().in_each_engine(LAYOUT),
    test("an open issue that is picked marks its events in the drawing", issue),
    test("in Arabic time runs from right to left", right_to_left).in_each_engine(LAYOUT),
    test("without script the timeline is drawn and nothing to press is shown", without_script).in_each_engine(NO_SCRIPT),
    test("a hundred events stay readable, and zooming brings out more", hundred).not_in(Engine::WebKit, "WebKitWebDriver sends the wheel without Ctrl, and straight back"),
];

/// Functions over the drawing.
pub const DRAWING: &str = "
    const all = (selector) => [...root.querySelectorAll('.surface:not([hidden]) .drawing ' + selector)];
    const box = (node) => node.getBoundingClientRect();
    const mark = (id) => root.querySelector(`.surface:not([hidden]) .drawing a[href$='-${id}']`);
    const middle = (id) => { const { left, right } = box(mark(id).querySelector('.shape')); return (left + right) / 2; };
    const ticks = () => all('text.tick').map((tick) => tick.textContent).filter(Boolean);
    const overlaps = () => { const names = all('.name').map((name) => [name.textContent, box(name)]);
        return names.flatMap(([one, a], at) => names.slice(at + 1)
            .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
            .map(([other]) => [one, other])); };";

pub async fn ask(reader: &Reader, script: &str) -> Result<Value> {
    reader.ask(&format!("{DRAWING} {script}")).await
}

pub async fn until(reader: &Reader, expression: &str) -> Result<()> {
    reader
        .until(&format!("(() => {{ {DRAWING} return {expression}; }})()"))
        .await
}

pub fn read(bench: &Bench, test: impl AsyncFnOnce(&Reader) -> Result<()>) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        reader
            .until("root.querySelector('[data-surface]')")
            .await?;
        test(&reader).await
    })
}

/// Presses the nth button below the drawing.
pub async fn press(reader: &Reader, number: usize) -> Result<()> {
    reader
        .click(&format!(".moves button:nth-of-type({number})"))
        .await
}

pub const PREVIOUS: usize = 1;
pub const NEXT: usize = 2;
pub const EARLIER: usize = 3;
pub const LATER: usize = 4;
pub const NEARER: usize = 5;
pub const FARTHER: usize = 6;
pub const ALL: usize = 7;

/// The time between two events in the drawing, in pixels.
pub const SPREAD: &str = "return middle('helsinki') - middle('nato-summit')";

pub async fn spread(reader: &Reader) -> Result<f64> {
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

pub fn readable(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        let names = ask(reader, "return all('.name').length").await?;
        ensure!(names == 5, "{names} titles");
        let overlaps = ask(reader, "return overlaps()").await?;
        ensure!(overlaps == json!([]), "{overlaps}");
        let outside = ask(reader, "const { left, right } = box(root.querySelector('.surface:not([hidden]) .drawing')); return all('text').filter((text) => text.textContent && (box(text).left < left - 1 || box(text).right > right + 1)).map((text) => text.textContent)").await?;
        ensure!(outside == json!([]), "{outside} run off");
        Ok(())
    })
}

fn narrow(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        picture(reader, 390, Shown::Light, "timeline").await?;
        ensure!(!reader.find(".strip").await?.is_displayed().await?);
        let events = reader.find_all(".timeline li.event").await?;
        ensure!(events.len() == 5);
        for event in events {
            ensure!(event.is_displayed().await?);
        }
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
            .ask("return [...root.querySelectorAll('.event[data-related]')].map((each) => each.id)")
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
        let outside = ask(&reader, "const { left, right } = box(root.querySelector('.surface:not([hidden]) .drawing')); return all('text').filter((text) => text.textContent && (box(text).left < left - 1 || box(text).right > right + 1)).map((text) => text.textContent)").await?;
        ensure!(outside == json!([]), "{outside} run off");
        picture(&reader, 1280, Shown::Light, "timeline-ar").await?;
        reader.ask("root.querySelector('[data-surface]').focus()").await?;
        reader.press("+").await?;
        reader.press(Key::Left).await?;
        reader.press(Key::Left).await?;
        until(&reader, "!mark('invasion') && mark('helsinki')").await
    })
}

fn without_script(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().without_script(), |reader, _| async move {
        ensure!(reader.find(".drawing").await?.is_displayed().await?);
        ensure!(reader.find_all("[data-widget] button").await?.is_empty());
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
        picture(&reader, 1280, Shown::Light, "timeline-hundred").await?;
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
        picture(&reader, 1280, Shown::Light, "timeline-hundred-near").await?;
        let overlaps = ask(&reader, "return overlaps()").await?;
        ensure!(overlaps == json!([]), "{overlaps}");
        Ok(())
    })
}

async fn wheel_at(reader: &Reader, id: &str) -> Result<()> {
    turn_wheel(reader, at(reader, id).await?, true).await
}
