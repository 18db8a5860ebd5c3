//! What is said on standard error: quiet, verbose, in colours.

use std::io::IsTerminal;
use std::path::Path;

/// Says things to the one who runs the program, as much as they asked for.
#[derive(Clone)]
pub struct Say {
    quiet: bool,
    verbose: bool,
    /// Whether standard error is written in colours: it is a terminal or `CLICOLOR_FORCE` asks for them, and `NO_COLOR`
    /// does not forbid them.
    pub colours: bool,
}

impl Say {
    /// Says as much as these ask for.
    pub fn new(quiet: bool, verbose: bool) -> Self {
        let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let wants = std::io::stderr().is_terminal() || is_set("CLICOLOR_FORCE");
        Say {
            quiet,
            verbose,
            colours: wants && !is_set("NO_COLOR"),
        }
    }

    /// Why the program stops.
    pub fn error(&self, message: &str) {
        eprintln!("explainer: {message}");
    }

    /// What came of it.
    pub fn result(&self, message: &str) {
        if !self.quiet {
            eprintln!("{message}");
        }
    }

    /// Something in passing, for those who want to know every step.
    pub fn step(&self, what: &str, file: &Path) {
        if self.verbose {
            eprintln!("{what} {}", file.display());
        }
    }

    /// Whether only errors are to be said.
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }
}
