//! What lists, headers and sitemaps say of an article.

use article::{Article, Date, Image, Language, plain_blocks};
use serde::{Deserialize, Serialize};

/// How long a description may be, in characters. Search results show about as much.
const DESCRIPTION: usize = 200;

/// What is said of an article away from it. It is remembered, so that an unchanged article need not be read for lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// Its language, a BCP 47 tag.
    pub lang: String,
    /// The direction of its script, as an attribute.
    pub dir: String,
    /// Its headline.
    pub headline: String,
    /// What kind of publication it is.
    pub kind: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// How it begins, on one line.
    pub description: Option<String>,
    /// Its picture for those who share its link: its own image, else the card drawn of it.
    pub picture: Option<Picture>,
    /// When it was published.
    pub published: Option<Day>,
    /// When it was last changed, in ISO 8601.
    pub changed: Option<String>,
}

/// A date for people and for programs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Day {
    /// In words.
    pub label: String,
    /// In ISO 8601, where HTML can write it.
    pub datetime: Option<String>,
}

/// A picture for those who share a link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// Its address, as the article has it, or as seen from beside the pages.
    pub src: String,
    /// What it shows, for those who can't see it.
    pub alt: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Whether it was drawn of the article and is one of its files.
    pub is_card: bool,
}

impl From<&Image> for Picture {
    fn from(image: &Image) -> Self {
        Picture {
            src: image.src.as_str().to_owned(),
            alt: image.alt.clone(),
            width: image.width,
            height: image.height,
            is_card: false,
        }
    }
}

impl About {
    /// What is said of an article. Its card, should there be one, is yet to be drawn.
    pub fn of(article: &Article) -> Self {
        let language = Language::from_tag(&article.lang).unwrap_or_default();
        let day = |date: &Date| Day {
            label: date.label(language),
            datetime: date.start.datetime(),
        };
        let dates = article.updates.iter().map(|update| &update.date);
        let changed = dates.chain(&article.published).map(|date| date.start).max();
        let image = article
            .figure
            .as_ref()
            .and_then(|figure| figure.image.as_ref());
        About {
            lang: article.lang.clone(),
            dir: article.direction.dir().to_owned(),
            headline: article.headline.clone(),
            kind: article.kind.clone(),
            publisher: article.publisher.clone(),
            description: description(article),
            picture: image.map(Picture::from),
            published: article.published.as_ref().map(day),
            changed: changed.and_then(|point| point.datetime()),
        }
    }
}

/// How the article begins, cut between words.
fn description(article: &Article) -> Option<String> {
    let sections = article.sections.iter().map(|section| &section.body);
    let mut texts = std::iter::once(&article.lead)
        .chain(sections)
        .map(|blocks| plain_blocks(blocks).join(" "));
    let text = texts.find(|text| !text.trim().is_empty())?;
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut cut = String::new();
    for word in &words {
        if cut.chars().count() + word.chars().count() + 2 > DESCRIPTION && !cut.is_empty() {
            let whole = cut.trim_end_matches([',', ';', ':', '—', '–', '-']);
            return Some(format!("{whole} …"));
        }
        if !cut.is_empty() {
            cut.push(' ');
        }
        cut.push_str(word);
    }
    Some(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(lead: &str) -> Article {
        let json = serde_json::json!({
            "version": 1, "lang": "de", "headline": "Kurz",
            "lead": [{ "paragraph": [{ "text": lead }] }],
            "published": { "start": "2018-07" },
            "updates": [
                { "date": { "start": "2019-02-03" }, "text": "b" },
                { "date": { "start": "2018-08" }, "text": "a" },
            ],
        });
        serde_json::from_value(json).expect("an article")
    }

    #[test]
    fn a_long_lead_is_cut_between_words() {
        let long = About::of(&article(&"weißt du, ".repeat(60)))
            .description
            .expect("a description");
        assert!(long.ends_with("weißt du …"), "{long}");
        assert!(
            (180..=DESCRIPTION).contains(&long.chars().count()),
            "{long}"
        );
        assert_eq!(
            About::of(&article("Nur\ndas. ")).description.as_deref(),
            Some("Nur das.")
        );
        assert_eq!(About::of(&article(" ")).description, None);
    }

    #[test]
    fn the_last_change_counts_whatever_the_order_of_the_updates() {
        assert_eq!(
            About::of(&article("")).changed.as_deref(),
            Some("2019-02-03")
        );
    }
}
