//! Words as HTML.

use crate::model::{Block, Inline};

/// Plain words.
pub(super) fn escaped(words: &str) -> String {
    let mut html = String::new();
    for sign in words.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(sign),
        }
    }
    html
}

/// A run of text; passages are words like others.
pub(super) fn inlines(inlines: &[Inline]) -> String {
    let inline = |inline: &Inline| match inline {
        Inline::Text(words) => escaped(words),
        Inline::Emphasis(content) => format!("<em>{}</em>", self::inlines(content)),
        Inline::Strong(content) => format!("<strong>{}</strong>", self::inlines(content)),
        Inline::Link { url, content } => {
            let (url, words) = (escaped(url.as_str()), self::inlines(content));
            format!("<a href=\"{url}\">{words}</a>")
        }
        Inline::Passage(passage) => self::inlines(&passage.content),
        Inline::Break => "<br>".to_owned(),
    };
    inlines.iter().map(inline).collect()
}

/// Blocks.
pub(super) fn blocks(blocks: &[Block]) -> String {
    let items = |items: &[Vec<Block>]| -> String {
        let item = |item: &Vec<Block>| format!("<li>{}</li>", self::blocks(item));
        items.iter().map(item).collect()
    };
    let block = |block: &Block| match block {
        Block::Paragraph(words) => format!("<p>{}</p>", inlines(words)),
        Block::Heading { level, content } => {
            let level = level.clamp(&1, &6);
            format!("<h{level}>{}</h{level}>", inlines(content))
        }
        Block::Quote(content) => format!("<blockquote>{}</blockquote>", self::blocks(content)),
        Block::Bullets(content) => format!("<ul>{}</ul>", items(content)),
        Block::Numbers {
            start,
            items: content,
        } => format!("<ol start=\"{start}\">{}</ol>", items(content)),
        Block::Figure(figure) => format!("<p>{}</p>", inlines(&figure.caption)),
    };
    blocks.iter().map(block).collect()
}
