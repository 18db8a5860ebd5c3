//! vis-timeline, as its documentation embeds it, with the other words as HTML below.

use std::path::Path;

use anyhow::Result;
use article::{Article, Language};
use serde_json::json;

use super::{Page, floor, html};
use crate::words::Words;

/// The article, its events as items.
pub fn page(name: &str, article: &Article, packages: &Path) -> Result<Page> {
    let words = Words::of(article);
    let items = article.events.iter().map(|event| {
        let date = event.date.label(Language::default());
        json!({
            "id": event.id,
            "start": event.date.start.to_string(),
            "end": event.date.end.map(|end| end.to_string()),
            "content": html_escape::encode_text(&event.title),
            "title": format!("<p>{date}</p>{}", words.event(event)),
        })
    });
    let items = serde_json::to_string(&items.collect::<Vec<_>>())?.replace('<', "\\u003c");
    let head = format!(
        "<style>{}</style><link rel=\"stylesheet\" href=\"vis.css\"><script src=\"vis.js\"></script>",
        floor::CSS
    );
    let body = format!(
        "<body><main>{}<div id=\"timeline\"></div><script>\
         window.timeline = new vis.Timeline(document.getElementById('timeline'), new vis.DataSet({items}), {{}})</script>\
         <h2>Issues</h2>{}{}</main></body>",
        words.opening(),
        words.issues_in_full(),
        words.sections()
    );
    Page::new(name, html(&article.headline, &head, &body))
        .answers("document.querySelector('.vis-item') !== null")
        .with(
            packages,
            "vis-timeline/styles/vis-timeline-graph2d.min.css",
            "vis.css",
        )?
        .with(
            packages,
            "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
            "vis.js",
        )
}
