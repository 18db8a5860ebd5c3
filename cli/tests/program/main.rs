//! The program as a whole, as a user runs it.
//!
//! ```text
//! main      prerender, assets, schema, completions, the manual
//! build     pages of documents
//! card      the picture of an article for those who share its link
//! check     every mistake in a document, and how it is said
//! export    documents in other forms
//! import    other programs' files, and what is said of them
//! json_ld   what pages say of their articles to search engines
//! new       a document made of plain text
//! plain     plain HTML for pages whose editors let little else through
//! preview   a document in the browser, again each time it is saved
//! rebuild   pages where there are pages already
//! ```

mod build;
mod card;
mod check;
mod export;
mod import;
mod json_ld;
mod new;
mod plain;
mod preview;
mod rebuild;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

pub(crate) const GOOD: &str = r#"+++
headline = "Trade talks"
issues = [{ id = "tariffs", title = "Tariffs", stance = "contention" }]
+++
Both sides speak of [tariffs](#tariffs), &lt;/script> or not.
"#;

/// A folder with these files.
pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, content) in files {
        fs::write(folder.path().join(name), content).expect("a file");
    }
    folder
}

pub(crate) fn explainer(folder: &TempDir) -> Command {
    let mut command = Command::cargo_bin("explainer").expect("the program");
    command.current_dir(folder);
    command
}

pub(crate) fn read(folder: &TempDir, name: impl AsRef<Path>) -> String {
    fs::read_to_string(folder.path().join(name)).expect("a file")
}

/// The name of the folder beside the script that it loads from.
pub(crate) fn loaded_from(folder: &Path) -> String {
    let mut entries = fs::read_dir(folder).expect("a folder").flatten();
    let loaded = entries.find(|entry| entry.path().is_dir());
    let name = loaded.expect("a folder to load from").file_name();
    name.into_string().expect("letters")
}

/// What the program says on standard error, with its exit code.
pub(crate) fn said(command: &mut Command) -> (Option<i32>, String) {
    let output = command.output().expect("the program runs");
    (
        output.status.code(),
        String::from_utf8(output.stderr).expect("text"),
    )
}

#[test]
fn export_writes_what_prerender_reads() {
    let page = "<!doctype html>\n<title>Talks</title>\n<article-explainer id=\"talks\" src=\"talks.json\"><p>Fallback</p></article-explainer>\n";
    let folder = folder(&[("talks.md", GOOD), ("page.html", page)]);
    explainer(&folder)
        .args(["export", "talks.md", "-o", "talks.json"])
        .assert()
        .success();
    explainer(&folder)
        .args(["prerender", "page.html", "--stylesheet", "/css?a&b"])
        .assert()
        .success();
    let filled = read(&folder, "page.html");
    assert!(
        filled.contains(
            "<template shadowrootmode=\"open\" shadowrootclonable shadowrootserializable>"
        ),
        "{filled}"
    );
    assert!(filled.contains("href=\"/css?a&amp;b\""), "{filled}");
    assert!(filled.contains("href=\"#talks-passage-1\""), "{filled}");
    assert!(filled.contains("<p>Fallback</p>"), "{filled}");
    // The article's words stay words.
    assert_eq!(filled.matches("</script>").count(), 0, "{filled}");
    explainer(&folder)
        .args(["prerender", "page.html", "--stylesheet", "/css?a&b"])
        .assert()
        .success();
    assert_eq!(
        read(&folder, "page.html"),
        filled,
        "a second run changes something"
    );
}

#[test]
fn export_of_a_document_with_errors_writes_nothing() {
    let folder = folder(&[("talks.md", &GOOD.replace("headline", "headlin"))]);
    explainer(&folder)
        .args(["export", "talks.md", "-o", "talks.json"])
        .assert()
        .code(1);
    assert!(!folder.path().join("talks.json").exists());
}

#[test]
fn prerender_without_an_explainer_in_the_page_says_so_and_leaves_it() {
    let folder = folder(&[("page.html", "<p>Nothing here</p>")]);
    let (code, said) = said(explainer(&folder).args(["prerender", "page.html"]));
    assert_eq!(code, Some(1));
    assert!(said.contains("there is no <article-explainer>"), "{said}");
    assert_eq!(read(&folder, "page.html"), "<p>Nothing here</p>");
}

#[test]
fn prerender_refuses_a_document_that_is_none_and_leaves_the_page() {
    let page = "<article-explainer src=\"talks.json\"></article-explainer>";
    let folder = folder(&[("page.html", page), ("talks.json", "{}")]);
    let (code, said) = said(explainer(&folder).args(["prerender", "page.html"]));
    assert_eq!(code, Some(2));
    assert!(said.contains("talks.json"), "{said}");
    assert_eq!(read(&folder, "page.html"), page);
}

