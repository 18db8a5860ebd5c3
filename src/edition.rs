//! An article as it is to be shown.

use std::fmt::Display;
use std::rc::Rc;

use article::{Article, Date, Id, Language, Outline};
use yew::AttrValue;

use crate::fill::fill;
use crate::words::Words;

/// An article as it is to be shown: in which words, under which anchor and which heading.
///
/// Cheap to clone, and equal only to its clones: an edition never changes, it is replaced.
#[derive(Clone)]
pub struct Edition(Rc<Parts>);

struct Parts {
    outline: Rc<Outline<'static>>,
    setting: Setting,
}

/// What the page around an explainer says of it.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The language of the interface.
    pub language: Language,
    /// The words of the interface, in that language.
    pub words: Words,
    /// What the fragments of its items begin with; it keeps the links of two explainers on one page apart.
    pub anchor: String,
    /// The level of the headline, 1 to 6. The headings below follow it.
    pub heading_level: u8,
    /// The items that stand open at first.
    pub open: Vec<Id>,
    /// How much of a header it has.
    pub header: Header,
    /// Whether the HTML is in the page itself and not in a shadow tree, so that its ids begin with the anchor.
    pub is_light: bool,
}

/// How much of a header an explainer has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Header {
    /// A headline, and the figure beside it.
    #[default]
    Full,
    /// A small headline, for pages that have a headline of their own.
    Compact,
    /// No header.
    None,
}

impl Header {
    /// A header as the attribute names it.
    pub fn from_name(name: &str) -> Option<Header> {
        match name.trim() {
            "full" => Some(Header::Full),
            "compact" => Some(Header::Compact),
            "none" => Some(Header::None),
            _ => None,
        }
    }
}

/// The attributes of an element that its HTML depends on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Attributes<'a> {
    /// The element's `id`.
    pub id: Option<&'a str>,
    /// The element's `heading-level`.
    pub heading_level: Option<&'a str>,
    /// The element's `open`.
    pub open: Option<&'a str>,
    /// The element's `header`.
    pub header: Option<&'a str>,
}

impl Setting {
    /// The anchor of an element without an id of its own.
    pub const ANCHOR: &str = "explainer";

    /// The level of a headline whose page does not say which: a page has one heading of its own above it.
    pub const HEADING_LEVEL: u8 = 2;

    /// A setting from the attributes of an element. What is missing or not valid is as usual.
    pub fn new((language, words): (Language, Words), attributes: &Attributes<'_>) -> Self {
        let level = attributes.heading_level;
        let id = attributes.id.filter(|id| !id.is_empty());
        Setting {
            language,
            words,
            anchor: id.unwrap_or(Self::ANCHOR).to_owned(),
            heading_level: level
                .and_then(|level| level.trim().parse().ok())
                .filter(|level| (1..=6).contains(level))
                .unwrap_or(Self::HEADING_LEVEL),
            open: ids(attributes.open.unwrap_or_default()),
            header: attributes
                .header
                .and_then(Header::from_name)
                .unwrap_or_default(),
            is_light: false,
        }
    }
}

/// The ids in a list with white space between; what is none is left out.
fn ids(list: &str) -> Vec<Id> {
    let ids = list.split_ascii_whitespace();
    ids.filter_map(|id| Id::try_from(id.to_owned()).ok())
        .collect()
}

impl Edition {
    /// Makes an edition.
    pub fn new(outline: Rc<Outline<'static>>, setting: Setting) -> Self {
        Edition(Rc::new(Parts { outline, setting }))
    }

    /// The article.
    pub fn article(&self) -> &Article {
        self.outline().article()
    }

