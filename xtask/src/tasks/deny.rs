//! `cargo xtask deny`: whether the crates that are depended on are such as `deny.toml` allows.

use std::process::Command;

use crate::process::{run as execute, step};
use crate::project;
use crate::setup::{installed, rust};
use crate::trouble::Outcome;

/// What is checked. Advisories are not: `deny.toml` says why.
const CHECKS: [&str; 3] = ["licenses", "bans", "sources"];

/// An exception that nothing needs any more is an error too, but for those that the fuzz targets alone need.
const STRICT: [&str; 4] = [
    "--deny",
    "warnings",
    "--allow",
    "license-exception-not-encountered",
];

/// The fuzz targets are a workspace of their own.
const FUZZ: [&str; 2] = ["--manifest-path", "fuzz/Cargo.toml"];

/// They lack some of what has an exception in `deny.toml`.
const FUZZ_LACKS: [&str; 8] = [
    "--allow",
    "license-exception-not-encountered",
    "--allow",
    "license-not-encountered",
    "--allow",
    "unmatched-skip",
    "--allow",
    "unnecessary-skip",
];

/// Checks every crate that Cargo.lock names, and those of the fuzz targets.
pub fn run(_arguments: &[String]) -> Outcome {
    rust::crates()?;
    let program = installed::cargo_deny().program()?;
    let check = |before: &[&str], after: &[&str]| {
        let mut deny = Command::new(&program);
        deny.current_dir(project::root()).args(before);
        deny.args(["--workspace", "--config", "deny.toml", "check"]);
        let mend = "the output above says which crate it is; `cargo tree -i NAME` says who wants it. Take another, or give \
                    the reason for it in deny.toml";
        execute(deny.args(after).args(CHECKS), mend)
    };
    step("Licences, versions and sources of the crates …");
    check(&[], &STRICT)?;
    step("The same of the fuzz targets' …");
    check(&FUZZ, &FUZZ_LACKS)
}
