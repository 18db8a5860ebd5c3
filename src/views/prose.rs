//! Text, with its passages linked to what they bear on.

use article::{Block, Inline, Passage};
use yew::prelude::*;

use super::figure;
use super::view::ViewProps;

/// Renders blocks of text.
pub fn blocks(view: &ViewProps, blocks: &[Block]) -> Html {
    blocks.iter().map(|each| block(view, each)).collect()
}

fn block(view: &ViewProps, block: &Block) -> Html {
    let item = |item: &Vec<Block>| html! { <li>{ blocks(view, item) }</li> };
    match block {
        Block::Paragraph(content) => html! { <p>{ inlines(view, content) }</p> },
        Block::Heading { level, content } => {
            // In the document a section's heading is of the second level; here it stands two below the headline.
            html! { <@{view.edition.heading(*level)} class="subheading">{ inlines(view, content) }</@> }
        }
        Block::Quote(content) => html! { <blockquote>{ blocks(view, content) }</blockquote> },
        Block::Bullets(items) => html! { <ul>{ for items.iter().map(item) }</ul> },
        Block::Numbers { start, items } => {
            let start = (*start != 1).then(|| start.to_string());
            html! { <ol {start}>{ for items.iter().map(item) }</ol> }
        }
        Block::Figure(shown) => figure::render(view, shown, None),
    }
}

/// Renders a run of text whose passages are links.
pub fn inlines(view: &ViewProps, content: &[Inline]) -> Html {
    runs(content, &|passage, words| linked(view, passage, words))
}

/// Renders a run of text inside a `<summary>`, where a link would fight with the click that opens it: its passages
/// can be reached and lead nowhere.
pub fn inlines_unlinked(view: &ViewProps, content: &[Inline]) -> Html {
    runs(content, &|passage, words| {
        html! {
            <span id={passage.id.to_string()} class={class(view, passage)} tabindex="-1">{ words }</span>
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

fn linked(view: &ViewProps, passage: &Passage, words: Html) -> Html {
    let edition = &view.edition;
    let titles = passage.marks.iter().filter_map(|id| edition.title(id));
    let title = titles.collect::<Vec<_>>().join(" · ");
    // The first mark is the one that the words bear on most.
    let href = passage.marks.first().map(|id| edition.fragment(id));
    html! {
        <a id={passage.id.to_string()} class={class(view, passage)} part="passage" {href} {title}>{ words }</a>
    }
}

fn class(view: &ViewProps, passage: &Passage) -> Classes {
    let related = view
        .chosen
        .as_ref()
        .is_some_and(|id| passage.marks.contains(id));
    classes!("passage", related.then_some("related"))
}
