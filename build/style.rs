//! The stylesheets, one a view, as the one file that is shipped: without what only people read.

use std::convert::Infallible;
use std::error::Error;
use std::fs;
use std::path::Path;

use cssparser::{ParseError, Parser, Token};

/// The files in the order in which they stand in the one file.
const SHEETS: [&str; 10] = [
    "base", "header", "map", "search", "timeline", "strip", "issues", "sections", "long",
    // Last, since paper has the last word.
    "print",
];

/// All stylesheets of a folder as one.
pub fn read(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut css = String::new();
    for sheet in SHEETS {
        let file = folder.join(sheet).with_extension("css");
        css +=
            &fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(tight(&css)?)
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
