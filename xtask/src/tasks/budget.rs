//! `cargo xtask budget`: how many bytes a reader may have to fetch, file by file, held against `budget.toml`.

use super::build::{self, Size};
use super::kept::{self, Figures, Kept};
use crate::options;
use crate::project;
use crate::setup;
use crate::trouble::{Outcome, Trouble};

/// What stands for the name of the folder that is named by a hash.
const HASH: &str = "HASH";

/// What the budget begins with.
const HEAD: &str = "# What the files of the bundle may weigh: bytes as brotli makes them at its best. `cargo xtask budget` fails where one
# weighs more. Where that is worth it, `cargo xtask budget --accept` writes what they weigh now; say in the commit what for.

[brotli]
";

/// What has the bundle weighed that is there.
const BUILT: &str = "--built";

/// Builds the bundle, unless the one that is there is asked for, and holds it against the budget, or writes the budget anew.
pub fn run(arguments: &[String]) -> Outcome {
    let (is_built, rest) = match arguments.split_first() {
        Some((first, rest)) if first == BUILT => (true, rest),
        _ => (false, arguments),
    };
    let accepts = options::accepts("budget", rest)?;
    if !is_built {
        build::release(&setup::bundling()?, &[])?;
    }
    let kept = Kept {
        file: project::root().join("budget.toml"),
        table: "brotli",
        head: HEAD,
        task: "budget",
        spare: 0,
    };
    kept::hold(&kept, &weighed()?, accepts)
}

/// What the files of the bundle weigh.
fn weighed() -> Outcome<Figures> {
    let dist = project::dist();
    let unread = |why: std::io::Error| {
        Trouble::new(
            format!("can't read {}: {why}", dist.display()),
            "see that Trunk builds into dist/ and run this again",
        )
    };
    let loaded = build::loaded(&dist).map_err(unread)?;
    let sizes = build::sizes(&dist).map_err(unread)?;
    let weigh = |size: Size| {
        let name = match size.file.strip_prefix(&loaded) {
            Ok(name) => format!("{HASH}/{}", name.display()),
            Err(_) => {
                let name = size.file.strip_prefix(&dist).unwrap_or(&size.file);
                name.display().to_string()
            }
        };
        let brotli = size.brotli.ok_or_else(|| {
            Trouble::new(
                format!("can't tell what {name} weighs"),
                "see that `node` runs and run this again",
            )
        })?;
        Ok((name, brotli))
    };
    sizes.into_iter().map(weigh).collect()
}
