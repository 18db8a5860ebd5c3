//! The preview's page: the problems, then the document, or its last good version, or its source.

use std::hash::Hasher;

use article::authoring::{Problem, Severity};
use article_explainer::prerender::Stylesheet;
use fnv::FnvHasher;
use html_escape::{encode_double_quoted_attribute as attribute, encode_text as text};

use super::place::{Place, place};
use super::shown::{DATA, Good, Reading, count};
use super::source;
use crate::build::options::shared;
use crate::build::page::{begin, masthead};
use crate::document::Document;
use crate::web;

/// The page of a document that was just read, with a version that differs where the page does; `good` is the document's
/// last good version, which may be this one.
pub fn page(
    name: &str,
    reading: &Reading,
    good: Option<&Good>,
    is_current: bool,
) -> (String, String) {
    let title = good.map_or(name, |good| good.about.headline.as_str());
    let (lang, dir) = good.map_or(("en", "ltr"), |good| (&good.about.lang, &good.about.dir));
    let scripts = [String::from("preview.js"), shared("explainer.js")];
    let scripts =
        scripts.map(|script| format!("<script type=\"module\" src=\"{script}\"></script>\n"));
    let style = "<link rel=\"stylesheet\" href=\"preview.css\">\n";
    let head = begin(
        lang,
        dir,
        &format!("Preview: {}", text(title)),
        &(scripts.concat() + style),
        false,
    );
    let problems = problems(name, reading, good.is_some(), is_current);
    let main = match (good, reading) {
        (Some(good), _) => shown(good),
        (None, Ok(document)) => {
            format!("<h1>{}</h1>\n{}", text(name), source::source(document))
        }
        (None, Err(_)) => format!("<h1>{}</h1>\n", text(name)),
    };
    let (masthead, main) = match good {
        Some(good) => (masthead(&good.about, false), main),
        None => (String::new(), main),
    };
    let body = format!("{problems}{masthead}<main>\n{main}</main>\n</body>\n</html>\n");
    let mut hash = FnvHasher::default();
    hash.write(head.as_bytes());
    hash.write(body.as_bytes());
    let version = format!("{:x}", hash.finish());
    (
        format!("{head}<body data-version=\"{version}\">\n{body}"),
        version,
    )
}

/// The explainer.
fn shown(good: &Good) -> String {
    let root = good
        .rendered
        .shadow_root(Stylesheet::Linked(&shared(&web::stylesheet())));
    format!("<article-explainer src=\"{DATA}\" heading-level=\"1\">{root}</article-explainer>\n")
}

/// The list of the problems. The program speaks English.
fn problems(name: &str, reading: &Reading, has_good: bool, is_current: bool) -> String {
    let (summary, items, class) = match reading {
        Err(why) => (
            format!("{}; it is shown again once it is back", text(why)),
            String::new(),
            "error",
        ),
        Ok(document) => {
            let summary = format!(
                "<strong>{}</strong>: {}",
                text(name),
                count(&document.problems)
            );
            let mut problems = document.problems.iter().enumerate();
            let items = problems
                .by_ref()
                .map(|(number, problem)| item(number + 1, problem, document));
            let class = match (&document.article, &document.problems[..]) {
                (None, _) => "error",
                (_, []) => "good",
                _ => "warning",
            };
            (summary, items.collect(), class)
        }
    };
    let state = match (is_current, has_good) {
        (true, _) => "",
        (_, true) => "<p>It can’t be shown as it is. Below is its last good version.</p>\n",
        (_, false) => {
            "<p>It can’t be shown yet. Below is what it says, with the mistakes underlined.</p>\n"
        }
    };
    let items = match items.is_empty() {
        true => items,
        false => format!("<ol>\n{items}</ol>\n"),
    };
    format!(
        "<aside class=\"problems {class}\" lang=\"en\" dir=\"ltr\" aria-label=\"Preview\">\n<p class=\"summary\">{summary}</p>\n{state}{items}\
         <p class=\"ended\" role=\"status\" hidden>The preview has ended; start it again to see what is saved from now on.</p>\n</aside>\n"
    )
}

/// A problem in the list, with where it is shown, for `preview.js`.
fn item(number: usize, problem: &Problem, document: &Document) -> String {
    let (line, column) = problem.position(&document.source);
    let at = match place(&document.source, &problem.span) {
        Some(Place::Item(id)) => format!(" data-item=\"{}\"", attribute(&id)),
        Some(Place::Heading(section)) => format!(" data-section=\"{section}\""),
        Some(Place::Block(section, block)) => {
            format!(" data-section=\"{section}\" data-block=\"{block}\"")
        }
        None => String::new(),
    };
    let (class, severity) = severity(problem);
    format!(
        "<li id=\"problem-{number}\" class=\"{class}\"{at}><p class=\"where\"><span class=\"severity\">{severity}</span> \
         <span class=\"line\">line {line}, column {column}</span></p><p class=\"message\">{}</p><p class=\"mend\">{}</p></li>\n",
        text(&problem.message),
        text(&problem.help),
    )
}

/// A problem's severity as a class and in words.
pub fn severity(problem: &Problem) -> (&'static str, &'static str) {
    match problem.severity {
        Severity::Error => ("error", "Error"),
        Severity::Warning => ("warning", "Warning"),
    }
}
