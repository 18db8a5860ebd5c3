//! Pages of documents.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use tempfile::TempDir;

use crate::{GOOD, explainer, folder, loaded_from, read, said};

/// Builds with these arguments; the exit code and what is said.
pub(crate) fn build(folder: &TempDir, arguments: &[&str]) -> (Option<i32>, String) {
    said(explainer(folder).arg("build").args(arguments))
}

/// Builds with these arguments, which has to go well; what is said.
pub(crate) fn built(folder: &TempDir, arguments: &[&str]) -> String {
    let (code, said) = build(folder, arguments);
    assert_eq!(code, Some(0), "{said}");
    said
}

/// Every file below a folder, with its content and when it was written.
pub(crate) fn files(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let written = path.metadata().and_then(|about| about.modified());
            let content = fs::read(&path).expect("a file");
            found.insert(path, (content, written.expect("a time")));
        }
    }
    found
}

#[test]
fn a_document_becomes_a_page_a_fragment_an_embed_page_and_json() {
    let folder = folder(&[("talks.md", GOOD)]);
    assert_eq!(
        built(&folder, &["talks.md", "-o", "site"]),
        "1 document in site: 1 built, 0 unchanged\n"
    );
    let names = files(&folder.path().join("site"));
    let hash = loaded_from(&folder.path().join("site/explainer"));
    let mut names: Vec<_> = names
        .keys()
        .map(|file| {
            file.strip_prefix(folder.path().join("site"))
                .expect("inside")
                .display()
                .to_string()
                .replace(&hash, "HASH")
        })
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            ".explainer.json",
            "explainer/HASH/article.json",
            "explainer/HASH/explainer.css",
            "explainer/HASH/full.js",
            "explainer/HASH/full.wasm",
            "explainer/HASH/light.js",
            "explainer/HASH/light.wasm",
            "explainer/HASH/tools.js",
            "explainer/HASH/words.ar.json",
            "explainer/HASH/words.de.json",
            "explainer/HASH/words.es.json",
            "explainer/HASH/words.fi.json",
            "explainer/HASH/words.fr.json",
            "explainer/HASH/words.ru.json",
            "explainer/HASH/words.uk.json",
            "explainer/THIRD-PARTY.txt",
            "explainer/embed.js",
            "explainer/explainer.js",
            "explainer/frame.js",
            "explainer/page.css",
            "talks.embed.html",
            "talks.fragment.html",
            "talks.frame.html",
            "talks.html",
            "talks.json",
            "talks.plain.html",
        ]
    );
    let page = read(&folder, "site/talks.html");
    let shown = page.replace(&hash, "HASH");
    for part in [
        "<html lang=\"en\" dir=\"ltr\">",
        "<title>Trade talks</title>",
        "<meta name=\"description\" content=\"Both sides speak of tariffs, &lt;/script&gt; or not.\">",
        "<link rel=\"alternate\" type=\"application/json\" href=\"talks.json\">",
        "<script type=\"module\" src=\"explainer/explainer.js\"></script>",
        "<article-explainer src=\"talks.json\" heading-level=\"1\"><div class=\"mount\">",
        "href=\"explainer/HASH/explainer.css\"",
        "data-explainer-version=\"2\"",
    ] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
    assert_eq!(page.matches("<h1").count(), 1, "{page}");
    assert!(
        !page.contains("canonical") && !page.contains("og:"),
        "{page}"
    );
    let fragment = read(&folder, "site/talks.fragment.html");
    assert!(fragment.starts_with("<script type=\"module\" src=\"explainer/explainer.js\"></script>\n<article-explainer src=\"talks.json\">"), "{fragment}");
    let embed = read(&folder, "site/talks.embed.html");
    assert!(
        embed.contains("<meta name=\"robots\" content=\"noindex\">"),
        "{embed}"
    );
    assert!(embed.contains("<title>Trade talks</title>"), "{embed}");
    assert_eq!(embed.matches("<h1").count(), 1, "{embed}");
    assert!(!fragment.contains("<h1"), "{fragment}");
    // What is written is what is read again.
    assert_eq!(
        built(&folder, &["site/talks.json", "-o", "again"]),
        "1 document in again: 1 built, 0 unchanged\n"
    );
    assert_eq!(read(&folder, "again/talks.html"), page);
}

