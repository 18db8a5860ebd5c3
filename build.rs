//! Compiles the built-in article in, and marks the build.
//!
//! A mistake in the article stops the build, with the file and the line it stands in.

use std::error::Error;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::{env, fs};

use article::authoring::{self, Severity};
use fnv::FnvHasher;

const DOCUMENT: &str = "seeds/helsinki-summit.md";

/// What has a say in the HTML: the views, the model, the article, and the versions of everything below them.
const SOURCES: [&str; 5] = ["src", "article/src", "Cargo.lock", "build.rs", DOCUMENT];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let (json, problems) = built_in(Path::new(DOCUMENT))?;
    for (severity, line) in problems {
        match severity {
            Severity::Error => println!("cargo::error={line}"),
            Severity::Warning => println!("cargo::warning={line}"),
        }
    }
    let json = json.ok_or("the built-in article has mistakes")?;
    fs::write(out.join("built-in.json"), json)?;
    let mut hash = FnvHasher::default();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        hash_files(Path::new(source), &mut hash)?;
    }
    println!("cargo::rustc-env=EXPLAINER_BUILD={:x}", hash.finish());
    Ok(())
}

/// A problem as a line of text.
pub type Line = (Severity, String);

/// The built-in article in the exchange form, `None` where it has mistakes, and every problem with its place.
pub fn built_in(file: &Path) -> Result<(Option<String>, Vec<Line>), Box<dyn Error>> {
    let name = file.display().to_string();
    let source = fs::read_to_string(file).map_err(|error| format!("{name}: {error}"))?;
    let reading = authoring::read(&source);
    let line = |problem: &authoring::Problem| (problem.severity, problem.line(&name, &source));
    let problems = reading.problems.iter().map(line).collect();
    let json = reading
        .article
        .map(|article| serde_json::to_string(&article))
        .transpose()?;
    Ok((json, problems))
}

fn hash_files(path: &Path, hash: &mut FnvHasher) -> Result<(), Box<dyn Error>> {
    if !path.is_dir() {
        hash.write(&fs::read(path)?);
        return Ok(());
    }
    let mut entries: Vec<_> = fs::read_dir(path)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(|entry| entry.file_name());
    entries
        .iter()
        .try_for_each(|entry| hash_files(&entry.path(), hash))
}
