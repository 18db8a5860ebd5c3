//! The pages of all examples, built once, in letters that are the same on every machine.
//!
//! The letters are of npm packages. A page that has to borrow one from the machine looks different elsewhere, so
//! [`in_kept_letters`] sees that none does.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow, ensure};
use article::Language;
use serde_json::json;

use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::Site;

/// The families of the letters, in the order in which they are asked for a letter.
const FAMILIES: [(&str, &[&str]); 4] = [
    ("source-serif-4", &["400", "400-italic", "600", "700"]),
    ("source-sans-3", &["400", "600", "700"]),
    ("noto-naskh-arabic", &["400", "600", "700"]),
    ("noto-emoji", &["400", "700"]),
];

/// Sets explainer and page in these letters.
const LETTERS: &str = r#"
article-explainer {
  --explainer-serif: "Source Serif 4", "Noto Naskh Arabic", "Noto Emoji", serif;
  --explainer-sans: "Source Sans 3", "Noto Naskh Arabic", "Noto Emoji", sans-serif;
}

body {
  font-family: "Source Serif 4", "Noto Naskh Arabic", "Noto Emoji", serif;
}
"#;

/// The names of all examples; the first article is one.
pub fn names() -> Result<Vec<String>> {
    let mut names: Vec<_> = documents()?.iter().filter_map(|file| name(file)).collect();
    names.sort();
    Ok(names)
}

fn name(document: &Path) -> Option<String> {
    Some(document.file_stem()?.to_string_lossy().into_owned())
}

/// The examples' documents.
fn documents() -> Result<Vec<PathBuf>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut documents = vec![root.join("seeds/helsinki-summit.md")];
    for file in std::fs::read_dir(root.join("examples"))? {
        let file = file?.path();
        if file.extension().is_some_and(|ending| ending == "md") && !file.ends_with("README.md") {
            documents.push(file);
        }
    }
    Ok(documents)
}

/// A site with the page of every example, `/NAME.html`, and of the built-in article in every language of the interface,
/// `/language-TAG.html`.
pub fn site(bench: &Bench) -> Result<Site> {
    static FOLDER: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| build(bench).map_err(|error| format!("{error:?}")));
    Ok(Site::of(folder.clone().map_err(|error| anyhow!(error))?))
}

fn build(bench: &Bench) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("examples");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    bench.build(documents()?, &[], &folder)?;
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"))? {
        let file = file?.path();
        if let Some(name) = file.file_name().filter(|_| !file.ends_with("README.md")) {
            std::fs::copy(&file, folder.join(name))?;
        }
    }
    for language in Language::ALL {
        let page = folder.join(language_page(language)).with_extension("html");
        std::fs::write(page, in_language(language))?;
    }
    let style = folder.join("explainer/page.css");
    let pages = std::fs::read_to_string(&style)?;
    let mut imports = String::new();
    for (family, cuts) in FAMILIES {
        let from = bench.packages.join("@fontsource").join(family);
        let to = folder.join("explainer").join(family);
        std::fs::create_dir_all(to.join("files"))?;
        for file in std::fs::read_dir(from.join("files"))? {
            let file = file?.path();
            let letters = file.file_name().context("a file")?;
            std::fs::copy(&file, to.join("files").join(letters))?;
        }
        for cut in cuts {
            let css = format!("{cut}.css");
            std::fs::copy(from.join(&css), to.join(&css))?;
            imports += &format!("@import \"{family}/{css}\";\n");
        }
    }
    std::fs::write(&style, [imports.as_str(), &pages, LETTERS].concat())?;
    Ok(folder)
}

/// The name of the page that shows the built-in article in a language of the interface.
pub fn language_page(language: Language) -> String {
    format!("language-{}", language.tag())
}

/// A page with the built-in article in a language of the interface.
fn in_language(language: Language) -> String {
    let tag = language.tag();
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{tag}</title>\n\
         <script type=\"module\" src=\"explainer/explainer.js\"></script>\n\
         <link rel=\"stylesheet\" href=\"explainer/page.css\">\n</head>\n<body>\n\
         <header class=\"masthead\"><h1>{tag}</h1></header>\n\
         <main><article-explainer lang=\"{tag}\"></article-explainer></main>\n</body>\n</html>\n"
    )
}