#[test]
fn pages_have_neither_inline_script_nor_inline_style() {
    let folder = folder(&[("talks.md", GOOD), ("more.md", GOOD)]);
    built(&folder, &["talks.md", "more.md", "-o", "site"]);
    for file in [
        "talks.html",
        "talks.fragment.html",
        "talks.embed.html",
        "index.html",
    ] {
        let page = read(&folder, Path::new("site").join(file));
        let scripts = page.split("<script ").skip(1);
        let inline = scripts.filter(|script| {
            !script.starts_with("type=\"module\" src=")
                && !script.starts_with("type=\"application/json\"")
                && !script.starts_with("type=\"application/ld+json\"")
        });
        assert_eq!(inline.count(), 0, "{page}");
        for inline in ["<script>", "<style", " style=", " onclick="] {
            assert!(!page.contains(inline), "{inline} is in {page}");
        }
    }
}

#[test]
fn with_the_address_known_pages_name_theirs_and_sitemaps_list_them() {
    let dated = GOOD.replace("issues =", "publisher = \"A & B\"\npublished = \"2018-07\"\nupdates = [{ date = \"2018-07-16\", text = \"The talks\" }]\nissues =");
    let folder = folder(&[("talks.md", GOOD), ("dated.md", &dated)]);
    let base = ["--base-url", "https://example.org/a&b"];
    built(
        &folder,
        &["talks.md", "dated.md", "-o", "site", base[0], base[1]],
    );
    let page = read(&folder, "site/dated.html");
    for part in [
        "<link rel=\"canonical\" href=\"https://example.org/a&amp;b/dated.html\">",
        "<meta property=\"og:url\" content=\"https://example.org/a&amp;b/dated.html\">",
        "<meta property=\"og:site_name\" content=\"A &amp; B\">",
        "<meta property=\"article:modified_time\" content=\"2018-07-16\">",
        "<p><a href=\"index.html\">A &amp; B</a></p>",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let fragment = read(&folder, "site/dated.fragment.html");
    assert!(
        fragment.contains("src=\"https://example.org/a&amp;b/explainer/explainer.js\""),
        "{fragment}"
    );
    let hash = loaded_from(&folder.path().join("site/explainer"));
    let style = format!("href=\"https://example.org/a&amp;b/explainer/{hash}/explainer.css\"");
    assert!(fragment.contains(&style), "{fragment}");
    assert!(read(&folder, "site/dated.embed.html").contains("rel=\"canonical\""));
    assert_eq!(
        read(&folder, "site/urls.txt"),
        "https://example.org/a&b/talks.html\nhttps://example.org/a&b/dated.html\n"
    );
    insta::assert_snapshot!(read(&folder, "site/sitemap.xml"));
    let index = read(&folder, "site/index.html");
    let (dated, undated) = (index.find("dated.html"), index.find("talks.html"));
    assert!(
        dated.is_some() && dated < undated,
        "the newest is not first: {index}"
    );
    assert!(
        index.contains("<time datetime=\"2018-07\">July 2018</time>"),
        "{index}"
    );
}

#[test]
fn an_address_that_is_none_and_a_name_that_can_not_be_one_are_refused() {
    let folder = folder(&[("talks.md", GOOD), ("Trade talks.md", GOOD)]);
    let (code, message) = build(
        &folder,
        &["talks.md", "-o", "site", "--base-url", "example.org"],
    );
    assert_eq!(code, Some(2));
    assert!(
        message.contains("--base-url example.org is not an address; write the whole address"),
        "{message}"
    );
    let (code, message) = build(&folder, &["Trade talks.md", "-o", "site"]);
    assert_eq!(code, Some(2));
    assert!(message.contains("rename it to trade-talks.md"), "{message}");
    assert!(!folder.path().join("site").exists());
}

#[test]
fn two_documents_of_one_name_are_refused_by_both_their_names() {
    let folder = folder(&[("talks.md", GOOD)]);
    fs::create_dir(folder.path().join("more")).expect("a folder");
    fs::write(folder.path().join("more/Talks.md"), GOOD).expect("a file");
    let (code, message) = build(&folder, &["talks.md", "more/Talks.md", "-o", "site"]);
    assert_eq!(code, Some(2));
    assert!(
        message.contains("talks.md and more/Talks.md would both become"),
        "{message}"
    );
}

#[test]
fn warnings_are_said_and_do_not_fail() {
    let doubtful = GOOD.replace(
        "issues =",
        "events = [{ id = \"summit\", title = \"Summit\", date = \"2018\" }]\nissues =",
    );
    let folder = folder(&[("talks.md", &doubtful)]);
    let said = built(&folder, &["talks.md", "-o", "site"]);
    assert!(
        said.contains("no passage of the article bears on `summit`"),
        "{said}"
    );
    let (_, quiet) = build(&folder, &["talks.md", "-o", "site", "--force", "--quiet"]);
    assert_eq!(quiet, "");
}

#[test]
fn thirty_articles_are_built_in_one_run() {
    let names: Vec<_> = (1..=30)
        .map(|number| format!("talks-{number}.md"))
        .collect();
    let documents: Vec<_> = names.iter().map(|name| (name.as_str(), GOOD)).collect();
    let folder = folder(&documents);
    let mut run: Vec<&str> = names.iter().map(String::as_str).collect();
    run.extend(["-o", "site", "--base-url", "https://example.org/"]);
    assert_eq!(
        built(&folder, &run),
        "30 documents in site: 30 built, 0 unchanged\n"
    );
    let index = read(&folder, "site/index.html");
    let urls = read(&folder, "site/urls.txt");
    for number in 1..=30 {
        assert!(index.contains(&format!("<a href=\"talks-{number}.html\">")));
        assert!(urls.contains(&format!("https://example.org/talks-{number}.html\n")));
        assert!(read(&folder, format!("site/talks-{number}.html")).contains("Trade talks"));
    }
    assert_eq!(
        built(&folder, &run),
        "30 documents in site: 0 built, 30 unchanged\n"
    );
}

#[test]
fn a_document_that_would_be_written_over_is_refused() {
    let folder = folder(&[("talks.md", GOOD)]);
    built(&folder, &["talks.md", "-o", "site"]);
    let (code, said) = build(&folder, &["site/talks.json", "-o", "site"]);
    assert_eq!(code, Some(2));
    assert!(
        said.contains("would be written over; build into another"),
        "{said}"
    );
}

#[test]
fn a_frame_to_paste_is_written_and_told_of_by_oembed() {
    let folder = folder(&[("talks.md", GOOD)]);
    built(&folder, &["talks.md", "-o", "near"]);
    let near = read(&folder, "near/talks.frame.html");
    assert!(near.contains("<iframe class=\"article-explainer-frame\" src=\"talks.embed.html\" title=\"Trade talks\" width=\"100%\" height=\"600\""), "{near}");
    assert!(!folder.path().join("near/talks.oembed.json").exists());
    assert!(!read(&folder, "near/talks.html").contains("oembed"));

    let base = "https://example.org/a/";
    built(&folder, &["talks.md", "-o", "site", "--base-url", base]);
    let page = read(&folder, "site/talks.html");
    let link = "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://example.org/a/talks.oembed.json\" title=\"Trade talks\">";
    assert!(page.contains(link), "{page}");
    let told: serde_json::Value =
        serde_json::from_str(&read(&folder, "site/talks.oembed.json")).expect("JSON");
    // What the specification requires of the type `rich`.
    assert_eq!(
        (&told["version"], &told["type"]),
        (&"1.0".into(), &"rich".into())
    );
    assert!(told["width"].is_u64() && told["height"].is_u64(), "{told}");
    let html = told["html"].as_str().expect("HTML");
    assert_eq!(html, read(&folder, "site/talks.frame.html"));
    for address in [
        "src=\"https://example.org/a/talks.embed.html\"",
        "src=\"https://example.org/a/explainer/embed.js\"",
    ] {
        assert!(html.contains(address), "{html}");
    }
}
