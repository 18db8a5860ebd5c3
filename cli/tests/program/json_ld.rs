//! What built pages say of their articles to search engines, held against the types of schema.org.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::build::built;
use crate::{GOOD, folder, read};

/// The npm packages: `cargo xtask test` says where they are.
fn node_modules() -> PathBuf {
    let folder = std::env::var_os("EXPLAINER_NODE_MODULES").map(PathBuf::from);
    folder.expect("EXPLAINER_NODE_MODULES is not set; run `cargo xtask test`")
}

/// Every example and the first article, each with the name of its pages.
fn examples() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let files = fs::read_dir(root.join("examples")).expect("the examples");
    let files = files.map(|file| file.expect("a file").path());
    let is_example = |file: &PathBuf| {
        file.extension().is_some_and(|ending| ending == "md") && !file.ends_with("README.md")
    };
    let mut files: Vec<_> = files.filter(is_example).collect();
    files.push(root.join("seeds/helsinki-summit.md"));
    files.sort();
    let name = |file: &Path| file.file_stem().map(|stem| stem.to_string_lossy().into());
    files
        .iter()
        .map(|file| (name(file).expect("a name"), file.display().to_string()))
        .collect()
}

/// The data block of a page, as it stands there.
pub(crate) fn block(page: &str) -> &str {
    let (_, from) = page
        .split_once("<script type=\"application/ld+json\">")
        .expect("a block of data");
    from.split_once("</script>").expect("its end").0
}

/// Holds data of these types against those of schema.org; what the compiler says where it does not fit.
fn check(folder: &TempDir, data: &[(&str, &str)]) -> String {
    let modules = node_modules();
    let mut files = Vec::new();
    for (number, (kind, data)) in data.iter().enumerate() {
        let file = format!("page-{number}.ts");
        let program = format!(
            "import type {{ {kind}, WithContext }} from \"schema-dts\";\n\
             export const page: WithContext<{kind}> = {data};\n"
        );
        fs::write(folder.path().join(&file), program).expect("a file");
        files.push(file);
    }
    let project = serde_json::json!({
        "compilerOptions": {
            "strict": true, "noEmit": true, "target": "es2022", "module": "esnext", "moduleResolution": "bundler",
            "types": [], "paths": { "schema-dts": [modules.join("schema-dts")] },
        },
        "files": files,
    });
    let file = folder.path().join("tsconfig.json");
    fs::write(&file, project.to_string()).expect("a file");
    let output = Command::new("node")
        .arg(modules.join("typescript/bin/tsc"))
        .arg("--project")
        .arg(&file)
        .output()
        .expect("Node.js runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.success(), said.is_empty(), "{output:?}");
    said
}

#[test]
fn what_pages_say_of_every_example_is_of_schema_org() {
    let folder = folder(&[]);
    let examples = examples();
    assert!(examples.len() > 5, "{examples:?}");
    let mut arguments: Vec<_> = examples.iter().map(|(_, file)| file.as_str()).collect();
    arguments.extend(["-o", "site"]);
    built(&folder, &arguments);
    let everything = arguments
        .iter()
        .find(|file| file.ends_with("everything.md"));
    let everything = everything.expect("the example");
    let base = "https://example.org/a";
    built(
        &folder,
        &[everything, "-o", "elsewhere", "--base-url", base],
    );
    let mut pages: Vec<_> = examples
        .iter()
        .map(|(name, _)| format!("site/{name}.html"))
        .collect();
    pages.push("elsewhere/everything.html".to_owned());
    let mut blocks = Vec::new();
    for page in pages {
        let page = read(&folder, page);
        let block = block(&page).to_owned();
        let data: Value = serde_json::from_str(&block).expect("JSON");
        let kind = data["@type"].as_str().expect("a type").to_owned();
        blocks.push((kind, block));
    }
    for kind in ["Article", "NewsArticle", "AnalysisNewsArticle"] {
        assert!(
            blocks.iter().any(|(each, _)| each == kind),
            "no example is of {kind}"
        );
    }
    let blocks: Vec<_> = blocks
        .iter()
        .map(|(kind, block)| (kind.as_str(), block.as_str()))
        .collect();
    assert_eq!(check(&folder, &blocks), "");
}

#[test]
fn a_property_that_schema_org_does_not_know_would_be_found() {
    let good = r#"{ "@context": "https://schema.org", "@type": "Article", "headline": "Talks",
        "mentions": [{ "@type": "Event", "name": "The talks", "startDate": "2018" }] }"#;
    let folder = folder(&[]);
    assert_eq!(check(&folder, &[("Article", good)]), "");
    let said = check(
        &folder,
        &[
            ("Article", &good.replace("headline", "headlin")),
            ("Article", &good.replace("startDate", "begins")),
            ("NewsArticle", good),
        ],
    );
    for (file, word) in [
        ("page-0.ts", "headlin"),
        ("page-1.ts", "begins"),
        ("page-2.ts", "NewsArticle"),
    ] {
        let of_file = |line: &str| line.contains(file) && line.contains(word);
        assert!(said.lines().any(of_file), "{file} passes: {said}");
    }
}

#[test]
fn a_page_tells_search_engines_what_its_document_says_and_no_more() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/everything.md");
    let folder = folder(&[]);
    let file = file.display().to_string();
    built(
        &folder,
        &[&file, "-o", "site", "--base-url", "https://example.org/a"],
    );
    let page = read(&folder, "site/everything.html");
    let data: Value = serde_json::from_str(block(&page)).expect("JSON");
    insta::assert_json_snapshot!(data);
    for part in ["everything.embed.html", "everything.fragment.html"] {
        assert!(
            !read(&folder, Path::new("site").join(part)).contains("ld+json"),
            "{part} passes for the article's page"
        );
    }
}

#[test]
fn no_words_of_an_article_end_the_block_of_data() {
    let hostile = GOOD.replace("\"Trade talks\"", r#"'</script><script>"\u2028 & <!--'"#);
    let folder = folder(&[("talks.md", &hostile)]);
    built(&folder, &["talks.md", "-o", "site"]);
    let page = read(&folder, "site/talks.html");
    let block = block(&page);
    assert!(!block.contains('<'), "{block}");
    let data: Value = serde_json::from_str(block).expect("JSON");
    assert_eq!(
        data["headline"], "</script><script>\"\\u2028 & <!--",
        "{block}"
    );
}

#[test]
fn what_search_engines_are_told_comes_after_what_readers_wait_for() {
    let folder = folder(&[("talks.md", GOOD)]);
    built(&folder, &["talks.md", "-o", "site"]);
    let page = read(&folder, "site/talks.html");
    let (before, _) = page.split_once(block(&page)).expect("a block of data");
    assert!(before.contains("</article-explainer>"), "{before}");
}
