//! `cargo xtask bench`: the explainer measured side by side with its peers. The measuring itself is in `bench/`.

use super::build;
use crate::process::{run as execute, step};
use crate::project;
use crate::setup;
use crate::setup::browser::ENGINES;
use crate::setup::{installed, packages};
use crate::trouble::{Outcome, Trouble};

/// The engine whose network and processor can be slowed down.
const ENGINE: &str = "chromium";

/// Sets everything up, builds it as it is shipped, and measures.
pub fn run(arguments: &[String]) -> Outcome {
    let chromium: Vec<_> = ENGINES
        .into_iter()
        .filter(|engine| engine.name == ENGINE)
        .collect();
    let browsers = setup::browser::find_or_install(&chromium)?;
    let browser = browsers
        .first()
        .ok_or_else(|| Trouble::new("there is no Chromium", "install it and run this again"))?;
    let bundling = setup::bundling()?;
    let peers = packages::peers()?;
    let mdbook = installed::mdbook().program()?;
    build::release(&bundling, &[])?;
    step("Building the program …");
    let program = build::native("native", "cli", "explainer")?;
    let mut bench = project::cargo();
    bench
        .args(["run", "--quiet", "--package", "bench", "--"])
        .args(arguments)
        .env("EXPLAINER_DIST", project::dist())
        .env("EXPLAINER_PROGRAM", program)
        .env("EXPLAINER_PEERS", peers)
        .env("EXPLAINER_MDBOOK", mdbook)
        .env("EXPLAINER_BENCH", project::target()?.join("bench"))
        .env("EXPLAINER_CHROMIUM", &browser.program)
        .env("EXPLAINER_CHROMIUM_DRIVER", &browser.driver);
    execute(&mut bench, "the output above says why")
}
