use super::*;
use crate::model::{Block, Inline, plain_blocks, plain_inlines};

const SEED: &str = include_str!("../../../seeds/000_f85637a410d4fbda.txt");
const HELSINKI: &str = include_str!("../../../seeds/helsinki-summit.md");

fn said(source: &str) -> String {
    let problems = read(source).problems;
    let lines = problems
        .iter()
        .map(|problem| problem.line("talks.md", source));
    lines.collect::<Vec<_>>().join("\n")
}

fn with_body(body: &str) -> String {
    let front = r#"+++
headline = "Talks"
issues = [{ id = "arms", title = "Arms", stance = "contention" }]
+++
[Arms](#arms) first.
"#;
    format!("{front}\n{body}\n")
}

/// The lines of the article as it was given, out of a document of it.
pub(super) fn seed_lines(article: Article) -> Vec<String> {
    let figure = article.figure.expect("the article has a figure");
    let caption = format!(
        "{} ({})",
        plain_inlines(&figure.caption),
        figure.credit.expect("the figure has a credit")
    );
    let kind_label = article.labels.kind.expect("a label");
    let photo_label = article.labels.photo.expect("a label");
    let mut words = vec![article.headline];
    words.extend(plain_blocks(&article.lead));
    words.extend([caption.clone(), caption.clone()]);
    for section in &article.sections {
        words.push(plain_inlines(&section.heading));
        words.extend(plain_blocks(&section.body));
    }
    words.push(format!("{photo_label}: {caption}"));
    words.extend(article.disclaimer);
    words.push(format!("{kind_label}: {}", article.kind.expect("a kind")));
    words
}

#[test]
fn the_annotated_article_is_the_seed_word_for_word() {
    let article = read(HELSINKI).article.expect("the document reads");
    let seed: Vec<_> = SEED.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(seed_lines(article), seed);
}

#[test]
fn the_annotated_article_has_no_problems() {
    assert_eq!(read(HELSINKI).problems, []);
}

#[test]
fn every_date_that_the_article_leaves_open_says_so() {
    let article = read(HELSINKI).article.expect("the document reads");
    for event in &article.events {
        // The seed names the year of the invasion and of the G-20 summit, and no other.
        let dated = SEED.contains(&event.date.start.year.to_string());
        assert_eq!(event.date.note.is_none(), dated, "{}", event.id);
    }
}

#[test]
fn the_exchange_form_of_the_article_is_kept() {
    let article = read(HELSINKI).article.expect("the document reads");
    let json = serde_json::to_string_pretty(&article).expect("an article is JSON");
    insta::assert_snapshot!(json);
    assert_eq!(
        serde_json::from_str::<Article>(&json).expect("JSON is an article"),
        article
    );
}

#[test]
fn text_keeps_its_emphasis_links_lists_and_quotations() {
    let source = with_body(
        "## Why?\n\nIn *short*, **yes**: [see](https://example.org).\\\nNew line.\n\n### More\n\n- one\n- two\n\n> quoted\n\n1. first\n\n   still first",
    );
    let article = read(&source).article.expect("the document reads");
    insta::assert_json_snapshot!(article.sections);
}

#[test]
fn a_section_asks_when_its_heading_does() {
    let article = read(&with_body("## Why?\n\nSo.\n\n## Background\n\nThen.")).article;
    let sections = article.expect("the document reads").sections;
    assert_eq!(
        sections.iter().map(|s| s.question).collect::<Vec<_>>(),
        [true, false]
    );
    assert_eq!(sections[1].id.as_str(), "section-2");
}

#[test]
fn a_file_with_windows_line_ends_and_a_byte_order_mark_reads_the_same() {
    let windows = format!("\u{feff}{}", HELSINKI.replace('\n', "\r\n"));
    assert_eq!(read(&windows).article, read(HELSINKI).article);
}

#[test]
fn a_mark_inside_emphasis_and_emphasis_inside_a_mark_are_kept() {
    let article = read(&with_body("*A [b **c**](#arms) d*")).article;
    let lead = article.expect("the document reads").lead;
    let Block::Paragraph(inlines) = &lead[1] else {
        panic!("a paragraph")
    };
    let [Inline::Emphasis(inside)] = &inlines[..] else {
        panic!("emphasis, {inlines:?}")
    };
    let Inline::Passage(passage) = &inside[1] else {
        panic!("a passage")
    };
    assert_eq!(plain_inlines(&passage.content), "b c");
    assert!(matches!(passage.content[1], Inline::Strong(_)));
}

#[test]
fn everything_wrong_in_a_document_is_said_in_one_go() {
    let source = r##"+++
headlin = "Talks"
headline = "Talks"
issues = [
  { id = "arms", title = "Arms", stance = "quarrel" },
  { id = "ukraine", title = "Ukraine", stance = "contention" },
  { id = "ukraine", title = "Ukraine again", stance = "contention" },
  { title = "No id", stance = "proposal" },
]

[[events]]
id = "summit"
title = "Summit"
date = "2018-02-30"

[[events]]
id = "war"
title = "War"
date = "2018/2014"
place = { name = "Nowhere", lat = 91, lon = 0 }

[[events]]
id = "2nd"
title = 7

[figure]
caption = "[Two](#ukrain) people"
image = { src = "javascript:alert(1)", width = 1.5 }
+++
The [war](#ukrain) and [](#war+ukraine).

# A headline

<b>Bold</b> and `code` and ![a picture](a.png) and [a link](data:text/html,x).

| a | b |
"##;
    insta::assert_snapshot!(said(source));
}

#[test]
fn a_document_that_can_not_be_parted_says_how_to_begin() {
    insta::assert_snapshot!(
        [
            "",
            "Just text.",
            "+++\nheadline = \"Open\"\n",
            "+++\nheadline = \n+++\n"
        ]
        .map(said)
        .join("\n")
    );
}

#[test]
fn an_issue_that_no_passage_speaks_of_is_a_warning_only() {
    let source = "+++\nheadline = \"Talks\"\nissues = [{ id = \"arms\", title = \"Arms\", stance = \"contention\" }]\n+++\nNothing.\n";
    let reading = read(source);
    assert!(reading.article.is_some());
    assert_eq!(reading.problems[0].severity, Severity::Warning);
}

#[test]
fn json_that_would_not_be_safe_to_show_is_refused() {
    let article = read(HELSINKI).article.expect("the document reads");
    let json = serde_json::to_string(&article).expect("an article is JSON");
    for (good, bad) in [
        ("\"version\":1", "\"version\":99"),
        ("\"ukraine\"", "\"u kraine\""),
        ("\"2018-07-16\"", "\"2018-07-61\""),
    ] {
        assert!(json.contains(good), "{good}");
        assert!(
            serde_json::from_str::<Article>(&json.replacen(good, bad, 1)).is_err(),
            "{bad}"
        );
    }
}

#[test]
fn who_is_named_at_the_beginning_of_a_paragraph_says_what_follows() {
    let source = r##"+++
headline = "Talks"
people = [{ id = "ada", name = "Ada" }, { id = "ben", name = "Ben" }]
issues = [{ id = "arms", title = "Arms", stance = "contention" }]
+++
[Arms](#arms) first.

## Why? {#why speaker=ada}

[Because.](#arms)

[Ben](#ben): No.

[And no again.](#arms)

## And then?

[Nobody](#arms) knows.
"##;
    let article = read(source).article.expect("the document reads");
    let outline = crate::Outline::of(&article);
    let arms = article.issues[0].id.clone();
    let speakers = outline
        .passages_on(&arms)
        .map(|located| located.speaker.map(|person| person.name.as_str()));
    assert_eq!(
        speakers.collect::<Vec<_>>(),
        [None, Some("Ada"), Some("Ben"), None]
    );
}

#[test]
fn an_article_in_a_script_from_right_to_left_says_so() {
    let source =
        |lang: &str| with_body("").replace("headline", &format!("lang = \"{lang}\"\nheadline"));
    let direction = |lang: &str| {
        read(&source(lang))
            .article
            .map(|article| article.direction.dir())
    };
    for lang in ["ar", "he", "fa-IR", "az-Arab"] {
        assert_eq!(direction(lang), Some("rtl"), "{lang}");
    }
    for lang in ["en", "ru", "az", "ja"] {
        assert_eq!(direction(lang), Some("ltr"), "{lang}");
    }
}

#[test]
fn a_text_that_lies_too_deep_in_other_things_is_refused_and_nothing_else_happens() {
    let deep = format!("{} text\n\n[Arms](#arms)", "> ".repeat(5000));
    assert!(said(&with_body(&deep)).contains("too deep"));
    let brackets = format!("{}text{}", "*a **b ".repeat(3000), "** *".repeat(3000));
    read(&with_body(&brackets));
}
