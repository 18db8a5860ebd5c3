//! The examples in `docs/document.md` are read as the page says.

use article::Article;
use article::authoring::{Severity, read};

const PAGE: &str = include_str!("../../docs/document.md");

/// Front matter for examples that have none: what their marks name.
const FRONT: &str = r#"issues = [{ id = "tariffs", title = "Tariffs", stance = "contention" }]
events = [{ id = "talks", title = "Talks", date = "2018-07-11" }]
"#;

/// An example of the page: the line it begins in, what stands behind its fence, its text.
struct Example<'p> {
    line: usize,
    info: &'p str,
    text: &'p str,
}

fn examples() -> Vec<Example<'static>> {
    let mut examples = Vec::new();
    let mut open: Option<(usize, &str, &str, usize)> = None;
    let mut at = 0;
    for (number, line) in PAGE.split_inclusive('\n').enumerate() {
        let end = at + line.len();
        match open {
            None if line.starts_with("```") => {
                let info = line.trim_start_matches('`');
                let fence = &line[..line.len() - info.len()];
                open = Some((number + 1, fence, info.trim(), end));
            }
            Some((line_number, fence, info, start)) if line.trim_end() == fence => {
                examples.push(Example {
                    line: line_number,
                    info,
                    text: &PAGE[start..at],
                });
                open = None;
            }
            _ => {}
        }
        at = end;
    }
    assert!(open.is_none(), "a block is not closed");
    examples
}

/// The document that an example is, or is a part of.
fn document(example: &Example<'_>) -> String {
    let Example { info, text, .. } = example;
    if info.starts_with("toml") {
        format!("+++\nheadline = \"Example\"\n{text}+++\n\nText.\n")
    } else if info.contains("body") {
        format!("+++\nheadline = \"Example\"\n{FRONT}+++\n\n{text}\n")
    } else {
        (*text).to_owned()
    }
}

/// What the comment at the end of a mistake says is said of it.
fn complaint<'p>(example: &Example<'p>) -> &'p str {
    let last = example.text.trim_end().lines().last().unwrap_or_default();
    last.trim_start_matches("# ")
        .trim_start_matches("<!-- ")
        .trim_end_matches(" -->")
}

#[test]
fn every_example_of_the_page_reads_as_the_page_says() {
    let examples = examples();
    assert!(examples.len() > 20, "{} examples", examples.len());
    for example in &examples {
        let source = document(example);
        // What the page writes below a mistake is not part of it.
        let source = match source.find("<!-- ") {
            Some(at) => source[..at].to_owned(),
            None => source,
        };
        let reading = read(&source);
        let mut errors: Vec<_> = reading
            .problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .map(|problem| problem.message.as_str())
            .collect();
        // A tag that opens and one that closes are two.
        errors.dedup();
        let line = example.line;
        if example.info.contains("mistake") {
            assert_eq!(errors, [complaint(example)], "the mistake in line {line}");
        } else {
            assert_eq!(errors, [""; 0], "the example in line {line}");
            let article = reading
                .article
                .expect("a document without errors is an article");
            let json = serde_json::to_string(&article).expect("an article is JSON");
            let again: Article = serde_json::from_str(&json).expect("JSON is an article");
            assert_eq!(again, article, "the example in line {line}");
        }
    }
}

#[test]
fn the_page_names_every_field_of_the_front_matter() {
    let schema = article::authoring::schema::front_matter();
    let definitions = schema["$defs"].as_object().expect("definitions").values();
    for object in definitions.chain([&schema]) {
        for field in object["properties"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(field, _)| field)
        {
            let is_named = PAGE.contains(&format!("`{field}`"))
                || PAGE.contains(&format!("{field} ="))
                || PAGE.contains(&format!("[{field}]"));
            assert!(is_named, "docs/document.md does not name `{field}`");
        }
    }
}
