//! The figures of the design: where the text begins, how much type there is, how far a hand or a Tab key has to go.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::test::{LAYOUT, NO_SCRIPT, Test, test};
use crate::bench::Bench;
use crate::engine::Engine;
use crate::examples;
use crate::reader::Reader;
use crate::site::Site;
use crate::window::{self, Shown};

pub const TESTS: &[Test] = &[
    test("the first paragraph begins above 450 pixels on a phone and above 560 on a wide page", begins).quick(),
    test("the first two screens have at most seven kinds of type, and nothing underlined", kinds),
    test("without script at most twelve Tab stops come before the first answer", stops).in_each_engine(NO_SCRIPT),
    test("what a finger presses is 44 pixels high", targets),
    test("colours that carry meaning stand out from the paper, light and dark", contrast).quick(),
    test("notes keep apart from each other", notes).not_in(Engine::WebKit, "open: four notes of an example overlap"),
    test("the ribbon is at most 104 pixels high", ribbon),
    test("explainers fit windows from 280 to 1600 pixels, in shadow trees and in pages", fits).in_each_engine(LAYOUT),
];

/// Documents of words that fit no line: their headline alone may fill a screen.
const EXTREME: [&str; 2] = ["long-words", "hostile"];

/// A page with nothing but an explainer at its top.
fn alone() -> Site {
    Site::with_body("<style>body { margin: 0 }</style><article-explainer heading-level=1></article-explainer>")
}

/// Has a test try the page of each example.
fn each(bench: &Bench, test: impl AsyncFn(&Reader, &str) -> Result<()>) -> Result<()> {
    bench.show(examples::site(bench)?, |reader, site| async move {
        for name in examples::names()? {
            examples::open(&reader, &site, &name).await?;
            test(&reader, &name).await?;
        }
        Ok(())
    })
}

fn begins(bench: &Bench) -> Result<()> {
    each(bench, async |reader, name| {
        for (width, most) in [(390, 450), (1280, 560)] {
            window::fill(reader, width, Shown::Light).await?;
            let top = "return Math.round((root.querySelector('.text p')?.getBoundingClientRect().top ?? 0) - host.getBoundingClientRect().top)";
            let top = reader.ask(top).await?.as_i64().unwrap_or_default();
            ensure!(EXTREME.contains(&name) || top < most, "{name}, {width} px: {top}");
        }
        Ok(())
    })
}

/// The kinds of type in the first two screens, and the share of the text that is underlined, in percent.
const KINDS: &str = "
    const kinds = new Set(), texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, parent = text.parentElement;
        if (!text.data.trim() || !parent.checkVisibility({ visibilityProperty: true }) || parent.closest('style, .unseen, .skip')) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        if (box.height === 0 || box.top > innerHeight * 2 || box.bottom < 0) continue;
        const style = getComputedStyle(parent);
        kinds.add([style.fontFamily.split(',')[0], Math.round(parseFloat(style.fontSize) * 10) / 10, style.fontWeight].join(' '));
    }
    const lines = [...root.querySelectorAll('.text p, .text .title')];
    const underlined = lines.filter((each) => getComputedStyle(each).textDecorationLine.includes('underline')
        || [...each.querySelectorAll('span')].some((span) => getComputedStyle(span).textDecorationLine.includes('underline')));
    return [[...kinds], underlined.length];";

fn kinds(bench: &Bench) -> Result<()> {
    bench.show(alone(), |reader, _| async move {
        reader.until_ready().await?;
        for width in [390, 1280] {
            window::fill(&reader, width, Shown::Light).await?;
            let found = reader.ask(KINDS).await?;
            let kinds = found[0].as_array().map_or(0, Vec::len);
            ensure!(kinds <= 7, "{width} px: {found:#}");
            ensure!(found[1] == 0, "{width} px: {} paragraphs are underlined", found[1]);
        }
        Ok(())
    })
}

