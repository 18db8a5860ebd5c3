//! `explainer completions` and `explainer manual`: what shells and `man` know of the program.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::CommandFactory;

use crate::arguments::{Cli, Completions};

/// Prints the completions for a shell.
pub fn run(completions: &Completions) -> Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(
        completions.shell,
        &mut Cli::command(),
        "explainer",
        &mut script,
    );
    print(&script)
}

/// Prints the manual page: the program, then each verb.
pub fn manual() -> Result<ExitCode> {
    let mut command = Cli::command();
    command.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for verb in command
        .get_subcommands()
        .filter(|verb| verb.get_name() != "help")
    {
        let man = clap_mangen::Man::new(verb.clone());
        let heading = format!(".SH \"EXPLAINER {}\"\n", verb.get_name().to_uppercase());
        page.extend(heading.bytes());
        man.render_description_section(&mut page)?;
        man.render_synopsis_section(&mut page)?;
        man.render_options_section(&mut page)?;
        man.render_extra_section(&mut page)?;
    }
    print(&page)
}

fn print(bytes: &[u8]) -> Result<ExitCode> {
    std::io::stdout()
        .write_all(bytes)
        .context("can't write to standard output")?;
    Ok(ExitCode::SUCCESS)
}
