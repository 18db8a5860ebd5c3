//! The static HTML stays as the browser parsed it, and the widget works on it whatever other scripts have made of it.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::test::{DOM, Test, test};
use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::Site;
use crate::text::SEED;

pub const TESTS: &[Test] = &[
    test("the widget replaces nothing of the prerendered HTML and keeps what the reader opened and closed", keeps).quick().in_each_engine(DOM),
    test("each paragraph of the live page is that of the seed", paragraphs),
    test("a page that was translated before the widget starts is searched, chosen from and counted in its new words", translated_before).quick(),
    test("a page that is translated after the widget has started is searched, chosen from and counted in its new words", translated_after).in_each_engine(DOM),
    test("elements that extensions insert and remove before the widget starts do it no harm", extended_before).in_each_engine(DOM),
    test("elements that extensions insert and remove after the widget has started do it no harm", extended_after).in_each_engine(DOM),
    test("HTML that a minifier has changed is worked on as it is", minified),
    test("attributes of the contract that say nonsense are passed over", nonsense),
    test("HTML of another version of the contract keeps its text, its links and its controls, and the page is told", other_version).quick(),
    test("a clone is not ready before something is mounted in it", clone).in_each_engine(DOM),
    test("an element that is replaced and put back works on the same HTML", put_back).in_each_engine(DOM),
    test("a page that is rendered in another language keeps its text until the other is there", other_language),
];

/// Marks every node of the static HTML.
const MARK: &str = "const walk = (node) => { node.mine = true; node.childNodes.forEach(walk) }; walk(root.querySelector('.explainer'));";

/// Counts the nodes that are not marked, outside the places of the scripts.
const FOREIGN: &str = "const foreign = (node) => node.dataset?.widget || node.dataset?.loader ? 0 : (node.mine ? 0 : 1) + [...node.childNodes].reduce((sum, each) => sum + foreign(each), 0); \
    return foreign(root.querySelector('.explainer'));";

fn keeps(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.held();
    bench.show(site, |reader, site| async move {
        reader.click("#syria summary").await?;
        reader.click("#nato summary").await?;
        reader.click("#nato summary").await?;
        reader.until("root.querySelector('.look')").await?;
        reader.ask(MARK).await?;
        let count = "return [...root.querySelectorAll('.explainer *')].filter((each) => each.mine).length";
        let before = reader.ask(count).await?;
        site.release();
        reader.until_ready().await?;
        ensure!(reader.ask("return ready").await? == json!([true]));
        ensure!(reader.ask(count).await? == before, "nodes are gone");
        ensure!(reader.ask(FOREIGN).await? == 0, "nodes were replaced");
        let open = "return ['syria', 'nato', 'ukraine'].map((id) => root.getElementById(id).open)";
        let open = reader.ask(open).await?;
        ensure!(open == json!([true, false, false]), "{open}");
        reader.choose("helsinki").await?;
        reader.until("root.querySelector('.count')").await?;
        ensure!(reader.ask(FOREIGN).await? == 0, "the choice replaced nodes");
        Ok(())
    })
}

fn paragraphs(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        reader.choose("helsinki").await?;
        let all = "return [...root.querySelectorAll('.answer p, .lead p, .section .title')].map((each) => each.textContent)";
        let all = reader.ask(all).await?;
        let found = all.as_array().into_iter().flatten();
        let found: Vec<_> = found.filter_map(|each| each.as_str()).collect();
        ensure!(found.len() > 5, "{found:?}");
        for each in found {
            ensure!(
                SEED.lines().any(|line| line == each),
                "not in the seed: {each}"
            );
        }
        Ok(())
    })
}

/// Does what translators of browsers do: each text is replaced by an element with other words.
const TRANSLATE: &str = "const texts = document.createTreeWalker(root.querySelector('.explainer'), NodeFilter.SHOW_TEXT);
    const found = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) if (text.data.trim() && !text.parentElement.closest('svg')) found.push(text);
    for (const text of found) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.append(text.data.replaceAll('NATO', 'OTAN').replaceAll('Syria', 'Syrie'));
        outer.append(inner);
        text.replaceWith(outer);
    }";

