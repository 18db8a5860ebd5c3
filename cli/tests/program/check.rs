//! Every mistake in a document, and how it is said.

use std::fs;

use serde_json::Value;

use crate::{GOOD, explainer, folder, said};

/// What `check --format json` says of a document: the exit code and the problems.
fn problems(name: &str, document: &[u8]) -> (Option<i32>, Vec<Value>) {
    let folder = folder(&[]);
    fs::write(folder.path().join(name), document).expect("a file");
    let output = explainer(&folder)
        .args(["check", "--format", "json", name])
        .output()
        .expect("the program runs");
    let said: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    (
        output.status.code(),
        said["problems"].as_array().cloned().expect("problems"),
    )
}

/// Front matter with this in it, and a body that speaks of its issue and its event.
fn with(front: &str) -> String {
    format!(
        "+++\nheadline = \"Talks\"\n{front}\n\n[[issues]]\nid = \"tariffs\"\ntitle = \"Tariffs\"\nstance = \"contention\"\n\
         +++\n\nOf [tariffs](#tariffs).\n"
    )
}

/// A document with this in its body.
fn saying(body: &str) -> String {
    format!("{}\n{body}\n", with(""))
}

/// An event with these fields, of which the body speaks.
fn event(fields: &str) -> String {
    let front = format!("[[events]]\nid = \"talks\"\ntitle = \"Talks\"\n{fields}");
    format!("{}\n[They talk.](#talks)\n", with(&front))
}

