//! How pages and readers' settings change what the explainer looks like.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::test::{LAYOUT, Test, test};
use crate::bench::Bench;
use crate::site::Site;
use crate::window::{Shown, fill};

pub const TESTS: &[Test] = &[
    test("every custom property of the stylesheet changes what is shown", properties),
    test("a page's stylesheet reaches every part", parts).quick(),
    test("an explainer in a container that is hidden at first is laid out once it is shown", hidden).in_each_engine(LAYOUT),
    test("nothing moves where less motion is asked for", still),
];

/// Opens everything and chooses an issue, so that all that can be shown is shown.
const SHOW_ALL: &str = "
    root.querySelectorAll('details').forEach((each) => each.open = true);
    root.querySelector('.event [data-id]').click();";

/// The names of the stylesheet's custom properties that nothing is shown with.
const NOT_SHOWN: &str = "
    const css = [...root.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join(' ');
    const names = new Set(css.match(/--explainer-[a-z-]+/g));
    if (names.size < 9) return [`only ${names.size} names were found`];
    const all = () => [...root.querySelectorAll('*')];
    const size = getComputedStyle(root.querySelector('.explainer')).fontSize;
    const shows = (value) => value === '2' ? getComputedStyle(root.querySelector('.explainer')).fontSize !== size : [host, ...all()].some((each) => [null, '::after', '::before'].some((pseudo) => {
        const style = getComputedStyle(each, pseudo);
        return ['color', 'backgroundColor', 'fontFamily', 'insetBlockStart', 'borderTopColor', 'fill', 'stroke', 'fontSize']
            .some((property) => style[property] === value);
    }));
    return [...names].filter((name) => {
        const value = /serif|sans/.test(name) ? 'Testface' : /top/.test(name) ? '37px' : /scale/.test(name) ? '2' : 'rgb(1, 2, 3)';
        if (shows(value)) return true;
        host.style.setProperty(name, value);
        const seen = shows(value);
        host.style.removeProperty(name);
        return !seen;
    });";

fn properties(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        // Without movements nothing is on its way from one colour to another.
        fill(&reader, 1280, Shown::Light).await?;
        reader.ask(SHOW_ALL).await?;
        reader
            .until("root.querySelector('[data-id]:checked')")
            .await?;
        let unused = reader.ask(NOT_SHOWN).await?;
        ensure!(unused == json!([]), "{unused} change nothing");
        Ok(())
    })
}

fn parts(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let missed = reader
            .ask(
                "const parts = [...root.querySelectorAll('[part]')];
                 const names = new Set(parts.flatMap((each) => [...each.part]));
                 const rules = [...names].map((name) => `article-explainer::part(${name}) { outline-color: rgb(1, 2, 3) }`);
                 const sheet = new CSSStyleSheet();
                 sheet.replaceSync(rules.join(' '));
                 document.adoptedStyleSheets.push(sheet);
                 const missed = parts.filter((each) => getComputedStyle(each).outlineColor !== 'rgb(1, 2, 3)');
                 return [names.size, missed.map((each) => each.part.value)]",
            )
            .await?;
        ensure!(missed[0].as_u64() > Some(30), "too few parts: {missed}");
        ensure!(missed[1] == json!([]), "out of reach: {missed}");
        Ok(())
    })
}

fn hidden(bench: &Bench) -> Result<()> {
    let body = "<div id=tab style='display: none'><article-explainer></article-explainer></div>";
    bench.show(Site::with_body(body), |reader, _| async move {
        fill(&reader, 1280, Shown::Light).await?;
        reader.until("host.shadowRoot").await?;
        reader
            .ask("document.querySelector('#tab').style.display = 'block'")
            .await?;
        reader.until_ready().await?;
        for selector in [".timeline ol", ".map svg", ".issues"] {
            let seen = format!("root.querySelector('{selector}').getBoundingClientRect()");
            reader
                .until(&format!("{seen}.width > 200 && {seen}.height > 50"))
                .await?;
        }
        let out = reader
            .ask("return document.documentElement.scrollWidth")
            .await?;
        ensure!(out == json!(1280), "the page is {out} px wide");
        Ok(())
    })
}

fn still(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        fill(&reader, 1280, Shown::Light).await?;
        reader.ask(SHOW_ALL).await?;
        let moving = reader
            .ask(
                "return [host, ...root.querySelectorAll('*')].filter((each) => {
                     const style = getComputedStyle(each);
                     return parseFloat(style.transitionDuration) || (style.animationName !== 'none' && style.animationTimeline === 'auto') || style.scrollBehavior !== 'auto';
                 }).map((each) => each.className)",
            )
            .await?;
        ensure!(moving == json!([]), "{moving} move");
        ensure!(reader.ask("return root.getAnimations?.().filter((each) => each.timeline === document.timeline).length ?? 0").await? == json!(0));
        Ok(())
    })
}
