//! The map: the places of the events, and the way from them.

use anyhow::{Context, Result, ensure};
use article::{Article, Image, Url};
use serde_json::json;

use crate::test::{INPUT, LAYOUT, Test, test};
use crate::bench::Bench;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("the map shows the places of the article and says what happened there", places),
    test("a chosen event is marked on the map", chosen_event),
    test("a chosen issue is marked on the map where its events are", chosen_issue),
    test("a pin leads to its event, by mouse and by keyboard", pins).quick().in_each_engine(INPUT),
    test("names on the map stand clear of its edges at any width", names).in_each_engine(LAYOUT),
    test("the map is drawn in the colours of the theme, under a strict policy", strict),
    test("in an article from right to left the map is not mirrored", right_to_left),
    test("an article without places has no map", without_places),
    test("where there is an image there is no map", with_image),
];

const PINS: &str =
    "return [...root.querySelectorAll('.map .pin')].map((pin) => pin.getAttribute('aria-label'))";

fn places(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        let pins = reader.ask(PINS).await?;
        let expected = json!([
            "Crimea and Donbas: Russian invasion of Ukraine",
            "Hamburg, Germany: Trump and Putin meet at the G-20 summit",
            "Helsinki, Finland: Trump-Putin summit",
        ]);
        ensure!(pins == expected, "{pins}");
        let names =
            "return [...root.querySelectorAll('.map text')].map((text) => text.textContent)";
        let names = reader.ask(names).await?;
        ensure!(
            names == json!(["Crimea and Donbas", "Hamburg", "Helsinki"]),
            "{names}"
        );
        // The words say what the drawing shows.
        let words = reader
            .find(".map figcaption")
            .await?
            .prop("textContent")
            .await?;
        let words = words.unwrap_or_default();
        for pin in expected.as_array().into_iter().flatten() {
            ensure!(
                pin.as_str().is_some_and(|pin| words.contains(pin)),
                "{words}"
            );
        }
        ensure!(words.contains("Natural Earth"), "{words}");
        // What is drawn is drawn: elements outside SVG's namespace would have no box.
        let drawn = "return ['.land', '.borders', '.dot'].every((part) => \
            root.querySelector(`.map ${part}`).getBBox().width > 0)";
        ensure!(reader.ask(drawn).await? == true);
        Ok(())
    })
}

fn chosen_event(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        reader.click("#helsinki .title a").await?;
        reader
            .until("root.querySelector('.map [aria-current]')?.textContent === 'Helsinki'")
            .await?;
        reader.click("#hamburg .title a").await?;
        reader
            .until("root.querySelector('.map [aria-current]')?.textContent === 'Hamburg'")
            .await?;
        ensure!(reader.find_all(".map [aria-current]").await?.len() == 1);
        Ok(())
    })
}

fn chosen_issue(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, site| async move {
        reader.go(&site.url("/?again#explainer-donbas")).await?;
        reader.until_ready().await?;
        reader
            .until("root.querySelector('.map [data-related]')?.textContent === 'Helsinki'")
            .await?;
        ensure!(reader.find_all(".map [aria-current]").await?.is_empty());
        Ok(())
    })
}

fn pins(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        reader.click(".map .pin[href$=hamburg] .dot").await?;
        reader
            .until("root.querySelector('#hamburg[aria-current]')")
            .await?;
        ensure!(reader.ask("return location.hash").await? == "#explainer-hamburg");
        ensure!(reader.focused().await? == "hamburg");
        reader
            .ask("root.querySelector('.map .pin[href$=helsinki]').focus()")
            .await?;
        reader.press(thirtyfour::Key::Enter).await?;
        reader
            .until("root.querySelector('#helsinki[aria-current]')")
            .await
    })
}

fn names(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        for width in [280, 320, 400, 600] {
            let script = format!(
                "host.style.width = '{width}px';
                const map = root.querySelector('.map > svg').getBoundingClientRect();
                const names = [...root.querySelectorAll('.map text')].map((name) => name.getBoundingClientRect());
                const inside = names.every((name) => name.left >= map.left && name.right <= map.right
                    && name.top >= map.top && name.bottom <= map.bottom);
                const clear = names.every((a) => names.every((b) => a === b || a.right <= b.left || b.right <= a.left
                    || a.bottom <= b.top || b.bottom <= a.top));
                const reach = root.querySelector('.map .reach').getBoundingClientRect();
                const size = parseFloat(getComputedStyle(root.querySelector('.map text')).fontSize);
                return [names.length, inside, clear, reach.width >= 24 && reach.height >= 24, size >= 11]"
            );
            let found = reader.ask(&script).await?;
            ensure!(found == json!([3, true, true, true, true]), "{width}: {found}");
        }
        Ok(())
    })
}

