use proptest::prelude::*;

use super::layout::layout;
use super::paragraphs::paragraphs;
use super::*;
use crate::authoring::tests::seed_lines;
use crate::authoring::{Severity, read};
use crate::model::{Article, Block, Direction, plain_blocks, plain_inlines};

const SEED: &str = include_str!("../../../../seeds/000_f85637a410d4fbda.txt");
const INTERVIEW: &str = include_str!("examples/interview.txt");
const STORY: &str = include_str!("examples/story.txt");
const UNDATED: &str = include_str!("examples/undated.txt");
const ARABIC: &str = include_str!("examples/arabic.txt");
const HOSTILE: &str = include_str!("examples/hostile.txt");

/// The scaffold of a text, read back.
fn read_back(text: &str) -> (String, Article) {
    let document = scaffold(text).expect("the text has words").document;
    let reading = read(&document);
    let problems: Vec<_> = reading
        .problems
        .iter()
        .map(|it| it.line("talks.md", &document))
        .collect();
    let article = reading
        .article
        .unwrap_or_else(|| panic!("{}\n{document}", problems.join("\n")));
    assert!(
        reading
            .problems
            .iter()
            .all(|it| it.severity == Severity::Warning)
    );
    (document, article)
}

/// The words of a text; signs that make a line a heading are none.
fn words(text: &str) -> Vec<&str> {
    let is_word = |word: &&str| !word.chars().all(|c| c == '#');
    let is_space = |c: char| c.is_whitespace() || c.is_control();
    text.split(is_space)
        .filter(|word| !word.is_empty())
        .filter(is_word)
        .collect()
}

/// What stands in the body of an article, a line for each paragraph.
fn body(article: &Article) -> String {
    let of_text = |blocks: &[Block]| {
        let text: Vec<_> = blocks
            .iter()
            .filter(|it| !matches!(it, Block::Figure(_)))
            .cloned()
            .collect();
        plain_blocks(&text)
    };
    let mut lines = of_text(&article.lead);
    for section in &article.sections {
        lines.push(plain_inlines(&section.heading));
        lines.extend(of_text(&section.body));
    }
    lines.join("\n")
}

