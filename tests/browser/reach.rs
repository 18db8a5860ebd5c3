//! By keyboard and by thumb: where the focus goes, how big what is touched is, how headings lead through the page.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::test::{INPUT, RunExample, Test, each_example};
use crate::bench::Bench;
use crate::examples::{self, open, open_all};
use crate::reader::Reader;
use crate::window::{self, Shown};

pub const TESTS: &[Test] = &[];

pub const EACH_EXAMPLE: &[Test<RunExample>] = &[
    each_example("is within reach: by Tab in order and out again, by thumb, by headings", within_reach).in_each_engine_with("everything", INPUT),
];

fn within_reach(bench: &Bench, example: &str) -> Result<()> {
    let example = example.to_owned();
    bench.show(examples::site(bench)?, |reader, site| async move {
        open(&reader, &site, &example).await?;
        open_all(&reader).await?;
        by_thumb(&reader).await?;
        by_headings(&reader).await?;
        by_tab(&reader).await
    })
}

/// Puts a button behind the explainer, and keeps where the focus goes: how many things before it in the page, and
/// whether an outline shows it.
const WATCH: &str = "
    host.insertAdjacentHTML('beforebegin', '<button id=before>Before</button>');
    host.insertAdjacentHTML('afterend', '<button id=after>After</button>');
    window.stops = [];
    // Some browsers make a stop of what scrolls, too.
    const scrolls = (each) => !focusable.includes(each) && (each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth);
    root.addEventListener('focusin', ({ target }) => {
        if (scrolls(target)) return;
        const style = getComputedStyle(target);
        const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        stops.push({ target, seen });
    });
    document.querySelector('#before').focus();
    const all = [...root.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')];
    // Of radio buttons that belong together the checked one is a stop, arrow keys lead to the others.
    const isStop = (each) => each.type !== 'radio' || each.checked;
    window.focusable = all.filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled && each.tabIndex >= 0 && isStop(each));
    return focusable.length;";

/// What was passed over, taken out of order, or not shown to have the focus.
const WALKED: &str = "
    const name = (each) => each ? `${each.localName}.${each.className} ${each.textContent.trim().slice(0, 40)}` : null;
    const wrong = [];
    focusable.forEach((each, number) => {
        const stop = stops[number];
        if (stop?.target !== each) wrong.push(`stop ${number} is ${name(stop?.target)} instead of ${name(each)}`);
        else if (!stop.seen) wrong.push(`nothing shows the focus on ${name(each)}`);
    });
    return [document.activeElement.id, stops.length - focusable.length, wrong.slice(0, 5)];";

/// How many elements of a page may scroll by themselves.
const SCROLLERS: usize = 12;

async fn by_tab(reader: &Reader) -> Result<()> {
    let stops = reader.ask(WATCH).await?.as_u64().unwrap_or_default();
    ensure!(stops > 2, "{stops} things take the focus");
    let keys = String::from(Key::Tab.value()).repeat(stops as usize + 1);
    reader.press(keys).await?;
    for _ in 0..SCROLLERS {
        if reader.ask("return document.activeElement.id").await? == "after" {
            break;
        }
        reader.press(Key::Tab).await?;
    }
    let walked = reader.ask(WALKED).await?;
    ensure!(walked == json!(["after", 0, []]), "{walked:#}");
    // And back in, from behind.
    let back = reader.window.action_chain().key_down(Key::Shift);
    back.send_keys(Key::Tab)
        .key_up(Key::Shift)
        .perform()
        .await?;
    let last = "return (root.activeElement ?? document.activeElement) === focusable.at(-1)";
    ensure!(
        reader.ask(last).await? == true,
        "Shift and Tab do not lead back in"
    );
    Ok(())
}

/// Targets that are smaller than 24 pixels each way and have another nearer than that, which WCAG 2.2 (2.5.8) does not
/// allow. Links in a sentence are as high as its lines, which it does.
const SMALL: &str = "
    const shown = [...root.querySelectorAll('a[href], button, summary, input, select')].filter((each) => each.checkVisibility());
    const isInSentence = (each) => getComputedStyle(each).display === 'inline'
        && [...each.parentNode.childNodes].some((node) => node !== each && node.textContent.trim());
    const boxes = shown.map((each) => [each, each.getBoundingClientRect()]);
    const middle = (box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return boxes.filter(([each, box]) => {
        if (isInSentence(each) || (box.width >= 23.5 && box.height >= 23.5)) return false;
        const [x, y] = middle(box);
        return boxes.some(([other, its]) => {
            if (other === each) return false;
            const isSmall = its.width < 23.5 || its.height < 23.5;
            const [left, top] = isSmall ? middle(its) : [Math.max(its.left, Math.min(x, its.right)), Math.max(its.top, Math.min(y, its.bottom))];
            return Math.hypot(left - x, top - y) < (isSmall ? 24 : 12);
        });
    }).map(([each, box]) => `${each.localName}.${each.className} ${each.textContent.trim().slice(0, 30)}: ${box.width} × ${box.height}`);";

/// Headings in their order, the explainer's in its place.
const HEADINGS: &str = "
    const headings = 'h1, h2, h3, h4, h5, h6', level = (each) => Number(each.localName[1]);
    const of = (node) => [...node.querySelectorAll('article-explainer, ' + headings)].filter((each) => each.checkVisibility())
        .flatMap((each) => each === host ? of(root) : [[level(each), each.textContent]]);
    return of(document);";

async fn by_thumb(reader: &Reader) -> Result<()> {
    for width in [390, 1280] {
        window::fill(reader, width, Shown::Light).await?;
        let small = reader.ask(SMALL).await?;
        ensure!(small == json!([]), "{width} px: {small:#}");
    }
    Ok(())
}

async fn by_headings(reader: &Reader) -> Result<()> {
    let headings = reader.ask(HEADINGS).await?;
    let levels: Vec<_> = headings.as_array().into_iter().flatten().collect();
    ensure!(levels.len() > 2, "{headings}");
    let mut before = 0;
    for heading in levels {
        let level = heading[0].as_u64().unwrap_or_default();
        ensure!(level <= before + 1, "h{before} is followed by {heading}");
        before = level;
    }
    Ok(())
}