fn strict(bench: &Bench) -> Result<()> {
    let site = Site::with_body("<article-explainer theme=dark></article-explainer>").strict();
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let colours = "return ['.sea', '.land', '.dot'].map((part) => \
            getComputedStyle(root.querySelector(`.map ${part}`)).fill)";
        let dark = reader.ask(colours).await?;
        reader.ask("host.setAttribute('theme', 'light')").await?;
        let light = reader.ask(colours).await?;
        let differ = dark
            .as_array()
            .into_iter()
            .flatten()
            .zip(light.as_array().into_iter().flatten());
        ensure!(
            differ.filter(|(dark, light)| dark != light).count() == 3,
            "{dark} {light}"
        );
        Ok(())
    })
}

/// A page with an article of two events, Geneva and Kyiv, with these lines in its front matter, and as `change` makes it.
fn talks(lines: &str, change: impl Fn(&mut Article)) -> Result<Site> {
    let document = format!(
        r##"+++
headline = "Trade talks"
{lines}
[[events]]
id = "talks"
title = "Talks"
date = "2018"
place = {{ name = "جنيف, CH", lat = 46.2, lon = 6.15 }}
[[events]]
id = "more"
title = "More talks"
date = "2019"
place = {{ name = "كييف عاصمة أوكرانيا", lat = 50.45, lon = 30.52 }}
+++
[They](#talks+more) met.
"##
    );
    let read = article::authoring::read(&document).article;
    let mut article = read.context("a good document")?;
    change(&mut article);
    let page = Site::with_body("<article-explainer src=talks.json></article-explainer>");
    Ok(page.file("/talks.json", &serde_json::to_string(&article)?))
}

fn right_to_left(bench: &Bench) -> Result<()> {
    bench.show(talks("lang = \"ar\"", |_| ())?, |reader, _| async move {
        reader.until_ready().await?;
        ensure!(reader.find(".explainer").await?.attr("dir").await?.as_deref() == Some("rtl"));
        // West of Kyiv is Geneva, and each name stands on the side of its pin that was found for it.
        let found = reader
            .ask(
                "const boxes = (selector) => [...root.querySelectorAll(`.map ${selector}`)].map((each) => each.getBoundingClientRect());
                const [geneva, kyiv] = boxes('.dot');
                const names = [...root.querySelectorAll('.map text')].map((name, at) => {
                    const [box, dot] = [name.getBoundingClientRect(), [geneva, kyiv][at]];
                    return box.left >= dot.right ? 'right' : box.right <= dot.left ? 'left' : 'over';
                });
                const sides = [...root.querySelectorAll('.map text')].map((name) => name.getAttribute('class'));
                return [geneva.left < kyiv.left, names, sides]",
            )
            .await?;
        let sides = json!(["right", "left"]);
        ensure!(found == json!([true, sides, sides]), "{found}");
        Ok(())
    })
}

fn without_places(bench: &Bench) -> Result<()> {
    let site = talks("", |article| {
        article.map = None;
        article
            .events
            .iter_mut()
            .for_each(|event| event.place = None);
    });
    bench.show(site?, |reader, _| async move {
        reader.until_ready().await?;
        ensure!(reader.find_all(".map").await?.is_empty());
        ensure!(reader.find("#talks").await?.is_displayed().await?);
        Ok(())
    })
}

fn with_image(bench: &Bench) -> Result<()> {
    // Articles from elsewhere may have both.
    let site = talks("figure = { caption = \"A table\" }", |article| {
        let image = Url::try_from("t.png".to_owned()).map(|src| Image {
            src,
            alt: "A table".to_owned(),
            width: 4,
            height: 3,
        });
        if let Some(figure) = &mut article.figure {
            figure.image = image.ok();
        }
    });
    bench.show(site?, |reader, _| async move {
        reader.until_ready().await?;
        ensure!(reader.find_all(".figure img").await?.len() == 1);
        ensure!(reader.find_all(".map").await?.is_empty());
        Ok(())
    })
}
