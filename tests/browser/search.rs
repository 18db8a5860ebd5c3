//! The search inside the explainer: typing, stepping, highlighting, opening and closing again.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::test::{INPUT, LAYOUT, NO_SCRIPT, TEXT, Test, test};
use crate::bench::{Bench, read};
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("a search counts what it finds and steps through it", counts).quick(),
    test("a search finds words whatever their accents, case and quotation marks, and over the border of a link", folds).in_each_engine(TEXT),
    test("a search highlights exactly what it finds and leaves the explainer as it is", highlights).in_each_engine(TEXT),
    test("a search opens what holds a result and closes it again, but not what the reader made use of", opens).quick(),
    test("a search that finds nothing says so", nothing),
    test("the search is a button that opens into a field, and / opens it", opens_by_key).quick().in_each_engine(INPUT),
    test("a search brings its result into sight and stays in sight itself", in_sight).in_each_engine(LAYOUT),
    test("without script there is no search", without_script).in_each_engine(NO_SCRIPT),
    test("a search finds Arabic and Russian words", other_scripts).in_each_engine(TEXT),
    test("the searches of two explainers keep apart", two),
];

/// The texts of the highlighted ranges of a name.
fn highlighted(name: &str) -> String {
    format!(
        "return [...(CSS.highlights.get('explainer-{name}') ?? [])].map((each) => {{
            const range = new Range();
            range.setStart(each.startContainer, each.startOffset);
            range.setEnd(each.endContainer, each.endOffset);
            return String(range);
        }})"
    )
}

/// Types into the search field what is to be searched instead.
pub async fn search(reader: &Reader, words: &str) -> Result<()> {
    reader.search(words).await
}

async fn says(reader: &Reader, said: &str) -> Result<()> {
    let said = json!(said);
    reader
        .until(&format!(
            "root.querySelector('[data-loader=search] output').textContent === {said}"
        ))
        .await
}

async fn open(reader: &Reader) -> Result<Value> {
    let open = "return [...root.querySelectorAll('details[id][open]')].map((each) => each.id || each.parentElement.id)";
    reader.ask(open).await
}

/// An article with one paragraph in its lead and one in its only section.
fn article(lang: &str, lead: Value, section: &str) -> String {
    let text = |words: &str| json!([{ "text": words }]);
    json!({
        "version": 1, "lang": lang, "headline": "Headline",
        "lead": [{ "paragraph": lead }],
        "sections": [{ "id": "first", "heading": text("Heading"), "body": [{ "paragraph": text(section) }] }],
    })
    .to_string()
}

fn counts(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        search(reader, "Donbas").await?;
        let total = reader.ask(&highlighted("found")).await?;
        let total = total.as_array().map_or(0, Vec::len);
        ensure!(total > 3, "{total} results");
        says(reader, &format!("Result 1 of {total}")).await?;
        reader.press(Key::Enter).await?;
        says(reader, &format!("Result 2 of {total}")).await?;
        reader
            .find("[data-loader=search] input")
            .await?
            .send_keys(Key::Shift + Key::Enter)
            .await?;
        says(reader, &format!("Result 1 of {total}")).await?;
        reader.click("[data-do=previous-result]").await?;
        says(reader, &format!("Result {total} of {total}")).await?;
        reader.click("[data-do=next-result]").await?;
        says(reader, &format!("Result 1 of {total}")).await?;
        // Typing looks on from where the reader has stepped to.
        reader.ask("root.querySelector('[data-loader=search] input').focus()").await?;
        reader.press(Key::Enter).await?;
        let at = "return String(CSS.highlights.get('explainer-current').values().next().value.getBoundingClientRect().left)";
        let before = reader.ask(at).await?;
        reader.press(Key::Backspace).await?;
        says(reader, &format!("Result 2 of {total}")).await?;
        ensure!(reader.ask(at).await? == before, "typing led elsewhere");
        reader.press(Key::Escape).await?;
        reader.until("!root.querySelector('[data-loader=search] input') && root.activeElement.matches('.look')").await?;
        ensure!(
            reader
                .ask("return CSS.highlights.has('explainer-found')")
                .await?
                == false
        );
        Ok(())
    })
}

