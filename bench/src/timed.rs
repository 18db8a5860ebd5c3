//! How long a program takes, and how much memory it holds.
//!
//! A process of its own looks, which has hardly any memory: of a program that has ended, Linux tells no less than what the
//! process held that started it.

use std::ffi::OsString;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

/// What asks this program to look, before the program that it looks at and its arguments.
const ASKED: &str = "--timed";

/// Runs a program to its end: the milliseconds it took, and the most bytes that it held at once.
pub fn timed(command: &Command) -> Result<(f64, f64)> {
    let said = Command::new(std::env::current_exe()?)
        .arg(ASKED)
        .arg(command.get_program())
        .args(command.get_args())
        .output()
        .with_context(|| format!("{command:?}"))?;
    let name = command.get_program().display();
    ensure!(
        said.status.success(),
        "{name} failed; run it by hand to see why"
    );
    let said = String::from_utf8_lossy(&said.stdout);
    let figures = said.trim().split_once(' ');
    let (took, memory) = figures.context("no figures")?;
    Ok((took.parse()?, memory.parse()?))
}

/// Looks at a program, where that is what this one is asked for: says the milliseconds and the bytes, and fails where it fails.
pub fn asked() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    (arguments.next()? == ASKED).then(|| match look(arguments) {
        Some((took, memory)) => {
            println!("{took} {memory}");
            ExitCode::SUCCESS
        }
        None => ExitCode::FAILURE,
    })
}

fn look(mut arguments: impl Iterator<Item = OsString>) -> Option<(f64, f64)> {
    let mut command = Command::new(arguments.next()?);
    command
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let begun = Instant::now();
    let memory = held(command.spawn().ok()?)?;
    Some((begun.elapsed().as_secs_f64() * 1e3, memory))
}

#[cfg(unix)]
fn held(child: Child) -> Option<f64> {
    use wait4::Wait4;
    let end = child.wait4().ok()?;
    end.status.success().then_some(end.rusage.maxrss as f64)
}

/// Nobody tells how much memory it held.
#[cfg(not(unix))]
fn held(mut child: Child) -> Option<f64> {
    child.wait().ok()?.success().then_some(f64::NAN)
}
