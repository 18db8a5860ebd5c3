//! What the build script compiles in: the article, the words of the interface, and the stylesheet.

#[path = "../build/built_in.rs"]
mod built_in;
#[path = "../build/style.rs"]
mod style;
#[path = "../build/words.rs"]
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use article::Language;
use article::authoring::Severity;

#[test]
fn a_mistake_in_the_built_in_article_stops_the_build_with_its_file_and_line() {
    let seed = fs::read_to_string("seeds/helsinki-summit.md").expect("the article");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mistaken.md");
    fs::write(&file, seed.replacen("(#elections)", "(#election)", 1)).expect("a file");
    let (json, problems) = built_in::read(&file).expect("the file reads");
    assert_eq!(json, None);
    let [(Severity::Error, line)] = &problems[..] else {
        panic!("one error, not {problems:?}");
    };
    let expected = format!("{}:99:", file.display());
    assert!(
        line.starts_with(&expected),
        "{line} does not start with {expected}"
    );
    assert!(line.contains("did you mean `elections`?"), "{line}");
}

#[test]
fn the_built_in_article_is_what_the_document_says() {
    let (json, problems) =
        built_in::read(Path::new("seeds/helsinki-summit.md")).expect("the file reads");
    assert_eq!(json.as_deref(), Some(article_explainer::built_in::JSON));
    assert_eq!(problems, []);
}

#[test]
fn the_words_of_every_language_are_whole() {
    let out = folder("whole");
    let problems = words::write(Path::new("src/words"), &out).expect("the files are there");
    assert_eq!(problems, [] as [&str; 0]);
    let german = fs::read_to_string(out.join("words.de.json")).expect("a catalogue");
    assert_eq!(
        german,
        article_explainer::words::catalogue(Language::German)
    );
}

#[test]
fn a_language_that_says_less_more_or_other_than_english_stops_the_build() {
    let broken = folder("broken");
    for language in Language::ALL {
        let name = format!("{}.ftl", language.tag());
        let source = fs::read_to_string(Path::new("src/words").join(&name)).expect("a file");
        let source = match language {
            Language::Finnish => source.replace("share = Jaa\n", ""),
            Language::German => {
                source.replace("Treffer { $number } von { $total }", "Treffer { $number }")
            }
            Language::Spanish => source + "extra = Más\n",
            Language::French => source + "share = Partager\n",
            Language::Russian => source.replace("zoom-in = ", "zoom-in "),
            Language::Arabic => source
                .replace("   [two] سنتان\n", "")
                .replace("    [two] سنتان\n", ""),
            Language::Ukrainian => source.replace("share = ", "share = { other }"),
            _ => source,
        };
        fs::write(broken.join(name), source).expect("a file");
    }
    let problems = words::write(&broken, &folder("out")).expect("the files are there");
    let said = |words: &[&str]| {
        let is_said = |problem: &&String| words.iter().all(|word| problem.contains(word));
        assert_eq!(
            problems.iter().filter(is_said).count(),
            1,
            "{words:?}: {problems:#?}"
        );
    };
    said(&["fi.ftl", "lacks `share`", "“Share”"]);
    said(&["de.ftl", "`search-result` has other variables"]);
    said(&["es.ftl", "has `extra`, which English does not have"]);
    said(&["fr.ftl", "has `share` more than once"]);
    said(&["ru.ftl:"]);
    said(&["uk.ftl:", "`share` has to be one text"]);
    said(&["ar.ftl", "`gap-years` lacks the plural form `two`"]);
    assert_eq!(problems.len(), 7, "{problems:#?}");
}

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("words")
        .join(name);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn a_stylesheet_is_compiled_in_without_what_only_people_read() {
    let written = "/* The page. */\n@media not print {\n  a:hover > b, [x='/* a  b */'] :is(.c, .d) {\n    margin: 1px  calc(1px - 2%);\n    color: red !important;\n  }\n}\n";
    assert_eq!(
        style::tight(written).expect("a stylesheet"),
        "@media not print{a:hover > b,[x='/* a  b */'] :is(.c,.d){margin:1px calc(1px - 2%);color:red !important;}}"
    );
}

#[test]
fn every_stylesheet_of_the_views_is_compiled_in_and_says_what_it_said() {
    let folder = Path::new("src/style");
    let read = style::read(folder).expect("the stylesheets");
    let compiled = article_explainer::style::CSS;
    assert_eq!(read, compiled);
    let said = |css: &str| -> String {
        // No text of ours holds what begins a comment.
        let parts = css.split("/*");
        let without = parts.map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest));
        without.flat_map(str::split_whitespace).collect()
    };
    let compiled = said(compiled);
    for entry in fs::read_dir(folder).expect("the folder") {
        let file = entry.expect("a file").path();
        if file.extension().is_none_or(|extension| extension != "css") {
            continue;
        }
        let sheet = fs::read_to_string(&file).expect("a stylesheet");
        assert!(compiled.contains(&said(&sheet)), "{}", file.display());
    }
}
