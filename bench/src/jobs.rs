//! The stages between a document and its HTML, each by itself.

use std::hint::black_box;
use std::sync::atomic::{AtomicU32, Ordering};

use article::{Article, authoring};
use article_explainer::prerender::{Prerender, Stylesheet};

use crate::{ARTICLE, made};

/// How many issues and events the made document has: enough for what grows too fast to show.
const SIZE: usize = 300;

/// A stage of a document's way.
pub struct Job {
    /// What it is called by: the stage, and the document.
    pub name: String,
    /// Does it once.
    pub run: Box<dyn Fn()>,
}

/// Every stage of every document.
pub fn all() -> Vec<Job> {
    let documents = [
        ("first", ARTICLE.to_owned()),
        ("made", made::document(SIZE)),
    ];
    documents
        .into_iter()
        .flat_map(|(name, document)| stages(name, document))
        .chain([elsewhere()])
        .collect()
}

/// Reading the first article with other places each time, so that a map is drawn each time.
fn elsewhere() -> Job {
    let times = AtomicU32::new(0);
    let reads = move || {
        let time = times.fetch_add(1, Ordering::Relaxed);
        drop(black_box(read(&made::moved(
            ARTICLE,
            f64::from(time) * 0.1,
        ))));
    };
    Job {
        name: "read-elsewhere".to_owned(),
        run: Box::new(reads),
    }
}

/// Reading, checking and prerendering a document, which has to be a good one.
fn stages(name: &str, document: String) -> [Job; 3] {
    let article = read(&document);
    let json = serde_json::to_string(&article).expect("an article is JSON");
    let job = |stage: &str, run: Box<dyn Fn()>| Job {
        name: format!("{stage}-{name}"),
        run,
    };
    let reads = move || drop(black_box(read(&document)));
    let checks = move || drop(black_box(article.check()));
    let prerenders = move || {
        let prerender = Prerender {
            document: Some(("document.json", &json)),
            stylesheet: Stylesheet::Linked("explainer.css"),
            ..Prerender::default()
        };
        drop(black_box(prerender.shadow_root().expect("HTML")));
    };
    [
        job("read", Box::new(reads)),
        job("check", Box::new(checks)),
        job("prerender", Box::new(prerenders)),
    ]
}

fn read(document: &str) -> Article {
    authoring::read(black_box(document))
        .article
        .expect("a good document")
}
