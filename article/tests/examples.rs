//! The examples in `examples/` are good documents, and their table names each of them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use article::authoring::read;

/// The examples.
fn examples() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let files = std::fs::read_dir(root.join("examples")).expect("the examples");
    let files = files.map(|file| file.expect("a file").path());
    let mut files: Vec<_> = files
        .filter(|file| file.extension().is_some_and(|ending| ending == "md"))
        .filter(|file| !file.ends_with("README.md"))
        .collect();
    files.sort();
    files
}

#[test]
fn every_example_is_a_document_without_a_problem() {
    for file in examples() {
        let text = std::fs::read_to_string(&file).expect("a text");
        let document = read(&text);
        assert!(document.article.is_some(), "{}", file.display());
        assert_eq!(document.problems, [], "{}", file.display());
    }
}

#[test]
fn the_table_of_the_examples_names_exactly_those_that_are_there() {
    let table = include_str!("../../examples/README.md");
    let rows = table.lines().filter_map(|line| {
        let (name, _) = line.strip_prefix("| [`")?.split_once("`](")?;
        Some(name.to_owned())
    });
    let files = examples();
    let there = files.iter().filter_map(|file| file.file_name());
    let there: BTreeSet<_> = there.map(|name| name.to_string_lossy().into()).collect();
    assert_eq!(rows.collect::<BTreeSet<String>>(), there);
}

#[test]
fn the_example_with_a_hundred_events_has_a_hundred() {
    let text = include_str!("../../examples/hundred-events.md");
    let article = read(text).article.expect("an article");
    assert_eq!(article.events.len(), 100);
    let dates = || article.events.iter().map(|event| &event.date);
    assert!(dates().any(|date| date.circa) && dates().any(|date| date.disputed));
    assert!(dates().any(|date| date.planned) && dates().any(|date| date.end.is_some()));
    assert!(dates().any(|date| date.start.year < 0 && date.start.time.is_none()));
    assert!(dates().any(|date| date.start.time.is_some()));
}
