//! Hostile words in every field of a document stay words in its prerendered HTML, as a parser reads it: no element, no attribute
//! and no kind of address comes from them. `tests/browser/hostile_words.rs` shows the same HTML in browsers.

#[path = "hostile/filled.rs"]
mod filled;
#[path = "hostile/places.rs"]
mod places;

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use article_explainer::prerender::Prerender;
use scraper::Html;
use serde_json::Value;

use filled::{filled, whole};

/// The prerendered HTML of a document, without the `template` around it.
fn prerendered(json: &str) -> Result<Html> {
    let document = Some(("/article.json", json));
    let prerender = Prerender {
        document,
        ..Prerender::default()
    };
    let html = prerender.shadow_root().map_err(anyhow::Error::msg)?;
    let (_, inside) = html.split_once('>').context("a template")?;
    let (inside, _) = inside
        .rsplit_once("</template>")
        .context("the end of a template")?;
    Ok(Html::parse_fragment(inside))
}

/// Every element, with each of its attributes, that HTML has.
fn kinds(html: &Html) -> BTreeSet<(String, String)> {
    let elements = html.root_element().descendent_elements();
    let kinds = elements.flat_map(|element| {
        let names = element.value().attrs().map(|(name, _)| name.to_owned());
        let names = names.chain([String::new()]);
        names.map(move |name| (element.value().name().to_owned(), name))
    });
    kinds.collect()
}

/// Whether an address is relative, or has a scheme that runs nothing; browsers leave out tabs and line breaks before they look.
fn is_safe(address: &str) -> bool {
    let ignored = |letter: char| letter.is_ascii_control();
    let address = address.replace(ignored, "");
    match address.trim_start().split_once([':', '/', '?', '#']) {
        Some((scheme, _)) if address.trim_start()[scheme.len()..].starts_with(':') => {
            ["http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str())
        }
        _ => true,
    }
}

#[test]
fn addresses_that_run_scripts_are_known() {
    for address in ["javascript:x", " java\nscript:x", "\u{1}data:x"] {
        assert!(!is_safe(address), "{address:?}");
    }
    for address in ["", "#javascript:x", "https://x", "/x:y", "x?y:z"] {
        assert!(is_safe(address), "{address:?}");
    }
}

#[test]
fn hostile_words_in_every_field_add_no_element_and_no_attribute() -> Result<()> {
    let mut example = whole()?;
    let mut known = kinds(&prerendered(&example.to_string())?);
    // The interface does not speak the language of the others: its own is named.
    example["lang"] = Value::from("x");
    known.extend(kinds(&prerendered(&example.to_string())?));
    ensure!(known.len() > 50, "only {} kinds of elements", known.len());
    for json in filled()? {
        let html = prerendered(&json)?;
        let added: Vec<_> = kinds(&html).difference(&known).cloned().collect();
        ensure!(added.is_empty(), "{added:?} of {json}");
        for element in html.root_element().descendent_elements() {
            for name in ["href", "src"] {
                let address = element.value().attr(name).unwrap_or_default();
                ensure!(is_safe(address), "{name}={address:?} of {json}");
            }
        }
        let article: Value = serde_json::from_str(&json)?;
        let headline = article["headline"].as_str().context("a headline")?;
        // A parser of HTML reads a carriage return as a line feed, and leaves U+0000 out.
        let normal = |text: &str| {
            text.replace("\r\n", "\n")
                .replace('\r', "\n")
                .replace('\0', "\u{fffd}")
        };
        let text: String = html.root_element().text().collect();
        ensure!(
            text.contains(&normal(headline)),
            "no {headline:?} in the text"
        );
    }
    Ok(())
}
