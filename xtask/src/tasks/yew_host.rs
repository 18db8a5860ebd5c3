//! The page written in Yew that the tests embed the explainer in: `tests/hosts/yew`, compiled for the browser.

use std::path::PathBuf;

use crate::process::{run as execute, step};
use crate::project;
use crate::setup::{Bundling, rust};
use crate::trouble::Outcome;

/// Compiles the page, and says where its glue and program are.
pub fn build(bundling: &Bundling) -> Outcome<PathBuf> {
    step("Building the page in Yew that embeds the explainer …");
    let mut cargo = bundling.cargo();
    cargo.args([
        "build",
        "--release",
        "--package",
        "yew-host",
        "--target",
        rust::WASM,
    ]);
    execute(&mut cargo, "the output above says why")?;
    let target = project::root().join("target");
    let program = target.join(rust::WASM).join("release/yew_host.wasm");
    let folder = target.join("hosts/yew");
    let mut bindgen = bundling.wasm_bindgen();
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]);
    bindgen.arg(&folder).arg(program);
    execute(&mut bindgen, "the output above says why")?;
    Ok(folder)
}
