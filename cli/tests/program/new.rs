//! `explainer new`.

use crate::{explainer, folder, read, said};

const SEED: &str = include_str!("../../../seeds/000_f85637a410d4fbda.txt");
const TALKS: &str = "Talks\n\nThe ministers will meet on July 16, 2018.\n";

#[test]
fn new_makes_a_document_that_check_passes() {
    let folder = folder(&[("talks.txt", SEED)]);
    let (code, told) = said(explainer(&folder).args(["new", "talks.txt"]));
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(told);
    let (code, told) = said(explainer(&folder).args(["check", "talks.md"]));
    assert_eq!(
        (code, told.as_str()),
        (Some(0), "1 document checked: 0 errors, 0 warnings\n")
    );
    assert!(read(&folder, "talks.md").contains("[[events]]"));
}

#[test]
fn new_goes_where_it_is_told_to() {
    let folder = folder(&[("talks.txt", TALKS)]);
    explainer(&folder)
        .args(["new", "talks.txt", "-o", "documents/helsinki.md", "--quiet"])
        .assert()
        .success()
        .stderr("");
    assert!(read(&folder, "documents/helsinki.md").starts_with("+++\n"));
    explainer(&folder)
        .args(["check", "documents/helsinki.md"])
        .assert()
        .success();
}

#[test]
fn new_writes_over_nothing_unless_it_is_told_to() {
    let folder = folder(&[("talks.txt", TALKS), ("talks.md", "mine")]);
    let (code, told) = said(explainer(&folder).args(["new", "talks.txt"]));
    assert_eq!(code, Some(2));
    assert_eq!(
        told,
        "explainer: talks.md is there already; name another file with -o, or write over it with --force\n"
    );
    assert_eq!(read(&folder, "talks.md"), "mine");
    explainer(&folder)
        .args(["new", "talks.txt", "--force"])
        .assert()
        .success();
    assert!(read(&folder, "talks.md").starts_with("+++\n"));
}

#[test]
fn new_never_writes_over_the_article() {
    let folder = folder(&[("talks.md", TALKS)]);
    let (code, told) = said(explainer(&folder).args(["new", "talks.md", "--force"]));
    assert_eq!(code, Some(2));
    assert!(told.contains("is the article itself"), "{told}");
    assert_eq!(read(&folder, "talks.md"), TALKS);
}

#[test]
fn new_says_why_it_can_not_read_an_article() {
    let folder = folder(&[("empty.txt", " \n\n")]);
    let path = |name| folder.path().join(name);
    std::fs::write(path("latin1.txt"), b"Talks\n\nCaf\xe9\n").expect("a file");
    std::fs::write(path("large.txt"), "word ".repeat(900_000)).expect("a file");
    for (name, why) in [
        ("missing.txt", "can't read missing.txt"),
        ("empty.txt", "empty.txt: there are no words in it"),
        ("latin1.txt", "latin1.txt is not UTF-8 in line 3; save it"),
        ("large.txt", "large.txt is larger than 4 MiB"),
    ] {
        let (code, told) = said(explainer(&folder).args(["new", name]));
        assert_eq!(code, Some(2), "{told}");
        assert!(told.starts_with(&format!("explainer: {why}")), "{told}");
        let document = name.replace("txt", "md");
        assert!(!folder.path().join(document).exists());
    }
}

#[test]
fn new_says_what_is_left_where_dates_have_no_year() {
    let folder = folder(&[(
        "talks.txt",
        "Talks\n\nThe ministers will meet on July 16.\n",
    )]);
    let (code, told) = said(explainer(&folder).args(["new", "talks.txt"]));
    assert_eq!(code, Some(0));
    assert!(told.contains("1 date without a year"), "{told}");
    assert!(
        told.contains("give the commented events their years"),
        "{told}"
    );
    explainer(&folder)
        .args(["check", "talks.md"])
        .assert()
        .success();
}
