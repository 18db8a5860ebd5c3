//! The exchange form is read for ever: a document of each version that there was is kept, and read.

use article::Article;

/// One document of each version, which has every part that the version knew.
const VERSIONS: [&str; 1] = [include_str!("versions/1.json")];

#[test]
fn a_document_of_every_version_is_read_and_can_be_shown() {
    for (number, json) in (1..).zip(VERSIONS) {
        let article: Article =
            serde_json::from_str(json).unwrap_or_else(|error| panic!("version {number}: {error}"));
        assert_eq!(u32::from(article.version), number);
        assert_eq!(article.check(), [], "version {number}");
        assert_eq!(article.sections.len(), 1, "version {number}");
    }
}

#[test]
fn there_is_a_document_of_the_version_that_is_written_now() {
    assert_eq!(
        VERSIONS.len(),
        u32::from(article::Version::CURRENT) as usize
    );
}

#[test]
fn a_version_that_is_yet_to_come_is_refused_with_what_to_do() {
    let json = VERSIONS[0].replacen("\"version\": 1", "\"version\": 2", 1);
    let error = serde_json::from_str::<Article>(&json)
        .err()
        .map(|error| error.to_string());
    assert!(
        error
            .as_ref()
            .is_some_and(|said| said.contains("use a newer explainer")),
        "{error:?}"
    );
}
