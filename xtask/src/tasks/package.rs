//! `cargo xtask package`: the npm package, from the bundle in `dist/` and what `npm/` says of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::build;
use crate::process::{find, run as execute, step};
use crate::project;
use crate::setup;
use crate::trouble::{Outcome, Trouble};

/// Files of the package that stand elsewhere, and their names in it.
const FROM_ELSEWHERE: [(&str, &str); 4] = [
    ("cli/src/build/embed.js", "embed.js"),
    ("docs/schema/article.schema.json", "article.schema.json"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
];

/// The built-in article.
const ARTICLE: &str = "seeds/helsinki-summit.md";

/// Builds the bundle and packs it.
pub fn run(_arguments: &[String]) -> Outcome {
    build::release(&setup::bundling()?, &[])?;
    let package = pack(&build::program()?)?;
    println!("{}", package.display());
    Ok(())
}

/// Packs the bundle in `dist/` with the help of the program `explainer`, and says where the package is.
pub fn pack(program: &Path) -> Outcome<PathBuf> {
    step("Packing the npm package …");
    let packages = project::root().join("target/npm");
    let folder = packages.join("package");
    let hash = lay_out(&folder).map_err(|why| {
        Trouble::new(
            format!("can't lay out {}: {why}", folder.display()),
            "build again with `cargo xtask build`",
        )
    })?;
    let manifest = folder.join("package.json");
    let written = fs::read_to_string(&manifest).and_then(|json| {
        let json = json.replace("VERSION", env!("CARGO_PKG_VERSION"));
        fs::write(&manifest, json.replace("HASH", &hash))
    });
    written.map_err(|why| {
        Trouble::new(
            format!("can't write {}: {why}", manifest.display()),
            "make the folder writable",
        )
    })?;
    let mut export = Command::new(program);
    export.arg("export").arg(project::root().join(ARTICLE));
    export.arg("-o").arg(folder.join("article.json"));
    execute(&mut export, "the output above says why")?;
    let npm = find("npm").unwrap_or_else(|| "npm".into());
    let mut pack = Command::new(npm);
    pack.args(["pack", "--silent", "--pack-destination"])
        .arg(&packages);
    execute(
        pack.current_dir(&folder)
            .stdout(std::process::Stdio::null()),
        "the output above says why",
    )?;
    Ok(packages.join(format!(
        "article-explainer-{}.tgz",
        env!("CARGO_PKG_VERSION")
    )))
}

/// Puts the files of the package into an empty folder. Returns the name of the folder that the script loads from.
fn lay_out(folder: &Path) -> std::io::Result<String> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let dist = project::dist();
    let loaded = build::loaded(&dist)?;
    let hash = loaded
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    fs::create_dir_all(folder.join(&hash))?;
    copy_all(&loaded, &folder.join(&hash))?;
    copy_all(&project::root().join("npm"), folder)?;
    fs::copy(dist.join("explainer.js"), folder.join("explainer.js"))?;
    for (from, to) in FROM_ELSEWHERE {
        fs::copy(project::root().join(from), folder.join(to))?;
    }
    Ok(hash)
}

/// Copies the files of a folder into another.
fn copy_all(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
