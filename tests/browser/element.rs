//! The custom element in pages: documents, errors, moves, several of them.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::test::{DOM, Test, test};
use crate::bench::Bench;
use crate::secure::refusal;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("`src` shows another article", another_article).quick(),
    test("a change of `src` shows the other article", change_of_src),
    test("`lang` sets the language of the interface, not of the article", language),
    test("`heading-level` sets the level of the headline, and the others follow it", heading_level),
    test("`header` makes the header small or leaves it out", header),
    test("`open` names what stands open at first", open),
    test("a document that is not there leaves what the page wrote and says why", missing).quick(),
    test("a document with a mistake says what it is", mistaken),
    test("an element that moves keeps what is open", moved).quick().in_each_engine(DOM),
    test("an element that leaves and comes back is shown again", comes_back).quick().in_each_engine(DOM),
    test("two explainers on a page keep to themselves", two).quick(),
    test("prerendered HTML that a script wrote is taken over", written_by_script).in_each_engine(DOM),
    test("an article written from right to left is shown so", right_to_left),
    test("an article with a headline alone is shown without empty parts", headline_alone),
    test("the script may run twice", twice),
];

const DOCUMENT: &str = r#"+++
headline = "Trade talks"
issues = [{ id = "tariffs", title = "Tariffs", stance = "contention" }]
+++
Both sides speak of [tariffs & \<quotas>](#tariffs).
"#;

/// A document in the exchange form.
fn json() -> Result<String> {
    let article = article::authoring::read(DOCUMENT)
        .article
        .context("a good document")?;
    Ok(serde_json::to_string(&article)?)
}

const BUILT_IN: &str = "<article-explainer></article-explainer>";
const WITH_SRC: &str = "<article-explainer src=talks.json><p id=fallback>Read it <a href=/x>here</a>.</p></article-explainer>";

fn another_article(bench: &Bench) -> Result<()> {
    let site = Site::with_body(WITH_SRC).file("/talks.json", &json()?);
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        ensure!(reader.find(".headline").await?.text().await? == "Trade talks");
        reader.click("#tariffs summary").await?;
        let panel = reader.find("#tariffs .card").await?.text().await?;
        ensure!(panel.contains("tariffs & <quotas>"), "{panel}");
        Ok(())
    })
}

fn change_of_src(bench: &Bench) -> Result<()> {
    let site = Site::as_built().file("/talks.json", &json()?);
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        reader.ask("host.setAttribute('src', 'talks.json')").await?;
        reader
            .until("root.querySelector('.headline')?.textContent === 'Trade talks'")
            .await?;
        reader.ask("host.removeAttribute('src')").await?;
        reader
            .until("host.hasAttribute('ready') && root.querySelector('#helsinki')")
            .await
    })
}

fn language(bench: &Bench) -> Result<()> {
    let site = Site::with_body("<article-explainer lang=de></article-explainer>");
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        ensure!(reader.ask("return root.querySelector('[part=timeline]').ariaLabel").await? == "Zeitleiste");
        ensure!(reader.find("#helsinki time").await?.text().await? == "16. Juli 2018");
        let headline = reader.find(".headline").await?;
        ensure!(headline.attr("lang").await?.as_deref() == Some("en"));
        ensure!(
            reader
                .find(".explainer")
                .await?
                .attr("lang")
                .await?
                .as_deref()
                == Some("de")
        );
        Ok(())
    })
}

fn heading_level(bench: &Bench) -> Result<()> {
    let body = "<article-explainer heading-level=3></article-explainer>";
    bench.show(Site::with_body(body), |reader, _| async move {
        reader.until_ready().await?;
        let levels = "return ['.headline', '#syria summary > *', '#relations .title']
            .map((each) => root.querySelector(each).localName)";
        let found = reader.ask(levels).await?;
        ensure!(found == json!(["h3", "h4", "h4"]), "{found}");
        reader.ask("host.setAttribute('heading-level', 1)").await?;
        reader.until("root.querySelector('h1.headline') && host.hasAttribute('ready')").await?;
        let found = reader.ask(levels).await?;
        ensure!(found == json!(["h1", "h2", "h2"]), "{found}");
        Ok(())
    })
}

fn header(bench: &Bench) -> Result<()> {
    let body = "<article-explainer header=compact></article-explainer>";
    bench.show(Site::with_body(body), |reader, _| async move {
        reader.until_ready().await?;
        let size = "return [getComputedStyle(root.querySelector('.headline')).fontSize, getComputedStyle(root.querySelector('.kind')).fontSize]";
        let sizes = reader.ask(size).await?;
        ensure!(sizes[0] == sizes[1], "{sizes}");
        reader.ask("host.header = 'none'").await?;
        reader.until("root.querySelector('.explainer.none') && host.ready").await?;
        ensure!(reader.ask("return root.querySelector('.headline')").await?.is_null());
        reader.ask("host.header = null").await?;
        reader.until("root.querySelector('.headline') && !root.querySelector('.explainer.none, .explainer.compact') && host.ready").await
    })
}

fn open(bench: &Bench) -> Result<()> {
    let body = "<article-explainer open='syria nobody \"] nato'></article-explainer>";
    bench.show(Site::with_body(body), |reader, _| async move {
        reader.until_ready().await?;
        let open = "return [...root.querySelectorAll('.issue[open]')].map((each) => each.id)";
        let found = reader.ask(open).await?;
        ensure!(found == json!(["syria", "nato"]), "{found}");
        reader.ask("host.setAttribute('open', 'donbas')").await?;
        reader.until("root.querySelector('#donbas').open").await?;
        let found = reader.ask(open).await?;
        ensure!(found == json!(["syria", "nato", "donbas"]), "{found}");
        Ok(())
    })
}

