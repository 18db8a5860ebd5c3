//! Hostile words in every field (`tests/hostile/words.json`), by every way in: no script of theirs runs, nobody is asked for
//! anything, and they are shown as they stand.

use anyhow::{Context, Result, ensure};
use article::Article;
use article::authoring::{print, read, scaffold};
use article::exchange::import;
use article_explainer::edition::Attributes;
use article_explainer::prerender::{Prerender, Stylesheet};
use html_escape::encode_double_quoted_attribute;
use serde_json::{Value, json};

use crate::test::{LIMITS, Test, test};
use crate::bench::Bench;
use crate::filled::{filled, words};
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("hostile words in every field of a document are words, prerendered", prerendered).slow(DOCUMENTS),
    test("hostile words in every field of a document are words, rendered by the program", rendered).slow(DOCUMENTS),
    test("hostile words in documents that people write are words", written).quick(),
    test("hostile words that are imported are words", imported).slow(DOCUMENTS),
    test("hostile words in every attribute are words", attributes).slow(DOCUMENTS),
    test("documents that nest without an end are refused, and those that nest as deep as may be are shown", deep).in_each_engine(LIMITS),
];

const DOCUMENTS: &str = "as many explainers as there are hostile words; `tests/hostile_html.rs` parses the prerendered ones in each tier";

/// A page of explainers, each of one of these documents; prerendered with this stylesheet, or rendered by the program.
fn page(documents: &[String], prerendered: Option<&str>) -> Result<Site> {
    let mut site = Site::with_body("");
    let mut body = String::new();
    for (at, json) in documents.iter().enumerate() {
        let (id, src) = (format!("e{at}"), format!("/{at}.json"));
        let inside = prerendered.map(|stylesheet| Prerender {
            document: Some((&src, json)),
            attributes: Attributes {
                id: Some(&id),
                ..Attributes::default()
            },
            stylesheet: Stylesheet::Linked(stylesheet),
            ..Prerender::default()
        });
        let inside = inside.map_or(Ok(String::new()), |prerender| prerender.shadow_root());
        let inside = inside.map_err(anyhow::Error::msg)?;
        // Browsers allow a page so many entries of its history at a time, and here hundreds of links are followed.
        let deep_links = if at == 0 { "on" } else { "off" };
        body += &format!(
            "<article-explainer id={id} src={src} load=now deep-links={deep_links}>{inside}</article-explainer>"
        );
        site = site.file(&src, json);
    }
    Ok(site.and_body(&body))
}

/// Every explainer of the page answers, is used in every way, and nothing of what was written there has been run or fetched.
async fn are_words(reader: &Reader, site: &Site, documents: &[String]) -> Result<()> {
    let all = documents.len();
    reader
        .until_all(all, &format!("ready.length + errors.length >= {all}"))
        .await?;
    let errors = reader.ask("return [errors, messages, uncaught]").await?;
    ensure!(errors == json!([[], [], []]), "{errors}");
    // Whatever can be pressed is pressed, but what opens something of the device's own. The others are hidden meanwhile: each click
    // would lay all of them out.
    reader
        .ask(
            "const all = [...document.querySelectorAll('article-explainer')];
            for (const each of all) {
                for (const other of all) other.style.display = other === each ? '' : 'none';
                each.expandAll();
                for (const passage of [...each.shadowRoot.querySelectorAll('[id^=passage-]')].slice(0, 12)) passage.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
                for (const link of [...each.shadowRoot.querySelectorAll('a[href^=\"#\"]')].slice(0, 12)) link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
                for (const button of [...each.shadowRoot.querySelectorAll('[popovertarget]')].slice(0, 5)) button.click();
                for (const button of [...each.shadowRoot.querySelectorAll('[data-do], [data-action]')].slice(0, 40)) button.click();
                const field = each.shadowRoot.querySelector('input[type=search]');
                if (!field) continue;
                field.value = each.shadowRoot.querySelector('.headline').textContent;
                field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
            }
            for (const each of all) each.style.display = ''",
        )
        .await?;
    // A turn of the page's own loop after all that: what was started has begun.
    reader
        .window
        .execute_async(
            "const done = arguments[0]; requestAnimationFrame(() => setTimeout(done))",
            Vec::new(),
        )
        .await?;
    harmless(reader, site).await?;
    let headlines = reader
        .ask("return [...document.querySelectorAll('article-explainer')].map((each) => each.shadowRoot.querySelector('.headline').textContent)")
        .await?;
    for (at, json) in documents.iter().enumerate() {
        let article: Value = serde_json::from_str(json)?;
        // What reads HTML reads line breaks as one.
        ensure!(
            headlines[at] == article["headline"],
            "{at}: {}, not {}",
            headlines[at],
            article["headline"]
        );
    }
    Ok(())
}

