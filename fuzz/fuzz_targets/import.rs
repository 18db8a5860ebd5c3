//! Whatever is imported is an article that prints and reads the same, and exports.

#![no_main]

use article::authoring::{print, read};
use article::exchange::{export, import};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for import in [import::timelinejs, import::archieml] {
        match import(text) {
            Ok(imported) => {
                let again = read(&print(&imported.article)).article;
                assert_eq!(again.as_ref(), Some(&imported.article));
                let exported = export::timelinejs(&imported.article);
                let again = import::timelinejs(&exported).expect("what was exported can be imported");
                assert_eq!(again.article.events.len(), imported.article.events.len());
            }
            // The article that was made of the file is always one that reads.
            Err(error) => assert_ne!(error.place, "the article", "{error}"),
        }
    }
});