fn stops(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().without_script(), |reader, _| async move {
        for width in [390, 1280] {
            window::fill(&reader, width, Shown::Light).await?;
            reader.ask("document.activeElement?.blur(); document.querySelector('.masthead a')?.focus()").await?;
            let mut passed = 0;
            for _ in 0..20 {
                reader.press(Key::Tab).await?;
                let at = reader.ask("const at = root.activeElement; return at ? Boolean(at.closest('.sections')) : null").await?;
                match at {
                    Value::Bool(true) => break,
                    Value::Bool(false) => passed += 1,
                    _ => {}
                }
            }
            ensure!((1..=12).contains(&passed), "{width} px: {passed} stops");
        }
        Ok(())
    })
}

fn targets(bench: &Bench) -> Result<()> {
    bench.show(alone(), |reader, _| async move {
        reader.until_ready().await?;
        window::fill(&reader, 390, Shown::Light).await?;
        reader.ask("root.querySelector('.stance').open = true; root.querySelector('.events').showPopover()").await?;
        let low = "return [...root.querySelectorAll('.chip, .stance > summary, .issue > summary, .opener, .close, .event')]
            .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().height > 0)
            .filter((each) => each.getBoundingClientRect().height < 43.5).map((each) => `${each.className} ${each.getBoundingClientRect().height}`)";
        let low = reader.ask(low).await?;
        ensure!(low == json!([]), "{low:#}");
        Ok(())
    })
}

/// Pairs of colours with their contrast.
const CONTRAST: &str = "
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const rgb = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data] };
    const linear = (value) => value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    const ratio = (one, other) => { const [more, less] = [light(one), light(other)].sort((a, b) => b - a); return (more + 0.05) / (less + 0.05) };
    const probe = document.createElement('span');
    root.querySelector('.explainer').append(probe);
    const value = (name, kind = '') => { probe.className = kind; probe.style.color = `var(${name})`; return rgb(getComputedStyle(probe).color) };
    const [paper, ink] = [value('--paper'), value('--ink')];
    const pairs = [['ink', value('--ink'), paper], ['quiet', value('--quiet'), paper], ['faint', value('--faint'), paper], ['accent', value('--accent'), paper],
        ['mark', ink, value('--mark')], ['touch', ink, value('--touch')]];
    for (const stance of ['contention', 'common-ground', 'alliance', 'proposal']) pairs.push([stance, value('--look', stance), paper]);
    probe.remove();
    return pairs.map(([name, one, other]) => [name, ratio(one, other)]).filter(([, found]) => found < 4.5);";

fn contrast(bench: &Bench) -> Result<()> {
    bench.show(alone(), |reader, _| async move {
        reader.until_ready().await?;
        for shown in [Shown::Light, Shown::Dark] {
            window::fill(&reader, 1280, shown).await?;
            reader.ask("host.setAttribute('theme', 'auto')").await?;
            let low = reader.ask(CONTRAST).await?;
            ensure!(low == json!([]), "{}: {low:#}", shown.name());
        }
        Ok(())
    })
}

fn notes(bench: &Bench) -> Result<()> {
    each(bench, async |reader, name| {
        window::fill(reader, 1280, Shown::Light).await?;
        let over = "
            const boxes = [...root.querySelectorAll('.note')].filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect());
            return boxes.filter((one, at) => boxes.slice(0, at).some((other) => one.top < other.bottom - 5 && other.top < one.bottom - 5 && one.left < other.right && other.left < one.right)).length";
        let over = reader.ask(over).await?;
        ensure!(over == 0, "{name}: {over} notes lie over others");
        Ok(())
    })
}

fn ribbon(bench: &Bench) -> Result<()> {
    each(bench, async |reader, name| {
        window::fill(reader, 1280, Shown::Light).await?;
        let height = "return root.querySelector('.timeline')?.getBoundingClientRect().height ?? 0";
        let height = reader.ask(height).await?.as_f64().unwrap_or_default();
        ensure!(height <= 108.0, "{name}: {height}");
        Ok(())
    })
}

fn fits(bench: &Bench) -> Result<()> {
    each(bench, async |reader, _| {
        for width in [280, 700, 1100, 1600] {
            window::fits(reader, width, Shown::Light).await?;
        }
        Ok(())
    })?;
    bench.show(alone(), |reader, _| async move {
        reader.until_ready().await?;
        for width in [280, 320, 390, 699, 700, 800, 1099, 1100, 1240, 1600] {
            window::fits(&reader, width, Shown::Light).await?;
        }
        Ok(())
    })
}
