//! The crates that are compiled into the bundle, and the licences in their packages.

use std::fs;
use std::path::{Path, PathBuf};

use toml::de::DeTable;

use crate::project;
use crate::setup::{lock, rust};
use crate::trouble::{Outcome, Trouble};

/// A crate of others.
#[derive(Clone, Debug, PartialEq)]
pub struct Crate {
    /// Its name and version.
    pub name: String,
    /// Its licence, as an SPDX expression, or nearly so.
    pub licence: String,
    /// Who wrote it, without addresses.
    pub authors: Vec<String>,
    /// The texts of the licence that its package brings, without alternatives that are not needed.
    pub texts: Vec<String>,
}

/// The crates of others that the widget is compiled with for the browser, by name: those that run while it is built are
/// not in it.
pub fn compiled_in() -> Outcome<Vec<Crate>> {
    let mut cargo = project::cargo();
    cargo.args(["tree", "--locked", "--package", "article-explainer"]);
    cargo.args(["--target", rust::WASM, "--edges", "normal,no-proc-macro"]);
    cargo.args(["--no-dedupe", "--prefix", "none", "--format", "{p}|{l}"]);
    let said = cargo.output().ok().filter(|said| said.status.success());
    let said = said.ok_or_else(|| {
        Trouble::new(
            "cargo can't tell which crates the bundle is made of",
            "`cargo tree --locked` must succeed; run it to see why it does not",
        )
    })?;
    let tree = String::from_utf8_lossy(&said.stdout);
    packages(&tree)
        .into_iter()
        .map(|(name, licence)| read(name, licence))
        .collect()
}

/// The packages of others in what `cargo tree` prints, each once, with their licences.
fn packages(tree: &str) -> Vec<(String, String)> {
    let package = |line: &str| {
        let (package, licence) = line.split_once('|')?;
        let (name, version) = package.split_once(" v")?;
        // Behind our own stands where they are.
        let is_ours = version.contains('(');
        let licence = licence.replace(" / ", " OR ").replace('/', " OR ");
        (!is_ours).then(|| (format!("{name}-{version}"), licence))
    };
    let mut packages: Vec<_> = tree.lines().filter_map(package).collect();
    packages.sort();
    packages.dedup();
    packages
}

/// Reads what a package says of itself.
fn read(name: String, licence: String) -> Outcome<Crate> {
    let folder = folder(&name)?;
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).map_err(cant(&folder))?;
    let files = fs::read_dir(&folder).map_err(cant(&folder))?.flatten();
    let mut files: Vec<String> = files
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    files.sort();
    let text = |file: &String| fs::read_to_string(folder.join(file)).map_err(cant(&folder));
    Ok(Crate {
        authors: authors(&manifest),
        texts: needed(&files, &licence)
            .into_iter()
            .map(text)
            .collect::<Outcome<_>>()?,
        licence,
        name,
    })
}

/// The licence in the package of a crate that Cargo.lock names.
pub fn licence_of(package: &str) -> Outcome<String> {
    let folder = folder(&format!("{package}-{}", lock::version(package)?))?;
    fs::read_to_string(folder.join("LICENSE")).map_err(cant(&folder))
}

/// Where cargo has unpacked a package.
fn folder(name: &str) -> Outcome<PathBuf> {
    let mut folders = project::registry_sources()?.into_iter();
    let found = folders.find_map(|registry| Some(registry.join(name)).filter(|it| it.is_dir()));
    found.ok_or_else(|| {
        Trouble::new(
            format!("the sources of {name} are not where cargo unpacks crates"),
            "run this without a replacement of crates.io by a folder",
        )
    })
}

/// The files of a package that its licence asks to be passed on. Where MIT is one of several to choose from, it is chosen.
fn needed<'f>(files: &'f [String], licence: &str) -> Vec<&'f String> {
    const LICENCES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];
    const ALTERNATIVES: [&str; 3] = ["APACHE", "COPYING", "UNLICENSE"];
    let holds = |file: &str, words: &[&str]| {
        let file = file.to_uppercase();
        words.iter().any(|word| file.contains(word))
    };
    let is_chosen = licence.contains(" OR ") && files.iter().any(|file| holds(file, &["-MIT"]));
    let files = files.iter().filter(|file| holds(file, &LICENCES));
    files
        .filter(|file| !(is_chosen && holds(file, &ALTERNATIVES)))
        .collect()
}

/// The authors that a manifest names.
fn authors(manifest: &str) -> Vec<String> {
    let authors = DeTable::parse(manifest).ok().and_then(|manifest| {
        let package = manifest.get_ref().get("package")?.get_ref().as_table()?;
        let authors = package.get("authors")?.get_ref().as_array()?;
        let authors = authors
            .iter()
            .filter_map(|author| author.get_ref().as_str());
        let name = |author: &str| {
            author
                .split('<')
                .next()
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        Some(authors.map(name).collect())
    });
    authors.unwrap_or_default()
}

/// What to say where a package can't be read.
fn cant(folder: &Path) -> impl Fn(std::io::Error) -> Trouble {
    let folder = folder.display().to_string();
    move |why| {
        Trouble::new(
            format!("can't read the licence in {folder}: {why}"),
            "remove that folder and run `cargo fetch`",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packages_of_others_are_listed_once() {
        let tree = "article-explainer v0.1.0 (/home/ada/explainer)|MIT OR Apache-2.0\n\
            yew v0.23.0|MIT OR Apache-2.0\nfnv v1.0.7|Apache-2.0 / MIT\nfnv v1.0.7|Apache-2.0 / MIT\n";
        let either = |name: &str, licence: &str| (name.to_owned(), licence.to_owned());
        assert_eq!(
            packages(tree),
            [
                either("fnv-1.0.7", "Apache-2.0 OR MIT"),
                either("yew-0.23.0", "MIT OR Apache-2.0")
            ]
        );
    }

    #[test]
    fn where_there_is_a_choice_mit_is_chosen() {
        let files = [
            "COPYING",
            "Cargo.toml",
            "LICENSE-APACHE",
            "LICENSE-MIT",
            "LICENSE-UNICODE",
        ];
        let files = files.map(str::to_owned);
        assert_eq!(
            needed(&files, "(MIT OR Apache-2.0) AND Unicode-3.0"),
            ["LICENSE-MIT", "LICENSE-UNICODE"]
        );
        assert_eq!(needed(&files, "MIT AND Apache-2.0").len(), 4);
        let boost = ["LICENSE-APACHE", "LICENSE-BOOST"].map(str::to_owned);
        assert_eq!(needed(&boost, "Apache-2.0 OR BSL-1.0").len(), 2);
    }

    #[test]
    fn authors_are_named_without_their_addresses() {
        let manifest = "[package]\nauthors = [\"Ada <ada@example.org>\", \"The group\"]\n";
        assert_eq!(authors(manifest), ["Ada", "The group"]);
        assert_eq!(authors("[package]\n"), [] as [&str; 0]);
    }
}