/// Types into the search, and sees what it says.
async fn finds(reader: &Reader, words: &str, says: &str) -> Result<()> {
    let type_in = format!(
        "const field = root.querySelector('input[type=search]'); field.focus(); field.value = '{words}'; \
         field.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}))"
    );
    reader.ask("root.querySelector('[data-action=search]')?.click()").await?;
    reader.until("root.querySelector('input[type=search]')").await?;
    reader.ask(&type_in).await?;
    let says = format!("root.querySelector('[data-loader=search] output').textContent.startsWith('{says}')");
    reader.until(&says).await
}

async fn answers_translated(reader: &Reader) -> Result<()> {
    reader.choose("nato-summit").await?;
    reader
        .until("root.querySelector('[data-loader=status]').textContent.includes('OTAN summit')")
        .await?;
    reader.choose("helsinki").await?;
    reader
        .until("root.querySelector('[data-loader=status]').textContent.includes('Trump')")
        .await?;
    finds(reader, "otan", "Result 1 of").await?;
    finds(reader, "nato", "Nothing found").await?;
    finds(reader, "summit", "Result 1 of").await?;
    reader.ask("root.querySelector('[data-action=close-search]').click()").await?;
    reader.until("root.querySelector('.count')?.textContent.includes(' of ')").await?;
    let told = reader.ask("return [errors, uncaught]").await?;
    ensure!(told == json!([[], []]), "{told}");
    Ok(())
}

fn translated_before(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.held();
    bench.show(site, |reader, site| async move {
        reader
            .until("customElements.get('article-explainer')")
            .await?;
        reader.ask(TRANSLATE).await?;
        site.release();
        reader.until_ready().await?;
        ensure!(reader.ask("return ready").await? == json!([true]));
        answers_translated(&reader).await
    })
}

fn translated_after(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        reader.choose("hamburg").await?;
        finds(&reader, "nato", "Result 1 of").await?;
        // What the widget has rendered is translated, too.
        reader.ask(TRANSLATE).await?;
        answers_translated(&reader).await
    })
}

/// Does what extensions do: elements in the middle of everything, and others gone, those among them that the widget uses.
const EXTEND: &str = "for (const each of root.querySelectorAll('p, li, summary, .title, .filter, [data-widget]')) each.prepend(document.createElement('span'));
    for (const selector of ['#hamburg [data-title]', '#invasion', '#syria', '.lead', '#nato-summit time', '[data-loader=status]', '[data-loader=share]', '.dock', 'figcaption'])
        root.querySelector(selector)?.remove();
    root.querySelector('.explainer').removeAttribute('data-strings');";

async fn answers_extended(reader: &Reader) -> Result<()> {
    reader.choose("nato-summit").await?;
    reader
        .until("root.querySelector('.count') && root.querySelector('[data-id=nato-summit]:checked')")
        .await?;
    reader.click("#nato > summary").await?;
    reader.ask("root.querySelector('[data-action=link]').click()").await?;
    let all = "for (const each of root.querySelectorAll('button, summary, .explainer a[href^=\"#\"]')) each.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }))";
    reader.ask(all).await?;
    reader.ask("return host.reveal('syria')").await?;
    let told = reader.ask("return [errors, uncaught]").await?;
    ensure!(told == json!([[], []]), "{told}");
    Ok(())
}

fn extended_before(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.held();
    bench.show(site, |reader, site| async move {
        reader
            .until("customElements.get('article-explainer')")
            .await?;
        reader.ask(EXTEND).await?;
        site.release();
        reader.until_ready().await?;
        answers_extended(&reader).await
    })
}

fn extended_after(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        reader.choose("helsinki").await?;
        finds(&reader, "nato", "Result 1 of").await?;
        reader.ask(EXTEND).await?;
        answers_extended(&reader).await
    })
}

