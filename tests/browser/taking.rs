//! What a reader takes along: links, quotations, sharing; and what stands open.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::test::{INPUT, Test, test};
use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("the link to an issue, an event or a question is copied", links).quick().in_each_engine(INPUT),
    test("a copied link leads to its item", link_leads),
    test("a passage is copied with who says it, and where", quotation).in_each_engine(INPUT),
    test("where nothing may be copied the button says so", refused).in_each_engine(INPUT),
    test("a device with a way of sharing is given the headline and the address, another has no button", share),
    test("every issue is opened and closed at once, and the button follows what the reader does", expand_all).quick(),
    test("the button knows what was open before the widget started", open_before),
    test("without the program links and quotations are copied and every issue opens at once", no_program),
];

/// What was copied, as it comes out where the reader pastes it.
async fn clipboard(reader: &Reader) -> Result<String> {
    reader
        .ask("document.body.insertAdjacentHTML('beforeend', '<textarea id=pasted></textarea>'); document.querySelector('#pasted').focus()")
        .await?;
    let paste = reader.window.action_chain().key_down(Key::Control);
    paste.send_keys("v").key_up(Key::Control).perform().await?;
    reader
        .until("document.querySelector('#pasted').value")
        .await?;
    let text = reader
        .ask("const field = document.querySelector('#pasted'); field.remove(); return field.value")
        .await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

fn links(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, site| async move {
        reader.until_ready().await?;
        reader.click("#syria summary").await?;
        for id in ["syria", "hamburg", "allies"] {
            let button = format!("#{id} [data-action='link {id}']");
            reader.click(&button).await?;
            reader
                .until(&format!(
                    "root.querySelector(\"{button}\").textContent === 'Link copied'"
                ))
                .await?;
            let copied = clipboard(&reader).await?;
            ensure!(copied == site.url(&format!("/#explainer-{id}")), "{copied}");
            let said = reader
                .ask("return root.querySelector('.unseen[role=status]').textContent")
                .await?;
            ensure!(said == "Link copied", "{said}");
        }
        let first = reader
            .ask("return root.querySelector(\"[data-action='link syria']\").textContent")
            .await?;
        ensure!(first == "Copy link", "two say that they were copied");
        Ok(())
    })
}

fn link_leads(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        reader.click("#donbas summary").await?;
        reader.click("[data-action='link donbas']").await?;
        reader
            .until("root.querySelector('.unseen[role=status]').textContent")
            .await?;
        let copied = clipboard(&reader).await?;
        reader.go("about:blank").await?;
        reader.go(&copied).await?;
        reader.until("root.querySelector('#donbas').open").await?;
        ensure!(reader.focused().await? == "donbas");
        Ok(())
    })
}

fn quotation(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, site| async move {
        reader.until_ready().await?;
        reader.click("#accidents summary").await?;
        reader.click("#accidents .quote .take").await?;
        reader
            .until("root.querySelector('#accidents .quote .take').textContent === 'Quotation copied'")
            .await?;
        let copied = clipboard(&reader).await?;
        let begin = "“Both sides want to avoid accidents or miscalculations that could lead to military confrontations.”\n— Bill Taylor, “Can the Trump-Putin Summit Improve U.S.-Russian Relations?”, United States Institute of Peace, ";
        ensure!(copied.starts_with(begin), "{copied}");
        ensure!(copied.contains(&site.url("/#explainer-passage-")), "{copied}");
        Ok(())
    })
}

fn refused(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        // What a page that is not secure has.
        reader
            .ask("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
            .await?;
        reader.click("[data-action='link hamburg']").await?;
        reader
            .until("root.querySelector(\"[data-action='link hamburg']\").textContent === 'Copying is not allowed here'")
            .await
    })
}

fn share(bench: &Bench) -> Result<()> {
    let page =
        |sharing| format!("<script>{sharing}</script><article-explainer></article-explainer>");
    let can = page(
        "var shared = []; navigator.share = async (data) => { shared.push(data); throw new Error('changed my mind'); };",
    );
    let site = Site::with_body(&can).file(
        "/without",
        &format!(
            "<!doctype html><script type=module src=/explainer.js></script>{}",
            page("delete Navigator.prototype.share")
        ),
    );
    bench.show(site, |reader, site| async move {
        reader.until_ready().await?;
        reader.until("!root.querySelector('[data-action=share]').parentElement.hidden").await?;
        reader.click("[data-action=share]").await?;
        reader.until("shared.length").await?;
        let shared = reader.ask("return shared").await?;
        let expected = json!([{ "title": "Can the Trump-Putin Summit Improve U.S.-Russian Relations?", "url": site.url("/") }]);
        ensure!(shared == expected, "{shared}");
        ensure!(reader.ask("return errors").await? == json!([]));
        reader.go(&site.url("/without")).await?;
        reader.until_ready().await?;
        ensure!(reader.ask("return root.querySelector('[data-action=share]').parentElement.hidden").await? == true);
        Ok(())
    })
}

const LABEL: &str = "root.querySelector('.issues .all').textContent";

fn expand_all(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        reader.click(".issues .all").await?;
        reader
            .until("root.querySelectorAll('.issue[open]').length === 7")
            .await?;
        reader.until(&format!("{LABEL} === 'Collapse all'")).await?;
        reader.click("#nato summary").await?;
        reader.until(&format!("{LABEL} === 'Expand all'")).await?;
        reader
            .ask("root.querySelector('#nato summary').focus()")
            .await?;
        reader.press(Key::Enter).await?;
        reader.until(&format!("{LABEL} === 'Collapse all'")).await?;
        reader
            .ask("root.querySelector('.issues .all').focus()")
            .await?;
        reader.press(Key::Enter).await?;
        reader.until("!root.querySelector('.issue[open]')").await?;
        reader.until(&format!("{LABEL} === 'Expand all'")).await?;
        // The answers are another part, and stand open.
        ensure!(
            reader
                .ask("return root.querySelectorAll('.section[open]').length")
                .await?
                == 3
        );
        ensure!(
            reader
                .ask("return root.querySelector('.sections .all').textContent")
                .await?
                == "Collapse all"
        );
        Ok(())
    })
}

fn open_before(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.held();
    bench.show(site, |reader, site| async move {
        reader
            .ask("for (const each of root.querySelectorAll('.issue')) each.open = true; root.querySelector('#allies').open = false;")
            .await?;
        site.release();
        reader.until_ready().await?;
        reader.until(&format!("{LABEL} === 'Collapse all'")).await?;
        reader.until("root.querySelector('.sections .all').textContent === 'Expand all'").await
    })
}

fn no_program(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.broken();
    bench.show(site, |reader, site| async move {
        reader.until("errors.includes('widget')").await?;
        reader.click(".issues .all").await?;
        reader.until(&format!("{LABEL} === 'Collapse all'")).await?;
        reader.click("[data-action='link hamburg']").await?;
        reader
            .until("root.querySelector(\"[data-action='link hamburg']\").textContent === 'Link copied'")
            .await?;
        let copied = clipboard(&reader).await?;
        ensure!(copied == site.url("/#explainer-hamburg"), "{copied}");
        // Of what only the program can do nothing is shown.
        let places = "return [...root.querySelectorAll('[data-widget]')].every((each) => each.childElementCount === 0)";
        ensure!(reader.ask(places).await? == true);
        Ok(())
    })
}
