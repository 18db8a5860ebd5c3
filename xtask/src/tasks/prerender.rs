//! `cargo xtask prerender`: puts the explainer's HTML into the page of a bundle, and beside it its stylesheet and the words of
//! the interface.
//!
//! Trunk calls it as a hook, once the page is written and before the bundle is put in place.

use std::env;
use std::path::{Path, PathBuf};

use crate::process::{run as execute, step};
use crate::project;
use crate::trouble::Outcome;

/// Prerenders the page of the bundle that Trunk is making or, called by hand, of the one in `dist/`.
pub fn run(_arguments: &[String]) -> Outcome {
    let bundle = env::var_os("TRUNK_STAGING_DIR").map_or_else(project::dist, PathBuf::from);
    step("Prerendering the page …");
    explainer(&["prerender"], &bundle.join("index.html"))?;
    // The other files are what Trunk is just making.
    explainer(&["assets", "--without-program"], &bundle)
}

/// Runs the project's own command-line tool, built as the tests build it, on a file or folder.
fn explainer(command: &[&str], path: &Path) -> Outcome {
    let mut cargo = project::cargo();
    cargo.args(["run", "--package", "cli", "--bin", "explainer", "--"]);
    execute(cargo.args(command).arg(path), "the output above says why")
}
