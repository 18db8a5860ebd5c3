//! `cargo xtask reproduce`: builds the bundle in two other places and compares what comes of it, byte for byte.
//!
//! So whoever doubts a bundle can build it and see. What would make it differ is where it was built (paths), when (dates)
//! and in which order things were found; the two places have other names, stand in folders of other depth, and share no
//! file but the tools.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::{build, seal};
use crate::process::{output, run as execute, step};
use crate::project;
use crate::trouble::{Outcome, Trouble};

/// Where the two are built, below a folder of the system's for temporary files.
const PLACES: [&str; 2] = ["one", "another/place/further-down"];

/// Variables that would have both use the same folder for what is compiled.
const SHARED: [&str; 2] = ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR"];

/// Copies the tracked files twice, builds both and compares their bundles.
pub fn run(_arguments: &[String]) -> Outcome {
    let folder = env::temp_dir().join(format!("article-explainer-{}", std::process::id()));
    let files = tracked()?;
    let places = PLACES.map(|place| folder.join(place));
    // Both at once: the work tree may change while the first is built.
    for place in &places {
        copy(&files, place).map_err(cant(place))?;
    }
    for place in &places {
        step(format!("Building from clean in {} …", place.display()));
        let mut cargo = project::cargo();
        cargo.args(["xtask", "build"]).current_dir(place);
        for variable in SHARED {
            cargo.env_remove(variable);
        }
        let mend = format!(
            "the output above says why; what was built so far is in {}",
            folder.display()
        );
        execute(cargo.stdout(Stdio::null()), &mend)?;
    }
    let [one, another] = places.map(|place| place.join("dist"));
    let differing = differing(&one, &another).map_err(cant(&folder))?;
    if !differing.is_empty() {
        return Err(Trouble::new(
            format!(
                "built twice from the same sources, these files of dist/ differ: {}",
                differing.join(", ")
            ),
            format!(
                "compare {} with {}\nto see what of the machine or the moment got into them, and remove both then",
                one.display(),
                another.display()
            ),
        ));
    }
    let count = build::files(&one).map_err(cant(&one))?.len();
    println!(
        "{count} files in dist/, the same in both places:\n{}",
        seal::tag(&one)?
    );
    fs::remove_dir_all(&folder).map_err(cant(&folder))
}

/// The files that are part of the project, as they are now.
fn tracked() -> Outcome<Vec<PathBuf>> {
    let root = project::root().display().to_string();
    let said = output("git", &["-C", &root, "ls-files", "-z"]).ok_or_else(|| {
        Trouble::new(
            format!("git can't say which files of {root} are part of the project"),
            "install git, and run this in a clone",
        )
    })?;
    let files = said.split('\0').filter(|name| !name.is_empty());
    // One that was removed is part of it until that is committed.
    let is_there = |file: &PathBuf| project::root().join(file).is_file();
    Ok(files.map(PathBuf::from).filter(is_there).collect())
}

/// Copies files of the project to another place.
fn copy(files: &[PathBuf], place: &Path) -> io::Result<()> {
    for file in files {
        let to = place.join(file);
        fs::create_dir_all(to.parent().unwrap_or(place))?;
        fs::copy(project::root().join(file), to)?;
    }
    Ok(())
}

/// The names of the files that are not the same below both folders, or not there in one of them.
fn differing(one: &Path, another: &Path) -> io::Result<Vec<String>> {
    let names = |folder: &Path| -> io::Result<Vec<PathBuf>> {
        let name = |file: PathBuf| file.strip_prefix(folder).map(Path::to_path_buf).ok();
        Ok(build::files(folder)?.into_iter().filter_map(name).collect())
    };
    let mut all = names(one)?;
    all.extend(names(another)?);
    all.sort();
    all.dedup();
    let is_other = |name: &PathBuf| {
        let [one, another] = [one, another].map(|folder| fs::read(folder.join(name)).ok());
        one.is_none() || one != another
    };
    let other = all.into_iter().filter(is_other);
    Ok(other.map(|name| name.display().to_string()).collect())
}

/// What to say where a folder can't be read or written.
fn cant(folder: &Path) -> impl Fn(io::Error) -> Trouble {
    let folder = folder.display().to_string();
    move |why| {
        Trouble::new(
            format!("can't compare what is built in {folder}: {why}"),
            "see that there is room for some gigabytes, and run this again",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_differ_or_lack_are_named() -> io::Result<()> {
        let folder = env::temp_dir().join(format!("reproduce-test-{}", std::process::id()));
        let [one, another] = ["one", "another"].map(|name| folder.join(name));
        for (place, program) in [(&one, "0061736d"), (&another, "0061736e")] {
            fs::create_dir_all(place.join("hash"))?;
            fs::write(place.join("explainer.js"), "the same")?;
            fs::write(place.join("hash/program.wasm"), program)?;
        }
        fs::write(another.join("more.txt"), "")?;
        let said = differing(&one, &another)?;
        let same = differing(&one, &one)?;
        fs::remove_dir_all(&folder)?;
        let program = Path::new("hash").join("program.wasm");
        assert_eq!(said, [program.display().to_string(), "more.txt".to_owned()]);
        assert_eq!(same, [] as [&str; 0]);
        Ok(())
    }

    #[test]
    fn what_is_copied_is_the_project_and_nothing_that_is_made() -> Outcome {
        let files = tracked()?;
        assert!(files.contains(&PathBuf::from("xtask/src/tasks/reproduce.rs")));
        assert!(!files.iter().any(|file| file.starts_with("target")));
        Ok(())
    }
}
