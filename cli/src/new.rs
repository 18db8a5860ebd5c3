//! `explainer new`: a document made from an article's plain text.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use article::authoring::{Found, scaffold};

use crate::arguments::New;
use crate::document::{LARGEST, bytes, text, write};
use crate::say::Say;

/// Writes the document, and says what was found and what is left to do.
pub fn run(new: &New, say: &Say) -> Result<ExitCode> {
    let article = &new.article;
    let output = match &new.output {
        Some(output) => output.clone(),
        None => article.with_extension("md"),
    };
    let name = output.display();
    if is_same(article, &output) {
        bail!("{name} is the article itself; name another file with -o");
    }
    if !new.force && fs::symlink_metadata(&output).is_ok() {
        bail!("{name} is there already; name another file with -o, or write over it with --force");
    }
    let text = plain_text(article, say)?;
    let Ok(scaffold) = scaffold(&text) else {
        bail!(
            "{}: there are no words in it; save the article as plain text and try again",
            article.display()
        );
    };
    write(&output, scaffold.document.as_bytes(), say)?;
    say.result(&format!("{name}: {}", told(&scaffold.found)));
    say.result(&left_to_do(&scaffold.found, &output));
    Ok(ExitCode::SUCCESS)
}

/// The article, as long as it is one: plain text in UTF-8.
fn plain_text(file: &Path, say: &Say) -> Result<String> {
    let name = file.display();
    let bytes = bytes(file, say)?;
    if bytes.len() as u64 > LARGEST {
        let largest = LARGEST / 1024 / 1024;
        bail!("{name} is larger than {largest} MiB; see whether this is the file you meant");
    }
    match text(bytes) {
        (text, None) => Ok(text),
        (text, Some(bad)) => {
            let line = text[..bad.start].matches('\n').count() + 1;
            bail!(
                "{name} is not UTF-8 in line {line}; save it as plain text in UTF-8, which some programs call Unicode"
            )
        }
    }
}

/// Whether two paths lead to one file that is there.
fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| -> Option<PathBuf> { fs::canonicalize(path).ok() };
    real(one).is_some() && real(one) == real(other)
}

/// What was found, in words.
fn told(found: &Found) -> String {
    let headline = match &found.headline {
        Some(_) => "a headline".to_owned(),
        None => "no headline".to_owned(),
    };
    let counts = [
        (found.questions, "question", "questions"),
        (found.headings, "heading", "headings"),
        (found.people, "person", "people"),
        (found.figures, "figure", "figures"),
        (found.events, "event", "events"),
        (found.undated, "date without a year", "dates without a year"),
    ];
    let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
    let counts =
        counts.map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }));
    let all: Vec<_> = std::iter::once(headline).chain(counts).collect();
    format!("found {}", all.join(", "))
}

/// What the editor does next.
fn left_to_do(found: &Found, output: &Path) -> String {
    let headline = match found.headline {
        Some(_) => "",
        None => "write the headline, ",
    };
    let years = match found.undated {
        0 => "",
        _ => "give the commented events their years, ",
    };
    format!(
        "Now {headline}confirm the {} lines marked `# guess`, {years}add the issues, and run `explainer check {}`.",
        found.guesses,
        output.display()
    )
}
