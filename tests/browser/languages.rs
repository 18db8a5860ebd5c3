//! The languages of the interface.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use article::Language;
use article_explainer::prerender::{Prerender, Stylesheet};
use article_explainer::words::{Words, catalogue};
use serde_json::json;

use crate::test::{Test, test};
use crate::bench::Bench;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("the interface speaks each of its languages, and nothing of it is left in English", every_language),
    test("the language is the element's, else the document's, else the page's, else English", whose_language).quick(),
    test("a page that is prerendered in another language than English is taken over", prerendered),
    test("the words of a language are loaded once, and not at all for English", loaded_once),
    test("words that can't be loaded are said in English", not_loaded),
];

/// The words that stand in the page outside the article's own, with the names that only assistive technology says.
const SAID: &str = "
    const said = [], walker = document.createTreeWalker(root.querySelector('.explainer'), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const article = (node) => node.closest('[lang]').lang === 'en';
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.nodeType === Node.TEXT_NODE) { if (!article(node.parentElement)) said.push(node.data); }
        else for (const name of ['aria-label', 'title', 'placeholder', 'aria-description'])
            if (node.hasAttribute(name) && !article(node)) said.push(node.getAttribute(name));
    }
    return said.map((each) => each.trim().replace(/[:：]$/, '')).filter(Boolean);";

fn words(language: Language) -> Result<BTreeMap<String, String>> {
    serde_json::from_str(catalogue(language)).context("a catalogue")
}

fn every_language(bench: &Bench) -> Result<()> {
    let english = words(Language::English)?;
    bench.show(Site::with_body("<article-explainer></article-explainer>"), |reader, site| async move {
        for language in Language::ALL.into_iter().skip(1) {
            let tag = language.tag();
            reader.go(&site.url("/")).await?;
            reader.ask(&format!("host.setAttribute('lang', '{tag}')")).await?;
            reader
                .until(&format!("host.hasAttribute('ready') && root.querySelector('.explainer').lang === '{tag}'"))
                .await?;
            let dir = reader.ask("return root.querySelector('.explainer').dir").await?;
            ensure!(dir == language.direction().dir(), "{tag} is written {dir}");
            let said: Vec<String> = serde_json::from_value(reader.ask(SAID).await?)?;
            ensure!(said.len() > 30, "{tag} says little: {said:?}");
            let own = words(language)?;
            for (key, text) in &english {
                let is_same = own.get(key) == Some(text);
                ensure!(is_same || !said.contains(text), "{tag} says “{text}” for {key}: {said:?}");
            }
            let timeline = Words::of(language).timeline.to_string();
            ensure!(said.contains(&timeline), "{tag} does not say “{timeline}”: {said:?}");
        }
        Ok(())
    })
}

fn whose_language(bench: &Bench) -> Result<()> {
    let body = r#"<div lang=fi>
        <article-explainer id=element src=ar.json lang=es-MX></article-explainer>
        <article-explainer id=document src=ar.json></article-explainer>
        <article-explainer id=page src=ja.json></article-explainer></div>
        <div lang=ja><article-explainer id=none src=ja.json></article-explainer></div>"#;
    let document = |lang| json!({ "version": 1, "lang": lang, "headline": "x" }).to_string();
    let site = Site::with_body(body)
        .file("/ar.json", &document("ar"))
        .file("/ja.json", &document("ja"));
    bench.show(site, |reader, _| async move {
        for (id, tag) in [("element", "es"), ("document", "ar"), ("page", "fi"), ("none", "en")] {
            reader
                .until(&format!("document.getElementById('{id}').hasAttribute('ready')"))
                .await?;
            let spoken = reader
                .ask(&format!("return document.getElementById('{id}').shadowRoot.querySelector('.explainer').lang"))
                .await?;
            ensure!(spoken == tag, "{id}: {spoken}");
        }
        Ok(())
    })
}

fn prerendered(bench: &Bench) -> Result<()> {
    let root = Prerender {
        lang: Some("uk"),
        stylesheet: Stylesheet::Linked(&bench.loaded("explainer.css")),
        ..Default::default()
    }
    .shadow_root()
    .map_err(anyhow::Error::msg)?;
    let site = Site::with_body(&format!(
        "<article-explainer lang=uk>{root}</article-explainer>"
    ));
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        ensure!(reader.ask("return ready").await? == json!([true]));
        let heading = reader.ask("return root.querySelector('[part=timeline]').ariaLabel").await?;
        ensure!(heading == "Стрічка часу", "{heading}");
        Ok(())
    })
}

/// The catalogues that the page has loaded.
const LOADED: &str = "return performance.getEntriesByType('resource')
    .map((each) => each.name.split('/').pop()).filter((name) => name.startsWith('words.'))";

fn loaded_once(bench: &Bench) -> Result<()> {
    let body = "<article-explainer></article-explainer><article-explainer lang=de></article-explainer>\
        <article-explainer lang=de-AT></article-explainer>";
    bench.show(Site::with_body(body), |reader, _| async move {
        reader
            .until("document.querySelectorAll('article-explainer[ready]').length === 3")
            .await?;
        let loaded = reader.ask(LOADED).await?;
        ensure!(loaded == json!(["words.de.json"]), "{loaded}");
        Ok(())
    })
}

fn not_loaded(bench: &Bench) -> Result<()> {
    let site = Site::with_body("<article-explainer lang=de></article-explainer>")
        .file(&bench.loaded("words.de.json"), "gone");
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        ensure!(reader.ask("return errors").await? == json!([]));
        let heading = reader.ask("return root.querySelector('[part=timeline]').ariaLabel").await?;
        ensure!(heading == "Timeline", "{heading}");
        ensure!(
            reader
                .ask("return root.querySelector('.explainer').lang")
                .await?
                == "en"
        );
        Ok(())
    })
}