/// Checks that the words of a text are all in its scaffold: those of the body in their order, the others in the front
/// matter.
fn check_words(text: &str) {
    let (document, article) = read_back(text);
    let paragraphs = paragraphs(text);
    let moved = layout(&paragraphs).moved;
    let parts = paragraphs.iter().enumerate();
    let (front, rest): (Vec<_>, Vec<_>) = parts.partition(|(at, _)| moved.contains(at));
    let rest: Vec<_> = rest.into_iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(
        words(&body(&article)),
        words(&rest.join("\n")),
        "{document}"
    );
    let terms = |text: &str| -> Vec<String> {
        let terms = text.split(|c: char| !c.is_alphanumeric());
        terms
            .filter(|term| !term.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let said = terms(&document);
    for (_, line) in front {
        assert!(
            terms(line).iter().all(|term| said.contains(term)),
            "{line}\n{document}"
        );
    }
}

#[test]
fn the_scaffold_of_the_seed_is_the_seed_word_for_word() {
    let (_, article) = read_back(SEED);
    let seed: Vec<_> = SEED.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(seed_lines(article), seed);
}

#[test]
fn the_scaffold_of_the_seed_needs_only_issues() {
    let (document, article) = read_back(SEED);
    assert_eq!(read(&document).problems, []);
    let annotated = read(include_str!("../../../../seeds/helsinki-summit.md"))
        .article
        .expect("it reads");
    assert_eq!(article.people, annotated.people);
    assert_eq!(article.labels, annotated.labels);
    assert_eq!(article.sections.len(), annotated.sections.len());
    assert!(article.sections.iter().all(|section| section.question));
    let dates = |article: &Article| -> Vec<_> {
        let dates = article
            .events
            .iter()
            .map(|event| (event.date.start, event.date.end, event.date.planned));
        dates.collect()
    };
    // The annotated document has one more: "this week", which is no date.
    let mut expected = dates(&annotated);
    expected.retain(|(start, _, _)| start.to_string() != "2018");
    assert_eq!(dates(&article), expected);
}

#[test]
fn every_event_that_has_its_year_inferred_says_so() {
    let (_, article) = read_back(SEED);
    for event in &article.events {
        let is_stated = SEED.contains(&event.date.start.year.to_string());
        assert_eq!(event.date.note.is_none(), is_stated, "{}", event.id);
    }
}

#[test]
fn the_seed_becomes_a_document() {
    insta::assert_snapshot!(read_back(SEED).0);
}

#[test]
fn an_interview_becomes_turns_and_questions() {
    check_words(INTERVIEW);
    insta::assert_snapshot!(read_back(INTERVIEW).0);
}

#[test]
fn a_news_story_becomes_sections_and_events() {
    check_words(STORY);
    insta::assert_snapshot!(read_back(STORY).0);
}

#[test]
fn an_article_without_dates_has_no_events() {
    check_words(UNDATED);
    let (document, article) = read_back(UNDATED);
    assert!(article.events.is_empty());
    insta::assert_snapshot!(document);
}

#[test]
fn an_article_from_right_to_left_keeps_its_direction() {
    check_words(ARABIC);
    let (document, article) = read_back(ARABIC);
    assert_eq!(article.direction, Direction::RightToLeft);
    insta::assert_snapshot!(document);
}

#[test]
fn signs_of_markdown_and_toml_stay_signs() {
    check_words(HOSTILE);
    insta::assert_snapshot!(read_back(HOSTILE).0);
}

#[test]
fn a_date_whose_year_nothing_tells_is_left_for_the_editor() {
    let text =
        "Talks\n\nThe ministers will meet again on April 1 in Oslo. They last met on April 1.";
    check_words(text);
    let (document, article) = read_back(text);
    assert!(article.events.is_empty());
    assert!(document.contains(
        "# date = \"\"  # nothing in the text tells the year of “April 1”: write YYYY-04-01"
    ));
    assert_eq!(scaffold(text).expect("words").found.undated, 1);
}

#[test]
fn line_ends_of_other_systems_make_no_difference() {
    let document = scaffold(SEED).expect("words").document;
    for ends in ["\r\n", "\r", "\u{2028}"] {
        let other = format!("\u{feff}{}", SEED.replace('\n', ends));
        assert_eq!(scaffold(&other).expect("words").document, document);
    }
}

#[test]
fn a_line_alone_is_a_headline() {
    let (_, article) = read_back("大臣会談\n");
    assert_eq!(article.headline, "大臣会談");
    assert!(article.lead.is_empty() && article.sections.is_empty());
}

#[test]
fn a_text_that_begins_with_a_paragraph_keeps_it_in_the_body() {
    let text = "It rained on the town for many days. ".repeat(10);
    let found = scaffold(&text).expect("words").found;
    assert_eq!(found.headline, None);
    check_words(&text);
}

#[test]
fn a_text_without_words_is_none() {
    for text in ["", " \n\r\n", "\u{feff}", "\0", "---\n***"] {
        assert_eq!(scaffold(text).expect_err("no words"), NoWords);
    }
}

#[test]
fn what_was_found_is_counted() {
    let found = scaffold(STORY).expect("words").found;
    assert_eq!(
        (found.questions, found.headings, found.people, found.figures),
        (1, 3, 2, 2)
    );
    assert_eq!(found.undated, 0);
    assert!(found.guesses > found.events);
}

/// Pieces of text that mean something to Markdown, to TOML or to the scaffold.
const PIECES: &[&str] = &[
    "# ",
    "## Title",
    "- x",
    "+ y",
    "1. ",
    "2)",
    "> ",
    "    ",
    "*a*",
    "_b_",
    "*",
    "_",
    "[x](#y)",
    "[",
    "]",
    "(",
    ")",
    "![z](q)",
    "!",
    "<b>",
    "<!--",
    "<",
    "&amp;",
    "&",
    ";",
    "`c`",
    "```",
    "~~~",
    "\\",
    "{#id}",
    "{",
    "}",
    "+++",
    "---",
    "===",
    "***",
    "\"",
    "\"\"\"",
    "'",
    "July 16",
    "July 7, 2017",
    "Dec. 28 – Jan. 2",
    "in 2014",
    "16 July 2018",
    "2018-07-16",
    "will meet on May 3 in Oslo, Norway",
    "February 29",
    "from 2014 to 2018",
    "Q: Why?",
    "Q: ",
    "A: So.",
    "JANE DOE: hi?",
    "DOE: yes.",
    "OMAR: no",
    "By Ann Example",
    "By Ann Example, July 2, 2018",
    "PHOTO: x (A/B)",
    "Photo: y",
    "z (Photo by Q)",
    "w (C/The D)",
    "PUBLICATION TYPE: X",
    "Published July 2, 2018",
    "July 3, 2018",
    "The views expressed are mine.",
    "What?",
    "Mr.",
    "U.S. ",
    "A SHORT TITLE",
    "A short title",
    "It rained all day.",
    "Why now, what then",
    "なぜですか？",
    "لماذا؟",
    "word",
    "\0",
    "\u{7f}",
    "\u{200f}",
    "\u{a0}",
    "\u{3000}",
    "\t",
    ":",
    ",",
    ".",
    "?",
    "—",
    "passage-1",
    "https://example.org/2018",
];

fn pieces() -> impl Strategy<Value = String> {
    let joint = prop::sample::select(vec!["", " ", " ", "\n", "\n", "\n\n", "\r\n"]);
    let piece = (prop::sample::select(PIECES), joint);
    let pieces = prop::collection::vec(piece, 0..40);
    pieces.prop_map(|pieces| {
        pieces
            .into_iter()
            .map(|(piece, joint)| format!("{piece}{joint}"))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_text_holds_its_words_are_kept(text in pieces()) {
        if scaffold(&text).is_ok() {
            check_words(&text);
        }
    }

    #[test]
    fn any_text_makes_a_document_that_reads(text in "(?s).{0,200}") {
        if scaffold(&text).is_ok() {
            check_words(&text);
        }
    }
}