/// Shows the page of the bundle with a change in it, and sees that the explainer is whole and answers.
fn changed(bench: &Bench, change: impl Fn(String) -> String) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, change)?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let told = reader.ask("return [ready, errors, uncaught]").await?;
        ensure!(told == json!([[true], [], []]), "{told}");
        ensure!(reader.find_all("details.issue").await?.len() == 7);
        reader.choose("helsinki").await?;
        reader
            .until("root.querySelector('.count')")
            .await?;
        finds(&reader, "nato", "Result 1 of").await
    })
}

fn minified(bench: &Bench) -> Result<()> {
    changed(bench, |html| {
        html.replace("</strong> <", "</strong><")
            .replace("</p><p", "</p>\n  <p")
            .replace("<div class=\"mount\">", "<div class=mount>\n  ")
            .replace("</li>", "")
            .replace("</dd>", "")
    })
}

fn nonsense(bench: &Bench) -> Result<()> {
    changed(bench, |html| {
        let mut html = html;
        for attribute in ["data-time", "data-when", "data-marks", "data-citation", "data-first"] {
            html = html.replacen(&format!("{attribute}=\""), &format!("{attribute}=\"]' 9e99 "), 2);
        }
        html
    })
}

fn other_version(bench: &Bench) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        html.replace("data-explainer-version=\"", "data-explainer-version=\"0")
    })?;
    bench.show(site, |reader, site| async move {
        reader.until("errors.length").await?;
        crate::text::reads_whole(&reader).await?;
        reader.click("#syria summary").await?;
        reader.click("#syria .in-context").await?;
        reader.until("root.activeElement?.matches('.passage')").await?;
        let revealed = reader
            .window
            .execute_async(
                "document.querySelector('article-explainer').reveal('donbas').then(arguments[0])",
                Vec::new(),
            )
            .await?;
        ensure!(*revealed.json() == json!(true));
        let told = reader.ask("return [errors, ready, host.ready]").await?;
        ensure!(told == json!([["version"], [], false]), "{told}");
        let asked = site.asked();
        ensure!(
            !asked.iter().any(|path| path.ends_with(".wasm")),
            "the widget was loaded in vain: {asked:?}"
        );
        Ok(())
    })
}

fn clone(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        let clones = "window.copy = host.cloneNode(true); const alone = copy.hasAttribute('ready'); \
            host.after(copy); return [alone, copy.ready, host.ready]";
        let clones = reader.ask(clones).await?;
        ensure!(clones == json!([false, false, true]), "{clones}");
        reader.ask("copy.load = 'now'").await?;
        reader
            .until("copy.ready && copy.shadowRoot.querySelectorAll('.issue').length === 7")
            .await
    })
}

fn put_back(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().listening(&bench.dist)?, |reader, _| async move {
        reader.until_ready().await?;
        reader.click("#syria summary").await?;
        reader.choose("helsinki").await?;
        reader.ask(MARK).await?;
        let gone = "window.kept = host; const other = document.createElement('p'); host.replaceWith(other); setTimeout(() => other.replaceWith(kept))";
        reader.ask(gone).await?;
        reader.until("ready.length === 2").await?;
        ensure!(reader.ask(FOREIGN).await? == 0, "nodes were replaced");
        ensure!(reader.ask("return root.getElementById('syria').open").await? == true);
        reader.choose("nato-summit").await?;
        reader
            .until("root.querySelectorAll('.count').length === 1")
            .await?;
        let told = reader.ask("return [errors, uncaught, ready]").await?;
        ensure!(told == json!([[], [], [true, true]]), "{told}");
        Ok(())
    })
}

fn other_language(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().listening(&bench.dist)?, |reader, _| async move {
        reader.until_ready().await?;
        // Asked in the same task: nothing else is there yet.
        let asks = "host.lang = 'de'; return root.querySelectorAll('.issue').length";
        ensure!(reader.ask(asks).await? == 7, "the text was taken away");
        reader
            .until("host.ready && root.querySelector('[part=timeline]').ariaLabel === 'Zeitleiste'")
            .await?;
        ensure!(reader.ask("return ready").await? == json!([true, false]));
        Ok(())
    })
}
