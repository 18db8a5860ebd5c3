//! `cargo xtask prerender`: finishes a bundle: beside the program the stylesheet and the words of the interface, the scripts
//! as they are shipped, and the explainer's HTML in its page.
//!
//! Trunk calls it as a hook, once the page is written and before the bundle is put in place.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{run as execute, step};
use crate::tasks::{build, light, seal};
use crate::trouble::{Outcome, Trouble};

/// The variable of the environment that names a program `explainer` which is there already. Else it is built.
pub const PROGRAM: &str = "EXPLAINER_PROGRAM";

/// Finishes the bundle that Trunk is making.
pub fn run(_arguments: &[String]) -> Outcome {
    let bundle = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let bundle = bundle.ok_or_else(|| {
        Trouble::usage(
            "`cargo xtask prerender` is for Trunk, which says where it is building",
            "run `cargo xtask build`",
        )
    })?;
    // The other files are what Trunk is just making.
    let parts = bundle.join("parts");
    explainer(&["assets", "--without-program"], &parts)?;
    let is_release = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    if is_release {
        light::build(&bundle)?;
    }
    let folder = seal::seal(&bundle, &parts, is_release)?;
    step("Prerendering the page …");
    let stylesheet = format!("{folder}/explainer.css");
    explainer(
        &["prerender", "--stylesheet", &stylesheet],
        &bundle.join("index.html"),
    )
}

/// Runs the project's own command-line tool on a file or folder.
fn explainer(command: &[&str], path: &Path) -> Outcome {
    let program = env::var_os(PROGRAM).map(PathBuf::from);
    let program = program.map_or_else(build::program, Ok)?;
    execute(
        Command::new(program).args(command).arg(path),
        "the output above says why",
    )
}
