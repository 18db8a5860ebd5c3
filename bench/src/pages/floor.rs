//! HTML by hand with native `<details>`: text, and nothing else.

use article::Article;

use super::{Page, html};
use crate::words::Words;

/// What such a page's author would write of CSS.
pub const CSS: &str = "body{font:1.0625rem/1.6 Georgia,serif;max-width:42rem;margin:0 auto;padding:1rem}\
    h1,h2,h3,summary{font-family:system-ui,sans-serif;line-height:1.25}summary{font-weight:600;padding:.5rem 0;cursor:pointer}\
    details{border-top:1px solid #ccc}blockquote{border-left:3px solid #ccc;margin:.75rem 0;padding-left:1rem}\
    .events{list-style:none;padding:0}.events li{border-left:3px solid #36c;padding-left:1rem;margin-bottom:1rem}";

/// Native `<details>`.
pub const OPENERS: &str = "[...document.querySelectorAll('summary')]";

/// The article.
pub fn page(name: &str, article: &Article) -> Page {
    let head = format!("<style>{CSS}</style>");
    let body = format!("<body>{}</body>", main(article));
    Page::new(name, html(&article.headline, &head, &body)).opens(OPENERS)
}

/// The article's HTML.
pub fn main(article: &Article) -> String {
    let words = Words::of(article);
    format!(
        "<main>{}<h2>Issues</h2>{}<h2>Timeline</h2>{}{}</main>",
        words.opening(),
        words.issues_as_details(),
        words.events(),
        words.sections()
    )
}
