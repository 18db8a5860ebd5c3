//! What is shipped tells nothing of the machine that it was built on, and says what it is made of: the bundle, and the npm
//! package.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// What a variable of the environment names; `cargo xtask test` sets it.
fn path(variable: &str) -> PathBuf {
    let value = env::var_os(variable);
    let value = value.unwrap_or_else(|| panic!("{variable} is not set; run `cargo xtask test`"));
    PathBuf::from(value)
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push(path),
        }
    }
    found
}

/// The folders of this machine that a build knows: the project's, cargo's and the user's.
fn folders() -> Vec<String> {
    let home = env::home_dir().expect("a home folder");
    let given = env::var_os("CARGO_HOME").filter(|home| !home.is_empty());
    let cargo = given.map_or_else(|| home.join(".cargo"), PathBuf::from);
    let project = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folders = [project, cargo, home].map(|folder| folder.display().to_string());
    // With what stands between a folder and what is in it, since `/root` alone is a word too.
    let names = folders
        .iter()
        .flat_map(|name| ["/", "\\"].map(|slash| name.trim_end_matches(slash).to_owned() + slash));
    names.filter(|name| name.len() > 1).collect()
}

/// Where these words stand in some files: the name of each file, with the words.
fn holding(files: &[PathBuf], words: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let bytes = fs::read(file).expect("a file");
        for word in words {
            if bytes
                .windows(word.len())
                .any(|bytes| bytes == word.as_bytes())
            {
                found.push(format!("{} holds {word}", file.display()));
            }
        }
    }
    found
}

#[test]
fn no_file_of_the_bundle_names_a_folder_of_this_machine() {
    let bundle = files(&path("EXPLAINER_DIST"));
    assert!(bundle.iter().any(|file| file.ends_with("explainer.js")));
    assert_eq!(holding(&bundle, &folders()), [] as [&str; 0]);
}

#[test]
fn no_file_of_the_npm_package_names_a_folder_of_this_machine() {
    // It is packed from the folder beside it.
    let package = files(&path("EXPLAINER_PACKAGE").with_file_name("package"));
    assert!(package.iter().any(|file| file.ends_with("package.json")));
    assert_eq!(holding(&package, &folders()), [] as [&str; 0]);
}

#[test]
fn program_and_glue_know_each_other_by_short_names() {
    let bundle = files(&path("EXPLAINER_DIST"));
    assert!(bundle.iter().any(|file| file.ends_with("full.wasm")));
    // How wasm-bindgen's names begin, of what the program takes and of what it gives.
    let long = ["__wbg_new_", "__wbg_get_", "wasm_bindgen__"].map(str::to_owned);
    assert_eq!(holding(&bundle, &long), [] as [&str; 0]);
}

#[test]
fn what_is_shipped_says_what_it_is_made_of() {
    let kept = fs::read_to_string("npm/THIRD-PARTY.txt").expect("the list");
    let package = path("EXPLAINER_PACKAGE").with_file_name("package");
    for folder in [path("EXPLAINER_DIST"), package] {
        let shipped = fs::read_to_string(folder.join("THIRD-PARTY.txt"));
        assert_eq!(
            shipped.ok().as_deref(),
            Some(kept.as_str()),
            "{}",
            folder.display()
        );
    }
}

#[test]
fn a_word_is_found_wherever_it_stands_in_a_file() {
    let file = [PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/shipped.rs")];
    let words = ["npm package".to_owned(), ["no", "where"].concat()];
    assert_eq!(holding(&file, &words).len(), 1);
}
