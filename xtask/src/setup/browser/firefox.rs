//! Firefox, and geckodriver, which cargo installs: few systems have a package of it, and any version drives any Firefox
//! of its years.

use super::program::Program;
use super::{Driver, Engine, installed};

/// Firefox's engine, Gecko.
pub const FIREFOX: Engine = Engine {
    name: "firefox",
    browser: Program {
        title: "Firefox",
        variable: "FIREFOX",
        names: &[
            "firefox-esr",
            "firefox",
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            r"C:\Program Files\Mozilla Firefox\firefox.exe",
        ],
        in_package: None,
    },
    driver: Driver::Cargo(
        Program {
            title: "geckodriver",
            variable: "GECKODRIVER",
            names: &[],
            in_package: None,
        },
        installed::geckodriver,
    ),
    beside: &[],
    debian: &["firefox-esr"],
    installers: &[
        ("apt-get", "sudo apt-get install firefox-esr"),
        ("dnf", "sudo dnf install firefox"),
        ("pacman", "sudo pacman -S firefox"),
        ("apk", "sudo apk add firefox-esr"),
        ("brew", "brew install --cask firefox"),
        ("winget", "winget install Mozilla.Firefox"),
    ],
    by_hand: "install Firefox and name it in FIREFOX; geckodriver is installed by itself, unless GECKODRIVER names one",
    are_apart: |_, _| false,
};