/// Nothing of what was written has been run, and nothing was asked for that the site and the documents don't name.
async fn harmless(reader: &Reader, site: &Site) -> Result<()> {
    let seen = reader
        .ask("return [window.stolen ?? null, document.querySelectorAll('base, meta[http-equiv], iframe, object, embed, form').length, location.pathname, performance.getEntriesByType('resource').map((each) => each.name).filter((name) => !name.startsWith(location.origin + '/'))]")
        .await?;
    ensure!(seen == json!([null, 0, "/", []]), "{seen}");
    let stolen: Vec<_> = site
        .asked()
        .into_iter()
        .filter(|path| path.starts_with("/stolen"))
        .collect();
    ensure!(stolen.is_empty(), "{stolen:?} was asked for");
    let uncaught = reader.ask("return uncaught").await?;
    ensure!(uncaught == json!([]), "{uncaught}");
    Ok(())
}

fn show(bench: &Bench, documents: &[String], prerenders: bool) -> Result<()> {
    ensure!(documents.len() > 20, "only {} documents", documents.len());
    let stylesheet = bench.loaded("explainer.css");
    // Not all on one page: an engine would take minutes over it.
    for documents in documents.chunks(20) {
        let page = page(documents, prerenders.then_some(stylesheet.as_str()))?;
        bench.show(page, |reader, site| async move {
            are_words(&reader, &site, documents).await?;
            let taken_over = reader.ask("return ready.filter(Boolean).length").await?;
            let expected = if prerenders { documents.len() } else { 0 };
            ensure!(
                taken_over == json!(expected),
                "{taken_over} of {expected} were taken over"
            );
            Ok(())
        })?;
    }
    Ok(())
}

fn prerendered(bench: &Bench) -> Result<()> {
    show(bench, &filled()?, true)
}

fn rendered(bench: &Bench) -> Result<()> {
    show(bench, &filled()?, false)
}

/// The exchange form of an article.
fn exchanged(article: &Article) -> Result<String> {
    Ok(serde_json::to_string(article)?)
}

fn written(bench: &Bench) -> Result<()> {
    let mut documents = Vec::new();
    for words in words()?.values() {
        // As an editor's own program would write them, and as somebody types them in.
        let whole = filled_document(words)?;
        documents.push(exchanged(&read(&whole).article.with_context(|| whole)?)?);
        let typed = format!(
            "+++\nheadline = \"Typed\"\n+++\n\n{words}\n\n## A {words}\n\n- {words}\n\n> {words}\n\n![x](/x '{words}')\n"
        );
        let reading = read(&typed);
        ensure!(
            reading.article.is_some() || !reading.problems.is_empty(),
            "neither read nor refused: {typed}"
        );
        if let Some(article) = reading.article {
            documents.push(exchanged(&article)?);
        }
    }
    show(bench, &documents, false)
}

/// A document with the words in its fields, written so that it reads the same.
fn filled_document(words: &str) -> Result<String> {
    let mut article = read("+++\nheadline = \"x\"\nissues = [{ id = \"a\", title = \"A\", stance = \"proposal\" }]\nevents = [{ id = \"b\", title = \"B\", date = \"2018\" }]\n+++\n[x](#a+b)\n")
        .article
        .context("an article")?;
    article.headline = words.to_owned();
    article.disclaimer = Some(words.to_owned());
    article.issues[0].title = words.to_owned();
    article.issues[0].summary = Some(words.to_owned());
    article.events[0].title = words.to_owned();
    Ok(print(&article))
}