    /// The article's outline.
    pub fn outline(&self) -> &Outline<'static> {
        &self.0.outline
    }

    /// The language of the interface.
    pub fn language(&self) -> Language {
        self.0.setting.language
    }

    /// The words of the interface.
    pub fn words(&self) -> &Words {
        &self.0.setting.words
    }

    /// The level of the headline.
    pub fn heading_level(&self) -> u8 {
        self.0.setting.heading_level
    }

    /// The tag of a heading so many levels below the headline.
    pub fn heading(&self, below: u8) -> String {
        format!("h{}", (self.heading_level() + below).min(6))
    }

    /// Whether an item stands open at first because its page asks for it.
    pub fn opens(&self, id: &Id) -> bool {
        self.0.setting.open.contains(id)
    }

    /// How much of a header it has.
    pub fn header(&self) -> Header {
        self.0.setting.header
    }

    /// The `id` of an element; in the page itself it is the fragment that leads there.
    pub fn id(&self, id: impl Display) -> String {
        let Setting {
            anchor, is_light, ..
        } = &self.0.setting;
        match is_light {
            true => format!("{anchor}-{id}"),
            false => id.to_string(),
        }
    }

    /// The fragment, with its `#`, that leads to an item from anywhere on the web.
    pub fn fragment(&self, id: impl Display) -> String {
        format!("#{}-{id}", self.0.setting.anchor)
    }

    /// A number with what is counted, in the plural form of the interface's language.
    pub fn count(&self, forms: &str, number: i64) -> String {
        let category = self.language().plural(number.unsigned_abs());
        let form = |category: &str| {
            let mut lines = forms.lines().filter_map(|line| line.split_once('\t'));
            lines.find(|(name, _)| *name == category)
        };
        let text = form(category)
            .or_else(|| form("other"))
            .map_or(forms, |(_, text)| text);
        fill(text, &[("n", &number.to_string())])
    }

    /// A date in the interface's language, as the article's own variant of that writes it.
    pub fn label(&self, date: &Date) -> String {
        let own = self
            .text_lang()
            .is_none()
            .then(|| date.labels.get(&self.article().lang));
        own.flatten()
            .cloned()
            .unwrap_or_else(|| date.label(self.language()))
    }

    /// The language of the article's words, where it is another than the interface's.
    pub fn text_lang(&self) -> Option<AttrValue> {
        let lang = &self.article().lang;
        (Language::from_tag(lang) != Some(self.language())).then(|| lang.clone().into())
    }

    /// The direction of the article's words, where it is another than the interface's.
    pub fn text_dir(&self) -> Option<&'static str> {
        let direction = self.article().direction;
        (direction != self.language().direction()).then(|| direction.dir())
    }

    /// The `lang` and `dir` of an element with the article's own words.
    pub fn text(&self) -> (Option<AttrValue>, Option<&'static str>) {
        (self.text_lang(), self.text_dir())
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

    fn edition(language: Language, id: Option<&str>, level: Option<&str>) -> Edition {
        let words = (language, Words::of(language));
        Edition::new(
            crate::built_in::outline(),
            Setting::new(
                words,
                &Attributes {
                    id,
                    heading_level: level,
                    open: Some("syria  nato\n\""),
                    header: None,
                },
            ),
        )
    }

    #[test]
    fn the_articles_words_say_their_language_and_direction_where_the_interface_has_others() {
        let in_language = |language| edition(language, None, None);
        let (german, arabic) = (in_language(Language::German), in_language(Language::Arabic));
        assert_eq!(in_language(Language::English).text_lang(), None);
        assert_eq!(german.text_lang().as_deref(), Some("en"));
        assert_eq!(german.text_dir(), None);
        assert_eq!(arabic.text_dir(), Some("ltr"));
    }

    #[test]
    fn headings_follow_the_level_that_the_page_gives_and_never_leave_html() {
        let headings = |level| {
            let edition = edition(Language::English, None, level);
            [0, 1, 4].map(|below| edition.heading(below))
        };
        assert_eq!(headings(None), ["h2", "h3", "h6"]);
        assert_eq!(headings(Some(" 1")), ["h1", "h2", "h5"]);
        assert_eq!(headings(Some("5")), ["h5", "h6", "h6"]);
        for mistaken in ["", "0", "7", "-1", "h2", "300"] {
            assert_eq!(headings(Some(mistaken)), headings(None), "{mistaken}");
        }
    }

    #[test]
    fn what_the_page_opens_is_open_and_what_is_no_id_is_left_out() {
        let edition = edition(Language::English, None, None);
        let open =
            ["syria", "nato", "ukraine"].map(|id| Id::try_from(id.to_owned()).expect("an id"));
        assert_eq!(open.map(|id| edition.opens(&id)), [true, true, false]);
    }
}
