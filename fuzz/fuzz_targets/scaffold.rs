//! Whatever a document is made of, it reads without an error, and its article prints and reads the same.

#![no_main]

use article::authoring::{print, read, scaffold};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(made) = scaffold(text) else {
        assert!(
            !text.contains(|c: char| c.is_ascii_alphanumeric()),
            "there are words in it"
        );
        return;
    };
    let reading = read(&made.document);
    let Some(article) = reading.article else {
        panic!("{}\n{:?}", made.document, reading.problems);
    };
    assert_eq!(read(&print(&article)).article.as_ref(), Some(&article));
});
