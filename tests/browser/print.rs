//! The page on paper, through the browser's own PDF.

use anyhow::{Result, ensure};
use lopdf::Document;
use thirtyfour::common::print::PrintParameters;

use crate::engine::Engine;
use crate::test::{LAYOUT, Test, test};
use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("on paper every issue is open, and every event is there", everything).quick().in_each_engine(LAYOUT).not_in(Engine::WebKit, "WebKitWebDriver has no command to print"),
    test("on paper closed answers are open too, without script as well", without_script).in_each_engine(LAYOUT).not_in(Engine::WebKit, "WebKitWebDriver has no command to print"),
    test("a page that asks for what is shown gets it on paper", as_shown).not_in(Engine::WebKit, "WebKitWebDriver has no command to print"),
    test("on paper links that lead elsewhere say where", links).not_in(Engine::WebKit, "WebKitWebDriver has no command to print"),
    test("on paper there is nothing to press", nothing_to_press).not_in(Engine::WebKit, "WebKitWebDriver has no command to print"),
];

/// The text of the page as it is printed, with every run of white space as one space.
async fn printed(reader: &Reader) -> Result<String> {
    let pdf = reader.window.print_page(PrintParameters::default()).await?;
    let document = Document::load_mem(&pdf)?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages)?;
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Words that stand in the panel of an issue alone.
const IN_A_PANEL: &str = "On the timeline";

fn everything(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        let text = printed(&reader).await?;
        let panels = text.matches(IN_A_PANEL).count();
        ensure!(panels == 5, "{panels} issues with events are open: {text}");
        let quoted = text
            .matches("interim international administration for Donbas could be")
            .count();
        ensure!(quoted >= 2, "the passage stands {quoted} times: {text}");
        for event in [
            "Russian invasion of Ukraine",
            "July 7, 2017",
            "July 11–12, 2018",
            "July 16, 2018",
        ] {
            ensure!(text.contains(event), "{event} is not in {text}");
        }
        // Paper changes nothing on the screen.
        ensure!(
            reader
                .ask("return root.querySelectorAll('.issue[open]').length")
                .await?
                == 0
        );
        Ok(())
    })
}

fn without_script(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().without_script(), |reader, _| async move {
        reader.click("#allies summary").await?;
        let text = printed(&reader).await?;
        ensure!(text.contains(IN_A_PANEL), "{text}");
        let quoted = text
            .matches("The strength of the NATO alliance is its solidarity")
            .count();
        ensure!(quoted == 2, "the passage stands {quoted} times: {text}");
        Ok(())
    })
}

fn as_shown(bench: &Bench) -> Result<()> {
    let body = "<article-explainer print=as-shown open=nato></article-explainer>";
    bench.show(Site::with_body(body), |reader, _| async move {
        reader.until_ready().await?;
        reader.click("#allies summary").await?;
        let text = printed(&reader).await?;
        let panels = text.matches(IN_A_PANEL).count();
        ensure!(panels == 1, "{panels} issues are open: {text}");
        let quoted = text
            .matches("The strength of the NATO alliance is its solidarity")
            .count();
        ensure!(quoted == 1, "the passage stands {quoted} times: {text}");
        Ok(())
    })
}

fn links(bench: &Bench) -> Result<()> {
    let document = r#"{"version":1,"lang":"en","headline":"Talks","lead":[{"paragraph":[{"link":{"url":"https://example.org/report","content":[{"text":"A report"}]}}]}]}"#;
    let site = Site::with_body("<article-explainer src=talks.json></article-explainer>")
        .file("/talks.json", document);
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let text = printed(&reader).await?;
        ensure!(
            // Spaces are as far as the letters are apart, which browsers set one by one.
            text.replace(' ', "")
                .contains("Areport(https://example.org/report)"),
            "{text}"
        );
        ensure!(!text.contains("#explainer"), "{text}");
        Ok(())
    })
}

fn nothing_to_press(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        reader.click("#helsinki .title a").await?;
        reader.until("root.querySelector('[data-related]')").await?;
        let text = printed(&reader).await?;
        for word in [
            "Copy link",
            "Expand all",
            "Collapse all",
            "Clear",
            "Read in context",
            "Copy as quotation",
        ] {
            ensure!(!text.contains(word), "“{word}” is in {text}");
        }
        Ok(())
    })
}
