//! Which tests need not run again: they passed on this machine, and nothing that their result depends on has changed since.
//!
//! A test depends on the sources of its suite and of the modules that these name, on the fixtures, on what the environment's
//! variables name (bundle, program, packages), and on the browser. A fingerprint of all that is kept with each test that passes, in
//! `target/tmp/passed.tsv`. Nothing is skipped where `CI` is set, where a test is asked for by name, or with `--rerun`.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::hash::Hasher;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};

use crate::engine::Engine;
use crate::suite::Suite;

/// Folders and files of the project that tests read, beside their own sources.
const FIXTURES: [&str; 14] = [
    "Cargo.lock",
    "deploy",
    "docs",
    "examples",
    "npm",
    "seeds",
    "src/views",
    "src/widget",
    "tests/baselines",
    "tests/browser/cms",
    "tests/hostile",
    "tests/hosts",
    "xtask/package-lock.json",
    "xtask/src/nginx.rs",
];

/// Variables of the environment that name files or folders which tests use.
const BUILT: [&str; 4] = [
    "EXPLAINER_DIST",
    "EXPLAINER_PROGRAM",
    "EXPLAINER_PACKAGE",
    "EXPLAINER_YEW_HOST",
];

/// Modules that every test depends on, named in its source or not.
const ALWAYS: [&str; 3] = ["main", "suite", "test"];

/// The record of tests that passed.
pub struct Unchanged {
    is_on: bool,
    passed: BTreeMap<String, String>,
    /// A hash of the fixtures and of all that was built.
    shared: u64,
    sources: BTreeMap<String, String>,
    browsers: BTreeMap<&'static str, String>,
    skipped: Mutex<BTreeMap<String, usize>>,
}

impl Unchanged {
    /// Reads the record, and hashes what all tests share.
    pub fn load() -> Result<Self> {
        let set = |name| std::env::var_os(name).is_some();
        let is_on = !set("CI") && !set("EXPLAINER_RERUN");
        let mut unchanged = Unchanged {
            is_on,
            passed: BTreeMap::new(),
            shared: 0,
            sources: sources()?,
            browsers: BTreeMap::new(),
            skipped: Mutex::default(),
        };
        if !is_on {
            return Ok(unchanged);
        }
        unchanged.shared = shared()?;
        for engine in Engine::named() {
            unchanged.browsers.insert(engine.name(), engine.version()?);
        }
        let record = fs::read_to_string(record()).unwrap_or_default();
        let lines = record.lines().filter_map(|line| line.split_once('\t'));
        unchanged.passed = lines
            .map(|(print, name)| (name.to_owned(), print.to_owned()))
            .collect();
        Ok(unchanged)
    }

    /// A hash of everything that the results of a suite in an engine depend on.
    pub fn fingerprint(&self, suite: &Suite, engine: Engine) -> Result<String> {
        let mut hasher = DefaultHasher::new();
        hasher.write_u64(self.shared);
        let browser = self.browsers.get(engine.name());
        hasher.write(browser.map(String::as_bytes).unwrap_or_default());
        for module in self.needed(suite.name) {
            hasher.write(module.as_bytes());
            hasher.write(self.sources.get(&module).context("a source")?.as_bytes());
        }
        Ok(format!("{:016x}", hasher.finish()))
    }

    /// The modules that a module names, itself among them, with those that they name.
    fn needed(&self, module: &str) -> BTreeSet<String> {
        let mut needed = BTreeSet::new();
        let mut open: Vec<String> = ALWAYS.map(str::to_owned).to_vec();
        open.push(module.to_owned());
        while let Some(module) = open.pop() {
            let Some(source) = self.sources.get(&module) else {
                continue;
            };
            // `main` names every suite; what it has in common with one is its own source.
            if needed.insert(module.clone()) && module != "main" {
                open.extend(named(source));
            }
        }
        needed
    }

    /// Whether a test may be skipped; those that may are counted.
    pub fn skips(&self, name: &str, fingerprint: &str) -> bool {
        let is_named = std::env::args().skip(1).any(|word| !word.starts_with('-'));
        let skips = self.is_on
            && !is_named
            && self
                .passed
                .get(name)
                .is_some_and(|print| print == fingerprint);
        if skips {
            let suite = name.split(':').next().unwrap_or(name);
            *lock(&self.skipped).entry(suite.to_owned()).or_default() += 1;
        }
        skips
    }

    /// Says what was skipped.
    pub fn report(&self) {
        let skipped = lock(&self.skipped);
        let count: usize = skipped.values().sum();
        if count > 0 {
            let suites: Vec<_> = skipped
                .iter()
                .map(|(suite, count)| format!("{suite} ({count})"))
                .collect();
            println!(
                "\n{count} tests unchanged since they passed, not run again (--rerun runs them): {}",
                suites.join(", ")
            );
        }
    }

    /// Keeps that a test has passed.
    pub fn passed(&self, name: &str, fingerprint: &str) {
        if !self.is_on {
            return;
        }
        let _one_at_a_time = lock(&self.skipped);
        let file = OpenOptions::new().create(true).append(true).open(record());
        // A record that can't be written only means that the test runs again.
        if let Ok(mut file) = file {
            let _ = writeln!(file, "{fingerprint}\t{name}");
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The file with a line for each pass: fingerprint and name; the last of a name counts.
fn record() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("passed.tsv")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sources of all modules of these tests, by name; those of a folder are its module's.
fn sources() -> Result<BTreeMap<String, String>> {
    let folder = root().join("tests/browser");
    let mut sources: BTreeMap<String, String> = BTreeMap::new();
    for file in files(&folder)? {
        if file.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let path = file.strip_prefix(&folder)?.with_extension("");
        let module = path.iter().next().context("a name")?.to_string_lossy();
        let source = sources.entry(module.into_owned()).or_default();
        source.push_str(&fs::read_to_string(&file)?);
    }
    Ok(sources)
}

/// The names that follow `crate::` in a source, alone or in braces.
fn named(source: &str) -> Vec<String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut names = Vec::new();
    for rest in source.split("crate::").skip(1) {
        let group = rest.strip_prefix('{');
        let text = match group {
            Some(group) => group.split(';').next().unwrap_or_default(),
            None => rest.split(|c| !is_part(c)).next().unwrap_or_default(),
        };
        names.extend(
            text.split(|c| !is_part(c))
                .filter(|name| !name.is_empty())
                .map(str::to_owned),
        );
    }
    names
}

/// A hash of the fixtures and of all that was built.
fn shared() -> Result<u64> {
    let named = BUILT.iter().filter_map(std::env::var_os).map(PathBuf::from);
    let fixtures = FIXTURES.iter().map(|path| root().join(path));
    let mut hasher = DefaultHasher::new();
    for path in fixtures.chain(named) {
        for file in files(&path)? {
            hasher.write(file.as_os_str().as_encoded_bytes());
            hasher.write(&fs::read(&file).with_context(|| format!("{}", file.display()))?);
        }
    }
    Ok(hasher.finish())
}

/// All files below a folder in order, or the file itself.
fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
    let mut entries: Vec<PathBuf> = entries.collect::<Result<_>>()?;
    entries.sort();
    let mut found = Vec::new();
    for entry in entries {
        found.extend(files(&entry)?);
    }
    Ok(found)
}
