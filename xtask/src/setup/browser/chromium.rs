//! Chromium or Chrome, and chromedriver of the same major version.

use super::super::version::major;
use super::program::Program;
use super::{Driver, Engine};

/// Chromium's engine, Blink.
pub const CHROMIUM: Engine = Engine {
    name: "chromium",
    browser: Program {
        title: "Chromium",
        variable: "CHROME",
        names: &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        ],
        in_package: None,
    },
    driver: Driver::Packaged(Program {
        title: "chromedriver",
        variable: "CHROMEDRIVER",
        names: &["chromedriver"],
        in_package: None,
    }),
    beside: &[],
    debian: &["chromium", "chromium-driver"],
    installers: &[
        ("apt-get", "sudo apt-get install chromium chromium-driver"),
        ("dnf", "sudo dnf install chromium chromedriver"),
        ("pacman", "sudo pacman -S chromium"),
        ("apk", "sudo apk add chromium chromium-chromedriver"),
        ("brew", "brew install --cask chromium chromedriver"),
        (
            "winget",
            "winget install Google.Chrome Chromium.ChromeDriver",
        ),
    ],
    by_hand: "install Chromium or Chrome and the chromedriver of its version, and name them in CHROME and CHROMEDRIVER",
    are_apart,
};

/// Whether a browser and a driver are of different majors: then the driver fails at each test, in words that don't say so.
fn are_apart(chrome: &str, driver: &str) -> bool {
    let majors = major(chrome).zip(major(driver));
    majors.is_some_and(|(chrome, driver)| chrome != driver)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_of_another_major_does_not_drive_the_browser() {
        assert!(are_apart("156.0.8078.79", "155.0.1.2"));
        assert!(!are_apart("156.0.8078.79", "156.0.1.2"));
    }
}
