//! The browser engines that the tests run in, and what is each one's own.
//!
//! ```text
//! seat       where a window opens: a driver and what else runs for it, kept from one test to the next
//! driver     starting a driver, and Chromium as it is driven
//! chromium   Chromium: DevTools' own commands
//! firefox    Firefox: script in the browser's own window
//! webkit     WebKitGTK: a screen of its own, and settings as a desktop would tell them
//! ```

mod chromium;
mod driver;
mod firefox;
mod seat;
mod webkit;

use std::path::PathBuf;

use anyhow::{Context, Result};

pub use seat::{Seat, Seats};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// What it is called by on command lines and in the names of tests.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// The narrowest that a window of it gets, in CSS pixels.
    pub fn narrowest(self) -> u32 {
        match self {
            Engine::Chromium | Engine::Firefox => 0,
            // The toolbar of MiniBrowser.
            Engine::WebKit => 290,
        }
    }

    /// The engines whose browser the environment names.
    pub fn named() -> Vec<Engine> {
        let is_named = |engine: &Engine| std::env::var_os(engine.variable("")).is_some();
        Engine::ALL.into_iter().filter(is_named).collect()
    }

    fn variable(self, end: &str) -> String {
        format!("EXPLAINER_{}{end}", self.name().to_uppercase())
    }

    /// What its browser says of its version; its driver's too, where one has another.
    pub fn version(self) -> Result<String> {
        let mut versions = String::new();
        for program in [self.browser()?, self.driver()?] {
            // MiniBrowser needs a screen to say anything; its driver's version is WebKit's.
            if self == Engine::WebKit && program == self.browser()? {
                continue;
            }
            let output = std::process::Command::new(&program)
                .arg("--version")
                .output();
            let output = output.with_context(|| format!("{}", program.display()))?;
            versions += &String::from_utf8_lossy(&output.stdout);
        }
        Ok(versions)
    }

    fn browser(self) -> Result<PathBuf> {
        path(&self.variable(""))
    }

    fn driver(self) -> Result<PathBuf> {
        path(&self.variable("_DRIVER"))
    }
}

/// The path that a variable of the environment names.
pub fn path(variable: &str) -> Result<PathBuf> {
    let path = std::env::var_os(variable).map(PathBuf::from);
    let path = path.with_context(|| format!("{variable} is not set; run `cargo xtask test`"))?;
    let found = path.exists().then_some(path.clone());
    found.with_context(|| {
        format!(
            "{variable} is {}, which is not there; run `cargo xtask test`",
            path.display()
        )
    })
}
