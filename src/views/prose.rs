//! Text, with its passages linked to what they bear on.

use article::{Block, Id, Inline, Passage};
use yew::prelude::*;

use super::figure;
use crate::edition::Edition;

/// Renders blocks of text.
pub fn blocks(edition: &Edition, blocks: &[Block]) -> Html {
    blocks.iter().map(|each| block(edition, each)).collect()
}

fn block(edition: &Edition, block: &Block) -> Html {
    let item = |item: &Vec<Block>| html! { <li>{ blocks(edition, item) }</li> };
    match block {
        Block::Paragraph(content) => html! { <p>{ inlines(edition, content) }</p> },
        Block::Heading { level, content } => {
            // In the document a section's heading is of the second level; here it stands two below the headline.
            html! { <@{edition.heading(*level)} class="subheading">{ inlines(edition, content) }</@> }
        }
        Block::Quote(content) => html! { <blockquote>{ blocks(edition, content) }</blockquote> },
        Block::Bullets(items) => html! { <ul>{ for items.iter().map(item) }</ul> },
        Block::Numbers { start, items } => {
            let start = (*start != 1).then(|| start.to_string());
            html! { <ol {start}>{ for items.iter().map(item) }</ol> }
        }
        Block::Figure(shown) => figure::render(edition, shown, None),
    }
}

/// Renders a run of text whose passages are links.
pub fn inlines(edition: &Edition, content: &[Inline]) -> Html {
    runs(content, &|passage, words| linked(edition, passage, words))
}

/// Renders a run of text inside a `<summary>`, where a link would fight with the click that opens it: its passages
/// can be reached and lead nowhere.
pub fn inlines_unlinked(content: &[Inline]) -> Html {
    runs(content, &|passage, words| {
        html! {
            <span id={passage.id.to_string()} class="passage" tabindex="-1" data-marks={marks(passage)}>{ words }</span>
        }
    })
}

/// Renders a run of text away from its place, where its passages are words like any others.
pub fn inlines_plain(content: &[Inline]) -> Html {
    runs(content, &|_, words| words)
}

fn runs(content: &[Inline], passage: &dyn Fn(&Passage, Html) -> Html) -> Html {
    let run = |inline: &Inline| match inline {
        Inline::Text(words) => html! { { words.clone() } },
        Inline::Emphasis(content) => html! { <em>{ runs(content, passage) }</em> },
        Inline::Strong(content) => html! { <strong>{ runs(content, passage) }</strong> },
        Inline::Link { url, content } => {
            html! { <a href={url.as_str().to_owned()}>{ runs(content, passage) }</a> }
        }
        Inline::Passage(marked) => passage(marked, runs(&marked.content, passage)),
        Inline::Break => html! { <br /> },
    };
    content.iter().map(run).collect()
}

fn linked(edition: &Edition, passage: &Passage, words: Html) -> Html {
    let titles = passage.marks.iter().filter_map(|id| edition.title(id));
    let title = titles.collect::<Vec<_>>().join(" · ");
    // The first mark is the one that the words bear on most.
    let href = passage.marks.first().map(|id| edition.fragment(id));
    html! {
        <a id={passage.id.to_string()} class="passage" part="passage" {href} {title} data-marks={marks(passage)}>{ words }</a>
    }
}

/// The ids of what a passage bears on.
fn marks(passage: &Passage) -> Option<String> {
    ids(passage.marks.iter())
}

/// Ids as an attribute lists them; none where there are none.
pub fn ids<'a>(ids: impl Iterator<Item = &'a Id>) -> Option<String> {
    let ids = ids.map(Id::as_str).collect::<Vec<_>>().join(" ");
    (!ids.is_empty()).then_some(ids)
}
