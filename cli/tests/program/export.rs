//! `explainer export`: documents in other forms.

use crate::{GOOD, explainer, folder, read, said};

/// The first article.
const HELSINKI: &str = include_str!("../../../seeds/helsinki-summit.md");

#[test]
fn a_document_written_anew_exports_the_same() {
    let folder = folder(&[("talks.md", HELSINKI)]);
    let export = |from: &str, form: &str, to: &str| {
        let said = said(explainer(&folder).args(["export", from, "--to", form, "-o", to]));
        assert_eq!(said, (Some(0), String::new()), "{from} {form}");
        read(&folder, to)
    };
    let json = export("talks.md", "json", "talks.json");
    let printed = export("talks.json", "markdown", "again.md");
    assert_eq!(export("again.md", "json", "again.json"), json);
    assert_eq!(export("again.md", "markdown", "third.md"), printed);
}

#[test]
fn a_timeline_that_is_exported_imports_with_the_same_events() {
    let folder = folder(&[("talks.md", HELSINKI)]);
    explainer(&folder)
        .args([
            "export",
            "talks.md",
            "--to",
            "timelinejs",
            "-o",
            "timeline.json",
        ])
        .assert()
        .success();
    insta::assert_snapshot!("timelinejs", read(&folder, "timeline.json"));
    explainer(&folder)
        .args(["import", "timeline.json", "-o", "again.md"])
        .assert()
        .success();
    let dates = |document: String| {
        let lines = document
            .split("[[events]]")
            .skip(1)
            .map(str::to_owned)
            .collect::<Vec<_>>();
        let keys = ["id = ", "title = ", "date = "];
        let kept = |event: &String| {
            let lines = event
                .lines()
                .filter(|line| keys.iter().any(|key| line.starts_with(key)));
            lines.map(str::to_owned).collect::<Vec<_>>()
        };
        lines.iter().map(kept).collect::<Vec<_>>()
    };
    assert_eq!(dates(read(&folder, "again.md")), dates(HELSINKI.to_owned()));
}

#[test]
fn export_prints_where_no_file_is_named() {
    let folder = folder(&[("talks.md", GOOD)]);
    let output = explainer(&folder)
        .args(["export", "talks.md", "--to", "markdown"])
        .output();
    let printed = String::from_utf8(output.expect("the program runs").stdout).expect("text");
    assert!(
        printed.starts_with("+++\nheadline = \"Trade talks\"\n"),
        "{printed}"
    );
    assert!(
        printed.ends_with("\nBoth sides speak of [tariffs](#tariffs), \\</script> or not.\n"),
        "{printed}"
    );
}
