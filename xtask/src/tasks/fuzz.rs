//! `cargo xtask fuzz`: throws made-up input at all that reads what comes from outside, for a while each.
//!
//! It starts from the inputs that are kept in `fuzz/corpus/`; what it adds to them stays in `target/fuzz/`, from where the
//! next run goes on.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::options::value;
use crate::process::{run as execute, step};
use crate::project;
use crate::setup::{installed, rust};
use crate::trouble::{Outcome, Trouble};

/// How long each target runs where nothing else is asked for, in seconds.
const SECONDS: u64 = 60;

/// The fuzz targets, and how long their inputs get, in bytes: enough for all that there is to say, and no more, since long
/// ones are slow.
const TARGETS: [(&str, u32); 5] = [
    ("read", 20_000),
    ("import", 20_000),
    ("json", 30_000),
    ("scaffold", 8_000),
    ("date", 400),
];

/// Memory and time that an input may take: megabytes, the sanitizer's own included, and seconds on a busy machine.
const LIMITS: [&str; 2] = ["-rss_limit_mb=2048", "-timeout=30"];

/// Runs the targets that are asked for, all of them otherwise.
pub fn run(arguments: &[String]) -> Outcome {
    let (seconds, targets) = asked(arguments)?;
    let nightly = rust::nightly()?;
    let cargo_fuzz = installed::cargo_fuzz().program()?;
    for (name, longest) in targets {
        step(format!("Fuzzing `{name}` for {seconds} s …"));
        let found = project::root().join("target/fuzz").join(name);
        fs::create_dir_all(&found).map_err(|why| {
            Trouble::new(
                format!("can't keep inputs in {}: {why}", found.display()),
                "make the folder writable",
            )
        })?;
        let before = findings(name);
        // Where libFuzzer puts what it adds stands first.
        let mut fuzz = Command::new("rustup");
        fuzz.arg("run").arg(&nightly).arg(&cargo_fuzz);
        fuzz.args(["run", name]).arg(found).arg(corpus(name));
        fuzz.arg("--").args(LIMITS);
        fuzz.arg(format!("-max_total_time={seconds}"));
        fuzz.arg(format!("-max_len={longest}"));
        let dictionary = project::root().join(format!("fuzz/{name}.dict"));
        if dictionary.is_file() {
            fuzz.arg(format!("-dict={}", dictionary.display()));
        }
        // The cargo of this task is not the one of that toolchain.
        fuzz.current_dir(project::root()).env_remove("CARGO");
        let outcome = execute(&mut fuzz, "the output above says why");
        if let Some(finding) = findings(name).difference(&before).next() {
            return Err(found_by(name, finding));
        }
        outcome?;
    }
    step("Nothing was found");
    Ok(())
}

/// The seconds and the targets that are asked for.
fn asked(arguments: &[String]) -> Outcome<(u64, Vec<(&'static str, u32)>)> {
    let (mut seconds, mut targets) = (SECONDS, Vec::new());
    let mut rest = arguments;
    while let Some((argument, after)) = rest.split_first() {
        rest = after;
        if let Some((number, after)) = value("--seconds", argument, after) {
            rest = after;
            // libFuzzer takes 0 for ever.
            let given = number.parse().ok().filter(|seconds| *seconds > 0);
            seconds = given.ok_or_else(|| {
                Trouble::usage(
                    format!("`{number}` is no number of seconds"),
                    "give one: `cargo xtask fuzz --seconds 300`",
                )
            })?;
            continue;
        }
        let target = TARGETS.into_iter().find(|(name, _)| name == argument);
        targets.push(target.ok_or_else(|| {
            let all = TARGETS.map(|(name, _)| name).join(", ");
            Trouble::usage(
                format!("there is no fuzz target `{argument}`"),
                format!("name one or more of {all}, or none for all"),
            )
        })?);
    }
    if targets.is_empty() {
        targets = TARGETS.to_vec();
    }
    Ok((seconds, targets))
}

/// The kept inputs of a target.
fn corpus(name: &str) -> PathBuf {
    project::root().join("fuzz/corpus").join(name)
}

/// The inputs that a target has failed on.
fn findings(name: &str) -> BTreeSet<PathBuf> {
    let folder = project::root().join("fuzz/artifacts").join(name);
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files.map(|entry| entry.path()).collect()
}

/// What to say of a finding.
fn found_by(name: &str, finding: &Path) -> Trouble {
    let root = project::root();
    let finding = finding.strip_prefix(root).unwrap_or(finding).display();
    Trouble::new(
        format!(
            "the fuzz target `{name}` fails on what is in {finding}; the output above says how"
        ),
        format!(
            "`cargo +nightly fuzz run {name} {finding}` shows it again, and `cargo +nightly fuzz tmin` makes it short\n\
             mend the code, and put a test of it beside"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The seconds and the names that these words ask for, or the exit code of the trouble.
    fn words(words: &str) -> Result<(u64, String), u8> {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let (seconds, targets) = asked(&words).map_err(|trouble| trouble.exit_code)?;
        let names: Vec<_> = targets.iter().map(|(name, _)| *name).collect();
        Ok((seconds, names.join(" ")))
    }

    #[test]
    fn all_targets_run_for_a_minute_unless_others_are_asked_for() {
        let all = "read import json scaffold date".to_owned();
        assert_eq!(words(""), Ok((60, all.clone())));
        assert_eq!(words("--seconds=5"), Ok((5, all)));
        assert_eq!(
            words("date --seconds 300 json"),
            Ok((300, "date json".to_owned()))
        );
    }

    #[test]
    fn what_is_no_target_and_no_time_is_a_wrong_command_line() {
        for wrong in [
            "dates",
            "--seconds",
            "--seconds 0",
            "--seconds=soon",
            "--minutes 3",
        ] {
            assert_eq!(words(wrong), Err(2), "{wrong}");
        }
    }

    #[test]
    fn every_target_is_in_the_table_and_has_inputs_to_start_from() {
        let folder = project::root().join("fuzz/fuzz_targets");
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        let names: BTreeSet<_> = files
            .filter_map(|entry| Some(entry.path().file_stem()?.to_string_lossy().into_owned()))
            .collect();
        assert_eq!(names, TARGETS.map(|(name, _)| name.to_owned()).into());
        for (name, _) in TARGETS {
            let inputs = fs::read_dir(corpus(name)).into_iter().flatten().count();
            assert!(inputs > 0, "{name}");
        }
    }

    #[test]
    fn a_finding_is_said_with_its_target_and_its_file() {
        let file = project::root().join("fuzz/artifacts/date/crash-1");
        let said = found_by("date", &file).to_string();
        assert!(said.contains("`date`") && said.contains("in fuzz/artifacts/date/crash-1;"));
    }
}
