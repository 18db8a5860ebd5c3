//! `cargo xtask check`: formatting and lints, with every warning an error, and what the project depends on.

use std::process::Command;

use crate::process::{run as execute, step};
use crate::project;
use crate::setup::rust;
use crate::tasks::{deny, licenses};
use crate::trouble::Outcome;

/// Checks the formatting of every crate, lints all for this machine and the widget for the browser, and checks what they
/// depend on.
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
    deny::run(&[])?;
    licenses::check()?;
    step("Formatting, lints and dependencies are in order");
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
