//! `cargo xtask check`: formatting and lints, with every warning an error.

use std::process::Command;

use crate::process::{run as execute, step};
use crate::project;
use crate::setup::rust;
use crate::trouble::Outcome;

/// Checks the formatting of every crate, and lints all for this machine and the widget for the browser.
pub fn run(_arguments: &[String]) -> Outcome {
    rust::components()?;
    rust::wasm_target()?;
    step("Formatting …");
    let fmt = ["fmt", "--all", "--check"];
    execute(project::cargo().args(fmt), "run `cargo fmt --all`")?;
    step("Lints, natively …");
    clippy(&["--workspace", "--all-targets"])?;
    step("Lints, for the browser …");
    clippy(&[
        "--package",
        "article-explainer",
        "--lib",
        "--target",
        rust::WASM,
    ])?;
    step("Formatting and lints are in order");
    Ok(())
}

/// Lints what these arguments choose.
fn clippy(what: &[&str]) -> Outcome {
    let mut cargo: Command = project::cargo();
    cargo
        .arg("clippy")
        .args(what)
        .args(["--", "-D", "warnings"]);
    execute(&mut cargo, "mend what is said above")
}
