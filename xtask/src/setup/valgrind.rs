//! Valgrind, which counts the instructions of a program: the same on a busy machine as on an idle one.

use super::debian::Apt;
use crate::process::{find, output, run, run_long, step};
use crate::trouble::{Outcome, Trouble};

/// The program, and Debian's package.
const NAME: &str = "valgrind";

/// Sees to it that Valgrind is there: brings it where root asks on Debian's kind of system.
pub fn find_or_install() -> Outcome {
    if find(NAME).is_none() {
        install()?;
    }
    let version = output(NAME, &["--version"]);
    let version = version.ok_or_else(|| Trouble::new("valgrind does not run", mend()))?;
    step(format!("{version}: found on PATH"));
    Ok(())
}

fn install() -> Outcome {
    let apt = Apt::as_root().ok_or_else(|| Trouble::new("valgrind is not on PATH", mend()))?;
    run(apt.command().args(["update", "-q"]), &mend())?;
    run_long(
        "Installing valgrind with apt-get",
        "some seconds",
        apt.command()
            .args(["install", "-y", "-q", "--no-install-recommends", NAME]),
        &mend(),
    )
}

fn mend() -> String {
    "install valgrind (on Debian `apt-get install valgrind`), and have it on PATH".to_owned()
}
