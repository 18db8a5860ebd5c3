//! Whatever the reader accepts goes through JSON, and through the printer and back, as it is.

#![no_main]

use article::Article;
use article::authoring::{print, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some(article) = read(text).article else {
        return;
    };
    let json = serde_json::to_string(&article).expect("an article is JSON");
    let again: Article = serde_json::from_str(&json).expect("what was read is safe to show");
    assert_eq!(again, article);
    let printed = print(&article);
    let again = read(&printed);
    assert_eq!(again.article.as_ref(), Some(&article), "{printed}\n{:?}", again.problems);
});
