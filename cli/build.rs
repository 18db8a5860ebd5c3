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

/// The script that pages load. It names the other files, and so it changes whenever one of them does.
const SCRIPT: &str = "explainer.js";

/// The files of the folder that the script loads from, which is named by a hash of them.
const LOADED: [&str; 5] = ["full.js", "full.wasm", "light.js", "light.wasm", "tools.js"];

/// What has a say in the layout of the pages around the explainer, and in the pictures of articles.
const LAYOUT: [&str; 2] = ["src/build", "fonts"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    for folder in LAYOUT {
        println!("cargo::rerun-if-changed={folder}");
    }
    println!("cargo::rustc-env=EXPLAINER_LAYOUT={:x}", layout()?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("web.rs"), bundle(&out)?)?;
    Ok(())
}

/// The bundle as a Rust expression: the name of the folder that is loaded from, and the files with their content; or nothing
/// where one is missing.
fn bundle(out: &Path) -> Result<String, Box<dyn Error>> {
    let script = Path::new(BUNDLE).join(SCRIPT);
    // A file that is not there yet counts as changed, so that the bundle is found once it has been made.
    println!("cargo::rerun-if-changed={}", script.display());
    let Some(folder) = folder() else {
        return Ok("None".to_owned());
    };
    let loaded = LOADED.map(|name| Path::new(BUNDLE).join(&folder).join(name));
    let mut files = format!("Some(({folder:?}, [");
    for (name, file) in [SCRIPT]
        .into_iter()
        .chain(LOADED)
        .zip([script].into_iter().chain(loaded))
    {
        // A copy: the bundle may be made anew while the program is compiled.
        if fs::copy(&file, out.join(name)).is_err() {
            return Ok("None".to_owned());
        }
        write!(
            files,
            "({name:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\")).as_slice()),"
        )?;
    }
    files.push_str("]))");
    Ok(files)
}

/// The name of the folder that the script loads from, where there is one.
fn folder() -> Option<String> {
    let mut folders = fs::read_dir(BUNDLE).ok()?.flatten();
    let folder =
        folders.find(|entry| LOADED.iter().all(|name| entry.path().join(name).is_file()))?;
    folder.file_name().into_string().ok()
}

/// A hash of what has a say in the layout.
fn layout() -> Result<u64, Box<dyn Error>> {
    let mut hash = FnvHasher::default();
    for folder in LAYOUT {
        add(&mut hash, Path::new(folder))?;
    }
    Ok(hash.finish())
}

/// Adds every file of a folder and of those in it to a hash.
fn add(hash: &mut FnvHasher, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(|entry| entry.file_name());
    for entry in entries {
        match entry.file_type()?.is_dir() {
            true => add(hash, &entry.path())?,
            false => hash.write(&fs::read(entry.path())?),
        }
    }
    Ok(())
}