#[test]
fn the_built_in_article_is_in_a_page_without_a_src() {
    let folder = folder(&[("page.html", "<article-explainer></article-explainer>")]);
    explainer(&folder)
        .args(["prerender", "page.html"])
        .assert()
        .success();
    let page = read(&folder, "page.html");
    assert!(page.contains("Can the Trump-Putin Summit Improve U.S.-Russian Relations?"));
}

#[test]
fn prerendered_pages_find_the_stylesheet_where_assets_puts_it() {
    let page = "<article-explainer></article-explainer>";
    let folder = folder(&[("page.html", page)]);
    let mut assets = explainer(&folder);
    assets.args(["assets", "static/e"]).assert().success();
    let hash = loaded_from(&folder.path().join("static/e"));
    for (given, found) in [
        (&[][..], format!("{hash}/explainer.css")),
        (
            &["--assets", "static/e"],
            format!("static/e/{hash}/explainer.css"),
        ),
        (&["--assets", "/e/"], format!("/e/{hash}/explainer.css")),
        (&["--stylesheet", "/my.css"], "/my.css".to_owned()),
    ] {
        let mut prerender = explainer(&folder);
        prerender.args(["prerender", "page.html"]).args(given);
        prerender.assert().success();
        let page = read(&folder, "page.html");
        assert!(
            page.contains(&format!("href=\"{found}\"")),
            "{found}: {page}"
        );
    }
}

#[test]
fn assets_writes_what_a_page_needs_or_its_stylesheet_only() {
    let folder = folder(&[]);
    let mut assets = explainer(&folder);
    assets.args(["assets", "site/files"]).assert().success();
    let hash = loaded_from(&folder.path().join("site/files"));
    let loaded = format!("site/files/{hash}");
    assert!(read(&folder, format!("{loaded}/explainer.css")).contains(".explainer"));
    // The script finds them there.
    assert!(read(&folder, "site/files/explainer.js").contains(&format!("./{hash}/explainer.css")));
    assert!(read(&folder, "site/files/explainer.js").contains("customElements.define"));
    assert!(folder.path().join(&loaded).join("full.js").exists());
    let widget = fs::read(folder.path().join(&loaded).join("full.wasm"));
    assert!(widget.expect("the widget").starts_with(b"\0asm"));
    let mut assets = explainer(&folder);
    assets
        .args(["assets", "--without-program", "style"])
        .assert()
        .success();
    let written = fs::read_dir(folder.path().join("style")).expect("a folder");
    let mut names: Vec<_> = written
        .map(|entry| {
            let name = entry.expect("a file").file_name();
            name.to_string_lossy().into_owned()
        })
        .collect();
    names.sort();
    let words = ["ar", "de", "es", "fi", "fr", "ru", "uk"].map(|tag| format!("words.{tag}.json"));
    assert_eq!(
        names,
        ["article.json", "explainer.css"]
            .map(str::to_owned)
            .into_iter()
            .chain(words)
            .collect::<Vec<_>>()
    );
}

/// Every verb that the program's help names.
fn verbs(folder: &TempDir) -> Vec<String> {
    let help = explainer(folder)
        .arg("--help")
        .output()
        .expect("the program runs");
    let help = String::from_utf8(help.stdout).expect("text");
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    lines
        .take_while(|line| !line.is_empty())
        // A line that goes on from the one before stands further in.
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|verb| *verb != "help")
        .map(str::to_owned)
        .collect()
}

#[test]
fn completions_and_the_manual_know_every_verb() {
    let folder = folder(&[]);
    let verbs = verbs(&folder);
    assert!(verbs.len() > 5, "{verbs:?}");
    for arguments in [
        &["completions", "bash"][..],
        &["completions", "fish"],
        &["manual"],
    ] {
        let output = explainer(&folder)
            .args(arguments)
            .output()
            .expect("the program runs");
        let output = String::from_utf8(output.stdout)
            .expect("text")
            .to_lowercase();
        for verb in &verbs {
            assert!(output.contains(verb), "{arguments:?} does not know {verb}");
        }
    }
}

#[test]
fn every_verb_has_a_help_with_an_example() {
    let folder = folder(&[]);
    for verb in verbs(&folder) {
        let output = explainer(&folder)
            .args([&verb, "--help"])
            .output()
            .expect("the program runs");
        let help = String::from_utf8(output.stdout).expect("text");
        assert!(
            help.contains(&format!("Example:\n  explainer {verb}")),
            "{help}"
        );
    }
}

#[test]
fn a_verb_that_there_is_not_is_a_wrong_command_line() {
    let (code, said) = said(explainer(&folder(&[])).arg("chekc"));
    assert_eq!(code, Some(2));
    assert!(said.contains("'check'"), "{said}");
}

#[test]
fn schema_prints_json_schemas() {
    let folder = folder(&[]);
    for of in ["json", "front-matter"] {
        let output = explainer(&folder)
            .args(["schema", of])
            .output()
            .expect("the program runs");
        let schema: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
    }
}
