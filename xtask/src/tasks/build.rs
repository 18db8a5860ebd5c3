//! `cargo xtask build`: the bundle for release, in `dist/`, and how big it is.

use std::collections::BTreeMap;
use std::env;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::fingerprint::fingerprint;
use crate::process::{output, run as execute, step};
use crate::project;
use crate::setup::{self, Bundling};
use crate::tasks::prerender::PROGRAM;
use crate::tasks::seal;
use crate::trouble::{Outcome, Trouble};

/// Prints the size of each file that it is given, compressed by brotli at its best. Node is there for wasm-opt anyway.
const BROTLI: &str = "for (const file of process.argv.slice(1)) \
    console.log(require('zlib').brotliCompressSync(require('fs').readFileSync(file)).length)";

/// Builds the bundle; the arguments are for Trunk.
pub fn run(arguments: &[String]) -> Outcome {
    release(&setup::bundling()?, arguments)?;
    let dist = project::dist();
    let sizes = sizes(&dist).map_err(|why| {
        Trouble::new(
            format!("can't read {}: {why}", dist.display()),
            "see that Trunk builds into dist/ and run this again",
        )
    })?;
    print!("{}", table(&dist, &sizes));
    println!(
        "\nThe tag for pages, with the hash of the script, which knows those of the others:\n{}",
        seal::tag(&dist)?
    );
    Ok(())
}

/// Builds the bundle with what has been set up.
pub fn release(bundling: &Bundling, arguments: &[String]) -> Outcome {
    made(bundling.trunk("build").arg("--release").args(arguments))
}

/// Everything of the project that has a say in the bundle.
const SOURCES: [&str; 13] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "article",
    "build",
    "cli",
    "index.html",
    "npm",
    "seeds",
    "site",
    "src",
    "xtask",
];

/// Variables of the environment that change what compilers make.
const FLAGS: [&str; 3] = [
    "RUSTFLAGS",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_BUILD_RUSTFLAGS",
];

/// Builds the bundle with a program `explainer` that is there already, unless its sources have not changed since it was built. Where
/// `CI` is set it is always built.
pub fn release_by(bundling: &Bundling, program: &Path) -> Outcome {
    let record = project::target()?.join("tmp/bundle");
    let sources = sources();
    let is_current = || {
        Some((
            fs::read_to_string(&record).ok()?,
            built_of(sources.as_ref()?)?,
        ))
    };
    let is_ci = env::var_os("CI").is_some();
    if !is_ci && is_current().is_some_and(|(recorded, current)| recorded == current) {
        step("dist/ is up to date");
        return Ok(());
    }
    let mut trunk = bundling.trunk("build");
    made(trunk.arg("--release").env(PROGRAM, program))?;
    // A file that was saved during the build may be in the bundle or not: then the next run builds it again, as it does where the
    // record can't be written.
    let is_settled = self::sources() == sources;
    if let Some(built) = sources
        .and_then(|sources| built_of(&sources))
        .filter(|_| is_settled)
    {
        let folder = record.parent().map_or(Ok(()), fs::create_dir_all);
        let _ = folder.and_then(|()| fs::write(&record, built));
    }
    Ok(())
}

/// A fingerprint of everything that the bundle is made of and by; `None` where a part of it can't be read.
fn sources() -> Option<String> {
    let sources = SOURCES.map(|path| project::root().join(path));
    let roots: Vec<&Path> = sources.iter().map(PathBuf::as_path).collect();
    let flags = FLAGS.map(|name| env::var(name).unwrap_or_default());
    Some(format!(
        "{} {} {} {flags:?}",
        fingerprint(&roots).ok()?,
        output("rustc", &["--version"])?,
        output("node", &["--version"])?,
    ))
}

/// The same, with a fingerprint of the bundle that is there.
fn built_of(sources: &str) -> Option<String> {
    Some(format!(
        "{sources} {}",
        fingerprint(&[&project::dist()]).ok()?
    ))
}

/// Has Trunk make the bundle.
fn made(trunk: &mut Command) -> Outcome {
    step("Building dist/ for release (a few minutes the first time) …");
    let dist = project::dist();
    let before = contents(&dist).unwrap_or_default();
    execute(trunk, "the output above says why")?;
    date(&dist, &before).map_err(|why| {
        Trouble::new(
            format!("can't date the files of {}: {why}", dist.display()),
            "see that they belong to you and run this again",
        )
    })
}

/// Builds the program `explainer` with the bundle inside it, and says where it is.
pub fn program() -> Outcome<PathBuf> {
    native("dev", "cli", "explainer")
}

/// Builds all that `cargo test` runs, the program `explainer` among it, and says where that is. As a package alone it would ask
/// for less of the crates that it has in common with the tests, and those would be compiled twice.
pub fn tested() -> Outcome<PathBuf> {
    let mut cargo = project::cargo();
    cargo.args(["test", "--workspace", "--no-run", "--quiet"]);
    execute(&mut cargo, "the output above says why")?;
    built("debug", "explainer")
}

/// Builds a program of the project for this machine, with a profile of cargo's, and says where it is.
pub fn native(profile: &str, package: &str, name: &str) -> Outcome<PathBuf> {
    let mut cargo = project::cargo();
    cargo.args(["build", "--profile", profile]);
    cargo.args(["--package", package, "--bin", name]);
    execute(&mut cargo, "the output above says why")?;
    let folder = if profile == "dev" { "debug" } else { profile };
    built(folder, name)
}

