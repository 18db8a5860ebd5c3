//! The element's manifest as others read it: by its schema, and as the documentation tells it. Whether the element is so,
//! `tests/browser/contract.rs` sees.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

fn manifest() -> Value {
    let json = fs::read("npm/custom-elements.json").expect("the manifest");
    serde_json::from_slice(&json).expect("JSON")
}

fn element() -> Value {
    manifest()["modules"][0]["declarations"][0].clone()
}

/// The names in a list of the manifest.
fn names(list: &str) -> BTreeSet<String> {
    let element = element();
    let list = element[list].as_array().expect("a list");
    let name = |each: &Value| each["name"].as_str().expect("a name").to_owned();
    list.iter().map(name).collect()
}

/// What the rows of the tables below a heading of the documentation name in one of their columns.
fn documented(heading: &str, column: usize) -> BTreeSet<String> {
    let text = fs::read_to_string("docs/embedding.md").expect("the documentation");
    let (_, section) = text
        .split_once(&format!("\n## {heading}\n"))
        .expect("the heading");
    let section = section.split("\n## ").next().expect("a section");
    let rows = section.lines().filter(|line| line.starts_with("| "));
    let cells = rows.filter_map(|row| row.split('|').nth(column + 1));
    let names = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    let bare = |name: &str| name.split('(').next().unwrap_or(name).to_owned();
    names.map(bare).collect()
}

#[test]
fn the_manifest_keeps_to_its_schema() {
    let modules = std::env::var_os("EXPLAINER_NODE_MODULES").map(PathBuf::from);
    let modules = modules.expect("EXPLAINER_NODE_MODULES is not set; run `cargo xtask test`");
    let schema = fs::read(modules.join("custom-elements-manifest/schema.json"));
    let schema: Value = serde_json::from_slice(&schema.expect("the schema")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let problems: Vec<_> = validator
        .iter_errors(&manifest())
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(problems, [] as [&str; 0]);
    let mut broken = manifest();
    broken["modules"] = 7.into();
    assert!(!validator.is_valid(&broken));
}

#[test]
fn the_documentation_tells_all_that_the_manifest_has_and_nothing_else() {
    assert_eq!(documented("Attributes", 0), names("attributes"));
    let members = &documented("Attributes", 1) | &documented("Methods", 0);
    // Every element has these two.
    let own = |name: &String| name != "lang" && name != "id";
    let members: BTreeSet<_> = members.into_iter().filter(own).collect();
    assert_eq!(members, names("members"));
    assert_eq!(documented("Events", 0), names("events"));
    let looks = documented("Looks", 0);
    assert_eq!(looks, &names("cssParts") | &names("cssProperties"));
}

#[test]
fn what_the_manifest_says_of_custom_properties_is_what_the_stylesheet_falls_back_to() {
    let sheets = fs::read_dir("src/style")
        .expect("the stylesheets")
        .flatten();
    let css: String = sheets
        .filter_map(|sheet| fs::read_to_string(sheet.path()).ok())
        .collect();
    for property in element()["cssProperties"].as_array().expect("a list") {
        let (name, default) = (&property["name"], property["default"].as_str());
        let name = name.as_str().expect("a name");
        if let Some(default) = default {
            let falls_back = format!("var({name}, {default})");
            assert!(css.contains(&falls_back), "{falls_back}");
        }
    }
}

#[test]
fn what_is_said_where_nothing_can_be_shown_is_what_the_english_words_say() {
    let script = fs::read_to_string("src/element/explainer.js").expect("the script");
    let words = article_explainer::words::Words::of(article::Language::English);
    assert!(script.contains(&format!("FAILED = \"{}\"", words.failed)));
}

#[test]
fn the_contract_of_the_scripts_is_that_of_the_widget() {
    let rust = fs::read_to_string("src/contract.rs").expect("the module");
    let script = fs::read_to_string("src/element/contract.js").expect("the script");
    let declared = |source: &str, keyword: &str| -> BTreeSet<(String, String)> {
        let lines = source.lines().filter_map(|line| line.strip_prefix(keyword));
        let pair = |line: &str| {
            let (name, value) = line.split_once('=')?;
            let name = name.split(':').next()?.trim().to_owned();
            Some((name, value.split('"').nth(1)?.to_owned()))
        };
        lines.filter_map(pair).collect()
    };
    let rust = declared(&rust, "pub const ");
    let script = declared(&script, "export const ");
    assert!(script.len() > 8, "{script:?}");
    let unknown: Vec<_> = script.difference(&rust).collect();
    assert_eq!(unknown, [] as [&(String, String); 0]);
}

#[test]
fn the_static_html_carries_every_attribute_of_the_contract() {
    let html = |document| {
        let prerender = article_explainer::prerender::Prerender {
            document,
            ..Default::default()
        };
        prerender.shadow_root().expect("HTML")
    };
    // A long timeline has attributes that a short one does without.
    let events = (1..=40).map(|number| {
        format!(
            "[[events]]\nid = \"e{number}\"\ntitle = \"E\"\ndate = \"{}\"\n",
            1900 + number
        )
    });
    let document = format!(
        "+++\nheadline = \"A\"\n{}+++\nLead.\n",
        events.collect::<String>()
    );
    let reading = article::authoring::read(&document);
    let json = serde_json::to_string(&reading.article.expect("an article")).expect("JSON");
    let html = html(None) + &html(Some(("a.json", &json)));
    for attribute in article_explainer::contract::ATTRIBUTES {
        assert!(
            html.contains(&format!(" {attribute}=")),
            "{attribute}: {html}"
        );
    }
}
