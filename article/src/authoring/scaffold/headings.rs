//! Which paragraphs are headings: questions that are answered, and lines that are plainly titles.

/// How long a question is at most, in characters.
const LONGEST_QUESTION: usize = 320;

/// How long a title inside the text is at most, in characters.
const LONGEST_TITLE: usize = 80;

/// How long the text under a title is at least, in characters, unless it is a sentence.
const SOME_TEXT: usize = 80;

/// Whether a paragraph asks.
pub(super) fn asks(text: &str) -> bool {
    text.ends_with(['?', '？', '؟'])
}

/// Whether a paragraph is a question that the next one answers.
pub(super) fn is_question(text: &str, next: Option<&str>) -> bool {
    asks(text) && text.chars().count() <= LONGEST_QUESTION && next.is_some_and(|next| !asks(next))
}

/// The words of a Markdown heading, where something stands under it.
pub(super) fn markdown_heading<'t>(text: &'t str, next: Option<&str>) -> Option<&'t str> {
    let words = text.trim_start_matches('#');
    let level = text.len() - words.len();
    let title = words.trim_start();
    let is_heading = (1..=6).contains(&level) && title.len() < words.len() && !title.is_empty();
    let is_short = title.chars().count() <= LONGEST_QUESTION;
    (is_heading && is_short && next.is_some_and(|next| !next.starts_with('#'))).then_some(title)
}

/// Whether a paragraph is a title between others: capitals alone, or a few words that end without a mark between
/// paragraphs that end with one.
pub(super) fn is_title(before: Option<&str>, text: &str, next: Option<&str>) -> bool {
    let Some(next) = next else { return false };
    let is_short = text.chars().count() <= LONGEST_TITLE;
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if !is_short || letters < 4 || !text.ends_with(|c: char| c.is_alphanumeric() || c == ')') {
        return false;
    }
    let has_text =
        ends_sentence(next) && (next.chars().count() >= SOME_TEXT || next.len() > text.len());
    let is_capitals = text.contains(char::is_uppercase) && !text.contains(char::is_lowercase);
    if is_capitals {
        return has_text;
    }
    let is_plain = !text.contains(['.', ':', '|', '@', '"', '“', '”']);
    let begins_well = text.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase());
    let few_words = text.split_whitespace().count() <= 8;
    is_plain && begins_well && few_words && has_text && before.is_some_and(ends_sentence)
}

/// Whether a paragraph ends as sentences do.
fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['”', '’', '"', '\'', '»', ')', '」']);
    bare.ends_with(['.', '?', '!', '…', ':', '。', '？', '！', '؟', '।'])
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The ministers met in the old town hall and spoke for three hours.";

    #[test]
    fn a_question_is_one_where_an_answer_follows() {
        assert!(is_question("What now?", Some("Nothing.")));
        assert!(is_question("なぜですか？", Some("なぜなら。")));
        assert!(!is_question("What now?", Some("And then?")));
        assert!(!is_question("What now?", None));
        assert!(!is_question(
            &format!("{}?", "what ".repeat(80)),
            Some("Nothing.")
        ));
        assert!(!is_question("“What now?”", Some("Nothing.")));
    }

    #[test]
    fn a_title_stands_between_sentences() {
        assert!(is_title(Some(TEXT), "A long way home", Some(TEXT)));
        assert!(is_title(None, "THE WAY HOME", Some(TEXT)));
        assert!(!is_title(None, "By the sea", Some(TEXT)));
        assert!(!is_title(
            Some(TEXT),
            "A line of verse",
            Some("Another line")
        ));
        assert!(!is_title(Some(TEXT), "A sentence.", Some(TEXT)));
        assert!(!is_title(Some(TEXT), "small letters", Some(TEXT)));
        assert!(!is_title(Some(TEXT), "The last line", None));
    }

    #[test]
    fn a_heading_in_markdown_is_one() {
        assert_eq!(markdown_heading("## Why now", Some(TEXT)), Some("Why now"));
        for text in ["#tag", "#", "## ", "####### Deep"] {
            assert_eq!(markdown_heading(text, Some(TEXT)), None, "{text}");
        }
        assert_eq!(markdown_heading("## Why now", None), None);
    }
}
