//! `cargo xtask setup`: only the set-up, all of it, as an image for continuous integration wants it; but for fuzzing, which
//! takes another toolchain.

use crate::process::step;
use crate::setup;
use crate::trouble::Outcome;

/// Sets up what any task needs.
pub fn run(_arguments: &[String]) -> Outcome {
    setup::rust::components()?;
    setup::installed::cargo_deny().program()?;
    setup::browser::find_or_install(&setup::browser::ENGINES)?;
    setup::nginx::find_or_install()?;
    setup::bundling()?;
    setup::packages::for_tests()?;
    setup::wordpress::find_or_bring()?;
    step("All is set up");
    Ok(())
}
