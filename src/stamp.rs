//! Which prerendered HTML the browser may bring to life.
//!
//! Yew takes over HTML only if it has the very elements that it would have made itself, and panics where it has not.
//! So prerendered HTML carries a stamp of three marks: of the build that made it, of the article it shows with the level
//! of its headings, and of its structure. The browser compares all three before it hydrates, and renders afresh where one differs.
//!
//! Islands are taken over by themselves, and have a stamp of their structure each; that of the whole leaves out what is in them.
//! In the browser `element/islands.js` tells the structure.

use std::hash::Hasher;

use fnv::FnvHasher;

/// A hash of every source file that has a say in the HTML. The compiled widget holds it too, as it stands here.
pub const BUILD: &str = env!("EXPLAINER_BUILD");

/// The stamp of HTML of this structure, which this build made of the article whose exchange form is `json`, with its headline
/// on this level.
pub fn stamp(json: &str, heading_level: u8, structure: &str) -> String {
    let mut content = FnvHasher::default();
    content.write(json.as_bytes());
    content.write(&[heading_level]);
    format!("{BUILD}.{:x}.{}", content.finish(), hash(structure))
}

/// The hash of a structure.
pub fn hash(structure: &str) -> String {
    let mut hash = FnvHasher::default();
    hash.write(structure.as_bytes());
    format!("{:x}", hash.finish())
}

/// What the tag of an island has where its stamp belongs.
#[cfg(not(target_arch = "wasm32"))]
const UNSTAMPED: &str = " data-stamp=\"\"";

/// HTML with a stamp on each island, and its structure without what is in these.
#[cfg(not(target_arch = "wasm32"))]
pub fn stamped(html: &str) -> (String, String) {
    let (mut stamped, mut structure) = (String::with_capacity(html.len()), String::new());
    let mut done = 0;
    for (at, _) in html.match_indices(UNSTAMPED) {
        let tag = html[..at].rfind('<').map_or("", |open| &html[open + 1..at]);
        let name = tag.split(' ').next().unwrap_or_default();
        // Words may say the same, and stand behind the end of a tag.
        if tag.contains('>') || !matches!(name, "ol" | "div") {
            continue;
        }
        let begin = at + UNSTAMPED.len() - 1;
        let inside = begin + html[begin..].find('>').map_or(0, |end| end + 1);
        let end = inside + end_of(&html[inside..], name);
        structure += &self::structure(&html[done..inside]);
        stamped += &html[done..begin];
        stamped += &hash(&self::structure(&html[inside..end]));
        stamped += &html[begin..end];
        done = end;
    }
    stamped += &html[done..];
    structure += &self::structure(&html[done..]);
    (stamped, structure)
}

/// Where an element of this name ends, seen from its inside.
#[cfg(not(target_arch = "wasm32"))]
fn end_of(inside: &str, name: &str) -> usize {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut depth = 0_usize;
    for (at, _) in inside.match_indices('<') {
        let tag = &inside[at..];
        if tag.starts_with(&close) {
            match depth {
                0 => return at,
                _ => depth -= 1,
            }
        } else if tag.starts_with(&open)
            && matches!(tag.as_bytes().get(open.len()), Some(b' ' | b'>'))
        {
            depth += 1;
        }
    }
    inside.len()
}

/// The tags and comments of some HTML in their order. Text and attributes are left out: hydration
/// overwrites them, readers open and close `<details>`, and browsers and minifiers write them in ways of their own.
#[cfg(not(target_arch = "wasm32"))]
fn structure(html: &str) -> String {
    let mut found = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let length = if let Some(comment) = rest.strip_prefix("!--") {
            let length = comment.find("-->").unwrap_or(comment.len());
            found.push('!');
            found += &comment[..length];
            "!--".len() + length
        } else {
            let name = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '/');
            let name = &rest[..name.unwrap_or(rest.len())];
            found.push('<');
            found += &name.to_ascii_lowercase();
            tag_length(rest)
        };
        rest = &rest[length..];
    }
    found
}

/// How far it is to the end of a tag; a `>` inside an attribute's quotes does not end it.
#[cfg(not(target_arch = "wasm32"))]
fn tag_length(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str =
        r#"<!--<[]>--><details id="a"><summary>Title</summary><p title="b>c">Text</p></details>"#;

    #[test]
    fn words_and_attributes_do_not_change_the_structure() {
        let opened = HTML
            .replace("id=\"a\"", "id='a' open")
            .replace("Text", "Other &lt;text");
        assert_eq!(structure(HTML), structure(&opened));
    }

    #[test]
    fn a_lost_comment_an_added_element_or_a_renamed_one_changes_it() {
        for changed in [
            HTML.replace("<!--<[]>-->", ""),
            HTML.replace("Text", "<font>Text</font>"),
            HTML.replace("<p ", "<b ").replace("</p>", "</b>"),
            HTML.replace("</p>", ""),
        ] {
            assert_ne!(structure(HTML), structure(&changed), "{changed}");
        }
    }

    #[test]
    fn of_broken_html_the_structure_is_what_can_be_read_of_it() {
        for (html, read) in [
            ("<", "<"),
            ("<p", "<p"),
            ("<p title=\"><b>", "<p"),
            ("<!--<b>", "!<b>"),
            ("a < b<i>", "<"),
            ("<ü><i>", "<<i"),
        ] {
            assert_eq!(structure(html), read, "{html}");
        }
    }

    #[test]
    fn the_stamp_is_of_the_content_and_of_the_level_of_its_headings_too() {
        assert_ne!(stamp("{}", 2, "<p"), stamp("{ }", 2, "<p"));
        assert_ne!(stamp("{}", 2, "<p"), stamp("{}", 1, "<p"));
        assert_ne!(stamp("{}", 2, "<p"), stamp("{}", 2, "<b"));
        assert_eq!(stamp("{}", 2, "<p"), stamp("{}", 2, "<p"));
    }

    #[test]
    fn an_island_has_a_stamp_of_its_own_and_is_left_out_of_the_whole() {
        let island = |inside: &str| {
            format!("<main><div class=\"a\" data-stamp=\"\">{inside}</div><p>End</p></main>")
        };
        let inside = "<div><dl></dl><div>A</div></div><!--x-->";
        let (html, whole) = stamped(&island(inside));
        let stamp = hash("<div<dl</dl<div</div</div!x");
        assert_eq!(
            html,
            format!(
                "<main><div class=\"a\" data-stamp=\"{stamp}\">{inside}</div><p>End</p></main>"
            )
        );
        assert_eq!(whole, "<main<div</div<p</p</main");
        assert_eq!(stamped(&island("")).1, whole);
        let two = stamped(&(island(inside) + &island(inside)));
        assert_eq!(two, (html.repeat(2), whole.repeat(2)));
        for without in [
            HTML,
            "<p>Words: &lt;div data-stamp=\"\"></p>",
            "<div>An ol data-stamp=\"\"</div>",
            "<p data-stamp=\"\"></p>",
        ] {
            assert_eq!(stamped(without), (without.to_owned(), structure(without)));
        }
    }
}
