//! `cargo xtask prerender`: finishes a bundle: the explainer's HTML in its page, beside it the stylesheet and the words of the
//! interface, and the scripts as they are shipped.
//!
//! Trunk calls it as a hook, once the page is written and before the bundle is put in place.

use std::env;
use std::path::{Path, PathBuf};

use crate::process::{run as execute, step};
use crate::project;
use crate::tasks::seal;
use crate::trouble::Outcome;

/// Finishes the bundle that Trunk is making or, called by hand, of the one in `dist/`.
pub fn run(_arguments: &[String]) -> Outcome {
    let bundle = env::var_os("TRUNK_STAGING_DIR").map_or_else(project::dist, PathBuf::from);
    step("Prerendering the page …");
    explainer(&["prerender"], &bundle.join("index.html"))?;
    // The other files are what Trunk is just making.
    explainer(&["assets", "--without-program"], &bundle)?;
    seal::seal(&bundle)
}

/// Runs the project's own command-line tool, built as the tests build it, on a file or folder.
fn explainer(command: &[&str], path: &Path) -> Outcome {
    let mut cargo = project::cargo();
    cargo.args(["run", "--package", "cli", "--bin", "explainer", "--"]);
    execute(cargo.args(command).arg(path), "the output above says why")
}