fn folds(bench: &Bench) -> Result<()> {
    let lead = json!([
        { "text": "Moscow’s stance vis-à-vis " },
        { "link": { "url": "https://example.org/", "content": [{ "text": "the Al" }] } },
        { "emphasis": [{ "text": "lies" }] },
        { "text": ", Stra\u{df}e and co\u{ad}operation" },
    ]);
    let site = Site::with_body("<article-explainer src=a.json></article-explainer>")
        .file("/a.json", &article("en", lead, "A border. "));
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        for (sought, found) in [
            ("vis-a-vis", "vis-à-vis"),
            ("MOSCOW'S", "Moscow’s"),
            ("vis the allies", "vis the Allies"),
            ("strasse", "Straße"),
            ("cooperation", "co\u{ad}operation"),
        ] {
            search(&reader, sought).await?;
            says(&reader, "Result 1 of 1").await?;
            let ranges = reader.ask(&highlighted("found")).await?;
            ensure!(ranges == json!([found]), "{sought}: {ranges}");
        }
        search(&reader, "headline moscow").await?;
        says(&reader, "Nothing found").await
    })
}

/// The HTML of the explainer without what the widget renders, as it is apart from what is open.
const HTML: &str = "const copy = root.querySelector('.explainer').cloneNode(true);
    copy.removeAttribute('data-searching');
    for (const each of copy.querySelectorAll('[data-widget], [data-loader]')) { each.replaceChildren(); }
    for (const each of copy.querySelectorAll('details')) each.open = false;
    return copy.innerHTML;";

fn highlights(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        let before = reader.ask(HTML).await?;
        search(reader, "ukraine").await?;
        reader.press(Key::Enter).await?;
        let found = reader.ask(&highlighted("found")).await?;
        let found = found.as_array().cloned().unwrap_or_default();
        ensure!(found.len() > 3, "{found:?}");
        ensure!(found.iter().all(|each| each == "Ukraine"), "{found:?}");
        let current = reader.ask(&highlighted("current")).await?;
        ensure!(current == json!(["Ukraine"]), "{current}");
        let style = "const { backgroundColor } = getComputedStyle(root.querySelector('.answer p'), '::highlight(explainer-current)');
            return backgroundColor";
        ensure!(
            reader.ask(style).await? == "rgb(179, 64, 10)",
            "{}",
            reader.ask(style).await?
        );
        // Every occurrence in a text that is read, none in what only controls say.
        let all = "const copy = root.querySelector('.explainer').cloneNode(true);
            for (const each of copy.querySelectorAll('[data-skip], [data-widget], [data-loader], button, svg')) each.remove();
            return copy.textContent.split('Ukraine').length - 1;";
        ensure!(reader.ask(all).await? == found.len());
        let during = reader.ask(HTML).await?;
        ensure!(before == during, "the search changes the explainer");
        reader.press(Key::Escape).await?;
        ensure!(before == reader.ask(HTML).await?);
        ensure!(reader.ask(&highlighted("current")).await? == json!([]));
        Ok(())
    })
}

fn opens(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        // What is at stake is in the closed issue alone.
        let words = reader.ask("return root.querySelector('#nato .stake').textContent.slice(0, 30)").await?;
        let words = words.as_str().unwrap_or_default();
        reader.click("#syria summary").await?;
        search(reader, words).await?;
        reader.until("root.querySelector('#nato').open").await?;
        reader.press(Key::Escape).await?;
        reader.until("!root.querySelector('#nato').open").await?;
        ensure!(open(reader).await? == json!(["syria"]), "{}", open(reader).await?);
        // What the reader clicks into is theirs from then on.
        search(reader, words).await?;
        reader.until("root.querySelector('#nato').open").await?;
        reader.click("#nato .stake").await?;
        reader.ask("root.querySelector('[data-action=close-search]').click()").await?;
        reader.until("!root.querySelector('[data-loader=search] input')").await?;
        ensure!(reader.ask("return root.querySelector('#nato').open").await? == true);
        Ok(())
    })
}

fn nothing(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        search(reader, "xylophone").await?;
        says(reader, "Nothing found").await?;
        let disabled = "return root.querySelectorAll('[data-loader=search] [aria-disabled]').length";
        ensure!(reader.ask(disabled).await? == 2);
        reader.press(Key::Enter).await?;
        says(reader, "Nothing found").await?;
        // What controls say is not the article's.
        search(reader, "Read in context").await?;
        says(reader, "Nothing found").await?;
        search(reader, "   ").await?;
        says(reader, "").await
    })
}

