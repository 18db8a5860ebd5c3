//! The whole text is there: before the program, with it, without script.

use anyhow::{Result, ensure};

use crate::test::{NO_SCRIPT, Test, test};
use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("the text of the seed is there before the program", before_the_program).quick(),
    test("the text of the seed is in the live element", live),
    test("without script the article reads and every issue opens", without_script).quick().in_each_engine(NO_SCRIPT),
    test("without the program the prerendered text stays and the page is told", without_the_program).quick(),
    test("a program that breaks off leaves the prerendered text as it was", broken_off),
];

/// The article as it was given.
pub const SEED: &str = include_str!("../../seeds/000_f85637a410d4fbda.txt");

/// Every sentence of the seed is in the explainer, paragraph by paragraph.
pub async fn reads_whole(reader: &Reader) -> Result<()> {
    let text = reader
        .find(".explainer")
        .await?
        .prop("textContent")
        .await?
        .unwrap_or_default();
    for paragraph in SEED.lines().filter(|line| !line.is_empty()) {
        ensure!(text.contains(paragraph), "the explainer lacks: {paragraph}");
    }
    // The article's own text is not hidden away either: what is rendered holds the answers.
    let shown = reader.find(".sections").await?.text().await?;
    let answer = "First of all, summits are more likely to produce good results";
    ensure!(shown.contains(answer), "the answers are not shown: {shown}");
    Ok(())
}

fn before_the_program(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().held(), |reader, site| async move {
        reads_whole(&reader).await?;
        ensure!(
            reader.ask("return host.hasAttribute('ready')").await? == false,
            "ready too early"
        );
        site.release();
        reader.until_ready().await
    })
}

fn live(bench: &Bench) -> Result<()> {
    let site = Site::with_body("<article-explainer></article-explainer>");
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        reads_whole(&reader).await
    })
}

/// Whether the browser itself says that something is shown: a driver may know nothing of what is closed in a shadow root.
async fn is_shown(reader: &Reader, element: &thirtyfour::WebElement) -> Result<bool> {
    let asks = "return arguments[0].checkVisibility({ visibilityProperty: true })";
    let shown = reader
        .window
        .execute(asks, vec![element.to_json()?])
        .await?;
    Ok(*shown.json() == serde_json::Value::Bool(true))
}

fn without_script(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().without_script(), |reader, _| async move {
        reads_whole(&reader).await?;
        let issues = reader.find_all("details.issue").await?;
        ensure!(issues.len() == 7, "{} issues", issues.len());
        reader.ask("for (const each of root.querySelectorAll('.stance')) each.open = true").await?;
        for issue in issues {
            let quote = issue.find(thirtyfour::By::Css("blockquote")).await?;
            ensure!(
                !is_shown(&reader, &quote).await?,
                "an issue is open from the start"
            );
            issue
                .find(thirtyfour::By::Css("summary"))
                .await?
                .click()
                .await?;
            ensure!(is_shown(&reader, &quote).await?, "an issue stays closed");
        }
        let context = reader.find("details.issue .in-context").await?;
        ensure!(
            !is_shown(&reader, &context).await?,
            "a link that leads nowhere is shown"
        );
        Ok(())
    })
}

fn without_the_program(bench: &Bench) -> Result<()> {
    let site = Site::as_built().listening(&bench.dist)?.broken();
    bench.show(site, |reader, _| async move {
        reader.load_widgets().await?;
        reader.until("errors.includes('widget')").await?;
        reads_whole(&reader).await
    })
}

fn broken_off(bench: &Bench) -> Result<()> {
    bench.show(
        Site::as_built().listening(&bench.dist)?,
        |reader, _| async move {
            reader.until_ready().await?;
            reader.choose("helsinki").await?;
            reader.until("root.querySelector('.count')").await?;
            // What the program's own report of a panic comes to.
            reader.ask("const [fallBack] = Object.getOwnPropertySymbols(Object.getPrototypeOf(host)); host[fallBack]({ code: 'panic', message: 'a test' })").await?;
            ensure!(reader.ask("return errors").await? == serde_json::json!(["panic"]));
            ensure!(reader.ask("return host.hasAttribute('ready')").await? == false);
            ensure!(
                reader
                    .ask("return root.querySelector('.count')")
                    .await?
                    .is_null()
            );
            reads_whole(&reader).await?;
            reader.click("#syria summary").await?;
            reader.until("root.querySelector('#syria').open").await
        },
    )
}
