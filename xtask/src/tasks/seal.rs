//! The scripts of a bundle as they are shipped: the element's own in one file, with what the widget's files have to be.
//!
//! The element checks the glue, the program and the stylesheet against hashes before it uses them, so that who vouches
//! for the one script (`integrity` on its tag) vouches for all.

use std::path::Path;
use std::process::Command;

use crate::process::{output, run as execute, step};
use crate::project;
use crate::trouble::{Outcome, Trouble};

/// Prints the integrity of each file that it is given, as `<script integrity>` takes it. Node is there for wasm-opt anyway.
const INTEGRITY: &str = "for (const file of process.argv.slice(1)) \
    console.log('sha384-' + require('crypto').createHash('sha384').update(require('fs').readFileSync(file)).digest('base64'))";

/// The browsers that the scripts are written for: those that know declarative shadow roots (Baseline 2024).
const TARGET: &str = "--target=es2022";

/// Writes the scripts of the bundle in `folder`, whose other files are all there.
pub fn seal(folder: &Path) -> Outcome {
    step("Writing the scripts …");
    let glue = folder.join("article-explainer.js");
    esbuild(&glue, &glue, &["--allow-overwrite"])?;
    let [glue, wasm, css] = [
        "article-explainer.js",
        "article-explainer_bg.wasm",
        "explainer.css",
    ]
    .map(|file| integrity(&folder.join(file)));
    let define = format!(
        "--define:__INTEGRITY__={{\"glue\":\"{}\",\"wasm\":\"{}\",\"css\":\"{}\"}}",
        glue?, wasm?, css?
    );
    let element = project::root().join("src/element/explainer.js");
    esbuild(
        &element,
        &folder.join("explainer.js"),
        &["--bundle", &define],
    )
}

/// The tag that loads the element of the bundle in `folder`, with its integrity.
pub fn tag(folder: &Path) -> Outcome<String> {
    let integrity = integrity(&folder.join("explainer.js"))?;
    Ok(format!(
        "<script type=\"module\" src=\"explainer.js\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>"
    ))
}

fn integrity(file: &Path) -> Outcome<String> {
    let name = file.display().to_string();
    let said = output("node", &["-e", INTEGRITY, "--", &name]);
    said.map(|said| said.trim().to_owned()).ok_or_else(|| {
        Trouble::new(
            format!("can't read {name}"),
            "build again with `cargo xtask build`",
        )
    })
}

/// Minifies a script.
fn esbuild(script: &Path, into: &Path, options: &[&str]) -> Outcome {
    let mut outfile = std::ffi::OsString::from("--outfile=");
    outfile.push(into);
    let program = project::node_modules().join("esbuild/bin/esbuild");
    let mut node = Command::new("node");
    node.arg(program).arg(script).arg(outfile).args(options);
    node.args(["--format=esm", "--minify", "--log-level=warning", TARGET]);
    execute(&mut node, "the output above says why")
}
