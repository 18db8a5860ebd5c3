//! The project's own tasks: `cargo xtask serve`, `cargo xtask test` and their kin.
//!
//! ```text
//! commands     the table of the tasks, and what a command line asks for
//! tasks        what each of them does: serve, test, build, check, setup, prerender
//! setup        brings what a task needs and the machine lacks
//! project      where things are
//! fingerprint  whether files have changed
//! nginx        the server of `deploy/`, on this machine
//! options      the options of tasks on a command line
//! process      running other programs, and saying what is going on
//! trouble      what went wrong, and how to mend it
//! ```
//!
//! A task sets up what it needs by itself. What is there already costs no network and next to no time.

mod commands;
mod fingerprint;
mod nginx;
mod options;
mod process;
mod project;
mod setup;
mod tasks;
mod trouble;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match commands::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            if let Some(closing) = &trouble.closing {
                println!("{closing}");
            }
            ExitCode::from(trouble.exit_code)
        }
    }
}
