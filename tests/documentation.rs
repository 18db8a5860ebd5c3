//! Documentation that lists tests, held against the tests' sources.

use std::collections::BTreeSet;
use std::fs;

/// The suites whose tests are all faults, and have to be listed.
const FAULTS: [&str; 3] = ["faults", "document_faults", "lifecycle"];

/// The names of the tests that a source declares: `test("…"`, on one line or two.
fn declared(source: &str) -> BTreeSet<String> {
    let calls = source.split("test(").skip(1);
    let names = calls.filter_map(|call| {
        let text = call.trim_start().strip_prefix('"')?;
        let end = text
            .char_indices()
            .find(|(at, c)| *c == '"' && !text[..*at].ends_with('\\'))?
            .0;
        Some(text[..end].replace("\\\"", "\""))
    });
    names.collect()
}

/// The names of the browser tests of some suites; of all where none is named.
fn browser_tests(suites: &[&str]) -> BTreeSet<String> {
    let files = fs::read_dir("tests/browser").expect("the suites");
    let mut found = BTreeSet::new();
    for file in files {
        let file = file.expect("an entry").path();
        let suite = file.file_stem().and_then(|name| name.to_str());
        let is_asked = suite.is_some_and(|name| suites.is_empty() || suites.contains(&name));
        // What a test declares, `test.rs` describes with an example.
        if is_asked && suite != Some("test") && file.is_file() {
            found.extend(declared(&fs::read_to_string(file).expect("a source")));
        }
    }
    found
}

/// The last column of the tables in a document.
fn last_column(document: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(document).expect("the document");
    let rows = text.lines().filter(|line| line.starts_with("| ")).skip(2);
    let cells = rows.filter_map(|row| row.trim_end_matches(" |").rsplit(" | ").next());
    cells.map(str::to_owned).collect()
}

#[test]
fn the_reliability_table_names_only_tests_that_exist() {
    let named = last_column("docs/reliability.md");
    assert!(named.len() > 30, "{named:?}");
    let missing: Vec<_> = named.difference(&browser_tests(&[])).cloned().collect();
    assert_eq!(missing, [] as [String; 0]);
}

#[test]
fn the_reliability_table_names_every_fault_that_is_tested() {
    let tested = browser_tests(&FAULTS);
    assert!(tested.len() > 20, "{tested:?}");
    let named = last_column("docs/reliability.md");
    let unlisted: Vec<_> = tested.difference(&named).cloned().collect();
    assert_eq!(unlisted, [] as [String; 0]);
}

#[test]
fn a_declared_name_may_hold_quotation_marks_and_stand_on_its_own_line() {
    let source =
        "test(\"one\", f),\n    test(\n        \"with \\\"marks\\\"\",\n        g,\n    ),";
    let names = ["one", "with \"marks\""].map(str::to_owned);
    assert_eq!(declared(source), BTreeSet::from(names));
}
