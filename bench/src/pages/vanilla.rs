//! The floor's HTML inside a custom element written by hand.

use article::Article;

use super::{Page, floor, html};

/// The element.
const SCRIPT: &str = include_str!("vanilla.js");

/// What it adds to the looks.
const CSS: &str = ".strip{position:relative;height:3rem;border-bottom:2px solid #36c}.strip a{position:absolute;bottom:-.4rem;\
    width:.75rem;height:.75rem;margin-left:-.375rem;border-radius:50%;background:#36c}.related{background:#eef}";

/// The article.
pub fn page(article: &Article) -> Page {
    let head = format!(
        "<style>{}{CSS}</style><script type=\"module\" src=\"vanilla.js\"></script>",
        floor::CSS
    );
    let body = format!(
        "<body><vanilla-explainer>{}</vanilla-explainer></body>",
        floor::main(article)
    );
    let mut page = Page::new(
        "vanilla custom element",
        html(&article.headline, &head, &body),
    )
    .opens(floor::OPENERS)
    .answers("document.querySelector('vanilla-explainer')?.ready ?? false");
    page.files
        .insert("vanilla.js".to_owned(), SCRIPT.as_bytes().to_owned());
    page
}
