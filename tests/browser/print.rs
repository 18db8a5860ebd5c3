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
    test("on paper every word of the article is there once, with issues and one timeline after it", everything).quick().in_each_engine(LAYOUT).not_in(Engine::WebKit, "WebKitWebDriver has no command to print"),
    test("on paper it is the same without script, whatever is open or chosen", without_script).in_each_engine(LAYOUT).not_in(Engine::WebKit, "WebKitWebDriver has no command to print"),
    test("on paper links that lead elsewhere say where", links).not_in(Engine::WebKit, "WebKitWebDriver has no command to print"),
    test("on paper there is nothing to press", nothing_to_press).not_in(Engine::WebKit, "WebKitWebDriver has no command to print"),
    test("the first article takes at most three pages of paper", pages).not_in(Engine::WebKit, "WebKitWebDriver has no command to print"),
];

/// The text of the page as it is printed, with every run of white space as one space.
async fn printed(reader: &Reader) -> Result<String> {
    let pdf = reader.window.print_page(PrintParameters::default()).await?;
    let document = Document::load_mem(&pdf)?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages)?;
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A passage that issues quote on the screen.
const QUOTED: &str = "interim international administration for Donbas could be";

fn whole(text: &str) -> Result<()> {
    let quoted = text.matches(QUOTED).count();
    ensure!(quoted == 1, "the passage is there {quoted} times: {text}");
    for words in [
        "First of all, summits are more likely to produce good results",
        "Arms race and proliferation",
        "Russian invasion of Ukraine",
        "July 7, 2017",
        "July 11–12, 2018",
        "July 16, 2018",
    ] {
        ensure!(text.contains(words), "{words} is not in {text}");
    }
    let order = ["First of all, summits", "Arms race and proliferation"].map(|words| text.rfind(words));
    ensure!(order.is_sorted(), "the issues come before the article: {text}");
    Ok(())
}

fn everything(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        whole(&printed(&reader).await?)?;
        // Paper changes nothing on the screen.
        ensure!(reader.ask("return root.querySelectorAll('[open]').length").await? == 0);
        Ok(())
    })
}

fn without_script(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().without_script(), |reader, _| async move {
        reader.ask("root.querySelector('.stance').open = true").await?;
        reader.click("#ukraine summary").await?;
        reader.ask("root.querySelector('.f2').click()").await?;
        whole(&printed(&reader).await?)
    })
}

fn pages(bench: &Bench) -> Result<()> {
    let site = Site::with_body("<article-explainer></article-explainer>");
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let pdf = reader.window.print_page(PrintParameters::default()).await?;
        let pages = Document::load_mem(&pdf)?.get_pages().len();
        ensure!(pages <= 3, "{pages} pages");
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
        reader.choose("helsinki").await?;
        reader.until("root.querySelector('.count')").await?;
        let text = printed(&reader).await?;
        for word in [
            "Read in context",
            "Copy as quotation",
            "of 4",
        ] {
            ensure!(!text.contains(word), "“{word}” is in {text}");
        }
        Ok(())
    })
}