fn missing(bench: &Bench) -> Result<()> {
    bench.show(Site::with_body(WITH_SRC), |reader, _| async move {
        let said = refusal(&reader).await?;
        ensure!(
            said.contains("talks.json") && said.contains("404"),
            "{said}"
        );
        let fallback = reader.window.find(thirtyfour::By::Id("fallback")).await?;
        ensure!(
            fallback.is_displayed().await?,
            "what the page wrote is gone"
        );
        Ok(())
    })
}

fn mistaken(bench: &Bench) -> Result<()> {
    let cases = [
        ("{", "not JSON"),
        ("[]", "not an article"),
        (
            &json()?.replace("\"version\":1", "\"version\":99"),
            "version 99",
        ),
        (
            &json()?.replace("[\"tariffs\"]", "[\"quotas\"]"),
            "no issue and no event is called `quotas`",
        ),
        (
            &json()?.replace("\"headline\":\"Trade talks\",", ""),
            "headline",
        ),
    ]
    .map(|(json, words)| (json.to_owned(), words));
    for (json, words) in cases {
        let site = Site::with_body(WITH_SRC).file("/talks.json", &json);
        bench.show(site, |reader, _| async move {
            let said = refusal(&reader).await?;
            ensure!(said.contains(words), "`{words}` is not in: {said}");
            Ok(())
        })?;
    }
    Ok(())
}

fn moved(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built().listening(&bench.dist)?, |reader, _| async move {
        reader.until_ready().await?;
        reader.click("#syria summary").await?;
        reader.ask("const to = document.createElement('div'); document.body.append(to); to.append(host);").await?;
        // Moves are settled in a microtask, which has passed before the next question.
        ensure!(reader.ask("return root.querySelector('#syria').open").await? == true);
        reader.choose("helsinki").await?;
        reader.until("root.querySelector('.count')").await?;
        ensure!(reader.ask("return ready").await? == json!([true]), "it was started anew");
        Ok(())
    })
}

fn comes_back(bench: &Bench) -> Result<()> {
    bench.show(
        Site::as_built().listening(&bench.dist)?,
        |reader, _| async move {
            reader.until_ready().await?;
            reader.ask("window.away = host; host.remove();").await?;
            reader.until("!away.hasAttribute('ready')").await?;
            reader.ask("document.body.append(away)").await?;
            reader.until("ready.length === 2").await?;
            ensure!(
                reader.ask("return ready").await? == json!([true, true]),
                "not taken over again"
            );
            reader.choose("helsinki").await?;
            reader.until("root.querySelector('.count')").await?;
            ensure!(reader.ask("return errors").await? == json!([]));
            Ok(())
        },
    )
}

fn two(bench: &Bench) -> Result<()> {
    let site = Site::with_body(&format!(
        "{BUILT_IN}<article-explainer id=second></article-explainer>"
    ));
    bench.show(site, |reader, _| async move {
        reader.until("ready.length === 2").await?;
        reader.ask("document.querySelector('#second').shadowRoot.querySelector('[data-id=hamburg]').click()").await?;
        reader.until("document.querySelector('#second').shadowRoot.querySelector('.count')").await?;
        ensure!(reader.ask("return location.hash").await? == "#second-hamburg");
        ensure!(reader.ask("return root.querySelector('[data-id]:checked')").await?.is_null());
        Ok(())
    })
}

fn written_by_script(bench: &Bench) -> Result<()> {
    let page = std::fs::read_to_string(bench.dist.join("index.html"))?;
    let from = page.find("<article-explainer>").context("an explainer")?;
    let to = page.find("</article-explainer>").context("its end")?;
    let html = serde_json::to_string(&page[from..to])?.replace("</", "<\\/");
    let site = Site::with_body(&format!(
        "<main></main><script>document.querySelector('main').innerHTML = {html}</script>"
    ));
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        ensure!(
            reader.ask("return ready").await? == json!([true]),
            "not taken over"
        );
        ensure!(
            reader
                .ask("return host.querySelector('template')")
                .await?
                .is_null()
        );
        Ok(())
    })
}

fn twice(bench: &Bench) -> Result<()> {
    let body = format!("{BUILT_IN}<script type=module src=/explainer.js?again></script>");
    bench.show(Site::with_body(&body), |reader, _| async move {
        reader.until("ready.length").await?;
        ensure!(reader.ask("return [ready.length, errors.length]").await? == json!([1, 0]));
        Ok(())
    })
}

/// The site of a document, beside a page that shows it.
fn site_of(document: &str) -> Result<Site> {
    let article = article::authoring::read(document)
        .article
        .context("a good document")?;
    Ok(Site::with_body(WITH_SRC).file("/talks.json", &serde_json::to_string(&article)?))
}

fn right_to_left(bench: &Bench) -> Result<()> {
    let site = site_of(&DOCUMENT.replacen("headline", "lang = \"ar\"\nheadline", 1))?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let explainer = reader.find(".explainer").await?;
        ensure!(explainer.css_value("direction").await? == "rtl");
        let sides = reader.ask("const box = root.querySelector('.stances').getBoundingClientRect(), title = root.querySelector('#tariffs .title').getBoundingClientRect(); return [Math.round(title.right), Math.round(box.right)]").await?;
        ensure!(sides[0] == sides[1], "the title does not begin at the right: {sides}");
        Ok(())
    })
}

fn headline_alone(bench: &Bench) -> Result<()> {
    let site = site_of("+++\nheadline = \"Short\"\n+++\n")?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let parts = "return root.querySelectorAll('footer, .figure, .timeline, .issues, .sections').length";
        ensure!(reader.ask(parts).await? == 0, "empty parts are there");
        ensure!(reader.find(".headline").await?.text().await? == "Short");
        Ok(())
    })
}
