//! Whatever is an article in the exchange form goes through JSON as it is, and whatever is fit to be shown can be: it
//! prints as a document, and renders.

#![no_main]

use article::authoring::{print, read};
use article::{Article, Outline};
use article_explainer::prerender::{Prerender, Stylesheet};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(article) = serde_json::from_str::<Article>(text) else {
        return;
    };
    let json = serde_json::to_string(&article).expect("an article is JSON");
    let again: Article = serde_json::from_str(&json).expect("what was read is safe to show");
    assert_eq!(again, article);
    let faults = article.check();
    let fault = faults.iter().find(|fault| !fault.is_warning());
    let prerender = Prerender {
        document: Some(("a.json", text)),
        stylesheet: Stylesheet::Linked("a.css"),
        ..Prerender::default()
    };
    assert_eq!(
        prerender.shadow_root().err().is_some(),
        fault.is_some(),
        "{fault:?}"
    );
    if fault.is_some() {
        return;
    }
    let outline = Outline::of(&article);
    for event in &article.events {
        for issue in outline.issues_of(event) {
            assert!(
                outline.events_of(issue).contains(&event),
                "{} and {}",
                event.id,
                issue.id
            );
        }
    }
    // Documents can't say all that JSON can. What they say, they say again.
    if let Some(said) = read(&print(&article)).article {
        let printed = print(&said);
        let again = read(&printed);
        assert_eq!(
            again.article.as_ref(),
            Some(&said),
            "{printed}\n{:?}",
            again.problems
        );
    }
});
