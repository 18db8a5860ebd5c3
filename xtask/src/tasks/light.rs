//! The light module: the widget for prerendered pages, built from the same sources as the full one, without the feature `full`.

use std::path::Path;
use std::process::Command;

use crate::process::{run as execute, step};
use crate::project;
use crate::trouble::Outcome;

/// What it is called.
const NAME: &str = "light";

/// Builds the module and its glue into a folder: `light.js` and `light_bg.wasm`. Trunk's hook calls it, with flags and tools as Trunk has
/// them.
pub fn build(folder: &Path) -> Outcome {
    step("Building the light module …");
    // A folder of its own: a library for the browser has one name, whatever its features, so that both would be built again each time.
    let target = project::target()?.join(NAME);
    let mut cargo = project::cargo();
    cargo.args(["build", "--release", "--lib", "--no-default-features"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--target-dir"]);
    execute(cargo.arg(&target), "the output above says why")?;
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", NAME]);
    bindgen.arg("--out-dir").arg(folder);
    bindgen.arg(target.join("wasm32-unknown-unknown/release/article_explainer.wasm"));
    execute(&mut bindgen, "the output above says why")
}
