//! What Cargo.lock says.

use std::fs;

use toml::de::DeTable;

use crate::project;
use crate::trouble::{Outcome, Trouble};

/// The version of a package that the project is built with. The command-line tool of wasm-bindgen must be of the very same.
pub fn version(package: &str) -> Outcome<String> {
    let file = project::root().join("Cargo.lock");
    let text = fs::read_to_string(&file).map_err(|why| {
        Trouble::new(
            format!("can't read {}: {why}", file.display()),
            "run `git checkout Cargo.lock`",
        )
    })?;
    version_of(package, &text).ok_or_else(|| {
        let what = format!("{} names no version of {package}", file.display());
        Trouble::new(what, "run `git checkout Cargo.lock`, or `cargo generate-lockfile` if you changed dependencies")
    })
}

/// The version of a package in the text of a Cargo.lock.
fn version_of(package: &str, lock: &str) -> Option<String> {
    let lock = DeTable::parse(lock).ok()?.into_inner();
    let packages = lock
        .get("package")?
        .get_ref()
        .as_array()?
        .iter()
        .filter_map(|entry| entry.get_ref().as_table());
    let text = |entry: &DeTable<'_>, key| Some(entry.get(key)?.get_ref().as_str()?.to_owned());
    packages
        .into_iter()
        .find(|entry| text(entry, "name").is_some_and(|name| name == package))
        .and_then(|entry| text(entry, "version"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-shared"
version = "0.2.99"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry+https://github.com/rust-lang/crates.io-index"
"#;

    #[test]
    fn the_version_is_that_of_the_package_and_of_no_namesake() {
        assert_eq!(version_of("wasm-bindgen", LOCK).as_deref(), Some("0.2.130"));
    }

    #[test]
    fn a_package_that_is_not_locked_has_no_version() {
        assert_eq!(version_of("wasm-bindgen", "version = 4\n"), None);
        assert_eq!(version_of("yew", LOCK), None);
    }

    #[test]
    fn a_broken_lock_has_no_versions() {
        assert_eq!(version_of("wasm-bindgen", "<<<<<<< HEAD\n"), None);
    }
}
