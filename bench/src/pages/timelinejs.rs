//! TimelineJS, as its documentation embeds it in a page, with the other words as HTML below.

use std::path::Path;

use anyhow::Result;
use article::Article;
use article::exchange::export;

use super::{Page, floor, html};
use crate::words::Words;

/// The article, its events as slides.
pub fn page(name: &str, article: &Article, packages: &Path) -> Result<Page> {
    let words = Words::of(article);
    let data = export::timelinejs(article).replace('<', "\\u003c");
    let head = format!(
        "<style>{}</style><link rel=\"stylesheet\" href=\"timeline.css\"><script src=\"timeline.js\"></script>",
        floor::CSS
    );
    let body = format!(
        "<body><main>{}<div id=\"timeline\" style=\"width:100%;height:600px\"></div><script>\
         window.timeline = new TL.Timeline('timeline', {data}, {{ font: null, hash_bookmark: false }});\
         timeline.on('loaded', () => {{ timeline.answers = true }})</script>\
         <h2>Issues</h2>{}{}</main></body>",
        words.opening(),
        words.issues_in_full(),
        words.sections()
    );
    Page::new(name, html(&article.headline, &head, &body))
        .answers("Boolean(window.timeline?.answers) && document.querySelector('.tl-timemarker') !== null")
        .with(packages, "@knight-lab/timelinejs/dist/css/timeline.css", "timeline.css")?
        .with(packages, "@knight-lab/timelinejs/dist/js/timeline.js", "timeline.js")
}
