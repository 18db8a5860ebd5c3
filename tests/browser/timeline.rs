//! The ribbon: stations, gaps, long timelines, the map's pins.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::hands::drag;
use crate::test::{INPUT, LAYOUT, NO_SCRIPT, Test, test};
use crate::bench::Bench;
use crate::examples;
use crate::reader::Reader;
use crate::site::Site;
use crate::window::{self, Shown};

pub const TESTS: &[Test] = &[
    test("stations are whole at any width, with their gaps named", stations).quick().in_each_engine(LAYOUT),
    test("the ribbon stays at the top and the focus is never under it", stays).in_each_engine(LAYOUT),
    test("in Arabic time runs from right to left, and gaps are counted in Arabic", right_to_left),
    test("on a phone the timeline opens as a sheet, without script as well", sheet).quick().in_each_engine(NO_SCRIPT),
    test("a pin opens the card of its event", pin).in_each_engine(INPUT),
    test("a hundred events are bars by period, and a bar leads to its events in the list", periods),
    test("a long timeline is drawn to scale, and zooms and pans by button, keyboard and drag", scale),
];

fn stations(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        for width in [800, 1280] {
            window::fill(&reader, width, Shown::Light).await?;
            let dates = "return [...root.querySelectorAll('.station .when')].every((each) => each.scrollWidth <= each.clientWidth + 1)";
            ensure!(reader.ask(dates).await? == true, "{width} px: a date is cut off");
        }
        let gaps = "return [...root.querySelectorAll('.gap')].map((each) => each.textContent)";
        let gaps = reader.ask(gaps).await?;
        ensure!(gaps == json!(["3 years", "about 1 year", "4 days"]), "{gaps}");
        Ok(())
    })
}

fn stays(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        window::fill(&reader, 1280, Shown::Light).await?;
        reader.ask("scrollTo(0, 2000)").await?;
        reader.until("Math.abs(root.querySelector('.timeline').getBoundingClientRect().top) < 2").await?;
        reader.ask("root.querySelector('#allies .hash').focus()").await?;
        let under = "const at = root.activeElement; if (at.closest('.timeline, .card, .skip')) return false;
            const [box, ribbon] = [at, root.querySelector('.timeline')].map((each) => each.getBoundingClientRect());
            return box.height > 0 && box.top < ribbon.bottom - 1 && box.bottom > ribbon.top + 1";
        for _ in 0..12 {
            let back = reader.window.action_chain().key_down(Key::Shift);
            back.send_keys(Key::Tab).key_up(Key::Shift).perform().await?;
            ensure!(reader.ask(under).await? == false, "the focus is under the ribbon");
        }
        Ok(())
    })
}

fn right_to_left(bench: &Bench) -> Result<()> {
    bench.show(examples::site(bench)?, |reader, site| async move {
        examples::open(&reader, &site, "right-to-left").await?;
        window::fill(&reader, 1280, Shown::Light).await?;
        let lefts = "return [...root.querySelectorAll('.station .dot')].map((each) => each.getBoundingClientRect().right)";
        let lefts = reader.ask(lefts).await?;
        let lefts: Vec<_> = lefts.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        ensure!(lefts.len() > 1 && lefts.is_sorted_by(|one, next| one > next), "{lefts:?}");
        let latin = "return [...root.querySelectorAll('.gap')].filter((each) => /[a-z]/i.test(each.textContent)).length";
        ensure!(reader.ask(latin).await? == 0, "a gap is not in Arabic");
        Ok(())
    })
}

fn sheet(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().without_script(), |reader, _| async move {
        window::fill(&reader, 390, Shown::Light).await?;
        let button = reader.find(".dock .opener").await?;
        button.click().await?;
        reader.until("root.querySelector('.events:popover-open')").await?;
        let list = reader.find(".events").await?.text().await?;
        for words in ["2014", "Russian invasion of Ukraine", "July 16, 2018"] {
            ensure!(list.contains(words), "no {words}: {list}");
        }
        reader.press(Key::Escape).await?;
        reader.until("!root.querySelector(':popover-open')").await
    })
}

fn pin(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        window::fill(&reader, 1280, Shown::Light).await?;
        reader.click(".pin[aria-label^=Hamburg]").await?;
        reader.until("root.querySelector('#hamburg .card:popover-open')").await
    })
}

async fn open_long(reader: &Reader, site: &Site) -> Result<()> {
    examples::open(reader, site, "hundred-events").await?;
    window::fill(reader, 1280, Shown::Light).await
}

fn periods(bench: &Bench) -> Result<()> {
    bench.show(examples::site(bench)?, |reader, site| async move {
        open_long(&reader, &site).await?;
        let count = "return [...root.querySelectorAll('.period')].reduce((sum, each) => sum + Number(each.ariaLabel.split(': ')[1]), 0)";
        ensure!(reader.ask(count).await? == 100, "not every event is in a bar");
        reader.ask("const bars = [...root.querySelectorAll('.period')]; bars.at(-1).click()").await?;
        reader.until("root.querySelector('.events:popover-open')").await?;
        reader.until("(() => { const all = root.querySelectorAll('.event'), box = all[root.querySelectorAll('.period')[root.querySelectorAll('.period').length - 1].dataset.first].getBoundingClientRect(), list = root.querySelector('.events').getBoundingClientRect(); return box.bottom <= list.bottom + 1 && box.top >= list.top - 1 })()").await
    })
}

fn scale(bench: &Bench) -> Result<()> {
    bench.show(examples::site(bench)?, |reader, site| async move {
        open_long(&reader, &site).await?;
        reader.click(".tools .opener").await?;
        reader.until("root.querySelector('[data-surface]')?.checkVisibility()").await?;
        let drawn = async || reader.ask("return [root.querySelector('.drawing .sheet').getAttribute('x'), root.querySelector('.drawing').textContent]").await;
        let mut before = drawn().await?;
        reader.click("[data-do=zoom-in]").await?;
        ensure!(drawn().await? != before, "a button does not zoom");
        before = drawn().await?;
        reader.ask("root.querySelector('[data-surface]').focus()").await?;
        reader.press(Key::Right).await?;
        ensure!(drawn().await? != before, "a key does not pan");
        before = drawn().await?;
        let place = reader.ask("const box = root.querySelector('[data-surface]').getBoundingClientRect(); return [box.left + box.width / 2, box.top + 20]").await?;
        let (x, y) = (place[0].as_f64().unwrap_or_default(), place[1].as_f64().unwrap_or_default());
        drag(&reader, (x, y), (x + 80.0, y)).await?;
        ensure!(drawn().await? != before, "a drag does not pan");
        reader.click("[data-do=zoom-all]").await?;
        reader.until("root.querySelector('[data-do=zoom-out]').ariaDisabled === 'true' || root.querySelector('[data-do=zoom-out]').getAttribute('aria-disabled')").await
    })
}
