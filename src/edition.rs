//! An article as it is to be shown.

use std::rc::Rc;

use article::{Article, Direction, Id, Language, Outline};
use yew::AttrValue;

use crate::words::Words;

/// An article, the language of the interface around it, and the anchor its links begin with.
///
/// Cheap to clone, and equal only to its clones: an edition never changes, it is replaced.
#[derive(Clone)]
pub struct Edition(Rc<Parts>);

struct Parts {
    article: Article,
    language: Language,
    anchor: String,
}

impl Edition {
    /// The anchor of an element without an id of its own.
    pub const ANCHOR: &str = "explainer";

    /// Makes an edition. The language is that of `tag`, else the article's, else English; the anchor keeps the
    /// links of two explainers on one page apart.
    pub fn new(article: Article, tag: Option<&str>, anchor: Option<&str>) -> Self {
        let language = tag
            .and_then(Language::from_tag)
            .or_else(|| Language::from_tag(&article.lang))
            .unwrap_or_default();
        let anchor = anchor
            .filter(|anchor| !anchor.is_empty())
            .unwrap_or(Self::ANCHOR)
            .to_owned();
        Edition(Rc::new(Parts {
            article,
            language,
            anchor,
        }))
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.0.article
    }

    /// The article's outline.
    pub fn outline(&self) -> Outline<'_> {
        Outline::of(self.article())
    }

    /// The language of the interface.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// The words of the interface.
    pub fn words(&self) -> &'static Words {
        Words::of(self.0.language)
    }

    /// The fragment, with its `#`, that leads to an item from anywhere on the web.
    pub fn fragment(&self, id: &Id) -> String {
        format!("#{}-{id}", self.0.anchor)
    }

    /// The id that a fragment leads to, `None` where it is not one of this explainer's.
    pub fn id_in(&self, fragment: &str) -> Option<Id> {
        let id = fragment
            .strip_prefix('#')?
            .strip_prefix(&self.0.anchor)?
            .strip_prefix('-')?;
        let id = Id::try_from(id.to_owned()).ok()?;
        self.has(&id).then_some(id)
    }

    /// The language of the article's words, where it is another than the interface's.
    pub fn text_lang(&self) -> Option<AttrValue> {
        let lang = &self.article().lang;
        (Language::from_tag(lang) != Some(self.language())).then(|| lang.clone().into())
    }

    /// The direction of the article's script, where it is not the usual one of a page.
    pub fn direction(&self) -> Option<&'static str> {
        let direction = self.article().direction;
        (direction != Direction::default()).then(|| direction.dir())
    }

    /// The title of an issue or event.
    pub fn title(&self, id: &Id) -> Option<&str> {
        let article = self.article();
        let issues = article.issues.iter().map(|issue| (&issue.id, &issue.title));
        let events = article.events.iter().map(|event| (&event.id, &event.title));
        let mut titles = issues.chain(events);
        titles
            .find(|(each, _)| *each == id)
            .map(|(_, title)| title.as_str())
    }

    /// Whether the article has an item with this id.
    fn has(&self, id: &Id) -> bool {
        let outline = self.outline();
        self.title(id).is_some()
            || self
                .article()
                .people
                .iter()
                .any(|person| person.id.as_ref() == Some(id))
            || self
                .article()
                .sections
                .iter()
                .any(|section| section.id == *id)
            || outline
                .passages()
                .iter()
                .any(|located| located.passage.id == *id)
    }
}

impl PartialEq for Edition {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(tag: Option<&str>, anchor: Option<&str>) -> Edition {
        let article = serde_json::from_str(crate::built_in::JSON).expect("the built-in article");
        Edition::new(article, tag, anchor)
    }

    #[test]
    fn a_fragment_leads_to_issues_events_sections_and_passages_of_its_own_explainer_only() {
        let edition = edition(None, Some("talks"));
        for id in ["ukraine", "helsinki", "allies", "passage-1"] {
            assert!(edition.id_in(&format!("#talks-{id}")).is_some(), "{id}");
        }
        for foreign in [
            "",
            "#",
            "#ukraine",
            "#explainer-ukraine",
            "#talks-",
            "#talks-nobody",
            "#talks-\"]",
        ] {
            assert_eq!(edition.id_in(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn the_interface_speaks_the_language_that_is_asked_for_else_the_articles() {
        assert_eq!(edition(Some("de"), None).language(), Language::German);
        assert_eq!(edition(Some("xx"), None).language(), Language::English);
        assert_eq!(edition(None, None).text_lang(), None);
        assert_eq!(edition(Some("de"), None).text_lang().as_deref(), Some("en"));
    }
}
