//! Text of every shape: blocks, inlines, hostile signs.

use article::{Block, Id, Inline, Passage, Url};
use proptest::prelude::*;

use crate::articles::figure;

/// Some words: letters of many scripts, and signs that mean something in Markdown.
pub fn words() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        6 => prop::sample::select("abcXYZ 019 äßéøдаюعרעבक你好ไ".chars().collect::<Vec<_>>()),
        4 => prop::sample::select(r##"*_[]<>&`\#-+=~!"'(){}.,:;|/@$%^?1"##.chars().collect::<Vec<_>>()),
        1 => prop::sample::select("  \t\n\r\u{1}\u{85}\u{a0}\u{200d}\u{2028}\u{feff}\u{e0001}“”—👍🏽".chars().collect::<Vec<_>>()),
        // Markdown has no number for NUL, without which emphasis beside it can't always be written.
        1 => any::<char>().prop_filter("NUL", |sign| *sign != '\0'),
    ];
    let phrase = prop::sample::select(
        &[
            "1. one",
            "- a",
            "+ b",
            "> c",
            "# d",
            "---",
            "===",
            "```",
            "~~~",
            "&amp;",
            "&#32;",
            "<b>",
            "![a](b)",
            "[a](#arms)",
            "[a]: b",
            "https://example.org",
            "  ",
            "snake_case_",
            "**a**",
            "{#id}",
            "a #",
            "\\\n",
            "<!--",
        ][..],
    );
    let part = prop_oneof![4 => sign.prop_map(String::from), 1 => phrase.prop_map(str::to_owned)];
    prop::collection::vec(part, 1..8).prop_map(|parts| parts.concat())
}

/// The words of a paragraph, with passages that bear on these.
pub fn inlines(marks: Vec<Id>, breaks: bool) -> impl Strategy<Value = Vec<Inline>> {
    let text = words().prop_map(Inline::Text).boxed();
    let run = move |inner: BoxedStrategy<Inline>| {
        prop::collection::vec(inner, 1..4).prop_map(move |inlines| tidy(inlines, breaks))
    };
    let broken = prop_oneof![5 => text, 1 => Just(Inline::Break)].boxed();
    let strong =
        prop_oneof![3 => broken.clone(), 1 => run(broken).prop_map(Inline::Strong)].boxed();
    let stressed =
        prop_oneof![3 => strong.clone(), 1 => run(strong).prop_map(Inline::Emphasis)].boxed();
    let target = prop::sample::select(
        &[
            "x.html",
            "https://example.org/a_(b)*c?d=e&f#g",
            "a b",
            "mailto:a@b.org",
            "<\\>)(&amp;",
            "/ü",
        ][..],
    );
    let link = (target, run(stressed.clone())).prop_map(|(target, content)| {
        let url = Url::try_from(target.to_owned()).expect("a safe link");
        Inline::Link { url, content }
    });
    let marks = prop::sample::subsequence(marks.clone(), 1..=marks.len().min(3));
    let passage = (marks, run(stressed.clone())).prop_filter_map("words", |(marks, content)| {
        let id = Id::passage(1);
        let is_empty = article::plain_inlines(&content).trim().is_empty();
        let passage = Passage { id, marks, content };
        (!is_empty).then_some(Inline::Passage(passage.into()))
    });
    let inline = prop_oneof![4 => stressed, 1 => link, 2 => passage].boxed();
    run(inline)
}

/// What the reader would have made of it: one text where two follow each other, no line break at an end, and words
/// between two runs of emphasis.
fn tidy(inlines: Vec<Inline>, breaks: bool) -> Vec<Inline> {
    let mut tidied: Vec<Inline> = Vec::new();
    for inline in inlines {
        match (tidied.last_mut(), inline) {
            (_, Inline::Break) if !breaks => {}
            (None | Some(Inline::Break), Inline::Break) => {}
            (Some(Inline::Text(text)), Inline::Text(more)) => text.push_str(&more),
            (
                Some(Inline::Emphasis(_) | Inline::Strong(_)),
                inline @ (Inline::Emphasis(_) | Inline::Strong(_)),
            ) => {
                tidied.extend([Inline::Text(", ".to_owned()), inline]);
            }
            (_, inline) => tidied.push(inline),
        }
    }
    if let None | Some(Inline::Break) = tidied.last() {
        tidied.push(Inline::Text("end".to_owned()));
    }
    tidied
}

/// Blocks, and blocks in blocks.
pub fn blocks(marks: Vec<Id>) -> impl Strategy<Value = Vec<Block>> {
    let leaf = prop_oneof![
        6 => inlines(marks.clone(), true).prop_map(Block::Paragraph),
        1 => (3..=6u8, inlines(marks.clone(), false)).prop_map(|(level, content)| Block::Heading { level, content }),
        1 => figure(marks).prop_map(Block::Figure),
    ];
    let block = leaf.prop_recursive(3, 12, 3, |block| {
        let blocks = prop::collection::vec(block, 0..3).prop_map(in_steps);
        let items = prop::collection::vec(blocks.clone(), 1..4).prop_map(filled);
        prop_oneof![
            blocks.prop_map(Block::Quote),
            items.clone().prop_map(Block::Bullets),
            (
                prop_oneof![Just(0), Just(1), Just(999_999_999), 0..20u32],
                items
            )
                .prop_map(|(start, items)| Block::Numbers { start, items }),
        ]
    });
    prop::collection::vec(block, 0..4).prop_map(in_steps)
}

/// Items of which none is empty, unless all are: in a list with empty lines between its items, pulldown-cmark 0.13 takes
/// an empty last one for the end of the list around it.
fn filled(mut items: Vec<Vec<Block>>) -> Vec<Vec<Block>> {
    if items.iter().any(|item| !item.is_empty()) {
        items.retain(|item| !item.is_empty());
    }
    items
}

/// Blocks in which no heading skips a level.
fn in_steps(mut blocks: Vec<Block>) -> Vec<Block> {
    let mut above = 2;
    for block in &mut blocks {
        if let Block::Heading { level, .. } = block {
            *level = (*level).min(above + 1);
            above = *level;
        }
    }
    blocks
}
