//! Documents printed and read again are the same, and nothing that comes from outside makes the reader panic.
//!
//! ```text
//! articles    articles of every shape that documents can say
//! text        their text: blocks, inlines, hostile signs
//! documents   Markdown thrown together from its traps, and mutations of a good document
//! reader      what the reader refuses, since it could not keep it
//! ```

mod articles;
mod documents;
mod reader;
mod text;

use article::Article;
use article::authoring::{print, read};
use proptest::test_runner::Config;

const HELSINKI: &str = include_str!("../../../seeds/helsinki-summit.md");

/// A document with every part that there is.
const EVERYTHING: &str = r##"+++
headline = "Ferries: \"two\" lines"
lang = "en"
kind = "Q&A"
publisher = "The Harbour"
url = "https://example.org/ferries"
published = 2020-02-03
disclaimer = "No harbour was harmed."
labels = { photo = "Drawing", common-ground = "Shared" }
people = [{ id = "ada", name = "Ada", role = "pilot", affiliation = "Harbour" }]
figure = { caption = "A [*map*](#line)", credit = "Ada" }
figures = [{ id = "quay", caption = "The quay", image = { src = "q.png", alt = "A quay", width = 4, height = 3 } }]
issues = [{ id = "line", title = "Line", summary = "Which?", stance = "proposal", source = "a.html", updated = 2020 }]
sources = [{ title = "Tides", publisher = "Office", url = "t.html", date = "2019-12" }]
updates = [{ date = "2020-02-04T10:00Z", text = "A typo." }]

[[events]]
id = "storm"
title = "Storm"
date = "0044 BCE/0043 BCE"
circa = true
disputed = true
date-note = "By tree rings."
place = { name = "Quay", lat = 54.0, lon = -1.5 }
issues = ["line"]
source = "s.html"
+++
Text with 1*2*3, snake_case, [a] & b, \<b> & **strong *both* ways**\
next [line](<a b.html>).

Why [this](#line+storm)?
---

1986\. A year.

![](#quay)

- one
- two
  * deep

+ other

  still

7. > said

### More # {}

## Plain {#plain speaker=ada}

End.
"##;

/// How many cases are tried: `PROPTEST_CASES`, or enough to meet every trap.
fn config() -> Config {
    Config {
        failure_persistence: None,
        ..Config::default()
    }
}

/// Says how an article differs from what its printed form reads as.
fn returns(article: &Article) -> Result<(), String> {
    let printed = print(article);
    let reading = read(&printed);
    match reading.article {
        Some(again) if again == *article => Ok(()),
        // The text is what is hard to print; the rest is said only where it is what differs.
        Some(again) if (&again.lead, &again.sections) != (&article.lead, &article.sections) => {
            let (was, is) = (
                (&article.lead, &article.sections),
                (&again.lead, &again.sections),
            );
            Err(format!("{printed}\nreads as\n{is:?}\ninstead of\n{was:?}"))
        }
        Some(again) => Err(format!(
            "{printed}\nreads as\n{again:?}\ninstead of\n{article:?}"
        )),
        None => Err(format!(
            "{printed}\ndoes not read: {:?}\n{article:?}",
            reading.problems
        )),
    }
}

#[test]
fn the_annotated_article_printed_and_read_again_is_the_same() {
    let article = read(HELSINKI).article.expect("the document reads");
    assert_eq!(returns(&article), Ok(()));
}

#[test]
fn plain_prose_is_printed_as_it_was_written() {
    let article = read(HELSINKI).article.expect("the document reads");
    let printed = print(&article);
    let body = |document: &str| {
        let (_, body) = document.rsplit_once("+++\n").expect("front matter");
        body.to_owned()
    };
    assert_eq!(body(&printed), body(HELSINKI));
}

#[test]
fn every_part_of_a_document_is_printed_in_its_place() {
    let article = read(EVERYTHING).article.expect("the document reads");
    insta::assert_snapshot!(print(&article));
}

/// The languages that CLDR knows well, and some of their regions.
const LANGUAGES: &str = "af am ar ar-EG as az be bg bn bs ca cs cv cy da de-AT de-CH el en-AU en-CA en-GB en-IN es es-419 \
    es-MX et eu fa fi fil fr fr-CA ga gl gu ha he hi hr hu hy id ig is it ja jv ka kk km kn ko ky lo lt lv mk ml mn mr ms my \
    ne nl nb no or pa pl ps pt pt-PT ro ru sc sd si sk sl so sq sr sr-Latn su sv sw ta te tg th ti tk to tr tt uk ur uz vi wo \
    xh yo yue zh zh-Hant zu und";

#[test]
fn a_date_of_any_precision_can_be_written_in_any_language() {
    for lang in LANGUAGES.split_whitespace() {
        for date in [
            "2018",
            "-0043",
            "-9999",
            "0000",
            "2018-07",
            "0044-03 BCE",
            "2018-07-16",
            "2018-07-16T10:01-09:30",
        ] {
            let document =
                format!("+++\nheadline = \"-\"\nlang = \"{lang}\"\npublished = \"{date}\"\n+++\n");
            let article = read(&document).article.expect("a small document");
            let labels = article.published.expect("a date").labels;
            assert!(
                labels.get(lang).is_some_and(|label| !label.is_empty()),
                "{lang}: {date}"
            );
        }
    }
}