fn imported(bench: &Bench) -> Result<()> {
    let mut documents = Vec::new();
    for words in words()?.values() {
        let date = json!({ "year": "2018", "display_date": words });
        let slide = json!({
            "start_date": date, "end_date": date, "display_date": words, "group": words, "unique_id": words,
            "text": { "headline": words, "text": words },
            "media": { "url": words, "caption": words, "credit": words, "alt": words, "title": words, "link": words },
            "background": { "url": words, "color": words },
        });
        let timeline = json!({ "title": { "text": { "headline": words, "text": words }, "media": { "url": words } }, "events": [slide, slide], "eras": [{ "start_date": date, "end_date": date, "text": { "headline": words } }] });
        documents.push(exchanged(
            &import::timelinejs(&timeline.to_string())?.article,
        )?);
        let archie = format!(
            "headline: {words}\n\n[events]\ntitle: {words}\ndate: 2018-07-16\ntext: {words}\n[]\n\n[+body]\n{words}\n[]\n"
        );
        if let Ok(archie) = import::archieml(&archie) {
            documents.push(exchanged(&archie.article)?);
        }
        if let Ok(scaffold) = scaffold(&format!("{words}\n\n{words}\n\nIs it {words}?\n\n{words}"))
        {
            let article = read(&scaffold.document).article;
            documents.push(exchanged(
                &article.with_context(|| scaffold.document.clone())?,
            )?);
        }
    }
    show(bench, &documents, false)
}

fn attributes(bench: &Bench) -> Result<()> {
    let mut body = String::new();
    for words in words()?.values() {
        let words = encode_double_quoted_attribute(words);
        let names = [
            "id",
            "lang",
            "theme",
            "open",
            "heading-level",
            "load",
            "deep-links",
            "print",
            "style",
            "class",
            "title",
        ];
        let all: Vec<_> = names
            .iter()
            .map(|name| format!("{name}=\"{words}\""))
            .collect();
        body += &format!("<article-explainer {}></article-explainer>", all.join(" "));
        body += &format!("<article-explainer src=\"./{words}\" load=now></article-explainer>");
        body += &format!("<article-explainer src=\"{words}\" load=now></article-explainer>");
    }
    let (shown, refused) = (words()?.len(), 2 * words()?.len());
    // Its own style and title may ask for what they like: they are the page's.
    let body = body.replace("/stolen", "/x-stolen");
    bench.show(Site::with_body(&body), |reader, site| async move {
        reader.ask("for (const each of document.querySelectorAll('article-explainer:not([src])')) each.scrollIntoView()").await?;
        reader.ask("for (const each of document.querySelectorAll('article-explainer:not([src])')) each.reveal('syria')").await?;
        reader.until_all(shown, &format!("ready.length === {shown} && errors.length === {refused}")).await?;
        ensure!(reader.ask("return errors.every((each) => each === 'document')").await? == json!(true));
        reader.ask("for (const each of document.querySelectorAll('article-explainer[ready]')) each.shadowRoot.querySelector('[data-id=helsinki]').click()").await?;
        harmless(&reader, &site).await
    })
}

fn deep(bench: &Bench) -> Result<()> {
    let nested = |depth: usize| {
        let (open, close) = ("{\"quote\":[".repeat(depth), "]}".repeat(depth));
        format!(
            "{{\"version\":1,\"lang\":\"en\",\"headline\":\"Deep\",\"lead\":[{open}{{\"paragraph\":[{{\"text\":\"the bottom\"}}]}}{close}]}}"
        )
    };
    // Two levels each, beside the article, its lead, the paragraph, its list and the text.
    let most = nested((127 - 5) / 2);
    let site = Site::with_body("<article-explainer load=now src=/most.json></article-explainer><article-explainer load=now src=/more.json></article-explainer><article-explainer load=now src=/flood.json></article-explainer>")
        .file("/most.json", &most)
        .file("/more.json", &nested(62))
        .file("/flood.json", &nested(500_000));
    ensure!(
        serde_json::from_str::<Article>(&most).is_ok(),
        "the native reader refuses it"
    );
    ensure!(
        serde_json::from_str::<Article>(&nested(62)).is_err(),
        "the native reader takes more"
    );
    bench.show(site, |reader, _| async move {
        reader.until("ready.length === 1 && errors.length === 2").await?;
        let text = reader.find(".explainer").await?.text().await?;
        ensure!(text.contains("the bottom"), "{text}");
        let heard = reader.ask("return [errors, uncaught, messages.every((each) => each.includes('nests deeper'))]").await?;
        ensure!(heard == json!([["document", "document"], [], true]), "{heard}");
        Ok(())
    })
}
