//! The views rendered natively: HTML that reads without script, and that the widget works on.

use std::rc::Rc;

use article::{Article, Language, Outline};
use html_escape::encode_double_quoted_attribute;
use yew::LocalServerRenderer;

use crate::built_in;
use crate::edition::{Attributes, Edition, Setting};
use crate::style;
use crate::views::{Explainer, ExplainerProps};
use crate::words::Words;

/// What is rendered, and how the element that it is for is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Prerender<'p> {
    /// The element's `src` and the article that stands there, in the exchange form; `None` is the built-in one.
    pub document: Option<(&'p str, &'p str)>,
    /// The element's `lang`.
    pub lang: Option<&'p str>,
    /// The element's other attributes.
    pub attributes: Attributes<'p>,
    /// Where its looks come from.
    pub stylesheet: Stylesheet<'p>,
}

/// Where the looks of an explainer come from.
#[derive(Clone, Copy, Debug)]
pub enum Stylesheet<'p> {
    /// From a file at this address, as seen from the page.
    Linked(&'p str),
    /// From the page itself: it is painted a round trip earlier, and its content security policy has to allow it.
    Inline,
}

impl Default for Stylesheet<'_> {
    fn default() -> Self {
        Stylesheet::Linked("")
    }
}

impl<'p> Stylesheet<'p> {
    /// The stylesheet that has this address as a file, or stands in the page.
    pub fn of(address: &'p str, is_inline: bool) -> Self {
        match is_inline {
            true => Stylesheet::Inline,
            false => Stylesheet::Linked(address),
        }
    }

    /// The HTML that a page or a shadow tree has for it.
    pub fn html(self) -> String {
        match self {
            Stylesheet::Linked(address) => {
                let address = encode_double_quoted_attribute(address);
                format!("<link rel=\"stylesheet\" href=\"{address}\">")
            }
            Stylesheet::Inline => format!("<style>{}</style>", style::CSS),
        }
    }
}

impl Prerender<'_> {
    /// The declarative shadow root of the element: its stylesheet and the explainer.
    ///
    /// Fails where the JSON is not an article that can be shown, with the reason.
    pub fn shadow_root(&self) -> Result<String, String> {
        Ok(self.render()?.shadow_root(self.stylesheet))
    }

    /// Renders the explainer once, for pages that see its files from different places.
    ///
    /// Fails where the JSON is not an article that can be shown, with the reason.
    pub fn render(&self) -> Result<Rendered, String> {
        Ok(self.read()?.render(self.attributes))
    }

    /// Reads the article once, for pages whose headlines are of different levels.
    ///
    /// Fails where the JSON is not an article that can be shown, with the reason.
    pub fn read(&self) -> Result<Readable<'_>, String> {
        let json = self.document.map_or(built_in::JSON, |(_, json)| json);
        let article: Article = serde_json::from_str(json).map_err(|error| error.to_string())?;
        let outline = Outline::of_sound(article)?;
        Ok(Readable {
            prerender: self,
            outline: outline.into(),
        })
    }
}

/// An article that can be shown.
#[derive(Clone, Debug)]
pub struct Readable<'p> {
    prerender: &'p Prerender<'p>,
    outline: Rc<Outline<'static>>,
}

impl Readable<'_> {
    /// Renders the explainer for the shadow tree of an element with these attributes.
    pub fn render(&self, attributes: Attributes<'_>) -> Rendered {
        let html = body(self.edition(attributes, false));
        Rendered { html }
    }

    /// Renders the explainer for a page that has it inside an element with these attributes, without a shadow tree.
    pub fn render_light(&self, attributes: Attributes<'_>) -> Rendered {
        let html = body(self.edition(attributes, true));
        Rendered { html }
    }

    fn edition(&self, attributes: Attributes<'_>, is_light: bool) -> Edition {
        let article = self.outline.article();
        let language = Language::choose([self.prerender.lang, Some(&article.lang)]);
        let setting = Setting {
            is_light,
            ..Setting::new((language, Words::of(language)), &attributes)
        };
        Edition::new(self.outline.clone(), setting)
    }
}

/// An explainer as HTML.
#[derive(Clone, Debug)]
pub struct Rendered {
    html: String,
}

impl Rendered {
    /// The HTML of the explainer.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The declarative shadow root, with styles from there.
    pub fn shadow_root(&self, stylesheet: Stylesheet<'_>) -> String {
        let (stylesheet, mount) = (stylesheet.html(), self.mount());
        format!(
            "<template shadowrootmode=\"open\" shadowrootclonable shadowrootserializable>{stylesheet}{mount}</template>"
        )
    }

    /// The HTML inside the element that the stylesheet measures.
    pub fn mount(&self) -> String {
        format!("<div class=\"mount\">{}</div>", self.html)
    }
}

fn body(edition: Edition) -> String {
    let props = ExplainerProps {
        edition,
        rendered: Default::default(),
    };
    let renderer = LocalServerRenderer::<Explainer>::with_props(props).hydratable(false);
    // The views wait for nothing, so the future is ready when it is first asked.
    pollster::block_on(renderer.render())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_html_of_the_built_in_article_is_kept() {
        let prerender = Prerender::default();
        let readable = prerender.read().expect("the built-in article");
        let html = body(readable.edition(Attributes::default(), false));
        // A line a tag, so that a change can be read.
        insta::assert_snapshot!(html.replace('<', "\n<"));
    }

    #[test]
    fn words_that_look_like_html_stay_words() {
        let json = r#"{"version":1,"lang":"en","headline":"<b>1 & 2</b>","lead":[{"paragraph":[{"text":"</script><img src=x>"}]}]}"#;
        let prerender = Prerender {
            document: Some(("\"><script>", json)),
            attributes: Attributes {
                id: Some("\" onclick=\"x"),
                ..Attributes::default()
            },
            stylesheet: Stylesheet::Linked("\"><x>"),
            ..Prerender::default()
        };
        let html = prerender.shadow_root().expect("an article");
        for tag in ["<b>", "<img", "<x>", "\" onclick", "\"><script>"] {
            assert!(!html.contains(tag), "{tag} is in {html}");
        }
    }

    #[test]
    fn the_stylesheet_stands_in_the_page_where_that_is_asked_for() {
        let prerender = Prerender {
            stylesheet: Stylesheet::Inline,
            ..Prerender::default()
        };
        let html = prerender.shadow_root().expect("an article");
        let inline = html
            .split_once("<style>")
            .and_then(|(_, rest)| rest.split_once("</style>"));
        assert_eq!(inline.map(|(css, _)| css), Some(style::CSS));
        assert!(!html.contains("<link"), "{html}");
    }

    #[test]
    fn an_article_with_neither_issues_nor_events_nor_sections_is_still_rendered() {
        let json = r#"{"version":1,"lang":"en","headline":"Short"}"#;
        let prerender = Prerender {
            document: Some(("a.json", json)),
            stylesheet: Stylesheet::Linked("a.css"),
            ..Prerender::default()
        };
        assert!(
            prerender
                .shadow_root()
                .is_ok_and(|html| html.contains("Short"))
        );
    }
}
