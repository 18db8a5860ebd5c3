//! Where in the explainer the words of a problem are shown.
//!
//! The explainer may show an older version of the document, so places are named as both have them: by the ids that
//! authors give, and by the number of the section and of the block in it.

use std::ops::Range;

/// A place in the explainer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The issue, event or person with this id.
    Item(String),
    /// The heading of the nth section, counted from 1.
    Heading(usize),
    /// The nth block of text, counted from 0, of the nth section, counted from 1; section 0 is the lead.
    Block(usize, usize),
}

/// The place of the words at `span`, where they have one. A JSON document's have none.
pub fn place(source: &str, span: &Range<usize>) -> Option<Place> {
    if span.is_empty() && span.start == 0 {
        return None;
    }
    let mut fences = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        if line.trim_start_matches('\u{feff}').trim_end() == "+++" && fences.len() < 2 {
            fences.push(at..at + line.len());
        }
        at += line.len();
    }
    let [open, close] = &fences[..] else {
        return None;
    };
    if span.start >= close.end {
        return Some(in_body(&source[close.end..], span.start - close.end));
    }
    let front = source.get(open.end..close.start)?;
    in_front_matter(front, span.start.checked_sub(open.end)?).map(Place::Item)
}

/// The id of the issue, event or person that is declared around a place in the front matter.
fn in_front_matter(front: &str, at: usize) -> Option<String> {
    let (before, after) = front.split_at_checked(at)?;
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line_end = after.find('\n').map_or(front.len(), |end| at + end);
    // A table within braces.
    let line = &front[line_start..line_end];
    if let Some(id) = line
        .trim_start()
        .starts_with('{')
        .then(|| id(line))
        .flatten()
    {
        return Some(id);
    }
    let braces = before[line_start..]
        .rfind('{')
        .map(|open| line_start + open);
    if let Some(id) = braces.and_then(|open| id(front.get(open..line_end)?)) {
        return Some(id);
    }
    // A table under a header in brackets, to the next header.
    let header = front[..line_end].rfind("\n[[").map(|start| start + 1);
    let header = header.or_else(|| front.starts_with("[[").then_some(0))?;
    let table = &front[header..];
    let (name, fields) = table.split_once('\n')?;
    if !["[[issues]]", "[[events]]", "[[people]]"].contains(&name.trim()) {
        return None;
    }
    let fields = &fields[..fields.find("\n[").unwrap_or(fields.len())];
    if at > header + name.len() + 1 + fields.len() {
        return None;
    }
    fields
        .lines()
        .find(|line| line.trim_start().starts_with("id"))
        .and_then(id)
}

/// The value of the first `id = "…"` of some TOML.
fn id(toml: &str) -> Option<String> {
    let mut rest = toml;
    loop {
        let start = rest.find("id")?;
        let is_whole =
            !rest[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
        rest = &rest[start + "id".len()..];
        let value = rest.trim_start().strip_prefix('=').map(str::trim_start);
        let quoted = value.and_then(|value| value.strip_prefix(['"', '\'']));
        if let (true, Some(quoted)) = (is_whole, quoted) {
            return quoted.split(['"', '\'']).next().map(str::to_owned);
        }
    }
}

/// The section and block of a place in the body.
fn in_body(body: &str, at: usize) -> Place {
    let (mut section, mut block, mut in_block, mut start) = (0, 0, false, 0);
    for line in body.split_inclusive('\n') {
        let end = start + line.len();
        let is_here = at < end;
        if line.starts_with("## ") {
            (section, block, in_block) = (section + 1, 0, false);
            if is_here {
                return Place::Heading(section);
            }
        } else if line.trim().is_empty() {
            block += usize::from(in_block);
            in_block = false;
        } else if line.starts_with('#') {
            // A heading is a block of its own.
            block += usize::from(in_block);
            in_block = false;
            if is_here {
                return Place::Block(section, block);
            }
            block += 1;
        } else {
            in_block = true;
        }
        if is_here {
            return Place::Block(section, block);
        }
        start = end;
    }
    Place::Block(section, block)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r##"+++
headline = "Talks"
issues = [
  { id = "arms", title = "Arms", stance = "contention" },
]
people = [{ name = "Ann", id = "ann" }, { name = "Bob", id = "bob" }]

[[events]]
title = "Summit"
id = "summit"
date = "2018-07-16"

[figure]
caption = "A table"
+++

The lead
goes on.

A second paragraph.
## A question?
An answer.

### Below
Its text.

- one
- two

Last.
"##;

    /// The place of the first of some words.
    fn of(words: &str) -> Option<Place> {
        let start = SOURCE.find(words).expect("the words");
        place(SOURCE, &(start..start + words.len()))
    }

    #[test]
    fn what_is_declared_in_the_front_matter_is_found_by_its_id() {
        let item = |id: &str| Some(Place::Item(id.to_owned()));
        assert_eq!(of("contention"), item("arms"));
        assert_eq!(of("arms"), item("arms"));
        assert_eq!(of("Bob"), item("bob"));
        assert_eq!(of("Summit"), item("summit"));
        assert_eq!(of("2018-07-16"), item("summit"));
    }

    #[test]
    fn other_fields_and_documents_without_front_matter_have_no_place() {
        assert_eq!(of("Talks"), None);
        assert_eq!(of("A table"), None);
        assert_eq!(place(SOURCE, &(0..0)), None);
        assert_eq!(place("{\"id\": 1}", &(3..4)), None);
        assert_eq!(place("", &(5..9)), None);
    }

    #[test]
    fn words_of_the_body_are_found_by_section_and_block() {
        assert_eq!(of("goes on"), Some(Place::Block(0, 0)));
        assert_eq!(of("A second"), Some(Place::Block(0, 1)));
        assert_eq!(of("question"), Some(Place::Heading(1)));
        assert_eq!(of("An answer"), Some(Place::Block(1, 0)));
        assert_eq!(of("Below"), Some(Place::Block(1, 1)));
        assert_eq!(of("Its text"), Some(Place::Block(1, 2)));
        assert_eq!(of("two"), Some(Place::Block(1, 3)));
        assert_eq!(of("Last"), Some(Place::Block(1, 4)));
        assert_eq!(place(SOURCE, &(9999..9999)), Some(Place::Block(1, 4)));
    }
}
