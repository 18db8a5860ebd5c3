//! Brings what a task needs and the machine lacks. What is there already is used as it is.
//!
//! ```text
//! rust       the wasm32 target, rustfmt and clippy, a nightly toolchain, and the crates of Cargo.lock
//! lock       what Cargo.lock says
//! installed  trunk, wasm-bindgen and others, at the one version that fits, installed by cargo beside the user's own
//! paths      what keeps the paths of this machine out of what is built for the browser
//! packages   wasm-opt and what the tests use, from npm
//! browser    Chromium, Firefox and WebKit, and their drivers
//! nginx      the server behind which the explainer is tried as it is deployed
//! wordpress  WordPress and PHP, where they may be brought
//! debian     Debian's packages, where root may bring them
//! valgrind   what counts instructions
//! version    versions as programs print them
//! ```
//!
//! [`bundling`] is what building the widget needs; the tests need [`browser`]s and [`packages::for_tests`] on top.

pub mod browser;
mod debian;
pub mod installed;
pub mod lock;
pub mod nginx;
pub mod packages;
mod paths;
pub mod rust;
pub mod valgrind;
mod version;
pub mod wordpress;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::process;
use crate::project;
use crate::tasks::prerender::PROGRAM;
use crate::trouble::Outcome;

/// What building the widget takes.
pub struct Bundling {
    /// The program.
    trunk: PathBuf,
    /// The program that writes the glue.
    bindgen: PathBuf,
    /// PATH, with the tools that Trunk calls before all others.
    path: OsString,
    /// What keeps the paths of this machine out of the bundle.
    paths: paths::Paths,
}

/// Sets up what building the widget needs.
pub fn bundling() -> Outcome<Bundling> {
    // What may end in an error comes before what takes minutes.
    packages::install()?;
    packages::wasm_opt_runs()?;
    rust::wasm_target()?;
    rust::crates()?;
    let trunk = installed::trunk().program()?;
    let bindgen = installed::wasm_bindgen(lock::version("wasm-bindgen")?).program()?;
    let path = process::path_with(&[bindgen.parent().unwrap_or(&bindgen)])?;
    Ok(Bundling {
        trunk,
        bindgen: bindgen.clone(),
        path,
        // After the crates have been fetched, which may be the first of their registry.
        paths: paths::Paths::find()?,
    })
}

impl Bundling {
    /// wasm-bindgen, of the version that the crates have.
    pub fn wasm_bindgen(&self) -> Command {
        Command::new(&self.bindgen)
    }

    /// Cargo, to build for the browser as Trunk does: with other flags, it would build anew what both need.
    pub fn cargo(&self) -> Command {
        let mut cargo = project::cargo();
        self.paths.keep_out(&mut cargo);
        cargo
    }

    /// Trunk, to be told what to do, with all that it calls at hand.
    pub fn trunk(&self, verb: &str) -> Command {
        let mut trunk = Command::new(&self.trunk);
        // It is offline because all it could fetch is here, and a tool of another version would be a mistake.
        trunk.arg(verb).arg("--offline").arg("--skip-version-check");
        trunk.current_dir(project::root()).env("PATH", &self.path);
        // Who calls says which program finishes the bundle, not who called this task.
        trunk.env_remove(PROGRAM);
        self.paths.keep_out(&mut trunk);
        // Any value of NO_COLOR counts (https://no-color.org), but Trunk stops at all but `true` and `false`.
        match std::env::var_os("NO_COLOR") {
            Some(value) if !value.is_empty() => trunk.env("NO_COLOR", "true"),
            _ => trunk.env_remove("NO_COLOR"),
        };
        trunk
    }
}
