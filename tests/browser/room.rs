//! Zoomed text and text set wider, as readers do who need it: nothing is cut off, nothing lies over something else.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::test::{LAYOUT, RunExample, Test, each_example};
use crate::bench::Bench;
use crate::examples::{self, letters, open, open_all};
use crate::reader::Reader;
use crate::window::{Shown, fits};

pub const TESTS: &[Test] = &[];

pub const EACH_EXAMPLE: &[Test<RunExample>] = &[
    each_example("reads whole at 400 % and with its text set wider", reads_whole).in_each_engine_with("everything", LAYOUT),
];

/// A window of 1280 pixels at 400 % (WCAG 1.4.10).
const ZOOMED: u32 = 320;

/// The text set as wide as readers may set it (WCAG 1.4.12).
const WIDER: &str = "
    const style = document.createElement('style');
    style.textContent = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'
        + 'p { margin-block-end: 2em !important }';
    root.append(style);
    document.head.append(style.cloneNode(true));";

/// Texts whose box hides a part of them. What is there for screen readers alone is made so: the names of bars in the gutter, the link that
/// skips. Chips, stations and the bar at the lower edge name what the cards have in full.
const CUT_OFF: &str = "
    const all = [...document.body.querySelectorAll('*'), ...root.querySelectorAll('*')];
    return all.filter((each) => {
        const style = getComputedStyle(each);
        const hides = (overflow, is, has) => overflow !== 'visible' && overflow !== 'auto' && overflow !== 'scroll' && is > has + 1;
        return each.textContent.trim() && each.checkVisibility() && !each.closest('.unseen, .skip:not(:focus), svg, .map, .notes .open, .chip span, .station .title, .now')
            && (hides(style.overflowX, each.scrollWidth, each.clientWidth) || hides(style.overflowY, each.scrollHeight, each.clientHeight));
    }).map((each) => `${each.localName}.${each.className} ${each.textContent.trim().slice(0, 40)}`);";

/// Lines of text that lie over other lines: each begins beside the other, and ends in it. What scrolls by itself, stays at an edge of the
/// window, or is hidden but for screen readers does not count.
const OVER: &str = "
    const lines = [];
    // What stays while the page scrolls lies over it by intent.
    const layer = (each) => { for (let at = each; at; at = at.parentElement) if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return at; return null };
    // On the explainer's own pages it has no tree of its own.
    for (const tree of new Set([document.body, ...(host.shadowRoot ? [root] : [])])) {
        const texts = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const text = texts.currentNode, parent = text.parentElement;
            if (!text.data.trim() || !parent?.checkVisibility() || parent.closest('script, style, .unseen, .skip, .dock, .map, .notes, .chips, .station, svg')) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const box of range.getClientRects()) if (box.width > 1) lines.push([text.data.trim().slice(0, 40), box, layer(parent)]);
        }
    }
    lines.sort(([, one], [, other]) => one.top - other.top);
    const over = [];
    lines.forEach(([words, box, on], number) => {
        const middle = (box.top + box.bottom) / 2;
        for (let next = number + 1; next < lines.length && lines[next][1].top < middle; next++) {
            const [others, its, below] = lines[next];
            if (on !== below) continue;
            // The letters of a line reach into the next where it is set tightly; their middles do not.
            const isBeside = Math.abs((its.top + its.bottom) / 2 - middle) < Math.min(box.height, its.height) / 3;
            if (isBeside && Math.min(box.right, its.right) - Math.max(box.left, its.left) > 2) over.push([words, others]);
        }
    });
    return over.slice(0, 5);";

/// Sees that the page has room for all of its text at a width.
async fn has_room(reader: &Reader, width: u32, how: &str) -> Result<()> {
    fits(reader, width, Shown::Light).await?;
    letters(reader).await?;
    let cut_off = reader.ask(CUT_OFF).await?;
    ensure!(
        cut_off == json!([]),
        "{how}, {width} px, cut off: {cut_off:#}"
    );
    let over = reader.ask(OVER).await?;
    ensure!(
        over == json!([]),
        "{how}, {width} px, one over the other: {over:#}"
    );
    Ok(())
}

fn reads_whole(bench: &Bench, example: &str) -> Result<()> {
    let example = example.to_owned();
    bench.show(examples::site(bench)?, |reader, site| async move {
        open(&reader, &site, &example).await?;
        open_all(&reader).await?;
        for width in [ZOOMED, 1280] {
            has_room(&reader, width, "as it is set").await?;
        }
        reader.ask(WIDER).await?;
        for width in [ZOOMED, 1280] {
            has_room(&reader, width, "set wider").await?;
        }
        Ok(())
    })
}
