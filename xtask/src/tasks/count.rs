//! `cargo xtask count`: how many instructions it takes to read, check and prerender a document, held against
//! `bench/counts.toml`. Unlike times they can be compared on a busy machine, so a change that makes more work is seen.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::build;
use super::kept::{self, Kept};
use crate::options;
use crate::process::{output, run as execute, step};
use crate::project;
use crate::setup::valgrind;
use crate::trouble::{Outcome, Trouble};

/// By how much a count may exceed what is kept: other processors have other ways to copy memory.
const PERCENT: u64 = 3;

/// What the kept counts begin with.
const HEAD: &str = "# How many instructions each stage between a document and its HTML takes, natively. `cargo xtask count` fails where one
# takes over 3 % more. Where that is worth it, `cargo xtask count --accept` writes what they take now; say in the commit what for.

[instructions]
";

/// Counts, and holds the counts against the kept ones, or keeps them.
pub fn run(arguments: &[String]) -> Outcome {
    let accepts = options::accepts("count", arguments)?;
    valgrind::find_or_install()?;
    step("Building what is counted …");
    let program = build::native("counted", "bench", "counted")?;
    let names = output(&program, &[]).ok_or_else(|| broken(&program))?;
    let mut counts = BTreeMap::new();
    for name in names.lines() {
        step(format!("Counting {name} …"));
        counts.insert(name.to_owned(), once(&program, name)?);
    }
    let kept = Kept {
        file: project::root().join("bench/counts.toml"),
        table: "instructions",
        head: HEAD,
        task: "count",
        spare: PERCENT,
    };
    kept::hold(&kept, &counts, accepts)
}

/// What a job takes, without what the program takes to begin and to end.
fn once(program: &Path, name: &str) -> Outcome<u64> {
    let counted = |times| {
        let log = program.with_file_name("valgrind.log");
        let mut valgrind = Command::new("valgrind");
        valgrind
            .arg("--tool=callgrind")
            .arg("--callgrind-out-file=/dev/null")
            .arg(format!("--log-file={}", log.display()))
            .arg(program)
            .args([name, times]);
        execute(&mut valgrind, "the output above says why")?;
        let said = fs::read_to_string(&log).unwrap_or_default();
        collected(&said).ok_or_else(|| broken(program))
    };
    // Two and one, since the first time is not like the others: tables are made, memory is asked for.
    Ok(counted("3")?.saturating_sub(counted("1")?) / 2)
}

/// The number of instructions in what callgrind says.
fn collected(said: &str) -> Option<u64> {
    let line = said
        .lines()
        .find_map(|line| line.split_once("Collected : "))?;
    line.1.trim().parse().ok()
}

fn broken(program: &Path) -> Trouble {
    Trouble::new(
        format!("{} could not be counted", program.display()),
        "see that valgrind runs on this machine",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_found_in_what_callgrind_says() {
        let said = "==7== Events    : Ir\n==7== Collected : 1234567\n==7== \n";
        assert_eq!(collected(said), Some(1_234_567));
        assert_eq!(collected("==7== Killed"), None);
    }
}
