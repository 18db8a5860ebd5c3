//! Compiles the built-in article, the words of the interface and the stylesheet in, and marks the build.
//!
//! A mistake in one of them stops the build, with the file it stands in.

mod built_in;
mod style;
mod words;

use std::error::Error;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::{env, fs};

use article::authoring::Severity;
use fnv::FnvHasher;

const DOCUMENT: &str = "seeds/helsinki-summit.md";
const WORDS: &str = "src/words";
const STYLE: &str = "src/style";

/// What has a say in the HTML: the views, the model, the data of the map, the article, and the versions of everything below them.
const SOURCES: [&str; 6] = [
    "src",
    "article/src",
    "article/data",
    "Cargo.lock",
    "build",
    DOCUMENT,
];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let (json, problems) = built_in::read(Path::new(DOCUMENT))?;
    for (severity, line) in problems {
        match severity {
            Severity::Error => println!("cargo::error={line}"),
            Severity::Warning => println!("cargo::warning={line}"),
        }
    }
    let json = json.ok_or("the built-in article has mistakes")?;
    fs::write(out.join("built-in.json"), json)?;
    for line in words::write(Path::new(WORDS), &out)? {
        println!("cargo::error={line}");
    }
    fs::write(out.join("explainer.css"), style::read(Path::new(STYLE))?)?;
    let mut hash = FnvHasher::default();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        hash_files(Path::new(source), &mut hash)?;
    }
    println!("cargo::rustc-env=EXPLAINER_BUILD={:x}", hash.finish());
    Ok(())
}

fn hash_files(path: &Path, hash: &mut FnvHasher) -> Result<(), Box<dyn Error>> {
    if !path.is_dir() {
        hash.write(&fs::read(path)?);
        return Ok(());
    }
    let mut entries: Vec<_> = fs::read_dir(path)?.collect::<Result<_, _>>()?;
    // What the tests keep has no say.
    entries.retain(|entry| entry.file_name() != "snapshots");
    entries.sort_by_key(|entry| entry.file_name());
    entries
        .iter()
        .try_for_each(|entry| hash_files(&entry.path(), hash))
}