#[test]
fn every_mistake_is_said_with_its_place_and_how_to_mend_it() {
    let figure = |image: &str| {
        with(&format!(
            "[figure]\ncaption = \"Two people\"\nimage = {{ {image} }}"
        ))
    };
    let cases: [(&str, String, &str, &str, &str); 24] = [
        (
            "an unknown id",
            saying("See [this](#tarifs)."),
            "no issue and no event is called `tarifs`",
            "did you mean `tariffs`?",
            "[this](#tarifs)",
        ),
        (
            "an id that is like no other",
            saying("See [this](#war)."),
            "no issue and no event is called `war`",
            "declare an issue or an event",
            "[this](#war)",
        ),
        (
            "a double id",
            event("date = 2014").replace("id = \"talks\"", "id = \"tariffs\""),
            "the id `tariffs` is used more than once",
            "another id",
            "\"tariffs\"",
        ),
        (
            "a mark that covers nothing",
            saying("Of [](#tariffs) too."),
            "covers no words",
            "between the brackets",
            "[](#tariffs)",
        ),
        (
            "a mark that names nothing",
            saying("Of [it](#) too."),
            "bears on nothing",
            "name the issue or event",
            "[it](#)",
        ),
        (
            "an issue no passage speaks of",
            with("").replace("(#tariffs)", "(/tariffs)"),
            "no passage of the article bears on `tariffs`",
            "mark the words",
            "\"tariffs\"",
        ),
        (
            "an event without a date",
            event(""),
            "an event has no `date`",
            "no more precise than the article is",
            "[[events]]",
        ),
        (
            "an impossible date",
            event("date = \"2018-02-30\""),
            "there is no such day as 2018-02-30",
            "write 2018",
            "\"2018-02-30\"",
        ),
        (
            "a time without a zone",
            event("date = \"2018-02-03T10:00\""),
            "without its time zone",
            "Z, or +03:00",
            "\"2018-02-03T10:00\"",
        ),
        (
            "a range that ends before it starts",
            event("date = \"2018-07-12/2018-07-11\""),
            "ends before it starts",
            "earlier date first",
            "\"talks\"",
        ),
        (
            "a coordinate off the globe",
            event("date = 2018\nplace = { name = \"Here\", lat = 91, lon = 0 }"),
            "off the globe",
            "-90 to 90",
            "\"talks\"",
        ),
        (
            "a coordinate that is missing",
            event("date = 2018\nplace = { name = \"Here\", lat = 91 }"),
            "a place has no `lon`",
            "in degrees",
            "{ name = \"Here\", lat = 91 }",
        ),
        (
            "a link that runs code",
            saying("[This](javascript:alert)."),
            "`javascript:` is not allowed",
            "https:",
            "[This](javascript:alert)",
        ),
        (
            "a link with data in it",
            saying("[This](data:text/html,x)."),
            "`data:` is not allowed",
            "https:",
            "[This](data:text/html,x)",
        ),
        (
            "a missing alt text",
            figure("src = \"a.jpg\", width = 1, height = 1"),
            "an image has no `alt`",
            "add alt",
            "{ src = \"a.jpg\", width = 1, height = 1 }",
        ),
        (
            "an image without size",
            figure("src = \"a.jpg\", alt = \"A\", width = 1"),
            "an image has no `height`",
            "in pixels",
            "{ src = \"a.jpg\", alt = \"A\", width = 1 }",
        ),
        (
            "an image in the text without a figure",
            saying("![A](a.jpg)"),
            "the image a.jpg has no size",
            "[[figures]]",
            "![A](a.jpg)",
        ),
        (
            "a heading level skipped",
            saying("#### Deep"),
            "a heading skips a level",
            "write `###`",
            "#### Deep\n",
        ),
        (
            "an unknown key",
            with("publischer = \"The Example\""),
            "the front matter has no field `publischer`",
            "did you mean `publisher`?",
            "publischer",
        ),
        (
            "an unknown stance",
            with("").replace("contention", "contentious"),
            "there is no stance `contentious`",
            "write one of contention",
            "\"contentious\"",
        ),
        (
            "a speaker nobody introduced",
            saying("## Who? {#who speaker=ada}"),
            "spoken by `ada`",
            "introduce a person",
            "## Who? {#who speaker=ada}\n",
        ),
        (
            "a figure nobody shows",
            with("[[figures]]\nid = \"chart\"\ncaption = \"A chart\""),
            "the text does not show the figure `chart`",
            "![](#chart)",
            "\"chart\"",
        ),
        (
            "HTML",
            saying("<b>Bold</b>"),
            "HTML is not part of the document language",
            "put \\ before",
            "<b>",
        ),
        (
            "front matter that is no TOML",
            with("lang = en"),
            "the front matter can't be read",
            "key = \"value\"",
            "en",
        ),
    ];
    for (case, document, message, help, words) in cases {
        let (code, problems) = problems("talks.md", document.as_bytes());
        let problem = problems.iter().find(|problem| {
            problem["message"]
                .as_str()
                .is_some_and(|said| said.contains(message))
        });
        let problem =
            problem.unwrap_or_else(|| panic!("{case}: {message} is not in {problems:#?}"));
        assert!(
            problem["help"]
                .as_str()
                .is_some_and(|said| said.contains(help)),
            "{case}: {problem}"
        );
        let is_error = problem["severity"] == "error";
        assert_eq!(code, Some(i32::from(is_error)), "{case}");
        // The place that is named is that of the offending words.
        let number = |key: &str| {
            problem[key]
                .as_u64()
                .and_then(|number| usize::try_from(number).ok())
                .expect("a number")
        };
        let offset = |line: usize, column: usize| {
            let before: usize = document
                .split_inclusive('\n')
                .take(line - 1)
                .map(str::len)
                .sum();
            before + column - 1
        };
        let span = offset(number("line"), number("column"))
            ..offset(number("endLine"), number("endColumn"));
        assert_eq!(&document[span], words, "{case}");
    }
}

#[test]
fn a_file_that_is_no_document_is_said_so() {
    let too_large = vec![b'a'; 4 * 1024 * 1024 + 1];
    let cases: [(&[u8], &str); 6] = [
        (b"", "the document is empty"),
        (b" \n\n", "the document is empty"),
        (b"Just text.", "the document has no front matter"),
        (b"+++\nheadline = \"x\"\n", "the front matter is not closed"),
        (
            b"+++\nheadline = \"\xe9t\xe9\"\n+++\n",
            "the file is not UTF-8 from here on",
        ),
        (&too_large, "the file is larger than 4 MiB"),
    ];
    for (document, message) in cases {
        let (code, problems) = problems("talks.md", document);
        assert_eq!((code, problems.len()), (Some(1), 1), "{message}");
        assert_eq!(problems[0]["message"], message);
    }
    let (_, problems) = problems("latin1.md", b"+++\nheadline = \"\xe9t\xe9\"\n+++\n");
    assert_eq!(
        (&problems[0]["line"], &problems[0]["column"]),
        (&Value::from(2), &Value::from(13))
    );
}

