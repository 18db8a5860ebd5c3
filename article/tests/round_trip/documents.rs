//! Markdown thrown together from its traps, and mutations of a good document.

use article::Article;
use article::authoring::read;
use proptest::prelude::*;

use crate::{HELSINKI, config, returns};

/// What Markdown may trip over.
const TRAPS: &[&str] = &[
    "a",
    "bc",
    "1",
    "ü",
    "да",
    "你好",
    "עם",
    "👍🏽",
    "\u{a0}",
    "\u{2003}",
    "\u{feff}",
    "\u{200d}",
    "“",
    "„",
    "—",
    "…",
    "$",
    "^",
    "*",
    "**",
    "***",
    "_",
    "__",
    "~",
    "~~",
    "```",
    "`",
    "[",
    "]",
    "(",
    ")",
    "[a](#arms)",
    "](#arms)",
    "](#arms+talks)",
    "](https://example.org/a_(b)?c&d)",
    "](<x y>)",
    "](x)",
    "[](y)",
    "<",
    ">",
    "&",
    ";",
    "&amp;",
    "&#32;",
    "&#10;",
    "&#9;",
    "&#42;",
    "&#x2028;",
    "&nbsp;",
    "\\",
    "\\\\",
    "\\*",
    "\\_",
    "\\\n",
    "  \n",
    "\n",
    "\n\n",
    "\n\n",
    "\n\n## ",
    "\n\n### ",
    "\n\n#### ",
    "\n# ",
    "\n## b?",
    " {#id}",
    " {#other speaker=bill}",
    "{",
    "}",
    "\n---\n",
    "\n===\n",
    "\n\n- ",
    "\n- ",
    "\n* ",
    "\n+ ",
    "\n  - ",
    "\n\n  ",
    "\n\n   ",
    "\n1. ",
    "\n2) ",
    "\n\n7. ",
    "\n> ",
    "\n>",
    "\n> > ",
    "\n    ",
    "\t",
    " ",
    "  ",
    "!",
    "![",
    "![](#map)",
    "\n\n![](#map)\n\n",
    "\n- ![](#map)\n",
    "![b](#map)",
    "<https://example.org>",
    "<a@b.org>",
    "<b>",
    "<!-- c -->",
    "\"",
    "'",
    ".",
    ",",
    ":",
    "-",
    "+",
    "=",
    "#",
    "##",
    "1.",
    "1)",
    "|",
    "\r\n",
    "\r",
    "\0",
    "\u{1}",
    "\u{7f}",
    "\u{85}",
    "[a]: b\n",
    "[^1]",
    "http://x.org",
];

fn front(figure: bool) -> String {
    let figure = match figure {
        true => {
            "[[figures]]\nid = \"map\"\ncaption = \"A *map*\"\nimage = { src = \"m.png\", alt = \"Map\", width = 2, height = 1 }\n"
        }
        false => "",
    };
    format!(
        "+++\nheadline = \"Talks\"\n{figure}[[people]]\nid = \"bill\"\nname = \"Bill\"\n[[issues]]\nid = \"arms\"\ntitle = \"Arms\"\nstance = \"contention\"\n[[events]]\nid = \"talks\"\ntitle = \"Talks\"\ndate = 2018\n+++\n"
    )
}

fn traps(most: usize) -> impl Strategy<Value = String> {
    let trap = prop::sample::select(TRAPS);
    prop::collection::vec(trap, 0..most).prop_map(|traps| traps.concat())
}

/// A good document with some of its bytes gone, changed or doubled.
fn mutation() -> impl Strategy<Value = String> {
    let edit = (any::<prop::sample::Index>(), 0..40usize, traps(4));
    prop::collection::vec(edit, 1..6).prop_map(|edits| {
        let mut document: Vec<char> = HELSINKI.chars().collect();
        for (at, length, trap) in edits {
            let at = at.index(document.len());
            let end = (at + length).min(document.len());
            document.splice(at..end, trap.chars());
        }
        document.into_iter().collect()
    })
}

/// Says what does not hold of a text, whatever it is.
fn stands(text: &str) -> Result<(), TestCaseError> {
    let reading = read(text);
    for problem in &reading.problems {
        let _ = problem.line("talks.md", text);
    }
    let Some(article) = reading.article else {
        return Ok(());
    };
    let json = serde_json::to_string(&article).expect("an article is JSON");
    let again: Article = serde_json::from_str(&json).expect("what was read is safe to show");
    prop_assert_eq!(&again, &article);
    returns(&article).map_err(TestCaseError::fail)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_the_reader_accepts_is_printed_so_that_it_reads_the_same(body in traps(14), figure in any::<bool>()) {
        stands(&(front(figure) + &body))?;
    }

    #[test]
    fn emphasis_beside_every_sign_is_printed_so_that_it_reads_the_same(body in emphasis()) {
        stands(&(front(false) + &body))?;
    }

    #[test]
    fn a_mutation_of_a_good_document_is_read_or_refused_in_words(document in mutation()) {
        stands(&document)?;
    }

    #[test]
    fn any_text_is_read_or_refused_in_words(text in any::<String>(), front in any::<bool>()) {
        let text = if front { format!("+++\n{text}\n+++\n{text}") } else { text };
        stands(&text)?;
    }
}

/// Found by fuzzing.
#[test]
fn strong_words_in_strong_words_are_printed_so_that_they_read_the_same() {
    let marks = "_".repeat(20);
    for body in [
        format!("{marks}a{marks}"),
        format!("1*2*3, a_b,{marks}__c_____d{marks}"),
        format!("*{marks}a{marks}*"),
        "____________*_____a*_____***_____*_____*".to_owned(),
    ] {
        let outcome = stands(&(front(false) + &body));
        assert!(outcome.is_ok(), "{outcome:?}");
    }
}

/// A paragraph of little but the marks of emphasis.
fn emphasis() -> impl Strategy<Value = String> {
    const SIGNS: &[&str] = &[
        "*", "*", "**", "_____", "_", "_", "__", "a", "b", "\"", ".", " ", "é", "\\\n", "[", "](u)",
    ];
    prop::collection::vec(prop::sample::select(SIGNS), 0..40).prop_map(|signs| signs.concat())
}
