//! The browsers that the tests run in, one of each engine, and their drivers.
//!
//! ```text
//! chromium   Chromium or Chrome, and chromedriver of the same major version
//! firefox    Firefox, and geckodriver, which cargo installs
//! webkit     WebKitGTK's MiniBrowser and WebKitWebDriver, and the screen and settings they run under
//! program    a program: named in the environment, on PATH, or where installers put it
//! ```
//!
//! Installed are they only where that needs no question: by root, from Debian's packages. Elsewhere the command is named.

mod chromium;
mod firefox;
mod program;
mod webkit;

use std::path::{Path, PathBuf};

use self::program::Program;
use super::debian::Apt;
use super::installed::{self, Tool};
use crate::process::{find, run, run_long, step};
use crate::trouble::{Outcome, Trouble};

/// A browser engine: what stands for it in the tests, and how one comes by that.
pub struct Engine {
    /// What it is called by on the command line and in the names of tests.
    pub name: &'static str,
    /// Its browser.
    browser: Program,
    /// Its driver.
    driver: Driver,
    /// What else it needs.
    beside: &'static [Program],
    /// Debian's packages of all that.
    debian: &'static [&'static str],
    /// How other package managers install it, the first that is found counting.
    installers: &'static [(&'static str, &'static str)],
    /// What to say where no package manager is known.
    by_hand: &'static str,
    /// Whether a browser and a driver of these versions are known not to go together.
    are_apart: fn(&str, &str) -> bool,
}

/// How one comes by a driver.
enum Driver {
    /// It is installed with the browser.
    Packaged(Program),
    /// Cargo installs it, unless one is named in the environment.
    Cargo(Program, fn() -> Tool),
}

/// All engines.
pub const ENGINES: [&Engine; 3] = [&chromium::CHROMIUM, &firefox::FIREFOX, &webkit::WEBKIT];

/// A browser and the driver that drives it.
pub struct Browser {
    /// The name of its engine.
    pub engine: &'static str,
    /// The browser.
    pub program: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

/// The browsers of these engines and their drivers, installed where they are missing and may be.
pub fn find_or_install(engines: &[&'static Engine]) -> Outcome<Vec<Browser>> {
    let mut lacking = Vec::new();
    for engine in engines {
        if !engine.missing()?.is_empty() {
            lacking.push(*engine);
        }
    }
    install(&lacking)?;
    engines.iter().map(|engine| engine.found()).collect()
}

/// Installs the browsers of these engines, if this is Debian's kind of system and root asks.
fn install(engines: &[&Engine]) -> Outcome {
    let Some(first) = engines.first() else {
        return Ok(());
    };
    let Some(apt) = Apt::as_root() else {
        return Err(first.lacks());
    };
    run(apt.command().args(["update", "-q"]), &first.mend())?;
    for engine in engines {
        let install = ["install", "-y", "-q", "--no-install-recommends"];
        run_long(
            &format!("Installing {} with apt-get", engine.debian.join(", ")),
            "about a minute",
            apt.command().args(install).args(engine.debian),
            &engine.mend(),
        )?;
    }
    Ok(())
}

impl Engine {
    /// The programs that packages bring.
    fn packaged(&self) -> impl Iterator<Item = &Program> {
        let driver = match &self.driver {
            Driver::Packaged(driver) => Some(driver),
            Driver::Cargo(..) => None,
        };
        [&self.browser].into_iter().chain(driver).chain(self.beside)
    }

    /// What packages would bring and the machine lacks.
    fn missing(&self) -> Outcome<Vec<&'static str>> {
        let mut missing = Vec::new();
        for program in self.packaged() {
            if program.locate()?.is_none() {
                missing.push(program.title);
            }
        }
        Ok(missing)
    }

    /// The browser and its driver, which are there by now.
    fn found(&self) -> Outcome<Browser> {
        if !self.missing()?.is_empty() {
            return Err(self.lacks());
        }
        let program = self.browser.locate()?.ok_or_else(|| self.lacks())?;
        let driver = match &self.driver {
            Driver::Packaged(driver) => driver.locate()?.ok_or_else(|| self.lacks())?,
            Driver::Cargo(driver, tool) => match driver.named()? {
                Some(driver) => driver,
                None => tool().program()?,
            },
        };
        let (browser_version, driver_version) = (
            self.browser.version(&program),
            self.driver.program().version(&driver),
        );
        let versions = browser_version.as_deref().zip(driver_version.as_deref());
        if let Some((browser, version)) =
            versions.filter(|(one, other)| (self.are_apart)(one, other))
        {
            let what = format!(
                "{} {version} does not drive {} {browser} ({} and {})",
                self.driver.program().title,
                self.browser.title,
                driver.display(),
                program.display()
            );
            return Err(Trouble::new(what, self.mend()));
        }
        let said = |title: &str, version: Option<String>, place: &Path| {
            let version = version.map(|version| format!(" {version}"));
            let version = version.unwrap_or_default();
            step(format!("{title}{version}: found, {}", place.display()));
        };
        said(self.browser.title, browser_version, &program);
        // Of what cargo installs it is said there.
        if matches!(self.driver, Driver::Packaged(_)) {
            said(self.driver.program().title, driver_version, &driver);
        }
        Ok(Browser {
            engine: self.name,
            program,
            driver,
        })
    }

    /// What to say where something is missing and may not be installed without asking.
    fn lacks(&self) -> Trouble {
        let missing = self.missing().unwrap_or_default().join(" and ");
        Trouble::new(
            format!("the browser tests in {} need {missing}", self.name),
            self.mend(),
        )
    }

    /// How to come by all by hand on this system, or do without.
    fn mend(&self) -> String {
        let call = self
            .installers
            .iter()
            .find(|(program, _)| find(program).is_some())
            .map(|(_, call)| format!("run `{call}`,\nor "))
            .unwrap_or_default();
        let others: Vec<_> = ENGINES
            .iter()
            .map(|engine| engine.name)
            .filter(|name| *name != self.name)
            .collect();
        format!(
            "{call}{},\nor leave this engine out: `cargo xtask test --browser {}`",
            self.by_hand,
            others.join(",")
        )
    }
}

impl Driver {
    fn program(&self) -> &Program {
        match self {
            Driver::Packaged(program) | Driver::Cargo(program, _) => program,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_browser_is_answered_with_how_to_get_one_and_how_to_do_without() {
        for engine in ENGINES {
            let said = engine.mend();
            assert!(said.contains(engine.browser.variable), "{said}");
            assert!(said.contains("--browser "), "{said}");
        }
    }

    #[test]
    fn no_two_engines_have_one_name() {
        let mut names = ENGINES.map(|engine| engine.name);
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }
}
