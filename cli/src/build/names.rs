//! Which page a document becomes: that of its file's name.
//!
//! A page's address is a promise to those who link to it, so names are taken as they are or refused, never changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::arguments::Build;

/// A document's name, which its pages are called by, and its file.
pub type Input = (String, PathBuf);

/// The name of the page that lists all articles.
pub const INDEX: &str = "index";

/// The documents with their names. Fails where a name can't stand in an address or is there twice.
pub fn inputs(build: &Build) -> Result<Vec<Input>> {
    let mut seen = BTreeMap::<String, &Path>::new();
    let mut inputs = Vec::new();
    for file in &build.files {
        let name = name(file)?;
        // File systems of some editors' machines don't tell `Talks` from `talks`.
        if let Some(other) = seen.insert(name.to_lowercase(), file) {
            bail!(
                "{} and {} would both become {name}.html; rename one of them",
                other.display(),
                file.display()
            );
        }
        if name.eq_ignore_ascii_case(INDEX) && build.files.len() > 1 {
            bail!(
                "{} would become {INDEX}.html, which lists the articles; rename it",
                file.display()
            );
        }
        let json = build.output.join(format!("{name}.json"));
        if is_same(file, &json) {
            bail!(
                "{} is in the folder that the pages go to, and would be written over; build into another",
                file.display()
            );
        }
        inputs.push((name, file.clone()));
    }
    Ok(inputs)
}

/// The name of a file without its ending, where it can stand in an address as it is.
fn name(file: &Path) -> Result<String> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    if !stem.is_empty() && stem.chars().all(allowed) {
        return Ok(stem.into_owned());
    }
    let words = stem.split(|c| !allowed(c)).filter(|word| !word.is_empty());
    let better = words.collect::<Vec<_>>().join("-").to_lowercase();
    let mend = match better.as_str() {
        "" => "give it a name of letters, digits, `-` and `_`".to_owned(),
        better => format!(
            "rename it to {}",
            file.with_file_name(better)
                .with_extension(file.extension().unwrap_or_default())
                .display()
        ),
    };
    bail!(
        "{} becomes a page of that name, and `{stem}` can't stand in an address as it is; {mend}",
        file.display()
    )
}

/// Whether two paths lead to the same file.
fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        // What is not there is not the same.
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_can_stand_in_an_address_is_taken_as_it_is() {
        for name_ in ["talks", "Talks_2018", "переговоры"] {
            let file = Path::new("articles").join(format!("{name_}.md"));
            assert_eq!(name(&file).ok().as_deref(), Some(name_));
        }
    }

    #[test]
    fn another_is_refused_with_a_better_one() {
        let refused = |file: &str| name(Path::new(file)).expect_err("a refusal").to_string();
        let said = refused("in/Trade talks (final).md");
        assert!(
            said.ends_with("rename it to in/trade-talks-final.md"),
            "{said}"
        );
        let said = refused("talks.embed.json");
        assert!(said.ends_with("rename it to talks-embed.json"), "{said}");
        let said = refused("!!.md");
        assert!(said.ends_with("letters, digits, `-` and `_`"), "{said}");
    }
}
