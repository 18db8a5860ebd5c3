//! The explainer as plain HTML, for pages whose editors let little else through.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use scraper::{ElementRef, Html, Node, Selector};

use crate::build::built;
use crate::{GOOD, folder, read};

/// What only works in the explainer, is drawn, or says again what is said beside it.
const COMFORT: &str = "button, svg, [hidden], [role=status], .skip, .filter, .periods, .notes, .map, .dock, .hash, .gap, .numeral, .related, \
    .related-label, .card-title, .dated .when, .dated .quote";

/// Documents that have everything, or mean ill.
const DOCUMENTS: [&str; 4] = [
    "examples/everything",
    "examples/hostile",
    "examples/right-to-left",
    "seeds/helsinki-summit",
];

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    // They live as long as the page, and the selector does not.
    let found: Vec<_> = html.select(&selector).map(|each| each.id()).collect();
    let nodes = found.into_iter().filter_map(|id| html.tree.get(id));
    nodes.filter_map(ElementRef::wrap).collect()
}

/// The letters of an element, without what goes.
fn letters(element: ElementRef<'_>, goes: &Selector, into: &mut String) {
    for child in element.children() {
        if let Node::Text(text) = child.value() {
            into.extend(text.chars().filter(|c| !c.is_whitespace()));
        } else if let Some(child) = ElementRef::wrap(child).filter(|child| !goes.matches(child)) {
            letters(child, goes, into);
        }
    }
}

fn text_of(html: &Html, selector: &str) -> String {
    let goes = Selector::parse(COMFORT).expect("a selector");
    let mut text = String::new();
    for element in select(html, selector) {
        letters(element, &goes, &mut text);
    }
    text
}

/// The plain HTML of a document of the repository, and the page that was made of it.
fn plain(document: &str) -> (String, String) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../{document}.md"));
    let folder = folder(&[]);
    let base = ["--base-url", "https://example.org/a&b/"];
    let file_name = file.display().to_string();
    built(&folder, &[&file_name, "-o", "site", base[0], base[1]]);
    let name = file.file_stem().map(PathBuf::from).unwrap_or_default();
    let read = |ending: &str| read(&folder, Path::new("site").join(name.with_extension(ending)));
    (read("plain.html"), read("fragment.html"))
}

#[test]
fn plain_html_is_made_of_what_sanitizers_leave() {
    let tags = [
        "a",
        "blockquote",
        "br",
        "cite",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "html",
        "img",
        "li",
        "ol",
        "p",
        "small",
        "span",
        "strong",
        "summary",
        "ul",
    ];
    let attributes = [
        "alt", "dir", "height", "href", "id", "lang", "open", "src", "start", "title", "width",
    ];
    for document in DOCUMENTS {
        let (plain, _) = plain(document);
        assert!(plain.starts_with("<div "), "{document}: {plain}");
        let html = Html::parse_fragment(&plain);
        let is_comment = |node: &Node| matches!(node, Node::Comment(_));
        assert!(!html.tree.values().any(is_comment), "{document}: a comment");
        for element in select(&html, "*") {
            assert!(
                tags.contains(&element.value().name()),
                "{document}: {}",
                element.html()
            );
            for (name, _) in element.value().attrs() {
                let is_root = element
                    .value()
                    .classes()
                    .any(|class| class == "article-explainer");
                let allowed = attributes.contains(&name)
                    || is_root && ["class", "data-explainer-src"].contains(&name);
                assert!(allowed, "{document}: {name} in {}", element.html());
            }
        }
    }
}

#[test]
fn plain_html_has_the_text_of_the_prerendered_explainer_but_for_its_controls() {
    for document in DOCUMENTS {
        let (plain, page) = plain(document);
        // As what it is in, not as a template, whose content is a document of its own.
        let page = page
            .replace("<template", "<div")
            .replace("</template>", "</div>");
        let (plain, page) = (Html::parse_fragment(&plain), Html::parse_fragment(&page));
        let text = text_of(&page, ".explainer");
        assert!(text.len() > 500, "{document}: {text}");
        // What labels say of parts are headings, since nothing else tells where they begin.
        let labels = select(&page, "[part=issues], [part=timeline]").into_iter();
        let labels = labels.filter_map(|part| part.attr("aria-label"));
        let mut left = text_of(&plain, ".article-explainer");
        for label in labels {
            let heading: String = label.split_whitespace().collect();
            left = left.replacen(&heading, "", 1);
        }
        assert_eq!(left, text, "{document}");
    }
}

#[test]
fn links_of_plain_html_lead_to_its_items_and_its_headings_follow_each_other() {
    for document in DOCUMENTS {
        let (plain, _) = plain(document);
        let html = Html::parse_fragment(&plain);
        let ids: Vec<_> = select(&html, "[id]")
            .iter()
            .filter_map(|each| each.attr("id"))
            .collect();
        let unique: BTreeSet<_> = ids.iter().collect();
        assert!(
            ids.len() > 3 && ids.len() == unique.len(),
            "{document}: {ids:?}"
        );
        assert!(
            ids.iter().all(|id| id.starts_with("explainer-")),
            "{document}: {ids:?}"
        );
        for link in select(&html, "a[href^='#']") {
            let item = link.attr("href").and_then(|href| href.strip_prefix('#'));
            assert!(
                item.is_some_and(|item| ids.contains(&item)),
                "{document}: {}",
                link.html()
            );
        }
        let mut before = 1;
        for heading in select(&html, "h1, h2, h3, h4, h5, h6") {
            let level: u8 = heading.value().name()[1..].parse().expect("a level");
            assert!(
                (2..=before + 1).contains(&level),
                "{document}: {}",
                heading.html()
            );
            before = level;
        }
    }
}

#[test]
fn plain_html_names_whole_addresses_where_they_are_known() {
    let image = "figure = { caption = \"Talks\", image = { src = \"talks (1).png\", alt = \"Two & \\\"more\\\"\", width = 4, height = 3 } }\nissues =";
    let document = GOOD.replace("issues =", image)
        + "\nThey [said](about.html?a=1&b=2) [more](https://e.org).\n";
    let folder = folder(&[("talks.md", &document)]);
    built(&folder, &["talks.md", "-o", "near"]);
    let near = read(&folder, "near/talks.plain.html");
    assert!(near.starts_with("<div lang=\"en\" dir=\"ltr\" class=\"article-explainer\" data-explainer-src=\"talks.json\">"), "{near}");
    assert!(near.contains("href=\"about.html?a=1&amp;b=2\""), "{near}");

    built(
        &folder,
        &[
            "talks.md",
            "-o",
            "site",
            "--base-url",
            "https://example.org/a&b",
        ],
    );
    let site = read(&folder, "site/talks.plain.html");
    for part in [
        "data-explainer-src=\"https://example.org/a&amp;b/talks.json\"",
        "src=\"https://example.org/a&amp;b/talks%20(1).png\"",
        "alt=\"Two &amp; &quot;more&quot;\"",
        "href=\"https://example.org/a&amp;b/about.html?a=1&amp;b=2\"",
        "href=\"https://e.org\"",
        "href=\"#explainer-passage-1\"",
        "<details id=\"explainer-tariffs\">",
    ] {
        assert!(site.contains(part), "{part} is not in {site}");
    }
}
