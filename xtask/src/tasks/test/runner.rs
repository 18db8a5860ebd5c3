//! Runs one test program for cargo, unless it has not changed since it passed.
//!
//! Cargo calls this instead of each test program (its setting `runner`). A native test program depends on itself, on every file of
//! the project, since tests read sources and run the program `explainer` that is made of them, and on the built bundle. The browser
//! tests keep such a record test by test (`tests/browser/unchanged.rs`).

use std::env;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::UNIX_EPOCH;

use crate::fingerprint::fingerprint;
use crate::project;
use crate::trouble::{Outcome, Trouble};

/// The word by which cargo calls it.
pub const NAME: &str = "run-test-program";

/// The variable that holds the hash of the fixtures; it is missing where every test is to run.
pub const FIXTURES: &str = "EXPLAINER_FIXTURES";

/// Runs a test program: its file and its arguments.
pub fn run(arguments: &[String]) -> Outcome {
    let Some((program, rest)) = arguments.split_first() else {
        return Err(Trouble::usage(
            "no test program is named",
            "run `cargo xtask test`",
        ));
    };
    let name = Path::new(program)
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let is_browser = name.starts_with("browser-");
    // Only whole runs count. Programs of documentation tests have a new name each time.
    let is_whole = rest.is_empty() && Path::new(program).parent().is_some_and(is_deps);
    let record = project::target()?.join("tmp/passed").join(&name);
    let state = env::var(FIXTURES)
        .ok()
        .filter(|_| is_whole && !is_browser)
        .and_then(|fixtures| Some(format!("{fixtures} {:?}", link(Path::new(program)).ok()?)));
    if state.is_some() && fs::read_to_string(&record).ok() == state {
        println!("unchanged since it passed, not run again (--rerun runs it)");
        return Ok(());
    }
    let mut command = Command::new(program);
    command.args(rest.iter().map(|word| match is_browser {
        true => word.clone(),
        // Native tests are functions: the words of their names are joined by underscores.
        false => word.replace(' ', "_"),
    }));
    let failed = |what: String| Trouble::new(format!("{name} {what}"), "the output above says why");
    match command.status() {
        Ok(status) if status.success() => {
            if let Some(state) = state {
                // A record that can't be written only means that the tests run again.
                let _ = record
                    .parent()
                    .map_or(Ok(()), fs::create_dir_all)
                    .and_then(|()| fs::write(&record, state));
            }
            Ok(())
        }
        Ok(status) => {
            // What passed before is no longer known to pass.
            let _ = fs::remove_file(&record);
            Err(failed(format!("failed ({status})")))
        }
        Err(error) => Err(failed(format!("did not start: {error}"))),
    }
}

fn is_deps(folder: &Path) -> bool {
    folder.ends_with("deps")
}

/// Length and date of a file, which cargo changes with every link.
fn link(file: &Path) -> io::Result<(u64, u128)> {
    let about = file.metadata()?;
    let date = about.modified()?.duration_since(UNIX_EPOCH);
    Ok((about.len(), date.unwrap_or_default().as_nanos()))
}

/// A hash of every file that native tests may depend on: those of the project, and these built folders.
pub fn fixtures(built: &[&Path]) -> io::Result<String> {
    let roots: Vec<&Path> = [project::root()].iter().chain(built).copied().collect();
    fingerprint(&roots)
}
