//! Running other programs, and saying what is going on.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::trouble::{Outcome, Trouble};

/// Says on stderr what a task is doing, leaving stdout to results.
pub fn step(what: impl AsRef<str>) {
    eprintln!("→ {}", what.as_ref());
}

/// Runs a command to its end, its output shown as it comes; `mend` is said where it fails.
pub fn run(command: &mut Command, mend: &str) -> Outcome {
    let status = command.status();
    let failed = |why: String| Trouble::new(format!("`{}` {why}", shown(command)), mend);
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(failed(format!("failed ({status})"))),
        Err(why) => Err(failed(format!("did not start: {why}"))),
    }
}

/// Runs a command to its end, and shows its output as it comes to whoever calls and, a line at a time, to `watch`.
pub fn run_watched(command: &mut Command, mut watch: impl FnMut(&str), mend: &str) -> Outcome {
    let failed =
        |command: &Command, why: String| Trouble::new(format!("`{}` {why}", shown(command)), mend);
    let mut child = match command.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(why) => return Err(failed(command, format!("did not start: {why}"))),
    };
    if let Some(mut output) = child.stdout.take() {
        let mut line = Vec::new();
        let mut some = [0; 4096];
        // Not by lines: what a test is called stands there before it has ended.
        while let Ok(length @ 1..) = output.read(&mut some) {
            let some = &some[..length];
            // Where nobody reads any more, the tests still run.
            let mut out = io::stdout().lock();
            let _ = out.write_all(some).and_then(|()| out.flush());
            for byte in some {
                match byte {
                    b'\n' => {
                        watch(&String::from_utf8_lossy(&line));
                        line.clear();
                    }
                    byte => line.push(*byte),
                }
            }
        }
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(failed(command, format!("failed ({status})"))),
        Err(why) => Err(failed(command, format!("was lost: {why}"))),
    }
}

/// Runs a step that takes its time: says what and about how long before, and how long it was after.
pub fn run_long(what: &str, about: &str, command: &mut Command, mend: &str) -> Outcome {
    step(format!("{what} ({about}, once) …"));
    let start = Instant::now();
    run(command, mend)?;
    step(format!("{what}: done in {}", time(start.elapsed())));
    Ok(())
}

/// What a command prints on stdout, or nothing where it is missing or fails.
pub fn output(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program stands on PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .flat_map(|folder| {
            endings
                .iter()
                .map(move |ending| folder.join(format!("{name}{ending}")))
        })
        .find(|file| is_program(file))
}

/// Whether a file is there and may be run.
#[cfg(unix)]
pub fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata()
        .is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

/// Whether a file is there.
#[cfg(not(unix))]
pub fn is_program(file: &Path) -> bool {
    file.is_file()
}

/// PATH with these folders before all others.
pub fn path_with(folders: &[&Path]) -> Outcome<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let ours = folders.iter().map(|folder| folder.to_path_buf());
    env::join_paths(ours.chain(env::split_paths(&path))).map_err(|why| {
        Trouble::new(
            format!("can't put the project's tools on PATH: {why}"),
            "move cargo's home and the clone elsewhere",
        )
    })
}

/// A command as one would type it, its program by name alone.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A length of time as people say it.
fn time(length: Duration) -> String {
    match length.as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_fails_is_named_as_one_would_type_it() {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        let trouble = run(
            command.arg("--no-such-option").stderr(Stdio::null()),
            "look above",
        )
        .err();
        let said = trouble
            .map(|trouble| trouble.to_string())
            .unwrap_or_default();
        assert!(
            said.starts_with("error: `cargo --no-such-option` failed (exit"),
            "{said}"
        );
        assert!(said.ends_with("look above"), "{said}");
    }

    #[test]
    fn a_program_that_is_nowhere_is_not_found() {
        assert_eq!(find("no-such-program-anywhere"), None);
        assert_eq!(output("no-such-program-anywhere", &[]), None);
    }

    #[test]
    fn long_times_are_said_in_minutes() {
        assert_eq!(time(Duration::from_secs(59)), "59 s");
        assert_eq!(time(Duration::from_secs(200)), "3 min 20 s");
    }
}
