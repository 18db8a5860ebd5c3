//! Links and quotations to copy, and sharing.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::test::{INPUT, Test, test};
use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("the # beside a heading copies its link and says so", link).quick().in_each_engine(INPUT),
    test("selected text is copied with who says it, and where", quotation),
    test("text across paragraphs is copied without the notes beside it", across),
    test("where nothing may be copied that is said", refused),
    test("a device with a way of sharing is given the headline and the address, another has no button", share),
    test("without the widget links and quotations are copied", no_widget),
];

/// What is in the clipboard: pasted, since pages may not read it in every browser.
async fn clipboard(reader: &Reader) -> Result<String> {
    reader
        .ask("document.body.insertAdjacentHTML('beforeend', '<textarea id=pasted></textarea>'); document.querySelector('#pasted').focus()")
        .await?;
    let paste = reader.window.action_chain().key_down(Key::Control);
    paste.send_keys("v").key_up(Key::Control).perform().await?;
    reader.until("document.querySelector('#pasted').value").await?;
    let text = reader
        .ask("const field = document.querySelector('#pasted'); field.remove(); return field.value")
        .await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

const SAID: &str = "root.querySelector('[data-loader=status]').textContent";

async fn copies_a_link(reader: &Reader, site: &Site) -> Result<()> {
    reader.ask("root.querySelector('#allies .hash').focus()").await?;
    reader.click("#allies .hash").await?;
    reader.until(&format!("{SAID} === 'Link copied'")).await?;
    let copied = clipboard(reader).await?;
    ensure!(copied == site.url("/#explainer-allies"), "{copied}");
    Ok(())
}

fn link(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, site| async move {
        reader.until_ready().await?;
        copies_a_link(&reader, &site).await?;
        reader.until("root.querySelector('#allies .hash').textContent === '#'").await
    })
}

/// Selects the words of one passage, or from it to another.
fn select(from: &str, to: &str) -> String {
    format!(
        "const [from, to] = ['{from}', '{to}'].map((id) => root.getElementById(id));
         from.scrollIntoView({{ block: 'center' }});
         getSelection().setBaseAndExtent(from, 0, to, to.childNodes.length);"
    )
}

const OFFER: &str = "[data-action=quotation]";

/// The id of the passage about accidents.
const ACCIDENTS: &str = "return root.querySelector('.section .passage[data-marks~=accidents]').id";

async fn copies_a_quotation(reader: &Reader, site: &Site) -> Result<()> {
    let id = reader.ask(ACCIDENTS).await?;
    let id = id.as_str().unwrap_or_default();
    reader.ask(&select(id, id)).await?;
    reader.until(&format!("root.querySelector('{OFFER}')")).await?;
    reader.find(OFFER).await?.click().await?;
    reader.until(&format!("{SAID} === 'Quotation copied'")).await?;
    let copied = clipboard(reader).await?;
    let begin = "“Both sides want to avoid accidents or miscalculations that could lead to military confrontations.”\n— Bill Taylor, “Can the Trump-Putin Summit Improve U.S.-Russian Relations?”, United States Institute of Peace, ";
    ensure!(copied.starts_with(begin), "{copied}");
    ensure!(copied.contains(&site.url(&format!("/#explainer-{id}"))), "{copied}");
    Ok(())
}

fn quotation(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, site| async move {
        reader.until_ready().await?;
        copies_a_quotation(&reader, &site).await?;
        reader.ask("getSelection().removeAllRanges()").await?;
        reader.until(&format!("!root.querySelector('{OFFER}')")).await
    })
}

fn across(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        let ids = reader
            .ask("const paragraphs = [...root.querySelectorAll('#relations .row')].filter((row) => row.querySelector('p .passage')); return [paragraphs[0], paragraphs.at(-1)].map((row) => row.querySelector('.passage').id)")
            .await?;
        let id = |at: usize| ids[at].as_str().unwrap_or_default().to_owned();
        reader.ask(&select(&id(0), &id(1))).await?;
        reader.until(&format!("root.querySelector('{OFFER}')")).await?;
        reader.find(OFFER).await?.click().await?;
        reader.until(&format!("{SAID} === 'Quotation copied'")).await?;
        let copied = clipboard(&reader).await?;
        ensure!(!copied.contains("Invasion of Ukraine and sanctions"), "a note is in it: {copied}");
        Ok(())
    })
}

fn refused(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        // A page that is not secure has none.
        reader
            .ask("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
            .await?;
        reader.ask("root.querySelector('#allies .hash').focus()").await?;
        reader.click("#allies .hash").await?;
        reader.until(&format!("{SAID} === 'Copying is not allowed here'")).await
    })
}

fn share(bench: &Bench) -> Result<()> {
    for can_share in [true, false] {
        let value = if can_share { "(data) => { window.shared = data; return Promise.resolve() }" } else { "undefined" };
        let script = format!(
            "<script>if ({can_share}) Object.defineProperty(navigator, 'share', {{ value: {value} }}); else delete Navigator.prototype.share</script>"
        );
        let site = Site::with_body(&format!("{script}<article-explainer></article-explainer>"));
        bench.show(site, |reader, site| async move {
            reader.until_ready().await?;
            if !can_share {
                ensure!(reader.ask("return root.querySelector('[data-action=share]')").await?.is_null());
                return Ok(());
            }
            reader.click("[data-action=share]").await?;
            reader.until("window.shared").await?;
            let shared = reader.ask("return [shared.title, shared.url]").await?;
            let headline = "Can the Trump-Putin Summit Improve U.S.-Russian Relations?";
            ensure!(shared == serde_json::json!([headline, site.url("/")]), "{shared}");
            Ok(())
        })?;
    }
    Ok(())
}

fn no_widget(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.broken();
    bench.show(site, |reader, site| async move {
        reader.load_widgets().await?;
        reader.until("errors.includes('widget')").await?;
        copies_a_link(&reader, &site).await?;
        copies_a_quotation(&reader, &site).await
    })
}
