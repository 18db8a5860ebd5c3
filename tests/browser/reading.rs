//! Issues, passages and events, by mouse and by keyboard.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::test::{INPUT, NAVIGATION, Test, test};
use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("an issue opens by mouse and shows who says what", by_mouse).quick().in_each_engine(INPUT),
    test("an issue opens and closes by keyboard", by_keyboard).quick().in_each_engine(INPUT),
    test("a passage leads from its issue to its answer and back", there_and_back).quick().in_each_engine(INPUT),
    test("a passage leads into an answer that the reader closed", into_a_closed_answer),
    test("the browser's Back leads back", back).in_each_engine(NAVIGATION),
    test("a picked event shows its issues and marks its words, until it is let go", event).quick(),
    test("an address with the id of an issue opens it", address).quick().in_each_engine(NAVIGATION),
    test("a hash that is somebody else's is left alone", foreign_hash),
];

fn read(bench: &Bench, test: impl AsyncFnOnce(&Reader) -> Result<()>) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        test(&reader).await
    })
}

fn by_mouse(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.click("#donbas summary").await?;
        let panel = reader.find("#donbas .panel").await?.text().await?;
        ensure!(
            panel.contains("interim international administration for Donbas"),
            "{panel}"
        );
        ensure!(panel.contains("Bill Taylor"), "{panel}");
        ensure!(panel.contains("Trump-Putin summit"), "no event: {panel}");
        Ok(())
    })
}

fn by_keyboard(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader
            .ask("root.querySelector('#nato summary').focus()")
            .await?;
        reader.press(Key::Enter).await?;
        reader.until("root.querySelector('#nato').open").await?;
        reader.press(Key::Tab).await?;
        let focused = reader.ask("return root.activeElement.className").await?;
        ensure!(focused == "in-context", "Tab led to {focused}");
        reader
            .ask("root.querySelector('#nato summary').focus()")
            .await?;
        reader.press(" ").await?;
        reader.until("!root.querySelector('#nato').open").await
    })
}

/// Whether the item with this id is in the window.
async fn in_sight(reader: &Reader, id: &str) -> Result<()> {
    let script = format!(
        "(() => {{ const box = root.getElementById('{id}').getBoundingClientRect();
            return box.top >= 0 && box.top < innerHeight; }})()"
    );
    reader.until(&script).await
}

fn there_and_back(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.click("#accidents summary").await?;
        reader.click("#accidents .in-context").await?;
        let passage = reader.focused().await?;
        let id = passage.as_str().unwrap_or_default().to_owned();
        in_sight(reader, &id).await?;
        let words = reader
            .find(&format!("#relations #{id}"))
            .await?
            .text()
            .await?;
        ensure!(
            words.starts_with("Both sides want to avoid accidents"),
            "{words}"
        );
        reader.click("#accidents summary").await?;
        ensure!(
            reader
                .ask("return root.querySelector('#accidents').open")
                .await?
                == false
        );
        reader
            .ask(&format!("root.getElementById('{id}').focus()"))
            .await?;
        reader.press(Key::Enter).await?;
        reader
            .until("root.querySelector('#accidents').open")
            .await?;
        in_sight(reader, "accidents").await?;
        ensure!(
            reader.focused().await? == "accidents",
            "{}",
            reader.focused().await?
        );
        Ok(())
    })
}

fn into_a_closed_answer(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.click("#on-the-table summary").await?;
        reader.click("#elections summary").await?;
        let places = reader.find_all("#elections .in-context").await?;
        places[1].scroll_into_view().await?;
        places[1].click().await?;
        reader
            .until("root.querySelector('#on-the-table').open")
            .await?;
        let words = reader.ask("return root.activeElement.textContent").await?;
        ensure!(
            words == "meddled in elections in Europe and the United States",
            "{words}"
        );
        Ok(())
    })
}

fn back(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.click("#hamburg .title a").await?;
        reader.click("#helsinki .title a").await?;
        ensure!(reader.ask("return location.hash").await? == "#explainer-helsinki");
        reader.window.back().await?;
        reader
            .until("location.hash === '#explainer-hamburg'")
            .await?;
        reader
            .until("root.querySelector('#hamburg[aria-current]')")
            .await
    })
}

fn event(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.click("#nato-summit .title a").await?;
        reader
            .until("root.querySelector('#nato-summit[aria-current=true]')")
            .await?;
        let related =
            "return [...root.querySelectorAll('.issue:has(> summary[data-related])')].map((issue) => issue.id)";
        ensure!(reader.ask(related).await? == json!(["nato"]));
        // Firefox computes `attr()` to itself: what is shown is the attribute's value.
        let tag = "const summary = root.querySelector('#nato > summary'), { content } = getComputedStyle(summary, '::before');
            return content.includes('data-related') ? summary.getAttribute('data-related') : content";
        let tag = reader.ask(tag).await?.to_string();
        ensure!(tag.contains("Related to: \u{2068}NATO summit"), "{tag}");
        let marked = "return [...root.querySelectorAll('.passage[data-related]')].map((passage) => passage.textContent)";
        let words = reader.ask(marked).await?.to_string();
        ensure!(words.contains("NATO summit on July 11-12"), "{words}");
        let said = reader.find(".choice [role=status]").await?;
        ensure!(said.text().await?.contains("NATO summit"));
        reader.click(".choice button").await?;
        reader
            .until("!root.querySelector('[data-related], [aria-current]')")
            .await
    })
}

fn address(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, site| async move {
        reader.go(&site.url("/?again#explainer-syria")).await?;
        reader.until("root.querySelector('#syria').open").await?;
        in_sight(&reader, "syria").await?;
        ensure!(reader.focused().await? == "syria");
        Ok(())
    })
}

fn foreign_hash(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, site| async move {
        reader.go(&site.url("/?again#syria")).await?;
        reader.until_ready().await?;
        reader.ask("location.hash = '#!/route'").await?;
        ensure!(
            reader
                .ask("return root.querySelectorAll('.issue[open]').length")
                .await?
                == 0
        );
        ensure!(reader.ask("return location.hash").await? == "#!/route");
        Ok(())
    })
}