fn opens_by_key(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        reader.ask("root.querySelector('#syria summary').focus()").await?;
        reader.press("/").await?;
        reader.until("root.activeElement.matches('[data-loader=search] input')").await?;
        reader.press("a/b").await?;
        let value = reader.ask("return root.activeElement.value").await?;
        ensure!(value == "a/b", "{value}");
        reader.press(Key::Escape).await?;
        reader.until("root.activeElement.matches('.look')").await?;
        reader.click(".look").await?;
        reader.until("root.activeElement.matches('[data-loader=search] input')").await
    })
}

fn in_sight(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        for (width, height) in [(1280, 900), (400, 700)] {
            reader.window.set_window_rect(0, 0, width, height).await?;
            search(reader, "summits are more likely").await?;
            reader
                .until("root.querySelector('[data-loader=search] output').textContent")
                .await?;
            let seen = "(() => { const box = CSS.highlights.get('explainer-current').values().next().value.getBoundingClientRect();
                const field = root.querySelector('[data-loader=search]').getBoundingClientRect();
                return field.top >= -1 && field.top < 104 && box.top > field.bottom && box.bottom < innerHeight; })()";
            reader.until(seen).await?;
            reader.press(Key::Escape).await?;
        }
        Ok(())
    })
}

fn without_script(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().without_script(), |reader, _| async move {
        // Not only unseen, as it is before the program is there: it takes no room.
        let display = reader.find("[data-loader=search]").await?.css_value("display").await?;
        ensure!(display == "none", "{display}");
        Ok(())
    })
}

fn other_scripts(bench: &Bench) -> Result<()> {
    let text = |words: &str| json!([{ "text": words }]);
    let russian = article("ru", text("Йод и ёлка в Кремле"), "Встреча");
    let arabic = article("ar", text("عَقَدَ الرئيسان قمةً في هلسنكي"), "أوكرانيا");
    let site = Site::with_body("<article-explainer src=a.json></article-explainer>")
        .file("/a.json", &russian)
        .file("/b.json", &arabic);
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        search(&reader, "елка в кремле").await?;
        says(&reader, "Результат 1 из 1").await?;
        ensure!(reader.ask(&highlighted("found")).await? == json!(["ёлка в Кремле"]));
        search(&reader, "ЙОД").await?;
        ensure!(reader.ask(&highlighted("found")).await? == json!(["Йод"]));
        reader.ask("host.setAttribute('src', 'b.json')").await?;
        reader
            .until("root.querySelector('.explainer')?.dir === 'rtl' && host.hasAttribute('ready')")
            .await?;
        ensure!(
            reader.ask(&highlighted("found")).await? == json!([]),
            "highlights of an article that is gone"
        );
        search(&reader, "عقد الرئيسان").await?;
        reader
            .until("root.querySelector('[data-loader=search] output').textContent")
            .await?;
        ensure!(reader.ask(&highlighted("found")).await? == json!(["عَقَدَ الرئيسان"]));
        Ok(())
    })
}

fn two(bench: &Bench) -> Result<()> {
    let text = |words: &str| json!([{ "text": words }]);
    let site = Site::with_body(
        "<article-explainer src=a.json></article-explainer><article-explainer id=other src=b.json></article-explainer>",
    )
    .file("/a.json", &article("en", text("one apple"), "apple"))
    .file("/b.json", &article("en", text("other apples"), "none"));
    bench.show(site, |reader, _| async move {
        reader.until("document.querySelectorAll('[ready]').length === 2").await?;
        search(&reader, "apple").await?;
        says(&reader, "Result 1 of 2").await?;
        reader.ask("document.querySelector('#other').shadowRoot.querySelector('.look').click()").await?;
        reader.until("document.querySelector('#other').shadowRoot.querySelector('.field')").await?;
        let other = reader.find_in("#other", "[data-loader=search] input").await?;
        other.send_keys("other").await?;
        let found = highlighted("found");
        ensure!(reader.ask(&found).await? == json!(["apple", "apple", "other"]), "{}", reader.ask(&found).await?);
        reader.find("[data-loader=search] input").await?.send_keys(Key::Escape + "").await?;
        ensure!(reader.ask(&found).await? == json!(["other"]));
        reader.ask("document.querySelector('#other').remove()").await?;
        reader.until("!CSS.highlights.has('explainer-found') && !CSS.highlights.has('explainer-current')").await
    })
}
