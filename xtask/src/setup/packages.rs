//! What comes from npm: wasm-opt and esbuild, which make the bundle small, and what the tests use: axe-core, fonts that look the same
//! on every machine, sanitizers, a bundler and frameworks of pages that embed the explainer, TypeScript and types.
//!
//! `xtask/package.json` names the versions, `xtask/package-lock.json` pins their bytes; what the explainer is measured beside is
//! in `bench/`, and installed for that alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::version::{major, version_in};
use crate::process::{find, output, run_long, step};
use crate::project;
use crate::trouble::{Outcome, Trouble};

/// The oldest major version of Node.js that will do.
const NODE: u32 = 20;

/// The file in `node_modules` that says which lock it was made from. Written last, so it is missing after an interruption.
const STAMP: &str = ".made-from-package-lock.json";

/// Installs the packages where they are missing or not those of the lock.
pub fn install() -> Outcome {
    let what = "Installing wasm-opt and what the tests need with npm ci";
    install_in(project::xtask(), what).map(drop)
}

/// Installs what the explainer is measured beside, and says where it is.
pub fn peers() -> Outcome<PathBuf> {
    let what = "Installing what the explainer is measured beside with npm ci";
    install_in(&project::root().join("bench"), what)
}

/// Installs the packages that a folder names, and says where they are.
fn install_in(folder: &Path, what: &str) -> Outcome<PathBuf> {
    node()?;
    let lock = read(&folder.join("package-lock.json"))?;
    let modules = folder.join("node_modules");
    let stamp = modules.join(STAMP);
    if !is_stale(&lock, fs::read_to_string(&stamp).ok().as_deref()) {
        step("npm packages: found");
        return Ok(modules);
    }
    let npm = find("npm").ok_or_else(|| {
        Trouble::new(
            "npm is not on PATH",
            "install Node.js with npm (https://nodejs.org)",
        )
    })?;
    let mut npm = Command::new(npm);
    // None of the packages has scripts to run; a later version of one shall not get to, either.
    npm.args([
        "ci",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--loglevel=error",
    ])
    .current_dir(folder);
    let mend = format!(
        "the output above says why; `npm ci` must succeed in {}",
        folder.display()
    );
    run_long(what, "some seconds", &mut npm, &mend)?;
    fs::write(&stamp, lock).map_err(|why| {
        Trouble::new(
            format!("can't write {}: {why}", stamp.display()),
            "make the folder writable",
        )
    })?;
    Ok(modules)
}

/// Whether the packages have to be installed afresh: there is no stamp of an install that was finished, or it is of another lock.
fn is_stale(lock: &str, stamp: Option<&str>) -> bool {
    stamp != Some(lock)
}

/// wasm-opt, which is a script for Node.js.
pub fn wasm_opt() -> PathBuf {
    project::node_modules().join("binaryen/bin/wasm-opt")
}

/// Makes sure that wasm-opt runs.
pub fn wasm_opt_runs() -> Outcome {
    let script = wasm_opt();
    let said = output("node", &[&script.to_string_lossy(), "--version"]);
    let Some(version) = said.as_deref().and_then(version_in) else {
        return Err(broken(format!("{} does not run", script.display())));
    };
    step(format!("wasm-opt {version}: found in xtask/node_modules"));
    Ok(())
}

/// What the tests find in the folder of the packages.
const FOR_TESTS: [&str; 15] = [
    AXE,
    "bootstrap/dist/css/bootstrap.min.css",
    "@fontsource/noto-emoji/400.css",
    "@fontsource/noto-naskh-arabic/400.css",
    "@fontsource/source-sans-3/400.css",
    "@fontsource/source-serif-4/400.css",
    "@vitejs/plugin-vue/package.json",
    "custom-elements-manifest/schema.json",
    "dompurify/dist/purify.min.js",
    "react-dom/package.json",
    "sanitize-html/index.js",
    "schema-dts/package.json",
    "typescript/bin/tsc",
    "vite/bin/vite.js",
    "vue/package.json",
];

/// The script of the accessibility checks, in the folder of the packages.
const AXE: &str = "axe-core/axe.min.js";

/// What the tests take from npm.
pub struct ForTests {
    /// The folder of all packages.
    pub folder: PathBuf,
    /// The script of the accessibility checks.
    pub axe: PathBuf,
}

/// What the tests take from npm, once it is all there.
pub fn for_tests() -> Outcome<ForTests> {
    let folder = project::node_modules();
    match FOR_TESTS.iter().find(|file| !folder.join(file).is_file()) {
        Some(missing) => Err(broken(format!("{missing} is missing"))),
        None => Ok(ForTests {
            axe: folder.join(AXE),
            folder,
        }),
    }
}

/// Packages that are installed but not whole.
fn broken(what: String) -> Trouble {
    Trouble::new(
        what,
        "remove the folder xtask/node_modules and run this again",
    )
}

/// Makes sure that Node.js is there and new enough: wasm-opt runs on it.
fn node() -> Outcome {
    let mend = format!(
        "install Node.js {NODE} or newer with npm (https://nodejs.org), and have it on PATH"
    );
    let said = output("node", &["--version"])
        .ok_or_else(|| Trouble::new("Node.js is not on PATH", &mend))?;
    if version_in(&said)
        .and_then(major)
        .is_none_or(|major| major < NODE)
    {
        return Err(Trouble::new(format!("Node.js is too old: {said}"), mend));
    }
    step(format!(
        "Node.js {}: found on PATH",
        said.trim_start_matches('v')
    ));
    Ok(())
}

/// The text of a file of the repository.
fn read(file: &std::path::Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|why| {
        Trouble::new(
            format!("can't read {}: {why}", file.display()),
            "bring it back with `git checkout`",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_installed_where_no_install_was_finished() {
        assert!(is_stale("lock", None));
    }

    #[test]
    fn packages_of_another_lock_are_installed_afresh() {
        assert!(is_stale("lock", Some("older lock")));
    }

    #[test]
    fn packages_of_this_lock_are_kept() {
        assert!(!is_stale("lock", Some("lock")));
    }

    #[test]
    fn the_lock_names_no_place_to_fetch_from_and_so_works_behind_any_mirror() {
        let lock = read(&project::xtask().join("package-lock.json")).unwrap_or_default();
        assert!(lock.contains("node_modules/binaryen") && !lock.contains("\"resolved\""));
    }
}
