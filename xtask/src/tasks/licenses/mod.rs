//! `cargo xtask licenses`: the list of what the bundle is made of and under which licences, `npm/THIRD-PARTY.txt`.
//!
//! ```text
//! crates   the crates that are compiled into the bundle, and the licences in their packages
//! text     the list, written
//! ```
//!
//! It is kept in the repository and goes with the bundle and the npm package. `cargo xtask check` says when it is not
//! what would be made now.

mod crates;
mod text;

use std::fs;
use std::path::PathBuf;

use crate::process::step;
use crate::project;
use crate::setup::rust;
use crate::trouble::{Outcome, Trouble};

/// The package whose licence is that of the Unicode Consortium's data: the words of dates.
const CLDR: &str = "icu_datetime_data";

/// Writes the list anew.
pub fn run(_arguments: &[String]) -> Outcome {
    let list = list()?;
    let file = file();
    fs::write(&file, list).map_err(|why| {
        Trouble::new(
            format!("can't write {}: {why}", file.display()),
            "make it writable",
        )
    })?;
    step(format!("Written: {}", file.display()));
    Ok(())
}

/// Sees that the kept list is what would be written now.
pub fn check() -> Outcome {
    step("What the bundle is made of …");
    let kept = fs::read_to_string(file()).unwrap_or_default();
    // git may have written other ends of lines.
    if kept.replace("\r\n", "\n") == list()? {
        return Ok(());
    }
    Err(Trouble::new(
        format!(
            "{} does not list what the bundle is made of now",
            file().display()
        ),
        "run `cargo xtask licenses`, and commit what it writes",
    ))
}

fn file() -> PathBuf {
    project::root().join("npm/THIRD-PARTY.txt")
}

/// The list as it would be written now.
fn list() -> Outcome<String> {
    rust::crates()?;
    let crates = crates::compiled_in()?;
    Ok(text::list(&crates, &crates::licence_of(CLDR)?))
}
