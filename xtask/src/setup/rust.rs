//! What comes from rustup and the crate registry: the wasm32 target, rustfmt and clippy, the crates of Cargo.lock.

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
