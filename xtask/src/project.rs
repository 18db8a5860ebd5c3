//! Where things are.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::trouble::{Outcome, Trouble};

/// The folder of this crate, which holds the npm packages too.
pub fn xtask() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The repository.
pub fn root() -> &'static Path {
    xtask().parent().unwrap_or(xtask())
}

/// Where Trunk puts the bundle.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where cargo puts what it builds: two folders above the program of this task, which it has built too.
pub fn target() -> Outcome<PathBuf> {
    let task = env::current_exe().ok();
    let target = task.and_then(|task| Some(task.parent()?.parent()?.to_owned()));
    target.ok_or_else(|| {
        Trouble::new(
            "can't tell where cargo puts programs",
            "run this again as `cargo xtask`",
        )
    })
}

/// Where the npm packages are installed.
pub fn node_modules() -> PathBuf {
    xtask().join("node_modules")
}

/// The place of a tool that cargo installs for this project alone.
///
/// Beside the user's own tools rather than among them, and outside the repository, so that every clone shares it.
pub fn tool(package: &str, version: &str) -> Outcome<PathBuf> {
    Ok(cargo_home()?
        .join("article-explainer")
        .join(format!("{package}-{version}")))
}

/// Cargo's own folder: `CARGO_HOME`, or `.cargo` in the user's.
pub fn cargo_home() -> Outcome<PathBuf> {
    let given = env::var_os("CARGO_HOME")
        .filter(|home| !home.is_empty())
        .map(PathBuf::from);
    let home = given.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    home.and_then(|home| std::path::absolute(home).ok())
        .ok_or_else(|| {
            Trouble::new(
                "can't tell where cargo keeps its tools",
                "set CARGO_HOME to a folder that may be written to",
            )
        })
}

/// The folders that cargo unpacks crates into, one a registry, by name.
pub fn registry_sources() -> Outcome<Vec<PathBuf>> {
    let registries = cargo_home()?.join("registry/src");
    let folders = fs::read_dir(registries).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = folders.map(|entry| entry.path()).collect();
    folders.sort();
    Ok(folders)
}

/// The cargo that runs this task, so that every step uses the same one.
pub fn cargo() -> std::process::Command {
    let mut cargo =
        std::process::Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}