#[test]
fn json_is_checked_too() {
    let (code, found) = problems(
        "talks.json",
        br#"{ "version": 1, "lang": "en", "headline": "Talks" }"#,
    );
    assert_eq!((code, found.len()), (Some(0), 0));
    let (code, found) = problems("talks.json", b"{\n  \"version\": 1,\n  \"lnag\": \"en\"\n}");
    assert_eq!(code, Some(1));
    assert_eq!(found[0]["line"], 3);
    assert!(
        found[0]["message"]
            .as_str()
            .is_some_and(|said| said.contains("lnag")),
        "{found:?}"
    );
}

#[test]
fn a_good_document_passes() {
    let folder = folder(&[("talks.md", GOOD)]);
    let said = said(explainer(&folder).args(["check", "talks.md"]));
    assert_eq!(
        said,
        (
            Some(0),
            "1 document checked: 0 errors, 0 warnings\n".to_owned()
        )
    );
}

#[test]
fn people_see_the_words_underlined() {
    let folder = folder(&[("talks.md", &GOOD.replace("(#tariffs)", "(#tarifs)"))]);
    let (code, said) = said(explainer(&folder).args(["check", "talks.md"]));
    assert_eq!(code, Some(1));
    insta::assert_snapshot!(said);
}

#[test]
fn quiet_says_errors_only_and_verbose_says_every_file() {
    let warned = GOOD.replace("(#tariffs)", "(/tariffs)");
    let folder = folder(&[("talks.md", &warned), ("bad.md", "")]);
    assert_eq!(
        said(explainer(&folder).args(["check", "-q", "talks.md"])),
        (Some(0), String::new())
    );
    let (code, quiet) = said(explainer(&folder).args(["check", "-q", "talks.md", "bad.md"]));
    assert_eq!(code, Some(1));
    assert!(
        quiet.contains("the document is empty") && !quiet.contains("checked"),
        "{quiet}"
    );
    let (_, verbose) = said(explainer(&folder).args(["check", "-v", "talks.md"]));
    assert!(verbose.contains("reading talks.md"), "{verbose}");
}

#[test]
fn a_file_that_is_not_there_is_said_and_the_others_are_checked() {
    let folder = folder(&[("bad.md", "")]);
    let (code, said) = said(explainer(&folder).args(["check", "missing.md", "bad.md"]));
    assert_eq!(code, Some(2));
    assert!(said.contains("can't read missing.md"), "{said}");
    assert!(said.contains("the document is empty"), "{said}");
}

#[test]
fn github_and_code_scanning_are_told_in_their_own_words() {
    let folder = folder(&[("talks.md", &GOOD.replace("(#tariffs)", "(#tarifs)"))]);
    for format in ["github", "sarif"] {
        let output = explainer(&folder)
            .args(["check", "talks.md", "--format", format])
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(1));
        insta::assert_snapshot!(format, String::from_utf8(output.stdout).expect("text"));
    }
}

#[test]
fn colours_are_for_terminals_and_for_those_who_ask_but_not_where_they_are_forbidden() {
    let folder = folder(&[("bad.md", "")]);
    for (variables, colours) in [
        (&[][..], false),
        (&[("CLICOLOR_FORCE", "1")], true),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false),
    ] {
        let mut check = explainer(&folder);
        check
            .args(["check", "bad.md"])
            .env_remove("NO_COLOR")
            .envs(variables.iter().copied());
        let (_, said) = said(&mut check);
        assert_eq!(said.contains('\u{1b}'), colours, "{variables:?}: {said:?}");
    }
}
