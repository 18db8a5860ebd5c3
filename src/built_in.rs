//! The built-in article: what `<article-explainer></article-explainer>` shows. It is a file beside the script.

/// The built-in article in the exchange form, made from `seeds/helsinki-summit.md` when the widget is built.
pub const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/built-in.json"));

/// The outline of the built-in article.
#[cfg(test)]
pub(crate) fn outline() -> std::rc::Rc<article::Outline<'static>> {
    let article = serde_json::from_str(JSON).expect("an article");
    article::Outline::of_sound(article)
        .expect("a good one")
        .into()
}
