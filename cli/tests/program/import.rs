//! `explainer import`: other programs' files, and what is said of them.

use crate::{explainer, folder, read, said};

const TIMELINE: &str = include_str!("samples/harbour.json");
const ARCHIEML: &str = include_str!("samples/harbour.aml");

#[test]
fn a_timelinejs_file_becomes_a_document_and_every_loss_is_said() {
    let folder = folder(&[("harbour.json", TIMELINE)]);
    let (code, said) =
        said(explainer(&folder).args(["import", "harbour.json", "-o", "harbour.md"]));
    assert_eq!(code, Some(0));
    insta::assert_snapshot!("timelinejs_said", said);
    insta::assert_snapshot!("timelinejs", read(&folder, "harbour.md"));
}

#[test]
fn an_archieml_file_becomes_a_document_and_every_loss_is_said() {
    let folder = folder(&[("harbour.aml", ARCHIEML)]);
    let (code, said) = said(explainer(&folder).args(["import", "harbour.aml", "-o", "harbour.md"]));
    assert_eq!(code, Some(0));
    insta::assert_snapshot!("archieml_said", said);
    insta::assert_snapshot!("archieml", read(&folder, "harbour.md"));
}

#[test]
fn what_is_imported_passes_the_check() {
    let folder = folder(&[("harbour.json", TIMELINE), ("harbour.aml", ARCHIEML)]);
    for file in ["harbour.json", "harbour.aml"] {
        let imported = explainer(&folder)
            .args(["import", file, "-o", "harbour.md", "-q"])
            .output();
        assert!(
            imported.expect("the program runs").stderr.is_empty(),
            "{file}"
        );
        let (code, said) = said(explainer(&folder).args(["check", "harbour.md"]));
        assert_eq!(code, Some(0), "{said}");
    }
}

#[test]
fn a_file_that_can_not_be_imported_is_said_so_and_nothing_is_written() {
    let files = [
        ("cut.json", "{\"events\": [\n{\"text\": {"),
        ("list.json", "{}"),
        ("old.json", "{\"timeline\": {}}"),
        ("plain.aml", "No key at all."),
    ];
    let folder = folder(&files);
    let mut all = String::new();
    for (name, _) in files {
        let (code, said) = said(explainer(&folder).args(["import", name, "-o", "out.md"]));
        assert_eq!(code, Some(1), "{said}");
        all += &said;
    }
    insta::assert_snapshot!("refused", all);
    assert!(!folder.path().join("out.md").exists());
}

#[test]
fn a_file_that_is_not_there_not_text_or_too_large_is_said_so() {
    let folder = folder(&[]);
    let write =
        |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).expect("a file");
    write("latin1.json", b"{\"title\": \"\xe9\"}");
    write("large.json", &vec![b' '; 4 * 1024 * 1024 + 1]);
    let run = |name: &str| said(explainer(&folder).args(["import", name]));
    let (code, missing) = run("missing.json");
    assert_eq!(code, Some(2));
    assert!(
        missing.starts_with("explainer: can't read missing.json"),
        "{missing}"
    );
    let (code, latin) = run("latin1.json");
    assert_eq!(code, Some(1));
    assert!(latin.contains("not UTF-8"), "{latin}");
    let (code, large) = run("large.json");
    assert_eq!(code, Some(1));
    assert!(large.contains("larger than 4 MiB"), "{large}");
}

#[test]
fn a_format_that_is_named_is_taken_at_its_word() {
    let folder = folder(&[("harbour.txt", ARCHIEML)]);
    let (code, said) =
        said(explainer(&folder).args(["import", "harbour.txt", "--from", "timelinejs"]));
    assert_eq!(code, Some(1));
    assert!(said.contains("this is not JSON"), "{said}");
}
