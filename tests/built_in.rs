//! The article that is compiled in: what the build script makes of it.

#[path = "../build.rs"]
#[expect(
    dead_code,
    reason = "the build script's own entry point is not called here"
)]
mod build_script;

use std::fs;
use std::path::Path;

use article::authoring::Severity;

#[test]
fn a_mistake_in_the_built_in_article_stops_the_build_with_its_file_and_line() {
    let seed = fs::read_to_string("seeds/helsinki-summit.md").expect("the article");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mistaken.md");
    fs::write(&file, seed.replacen("(#elections)", "(#election)", 1)).expect("a file");
    let (json, problems) = build_script::built_in(&file).expect("the file reads");
    assert_eq!(json, None);
    let [(Severity::Error, line)] = &problems[..] else {
        panic!("one error, not {problems:?}");
    };
    let expected = format!("{}:99:", file.display());
    assert!(
        line.starts_with(&expected),
        "{line} does not start with {expected}"
    );
    assert!(line.contains("did you mean `elections`?"), "{line}");
}

#[test]
fn the_built_in_article_is_what_the_document_says() {
    let (json, problems) =
        build_script::built_in(Path::new("seeds/helsinki-summit.md")).expect("the file reads");
    assert_eq!(json.as_deref(), Some(article_explainer::built_in::JSON));
    assert_eq!(problems, []);
}
