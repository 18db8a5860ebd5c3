//! Tools that cargo installs: trunk, wasm-bindgen, geckodriver, cargo-deny, cargo-fuzz and mdBook, each at the one version that fits.
//!
//! A tool of that version on PATH is used as it is. Otherwise it is installed into a folder of the project's own, named
//! by tool and version, so that nothing of the user's is overwritten and two clones can want two versions.

use std::path::{Path, PathBuf};

use super::version::version_in;
use crate::process::{find, output, path_with, run_long, step};
use crate::project;
use crate::trouble::{Outcome, Trouble};

/// The version of Trunk that the project is built with; the only place that names it.
const TRUNK: &str = "0.21.14";

/// The version of geckodriver that the tests run with; the only place that names it.
const GECKODRIVER: &str = "0.37.1";

/// The version of cargo-deny that dependencies are checked with; the only place that names it.
const CARGO_DENY: &str = "0.20.2";

/// The version of cargo-fuzz; the only place that names it.
const CARGO_FUZZ: &str = "0.13.2";

/// The version of mdBook that the program is measured beside; the only place that names it.
const MDBOOK: &str = "0.5.4";

/// A command-line tool in the crate registry.
pub struct Tool {
    /// The package that brings it.
    package: &'static str,
    /// What it is called by.
    binary: &'static str,
    /// The version, exactly.
    version: String,
    /// Whether it is built with the dependencies that it was released with.
    is_locked: bool,
    /// How long that takes on a small machine.
    about: &'static str,
}

/// Builds, bundles and serves the widget.
pub fn trunk() -> Tool {
    let (package, binary) = ("trunk", "trunk");
    Tool {
        package,
        binary,
        version: TRUNK.to_owned(),
        is_locked: true,
        about: "up to 7 minutes",
    }
}

/// Makes the JavaScript around the compiled widget.
///
/// Not locked: the lock that 0.2.130 was released with names a version that the registry no longer has.
pub fn wasm_bindgen(version: String) -> Tool {
    let (package, binary) = ("wasm-bindgen-cli", "wasm-bindgen");
    Tool {
        package,
        binary,
        version,
        is_locked: false,
        about: "about 2 minutes",
    }
}

/// Drives Firefox.
pub fn geckodriver() -> Tool {
    let (package, binary) = ("geckodriver", "geckodriver");
    Tool {
        package,
        binary,
        version: GECKODRIVER.to_owned(),
        is_locked: true,
        about: "about 3 minutes",
    }
}

/// Says what is wrong with dependencies.
pub fn cargo_deny() -> Tool {
    let (package, binary) = ("cargo-deny", "cargo-deny");
    Tool {
        package,
        binary,
        version: CARGO_DENY.to_owned(),
        is_locked: true,
        about: "about 5 minutes",
    }
}

/// Builds and runs fuzz targets.
pub fn cargo_fuzz() -> Tool {
    let (package, binary) = ("cargo-fuzz", "cargo-fuzz");
    Tool {
        package,
        binary,
        version: CARGO_FUZZ.to_owned(),
        is_locked: true,
        about: "about 2 minutes",
    }
}

/// Makes pages of texts, as `explainer build` does.
pub fn mdbook() -> Tool {
    let (package, binary) = ("mdbook", "mdbook");
    Tool {
        package,
        binary,
        version: MDBOOK.to_owned(),
        is_locked: true,
        about: "about 5 minutes",
    }
}

impl Tool {
    /// Where the tool is, once it is there.
    pub fn program(&self) -> Outcome<PathBuf> {
        let Tool {
            binary, version, ..
        } = self;
        if let Some(program) = find(binary).filter(|program| self.is_right(program)) {
            step(format!("{binary} {version}: found on PATH"));
            return Ok(program);
        }
        let folder = project::tool(self.package, version)?;
        let program = folder
            .join("bin")
            .join(format!("{binary}{}", std::env::consts::EXE_SUFFIX));
        if self.is_right(&program) {
            step(format!("{binary} {version}: found in the project's cache"));
            return Ok(program);
        }
        self.install(&folder)?;
        if self.is_right(&program) {
            return Ok(program);
        }
        let what = format!(
            "{} was installed but is not {binary} {version}",
            program.display()
        );
        Err(Trouble::new(
            what,
            format!("remove the folder {} and run this again", folder.display()),
        ))
    }

    /// Whether a program runs and is of the right version: a broken install is none.
    fn is_right(&self, program: &Path) -> bool {
        let said = output(program, &["--version"]);
        said.is_some_and(|said| version_in(&said) == Some(&self.version))
    }

    /// Builds the tool and puts it into its folder, which cargo does at the end and in one go.
    fn install(&self, folder: &Path) -> Outcome {
        let mut cargo = project::cargo();
        cargo
            .args([
                "install",
                self.package,
                "--version",
                &format!("={}", self.version),
                "--force",
                "--root",
            ])
            .arg(folder);
        if self.is_locked {
            cargo.arg("--locked");
        }
        // Out of the repository, whose settings for cargo are not meant for others' packages.
        cargo.current_dir(std::env::temp_dir());
        // Releases are optimised as a whole, which takes minutes and gives a build tool nothing.
        cargo
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        // Spares the reader cargo's advice to put the folder on PATH.
        cargo.env("PATH", path_with(&[&folder.join("bin")])?);
        let what = format!(
            "Installing {} {} with cargo install",
            self.package, self.version
        );
        let mend = format!(
            "the output above says why; it needs the crate registry and a C compiler. Or install {} {} yourself, on PATH",
            self.package, self.version
        );
        run_long(&what, self.about, &mut cargo, &mend)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_of_another_version_is_not_the_tool() {
        let cargo = PathBuf::from(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        let tool = |version: &str| Tool {
            version: version.to_owned(),
            ..trunk()
        };
        let said = output(&cargo, &["--version"]).unwrap_or_default();
        let version = version_in(&said).unwrap_or_default();
        assert!(tool(version).is_right(&cargo), "{said}");
        assert!(!tool("0.0.1").is_right(&cargo));
    }

    #[test]
    fn a_program_that_does_not_run_is_not_the_tool() {
        assert!(!trunk().is_right(&project::xtask().join("Cargo.toml")));
        assert!(!trunk().is_right(Path::new("no-such-program-anywhere")));
    }
}
