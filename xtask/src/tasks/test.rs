//! `cargo xtask test`: all tests, those in browsers included, on a fresh release bundle.
//!
//! Tests that need the built thing find it by these variables of the environment:
//!
//! ```text
//! EXPLAINER_DIST           the bundle
//! EXPLAINER_CHROME         the browser
//! EXPLAINER_CHROMEDRIVER   its driver
//! EXPLAINER_AXE            the accessibility checks, a script to put into a page
//! EXPLAINER_PROGRAM        the program `explainer` with the bundle inside it
//! ```

use super::build;
use crate::process::{run as execute, step};
use crate::project;
use crate::setup;
use crate::trouble::Outcome;

/// Builds the bundle and runs the tests; the arguments are for `cargo test`.
pub fn run(arguments: &[String]) -> Outcome {
    // First, since a missing browser may be an error and is said before minutes are spent.
    let browser = setup::browser::find_or_install()?;
    let bundling = setup::bundling()?;
    let axe = setup::packages::axe()?;
    build::release(&bundling, &[])?;
    step("Building the program with the bundle inside it …");
    let program = build::program()?;
    let mut cargo = project::cargo();
    cargo.args(["test", "--workspace"]).args(arguments);
    cargo.env("EXPLAINER_DIST", project::dist());
    cargo.env("EXPLAINER_CHROME", &browser.chrome);
    cargo.env("EXPLAINER_CHROMEDRIVER", &browser.driver);
    cargo.env("EXPLAINER_AXE", &axe);
    cargo.env("EXPLAINER_PROGRAM", &program);
    step("Running all tests …");
    execute(
        &mut cargo,
        "the output above says which test failed; `cargo xtask test -- NAME` runs those of a name alone",
    )
}