/// Goes to a page of the site, and waits until its explainer is ready and its letters are there.
pub async fn open(reader: &Reader, site: &Site, page: &str) -> Result<()> {
    reader.go(&site.url(&format!("/{page}.html"))).await?;
    reader.until_ready().await?;
    letters(reader).await
}

/// Opens everything that opens, and chooses the first event where there is one.
pub async fn open_all(reader: &Reader) -> Result<()> {
    reader
        .ask(
            "root.querySelector('.event [data-id]')?.click();
            for (const each of root.querySelectorAll('details')) each.open = true;",
        )
        .await?;
    reader
        .until("!root.querySelector('.event [data-id]') || root.querySelector('.event [data-id]:checked')")
        .await?;
    // What is drawn depends neither on where the choice led, which is followed for some frames, nor on what has the focus.
    reader.frames(8).await?;
    reader
        .ask("root.activeElement?.blur(); scrollTo(0, 0);")
        .await?;
    letters(reader).await
}

/// Waits until all letters that the page needs now are there.
pub async fn letters(reader: &Reader) -> Result<()> {
    let waited = "const done = arguments[arguments.length - 1];
        // What is laid out asks for its letters.
        document.body.getBoundingClientRect();
        // WebKit says of some that they have failed until they come.
        const patience = performance.now() + 20_000;
        const look = (fonts) => {
            const failed = [...fonts].filter((face) => face.status === 'error').map((face) => face.family);
            if (failed.length > 0 && performance.now() < patience) requestAnimationFrame(() => fonts.ready.then(look));
            else done(failed);
        };
        document.fonts.ready.then(look);";
    let failed = reader
        .window
        .execute_async(waited, Vec::new())
        .await?
        .json()
        .clone();
    ensure!(failed == json!([]), "letters could not be loaded: {failed}");
    reader.until("document.fonts.status === 'loaded'").await
}

/// Sees that the page shows no letter of the machine's own, which would look different elsewhere.
pub async fn in_kept_letters(reader: &Reader) -> Result<()> {
    let cdp = reader.window.cdp();
    for domain in ["DOM.enable", "CSS.enable", "DOM.getDocument"] {
        cdp.send_raw(domain, json!({})).await?;
    }
    // Every kind of text once, and everything that is not ASCII.
    let marked = reader.ask("
        const seen = new Set(), all = [...document.body.querySelectorAll('*'), ...root.querySelectorAll('*')];
        const shown = all.filter((each) => {
            const own = [...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('');
            if (!own.trim() || !each.checkVisibility() || each.localName === 'script') return false;
            const kind = each.localName + each.className, isNew = !seen.has(kind);
            seen.add(kind);
            return isNew || /[^\\x00-\\x7f]/.test(own);
        });
        window.shownText = shown.slice(0, 300);
        return window.shownText.length;").await?;
    let count = marked.as_u64().context("a number")?;
    ensure!(count > 3, "{count} texts are shown");
    let mut borrowed = Vec::new();
    for number in 0..count {
        let expression = format!("window.shownText[{number}]");
        let object = cdp
            .send_raw("Runtime.evaluate", json!({ "expression": expression }))
            .await?;
        let id = json!({ "objectId": object["result"]["objectId"] });
        let node = cdp.send_raw("DOM.requestNode", id).await?;
        let node = json!({ "nodeId": node["nodeId"] });
        let fonts = cdp.send_raw("CSS.getPlatformFontsForNode", node).await?;
        let fonts = fonts["fonts"].as_array().cloned().unwrap_or_default();
        for font in fonts.iter().filter(|font| font["isCustomFont"] != true) {
            let words = format!("return window.shownText[{number}].textContent");
            let words = reader.ask(&words).await?;
            borrowed.push(format!("{} in {words}", font["familyName"]));
        }
    }
    ensure!(
        borrowed.is_empty(),
        "letters of the machine's own: {borrowed:#?}"
    );
    Ok(())
}
