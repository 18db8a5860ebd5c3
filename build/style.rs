//! The stylesheets, one a view, as the files that are shipped: without comments, and with the rules that count.

use std::convert::Infallible;
use std::error::Error;
use std::fs;
use std::path::Path;

use cssparser::{ParseError, Parser, Token};

include!("limits.rs");

/// The files before the numbered rules, in their order.
const SHEETS: [&str; 14] = [
    "base", "signs", "header", "issues", "timeline", "filter", "stations", "long", "card", "text",
    "notes", "figure", "dock", "footer",
];

/// The file after them, since paper has the last word.
const LAST: &str = "print";

/// The stylesheet of the static HTML.
pub fn read(folder: &Path) -> Result<String, Box<dyn Error>> {
    Ok(tight(
        &(all(folder, &SHEETS)? + &numbered() + &all(folder, &[LAST])?),
    )?)
}

fn all(folder: &Path, sheets: &[&str]) -> Result<String, Box<dyn Error>> {
    let mut css = String::new();
    for sheet in sheets {
        let file = folder.join(sheet).with_extension("css");
        css +=
            &fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(css)
}

/// The rules that are the same for each number of a mark, note or event: CSS can't count.
fn numbered() -> String {
    let each = |most: usize, between: &str, rule: &dyn Fn(usize) -> String| {
        let rules = (1..=most).map(rule);
        rules.collect::<Vec<_>>().join(between)
    };
    let hovered = each(MOST_NOTES, ",", &|n| {
        format!(".text:has(.n{n}:hover) .a{n},.text:has(.a{n}:hover) .n{n}")
    });
    let chosen = each(MOST_MARKS, ",", &|n| {
        format!("&:has(.f{n}:checked,.c{n}:popover-open) .b{n}")
    });
    let anchors = each(MOST_NOTES, "", &|n| {
        let above = match n {
            1 => String::new(),
            _ => format!(";--above:anchor(--m{} bottom,0px)", n - 1),
        };
        format!(
            ".a{n}{{anchor-name:--a{n}}}.n{n}{{position-anchor:--a{n};anchor-name:--m{n}{above}}}"
        )
    });
    let stations = each(MANY_EVENTS, "", &|n| {
        format!(".v{n}{{--v{n}:--v{n}}}.s{n}{{--line:--v{n}}}")
    });
    let scope = each(MANY_EVENTS, ",", &|n| format!("--v{n}"));
    let timelines = each(MANY_EVENTS, ",", &|n| format!("var(--v{n},none)"));
    let dense = each(MOST_NOTES / 2, "", &|n| {
        format!(
            ".explainer .dense:has(.n{}){{min-block-size:{}px}}",
            2 * n - 1,
            n * 54 + 20
        )
    });
    let pinned = each(MOST_MARKS, ",", &|n| {
        format!(".explainer:has(.f{n}:checked) .c{n}:not(:popover-open)")
    });
    format!(
        ".explainer{{{hovered}{{--tint:var(--touch)}}\
         {chosen},&[data-related] [data-related]{{--tint:var(--mark);--tone:var(--ink);--fill:var(--look);--seen:visible;--drawn:underline}}\
         {anchors}{stations}timeline-scope:{scope},--read,--lead;\
         .v{{view-timeline:{timelines};view-timeline-inset:40% 60%}}}}\
         @container explainer (inline-size >= 1100px){{{dense}}}\
         @container explainer (inline-size >= 1240px){{{pinned}{{--pinned:block}}}}"
    )
}

/// A stylesheet without comments and without white space that means nothing.
pub fn tight(css: &str) -> Result<String, ParseError<Infallible>> {
    let mut out = String::with_capacity(css.len());
    copy(&mut Parser::new(css), &mut out)?;
    Ok(out)
}

/// Copies what a block holds, and the blocks inside it. An error is a block too deep inside others.
fn copy(parser: &mut Parser<'_>, out: &mut String) -> Result<(), ParseError<Infallible>> {
    // White space was between this token and the one before.
    let mut is_apart = false;
    loop {
        let start = parser.position();
        let Ok(token) = parser.next_including_whitespace_and_comments() else {
            return Ok(());
        };
        let end = match token {
            Token::Comment(_) => continue,
            Token::WhiteSpace(_) => {
                is_apart = true;
                continue;
            }
            Token::Function(_) | Token::ParenthesisBlock => Some(')'),
            Token::SquareBracketBlock => Some(']'),
            Token::CurlyBracketBlock => Some('}'),
            _ => None,
        };
        let text = parser.slice_from(start);
        if is_apart
            && !out.is_empty()
            && !out.ends_with(SEPARATES)
            && !text.starts_with(['{', ';', ','])
        {
            out.push(' ');
        }
        is_apart = false;
        out.push_str(text);
        if let Some(end) = end {
            parser.parse_nested_block(|inside| copy(inside, out))?;
            out.push(end);
        }
    }
}

/// What needs no white space behind it. A colon stands before a value, or without white space in a selector.
const SEPARATES: [char; 7] = ['{', '}', ';', ',', ':', '(', '['];
