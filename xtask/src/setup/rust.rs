//! What comes from rustup and the crate registry: the wasm32 target, rustfmt and clippy, a nightly toolchain, the crates of
//! Cargo.lock.

use std::path::Path;
use std::process::Command;

use crate::process::{find, output, run, run_long, step};
use crate::project;
use crate::trouble::{Outcome, Trouble};

/// What the widget is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Sets up the compiler for WebAssembly.
pub fn wasm_target() -> Outcome {
    // Asking the compiler works for toolchains that rustup did not bring, too.
    let libraries = output("rustc", &["--print", "target-libdir", "--target", WASM]);
    if libraries.is_some_and(|folder| Path::new(&folder).is_dir()) {
        step(format!("{WASM}: found"));
        return Ok(());
    }
    let call = format!("rustup target add {WASM}");
    let mut rustup = rustup(&call, "can't compile to WebAssembly")?;
    let mend = format!("the output above says why; then run `{call}`");
    run_long(
        &format!("Adding the Rust target {WASM}"),
        "half a minute",
        rustup.args(["target", "add", WASM]),
        &mend,
    )
}

/// Sets up the formatter and the linter.
pub fn components() -> Outcome {
    let is_there = |component| {
        project::cargo()
            .args([component, "--version"])
            .output()
            .is_ok_and(|said| said.status.success())
    };
    if is_there("fmt") && is_there("clippy") {
        step("rustfmt and clippy: found");
        return Ok(());
    }
    let call = "rustup component add rustfmt clippy";
    let mut rustup = rustup(call, "can't check formatting and lints")?;
    let mend = format!("the output above says why; then run `{call}`");
    let components = ["component", "add", "rustfmt", "clippy"];
    run_long(
        "Adding rustfmt and clippy",
        "half a minute",
        rustup.args(components),
        &mend,
    )
}

/// Downloads the crates that Cargo.lock names and are not here yet: Trunk has cargo build offline.
pub fn crates() -> Outcome {
    step("Crates: fetching those of Cargo.lock that are not here yet …");
    run(
        project::cargo().arg("fetch"),
        "the output above says why; `cargo fetch` must succeed",
    )
}

/// The name of a nightly toolchain. None is brought: which one, and whether it is to be had at all, is for the user to say.
pub fn nightly() -> Outcome<String> {
    let call = "rustup toolchain install nightly --profile minimal";
    let listed = rustup(call, "can't look for a nightly toolchain")?
        .args(["toolchain", "list"])
        .output();
    let listed = listed.map_or_else(|_| Vec::new(), |said| said.stdout);
    let nightly = nightly_in(&String::from_utf8_lossy(&listed)).ok_or_else(|| {
        Trouble::new(
            "there is no nightly toolchain, which fuzzing needs",
            format!("run `{call}`"),
        )
    })?;
    step(format!("{nightly}: found"));
    Ok(nightly)
}

/// The nightly toolchain in rustup's list: that without a date, else the last.
fn nightly_in(list: &str) -> Option<String> {
    let names = list
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    let nightlies: Vec<_> = names.filter(|name| name.starts_with("nightly")).collect();
    let is_dated = |name: &&&str| name.starts_with("nightly-2");
    let newest = nightlies
        .iter()
        .find(|name| !is_dated(name))
        .or(nightlies.last());
    newest.map(|name| (*name).to_owned())
}

/// rustup, or what to do without it.
fn rustup(call: &str, what: &str) -> Outcome<Command> {
    let Some(rustup) = find("rustup") else {
        let what = format!("{what}, and rustup is not on PATH");
        return Err(Trouble::new(
            what,
            format!("install it (https://rustup.rs), then run `{call}`"),
        ));
    };
    let mut rustup = Command::new(rustup);
    rustup.current_dir(project::root());
    Ok(rustup)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nightly_toolchain_is_found_among_others() {
        let dated = "stable-x86_64-unknown-linux-gnu (active, default)\nnightly-2026-05-01-x86_64-unknown-linux-gnu\n\
            nightly-2026-05-15-x86_64-unknown-linux-gnu\n";
        let name = "nightly-2026-05-15-x86_64-unknown-linux-gnu";
        assert_eq!(nightly_in(dated).as_deref(), Some(name));
        let both = format!("{dated}nightly-x86_64-unknown-linux-gnu\n");
        let name = "nightly-x86_64-unknown-linux-gnu";
        assert_eq!(nightly_in(&both).as_deref(), Some(name));
        assert_eq!(nightly_in("no installed toolchains\n"), None);
    }
}
