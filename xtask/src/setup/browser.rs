//! The browser that the tests drive, and its driver: Chromium or Chrome, of one major version.
//!
//! `CHROME` and `CHROMEDRIVER` name them; otherwise they are looked for on PATH and where installers put them. Installed
//! are they only where that needs no question: by root, from Debian's packages. Elsewhere the command is named.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::version::{major, version_in};
use crate::process::{find, is_program, output, run, run_long, step};
use crate::trouble::{Outcome, Trouble};

/// Names of the browser on PATH, and places where installers put it.
const BROWSERS: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];

/// Names of the driver on PATH.
const DRIVERS: [&str; 1] = ["chromedriver"];

/// How each package manager installs the two, the first that is found counting.
const INSTALLERS: [(&str, &str); 6] = [
    ("apt-get", "sudo apt-get install chromium chromium-driver"),
    ("dnf", "sudo dnf install chromium chromedriver"),
    ("pacman", "sudo pacman -S chromium"),
    ("apk", "sudo apk add chromium chromium-chromedriver"),
    ("brew", "brew install --cask chromium chromedriver"),
    (
        "winget",
        "winget install Google.Chrome Chromium.ChromeDriver",
    ),
];

/// A browser and the driver that drives it.
pub struct Browser {
    /// The browser.
    pub chrome: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

/// The browser and its driver, installed where they are missing and may be.
pub fn find_or_install() -> Outcome<Browser> {
    let browser = match find_both()? {
        Some(browser) => browser,
        None => {
            install()?;
            find_both()?.ok_or_else(missing)?
        }
    };
    browser.is_a_pair()?;
    Ok(browser)
}

/// The browser and its driver, where both are there.
fn find_both() -> Outcome<Option<Browser>> {
    let (chrome, driver) = (
        locate("CHROME", &BROWSERS)?,
        locate("CHROMEDRIVER", &DRIVERS)?,
    );
    Ok(chrome
        .zip(driver)
        .map(|(chrome, driver)| Browser { chrome, driver }))
}

/// The program that a variable of the environment names, or else the first of these that is there.
fn locate(variable: &str, names: &[&str]) -> Outcome<Option<PathBuf>> {
    let Some(named) = env::var_os(variable)
        .filter(|named| !named.is_empty())
        .map(PathBuf::from)
    else {
        return Ok(names.iter().find_map(|name| find(name)));
    };
    let program = named
        .to_str()
        .and_then(find)
        .unwrap_or_else(|| named.clone());
    if is_program(&program) {
        return Ok(Some(program));
    }
    let what = format!(
        "{variable} names {}, which is not a program",
        named.display()
    );
    Err(Trouble::new(
        what,
        format!("set {variable} to the program's path, or unset it"),
    ))
}

/// Installs both, if this is Debian's kind of system and root asks.
fn install() -> Outcome {
    let is_root = output("id", &["-u"]).as_deref() == Some("0");
    let Some(apt) = find("apt-get").filter(|_| is_root) else {
        return Err(missing());
    };
    let apt = || {
        let mut command = Command::new(&apt);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let by_hand = by_hand();
    run(apt().args(["update", "-q"]), &by_hand)?;
    let packages = [
        "install",
        "-y",
        "-q",
        "--no-install-recommends",
        "chromium",
        "chromium-driver",
    ];
    run_long(
        "Installing Chromium and its driver with apt-get",
        "about a minute",
        apt().args(packages),
        &by_hand,
    )
}

/// What to say where the browser or its driver is missing and may not be installed without asking.
fn missing() -> Trouble {
    let both = [
        ("Chromium or Chrome", locate("CHROME", &BROWSERS)),
        ("chromedriver", locate("CHROMEDRIVER", &DRIVERS)),
    ];
    let lacking = both
        .iter()
        .filter(|(_, found)| !matches!(found, Ok(Some(_))))
        .map(|(name, _)| *name);
    let what = format!(
        "the browser tests need {}",
        lacking.collect::<Vec<_>>().join(" and ")
    );
    Trouble::new(what, by_hand())
}

/// How to install both by hand on this system.
fn by_hand() -> String {
    let call = INSTALLERS
        .iter()
        .find(|(program, _)| find(program).is_some())
        .map(|(_, call)| format!("run `{call}`,\nor "));
    let call = call.unwrap_or_default();
    format!(
        "{call}install a browser and the chromedriver of its version, and name them in CHROME and CHROMEDRIVER"
    )
}

impl Browser {
    /// Makes sure that the driver is for this browser: with another it fails at each test, in words that don't say so.
    fn is_a_pair(&self) -> Outcome {
        // On Windows the browser opens a window where it is asked for its version.
        let chrome = if cfg!(windows) {
            None
        } else {
            output(&self.chrome, &["--version"])
        };
        let driver = output(&self.driver, &["--version"]);
        let version =
            |said: &Option<String>| said.as_deref().and_then(version_in).map(str::to_owned);
        let (chrome, driver) = (version(&chrome), version(&driver));
        if are_apart(chrome.as_deref(), driver.as_deref()) {
            let version = |version: Option<String>| version.unwrap_or_default();
            let (chrome, driver) = (version(chrome), version(driver));
            let places = format!("{} and {}", self.chrome.display(), self.driver.display());
            return Err(Trouble::new(
                format!("chromedriver {driver} does not drive Chromium {chrome} ({places})"),
                by_hand(),
            ));
        }
        let said = |name: &str, version: Option<String>, place: &Path| {
            step(format!(
                "{name} {}: found, {}",
                version.unwrap_or_default(),
                place.display()
            ));
        };
        said("Chromium", chrome, &self.chrome);
        said("chromedriver", driver, &self.driver);
        Ok(())
    }
}

/// Whether a browser and a driver are known to be of different majors.
fn are_apart(chrome: Option<&str>, driver: Option<&str>) -> bool {
    let majors = chrome.and_then(major).zip(driver.and_then(major));
    majors.is_some_and(|(chrome, driver)| chrome != driver)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_of_another_major_does_not_drive_the_browser() {
        assert!(are_apart(Some("156.0.8078.79"), Some("155.0.1.2")));
        assert!(!are_apart(Some("156.0.8078.79"), Some("156.0.1.2")));
    }

    #[test]
    fn a_browser_that_does_not_tell_its_version_is_given_the_benefit_of_the_doubt() {
        assert!(!are_apart(None, Some("155.0.1.2")));
    }

    #[test]
    fn a_missing_browser_is_answered_with_how_to_get_one() {
        assert!(by_hand().contains("CHROMEDRIVER"));
    }
}
