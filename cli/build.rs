//! Puts the web files into the program where `cargo xtask build` has made them, and marks the layout of the pages.
//!
//! The bundle is made with this very program's help, so the program compiles without it too; what it can't do then, it
//! says when it is asked to.

use std::error::Error;
use std::fmt::Write;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fnv::FnvHasher;

/// Where the bundle is.
const BUNDLE: &str = "../dist";

/// The files of the bundle that pages need.
const FILES: [&str; 3] = [
    "explainer.js",
    "article-explainer.js",
    "article-explainer_bg.wasm",
];

/// What has a say in the layout of the pages around the explainer.
const LAYOUT: &str = "src/build";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={LAYOUT}");
    println!("cargo::rustc-env=EXPLAINER_LAYOUT={:x}", layout()?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("web.rs"), bundle(&out)?)?;
    Ok(())
}

/// The bundle as a Rust expression: its files with their content, or nothing where one is missing.
fn bundle(out: &Path) -> Result<String, Box<dyn Error>> {
    let mut files = String::from("Some([");
    let mut is_whole = true;
    for name in FILES {
        let file = Path::new(BUNDLE).join(name);
        // A file that is not there yet counts as changed, so that the bundle is found once it has been made.
        println!("cargo::rerun-if-changed={}", file.display());
        // A copy: the bundle may be made anew while the program is compiled.
        is_whole &= file.is_file() && fs::copy(&file, out.join(name)).is_ok();
        write!(
            files,
            "({name:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\")).as_slice()),"
        )?;
    }
    files.push_str("])");
    Ok(if is_whole { files } else { "None".to_owned() })
}

/// A hash of what has a say in the layout.
fn layout() -> Result<u64, Box<dyn Error>> {
    let mut entries: Vec<_> = fs::read_dir(LAYOUT)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(|entry| entry.file_name());
    let mut hash = FnvHasher::default();
    for entry in entries {
        hash.write(&fs::read(entry.path())?);
    }
    Ok(hash.finish())
}
