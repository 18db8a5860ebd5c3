//! Documents read from files: Markdown, or JSON in the exchange form.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use article::Article;
use article::authoring::{self, Problem, Severity};

use crate::say::Say;

/// How large a document may be. The longest articles have some hundred kilobytes; beyond this it is another file.
pub const LARGEST: u64 = 4 * 1024 * 1024;

/// A document's text and what came of reading it.
pub struct Document {
    /// The file it was read from.
    pub file: PathBuf,
    /// The text.
    pub source: String,
    /// The article; `None` where a problem is an error.
    pub article: Option<Article>,
    /// Everything that is wrong or doubtful.
    pub problems: Vec<Problem>,
}

impl Document {
    /// Reads the document in a file. Fails where the file can't be read; what is wrong with the document itself is
    /// in its problems.
    pub fn open(file: &Path, say: &Say) -> Result<Self> {
        Ok(Self::read(file, bytes(file, say)?))
    }

    /// Reads the document in some bytes.
    pub fn read(file: &Path, bytes: Vec<u8>) -> Self {
        let is_too_large = bytes.len() as u64 > LARGEST;
        let (source, bad) = text(bytes);
        let document = |source, article, problems| Document {
            file: file.to_owned(),
            source,
            article,
            problems,
        };
        if is_too_large {
            let message = format!("the file is larger than {} MiB", LARGEST / 1024 / 1024);
            let help = "split the article, or see whether this is the file you meant";
            return document(String::new(), None, vec![problem(0..0, message, help)]);
        }
        if let Some(span) = bad {
            let help = "save the file as UTF-8; some programs call it Unicode";
            let message = "the file is not UTF-8 from here on".to_owned();
            return document(source, None, vec![problem(span, message, help)]);
        }
        if file
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
        {
            let (article, problems) = json(&source);
            return document(source, article, problems);
        }
        let reading = authoring::read(&source);
        document(source, reading.article, reading.problems)
    }

    /// Whether the document can't be shown.
    pub fn has_errors(&self) -> bool {
        self.article.is_none()
    }
}

fn problem(span: Range<usize>, message: String, help: &str) -> Problem {
    Problem {
        severity: Severity::Error,
        span,
        message,
        help: help.to_owned(),
    }
}

/// The bytes of a file; one byte more than [`LARGEST`] where it is too large.
pub fn bytes(file: &Path, say: &Say) -> Result<Vec<u8>> {
    say.step("reading", file);
    let mut bytes = Vec::new();
    // One byte more than is allowed tells a file that is too large; its rest need not be read.
    let opened = File::open(file).and_then(|it| it.take(LARGEST + 1).read_to_end(&mut bytes));
    opened.with_context(|| format!("can't read {}", file.display()))?;
    Ok(bytes)
}

/// The bytes as text, and where they are not.
pub fn text(bytes: Vec<u8>) -> (String, Option<Range<usize>>) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            // The sign that stands for what can't be read has three bytes.
            (text, Some(at..at + 3))
        }
    }
}

/// Reads the exchange form.
fn json(source: &str) -> (Option<Article>, Vec<Problem>) {
    let article: Article = match serde_json::from_str(source) {
        Ok(article) => article,
        Err(error) => {
            let lines = source
                .split_inclusive('\n')
                .take(error.line().saturating_sub(1));
            let at = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
            let at = (0..=at.min(source.len()))
                .rev()
                .find(|at| source.is_char_boundary(*at))
                .unwrap_or(0);
            let help = "see `explainer schema` for what an article is in JSON";
            return (None, vec![problem(at..at, error.to_string(), help)]);
        }
    };
    let problems: Vec<_> = article.check().iter().map(authoring::unplaced).collect();
    let is_bad = problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    (Some(article).filter(|_| !is_bad), problems)
}

/// Writes a file in one go: whoever reads it meanwhile reads the old one or the new one.
pub fn write(file: &Path, content: &[u8], say: &Say) -> Result<()> {
    say.step("writing", file);
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let written = (|| {
        fs::create_dir_all(folder)?;
        let mut new = tempfile::NamedTempFile::new_in(folder)?;
        new.write_all(content)?;
        // A temporary file is its owner's alone; what is written here is for the web.
        #[cfg(unix)]
        fs::set_permissions(
            new.path(),
            std::os::unix::fs::PermissionsExt::from_mode(0o644),
        )?;
        new.persist(file)?;
        std::io::Result::Ok(())
    })();
    written.with_context(|| format!("can't write {}", file.display()))
}

/// Writes to a file, or to standard output where there is none.
pub fn write_or_print(file: Option<&Path>, content: &str, say: &Say) -> Result<()> {
    match file {
        Some(file) => write(file, content.as_bytes(), say),
        // A reader that closed the pipe has read enough.
        None => match std::io::stdout().write_all(content.as_bytes()) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            other => other.context("can't write to standard output"),
        },
    }
}
