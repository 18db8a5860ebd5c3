//! Measures the explainer side by side with its peers, and writes what it found into `bench/RESULTS.md`.
//!
//! ```text
//! pages     the same words as each library wants them
//! words     those words as plain HTML
//! serve     the server, and what it has sent
//! browser   Chromium: how fast it may be, and what it tells
//! driver    starting Chromium, as the tests do
//! figures   what many runs come to
//! side      part of the results: one article, side by side
//! scale     part of the results: documents of a thousand and of ten thousand events and issues
//! native    part of the results: a thousand articles built natively
//! timed     how long a program takes, and how much memory it holds
//! results   the file of the results, part by part
//! ```
//!
//! `cargo xtask bench` sets up what it needs and runs it.

mod browser;
#[path = "../../tests/browser/engine/driver.rs"]
mod driver;
mod figures;
mod native;
mod pages;
mod results;
mod scale;
mod serve;
mod side;
mod timed;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, ValueEnum};

/// Measures the explainer side by side with its peers.
#[derive(Parser)]
pub struct Asked {
    /// What is measured; everything where nothing is named.
    parts: Vec<Part>,
    /// How many runs are counted, after one that is not.
    #[arg(long, default_value_t = 9, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
}

/// A part of the results.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Part {
    /// One article, side by side with the peers.
    Side,
    /// Documents of a thousand and of ten thousand events and issues.
    Scale,
    /// A thousand articles built natively.
    Native,
}

/// Where everything is that is measured.
pub struct Things {
    /// The built bundle.
    dist: PathBuf,
    /// The program `explainer`.
    program: PathBuf,
    /// The peers' npm packages.
    peers: PathBuf,
    /// mdBook.
    mdbook: PathBuf,
    /// A folder for what is made on the way.
    folder: PathBuf,
}

fn main() -> Result<ExitCode> {
    match timed::asked() {
        Some(outcome) => Ok(outcome),
        None => measure().map(|()| ExitCode::SUCCESS),
    }
}

#[tokio::main]
async fn measure() -> Result<()> {
    let asked = Asked::parse();
    let asks = |part| asked.parts.is_empty() || asked.parts.contains(&part);
    let things = Things {
        dist: path("EXPLAINER_DIST")?,
        program: path("EXPLAINER_PROGRAM")?,
        peers: path("EXPLAINER_PEERS")?,
        mdbook: path("EXPLAINER_MDBOOK")?,
        folder: path("EXPLAINER_BENCH")?,
    };
    std::fs::create_dir_all(&things.folder)?;
    if asks(Part::Side) || asks(Part::Scale) {
        let start = async || {
            browser::Browser::start(
                &path("EXPLAINER_CHROMIUM")?,
                &path("EXPLAINER_CHROMIUM_DRIVER")?,
            )
            .await
        };
        let browser = start().await?;
        let mut outcome = Ok(());
        if asks(Part::Side) {
            outcome = side::measure(&things, &browser, asked.runs).await;
        }
        if outcome.is_ok() && asks(Part::Scale) {
            outcome = scale::measure(&things, &browser, asked.runs).await;
        }
        browser.end().await?;
        outcome?;
    }
    if asks(Part::Native) {
        native::measure(&things, asked.runs)?;
    }
    Ok(())
}

/// A path that the environment names.
fn path(variable: &str) -> Result<PathBuf> {
    let value = std::env::var_os(variable);
    value
        .map(PathBuf::from)
        .with_context(|| format!("{variable} is not set; run `cargo xtask bench`"))
}
