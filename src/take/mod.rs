//! What a reader takes along: the link to an item, a passage as a quotation, or the device's own way of sharing.

use article::{Id, Located};
use yew::AttrValue;

use crate::edition::Edition;

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub use browser::{use_can_share, use_take};

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(not(target_arch = "wasm32"))]
pub use native::{use_can_share, use_take};

/// What a reader took along last, and whether the browser let it go.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// What it was.
    pub what: Take,
    /// Whether it has been copied.
    pub done: bool,
}

/// Something to take along.
#[derive(Clone, Debug, PartialEq)]
pub enum Take {
    /// The link to an issue, an event or a section.
    Link(Id),
    /// A passage with who says it, and where.
    Quotation(Id),
}

impl Take {
    /// How a button says what it takes: the value of its `data-take`.
    pub fn name(&self) -> String {
        match self {
            Take::Link(id) => format!("link {id}"),
            Take::Quotation(id) => format!("quotation {id}"),
        }
    }

    /// What a button takes.
    pub fn from_name(name: &str) -> Option<Take> {
        let (kind, id) = name.split_once(' ')?;
        let id = Id::try_from(id.to_owned()).ok()?;
        match kind {
            "link" => Some(Take::Link(id)),
            "quotation" => Some(Take::Quotation(id)),
            _ => None,
        }
    }

    /// The item that it is about.
    pub fn id(&self) -> &Id {
        let (Take::Link(id) | Take::Quotation(id)) = self;
        id
    }

    /// What is copied, where `address` is the item's own. `None` where the passage is not in the article.
    pub fn text(&self, edition: &Edition, address: &str) -> Option<String> {
        match self {
            Take::Link(_) => Some(address.to_owned()),
            Take::Quotation(id) => {
                let located = edition.outline().passage(id)?;
                Some(quotation(edition, located, address))
            }
        }
    }

    /// What the button says, which depends on how it went.
    pub fn label(&self, edition: &Edition, taken: Option<&Taken>) -> AttrValue {
        let words = edition.words();
        let (ask, said) = match self {
            Take::Link(_) => (&words.copy_link, &words.link_copied),
            Take::Quotation(_) => (&words.copy_quotation, &words.quotation_copied),
        };
        match taken.filter(|taken| taken.what == *self) {
            Some(Taken { done: true, .. }) => said.clone(),
            Some(Taken { done: false, .. }) => words.copy_refused.clone(),
            None => ask.clone(),
        }
    }
}

/// A passage with who says it and where: “words” (speaker, “headline”, publisher, date, address).
fn quotation(edition: &Edition, located: Located<'_>, address: &str) -> String {
    let article = edition.article();
    let mut words = article::plain_inlines(&located.passage.content);
    if located.cut_before {
        words.insert_str(0, "… ");
    }
    if located.cut_after {
        words.push_str(" …");
    }
    let date = article.published.as_ref();
    let citation = [
        located.speaker.map(|speaker| speaker.name.clone()),
        Some(format!("“{}”", article.headline)),
        article.publisher.clone(),
        date.map(|date| date.label(edition.language())),
        Some(address.to_owned()),
    ];
    let citation: Vec<_> = citation.into_iter().flatten().collect();
    format!("“{}”\n— {}", words.trim(), citation.join(", "))
}

#[cfg(test)]
mod tests {
    use article::Language;

    use super::*;
    use crate::edition::Setting;
    use crate::words::Words;

    fn edition() -> Edition {
        let words = (Language::English, Words::of(Language::English));
        Edition::new(
            crate::built_in::outline(),
            Setting::new(words, None, None, None),
        )
    }

    fn id(id: &str) -> Id {
        Id::try_from(id.to_owned()).expect("an id")
    }

    #[test]
    fn a_quotation_says_who_said_it_and_where() {
        let edition = edition();
        let outline = edition.outline();
        let donbas = id("donbas");
        let passage = outline.passages_on(&donbas).next().expect("a passage");
        let take = Take::Quotation(passage.passage.id.clone());
        assert_eq!(
            take.text(&edition, "https://example.org/#a").as_deref(),
            Some(
                "“The summit could agree that the Ukraine issue would be discussed in the United Nations Security \
                 Council where a solution involving a U.N. peacekeeping force and an interim international \
                 administration for Donbas could be agreed.”\n— Bill Taylor, “Can the Trump-Putin Summit Improve \
                 U.S.-Russian Relations?”, United States Institute of Peace, https://example.org/#a"
            )
        );
    }

    #[test]
    fn a_quotation_from_inside_a_sentence_says_so() {
        let text = Take::Quotation(id("passage-3")).text(&edition(), "x");
        assert!(
            text.as_deref()
                .is_some_and(|text| text.starts_with("“… ") || text.contains(" …”")),
            "{text:?}"
        );
    }

    #[test]
    fn buttons_say_what_they_take_and_take_what_they_say() {
        for take in [Take::Link(id("syria")), Take::Quotation(id("passage-1"))] {
            assert_eq!(Take::from_name(&take.name()), Some(take));
        }
        for name in ["", "link", "link \"", "other syria"] {
            assert_eq!(Take::from_name(name), None, "{name}");
        }
    }

    #[test]
    fn only_what_was_taken_says_so() {
        let edition = edition();
        let syria = Take::Link(id("syria"));
        let taken = |done| Taken {
            what: syria.clone(),
            done,
        };
        assert_eq!(syria.label(&edition, None), "Copy link");
        assert_eq!(syria.label(&edition, Some(&taken(true))), "Link copied");
        assert_eq!(
            syria.label(&edition, Some(&taken(false))),
            "Copying is not allowed here"
        );
        let nato = Take::Link(id("nato"));
        assert_eq!(nato.label(&edition, Some(&taken(true))), "Copy link");
    }
}
