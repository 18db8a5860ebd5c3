//! Which prerendered HTML the browser may bring to life.
//!
//! Yew takes over HTML only if it has the very elements that it would have made itself, and panics where it has not.
//! So prerendered HTML carries a stamp of three marks: of the build that made it, of the article it shows with the level
//! of its headings, and of its structure. The browser compares all three before it hydrates, and renders afresh where one differs.

use std::hash::Hasher;

use fnv::FnvHasher;

/// A hash of every source file that has a say in the HTML. The compiled widget holds it too, as it stands here.
pub const BUILD: &str = env!("EXPLAINER_BUILD");

/// The stamp of `html`, which this build made of the article whose exchange form is `json`, with its headline on this
/// level.
pub fn stamp(json: &str, heading_level: u8, html: &str) -> String {
    let mut content = FnvHasher::default();
    content.write(json.as_bytes());
    content.write(&[heading_level]);
    format!("{BUILD}.{:x}.{:x}", content.finish(), structure(html))
}

/// A hash of the tags and comments of some HTML in their order. Text and attributes are left out: hydration
/// overwrites them, readers open and close `<details>`, and browsers and minifiers write them in ways of their own.
fn structure(html: &str) -> u64 {
    let mut hash = FnvHasher::default();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let length = if let Some(comment) = rest.strip_prefix("!--") {
            let length = comment.find("-->").unwrap_or(comment.len());
            hash.write(b"!");
            hash.write(&comment.as_bytes()[..length]);
            "!--".len() + length
        } else {
            let name = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '/');
            let name = &rest[..name.unwrap_or(rest.len())];
            hash.write(b"<");
            hash.write(name.to_ascii_lowercase().as_bytes());
            tag_length(rest)
        };
        rest = &rest[length..];
    }
    hash.finish()
}

/// How far it is to the end of a tag; a `>` inside an attribute's quotes does not end it.
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
    fn broken_html_has_a_structure_too() {
        for html in ["<", "<p", "<p title=\"", "<!--", "a < b", "<ü>"] {
            structure(html);
        }
    }

    #[test]
    fn the_stamp_is_of_the_content_and_of_the_level_of_its_headings_too() {
        assert_ne!(stamp("{}", 2, HTML), stamp("{ }", 2, HTML));
        assert_ne!(stamp("{}", 2, HTML), stamp("{}", 1, HTML));
        assert_eq!(stamp("{}", 2, HTML), stamp("{}", 2, HTML));
    }
}