/// Where cargo puts a program that it has built.
fn built(folder: &str, name: &str) -> Outcome<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    Ok(project::target()?.join(folder).join(file))
}

/// Files with their dates and what is in them.
type Contents = BTreeMap<PathBuf, (SystemTime, Vec<u8>)>;

/// What is in a folder.
fn contents(folder: &Path) -> io::Result<Contents> {
    let dated = |file: PathBuf| {
        let date = file.metadata()?.modified()?;
        let content = fs::read(&file)?;
        Ok((file, (date, content)))
    };
    files(folder)?.into_iter().map(dated).collect()
}

/// Dates the files of the bundle to now, but those that are as they were before. They are older than the program `explainer`
/// that Trunk's hook has just run, which would pass for one that holds them; so the next build of it takes them in. Where
/// nothing has changed, it need not be linked again.
fn date(dist: &Path, before: &Contents) -> io::Result<()> {
    let now = SystemTime::now();
    for (file, (_, content)) in contents(dist)? {
        let same = before.get(&file).filter(|(_, was)| *was == content);
        let date = same.map_or(now, |(date, _)| *date);
        File::options()
            .append(true)
            .open(file)?
            .set_modified(date)?;
    }
    Ok(())
}

/// The folder of a bundle that its script loads from.
pub fn loaded(bundle: &Path) -> io::Result<PathBuf> {
    for entry in fs::read_dir(bundle)? {
        let folder = entry?.path();
        if folder.join("full.wasm").is_file() {
            return Ok(folder);
        }
    }
    Err(io::ErrorKind::NotFound.into())
}

/// A file of the bundle and its size in bytes, as it is and compressed.
pub struct Size {
    /// Where it is.
    pub file: PathBuf,
    raw: u64,
    /// Compressed; `None` where there is no Node to do it.
    pub brotli: Option<u64>,
}

/// The sizes of all files below a folder, by name.
pub fn sizes(folder: &Path) -> io::Result<Vec<Size>> {
    let mut files = files(folder)?;
    files.sort();
    let names: Vec<String> = files
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    let call: Vec<&str> = ["-e", BROTLI, "--"]
        .into_iter()
        .chain(names.iter().map(String::as_str))
        .collect();
    let compressed = output("node", &call).unwrap_or_default();
    let mut compressed = compressed.lines().map(|size| size.parse().ok());
    let size = |file: PathBuf| {
        Ok(Size {
            raw: file.metadata()?.len(),
            brotli: compressed.next().flatten(),
            file,
        })
    };
    files.into_iter().map(size).collect()
}

/// All files below a folder.
pub fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?)
        } else {
            found.push(path)
        }
    }
    Ok(found)
}

/// The sizes as a table, with their sum.
fn table(folder: &Path, sizes: &[Size]) -> String {
    let row = |name: &str, raw: u64, brotli: Option<u64>| {
        let brotli = brotli.map_or_else(|| "?".to_owned(), |size| size.to_string());
        format!("{raw:>10} {brotli:>10}  {name}\n")
    };
    let rows = sizes.iter().map(|size| {
        let name = size.file.strip_prefix(folder).unwrap_or(&size.file);
        row(&name.display().to_string(), size.raw, size.brotli)
    });
    let files = if sizes.len() == 1 {
        "1 file in dist/".to_owned()
    } else {
        format!("{} files in dist/", sizes.len())
    };
    let brotli = sizes.iter().map(|size| size.brotli).sum();
    let sum = row(&files, sizes.iter().map(|size| size.raw).sum(), brotli);
    format!(
        "{:>10} {:>10}\n{}{sum}",
        "bytes",
        "brotli",
        rows.collect::<String>()
    )
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_table_names_each_file_and_adds_them_up() {
        let size = |file: &str, raw, brotli| Size {
            file: Path::new("dist").join(file),
            raw,
            brotli: Some(brotli),
        };
        let said = table(
            Path::new("dist"),
            &[size("a.js", 100, 40), size("b.wasm", 2000, 700)],
        );
        assert_eq!(
            said.lines().collect::<Vec<_>>(),
            [
                "     bytes     brotli",
                "       100         40  a.js",
                "      2000        700  b.wasm",
                "      2100        740  2 files in dist/",
            ]
        );
    }

    #[test]
    fn a_size_that_is_not_known_is_not_made_up() {
        let size = Size {
            file: PathBuf::from("dist/a.js"),
            raw: 100,
            brotli: None,
        };
        assert!(
            table(Path::new("dist"), &[size]).ends_with("       100          ?  1 file in dist/\n")
        );
    }

    #[test]
    fn a_file_that_has_not_changed_keeps_its_date() -> io::Result<()> {
        let folder = env::temp_dir().join(format!("build-test-{}", std::process::id()));
        let [same, changed, new] =
            ["same.js", "changed.js", "new.js"].map(|name| folder.join(name));
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(86_400);
        let date_of = |file: &Path| file.metadata()?.modified();
        fs::create_dir_all(&folder)?;
        for file in [&same, &changed] {
            fs::write(file, "as it was")?;
            File::options()
                .append(true)
                .open(file)?
                .set_modified(long_ago)?;
        }
        let before = contents(&folder)?;
        for (file, text) in [(&same, "as it was"), (&changed, "otherwise"), (&new, "new")] {
            fs::write(file, text)?;
        }
        date(&folder, &before)?;
        assert_eq!(date_of(&same)?, long_ago);
        let today = SystemTime::now() - Duration::from_secs(60);
        assert!(date_of(&changed)? > today && date_of(&new)? > today);
        fs::remove_dir_all(&folder)
    }
}
