//! Starting a driver, and Chromium as it is driven: for the tests, and for measuring (`bench/`), which takes this file in.

use std::process::Stdio;

use anyhow::{Context, Result, anyhow};
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// What Chromium's driver says before the port that it listens on.
const LISTENS: &str = "successfully on port ";

/// How Chromium is started: without a window, the system's own rights and whatever would use the network by itself.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Starts Chromium's driver on a port of its own choice.
pub async fn start_chromium(driver: &std::path::Path) -> Result<(String, Child)> {
    start(Command::new(driver).arg("--port=0"), LISTENS).await
}

/// Chromium from this file.
pub fn chromium(browser: &std::path::Path) -> Result<ChromeCapabilities> {
    let mut wishes = DesiredCapabilities::chrome();
    wishes.set_binary(&browser.display().to_string())?;
    for flag in FLAGS {
        wishes.add_arg(flag)?;
    }
    Ok(wishes)
}

/// Starts a driver that says on which port of its own choice it listens, in words that end with `before` and the port.
pub async fn start(command: &mut Command, before: &str) -> Result<(String, Child)> {
    let name = format!("{:?}", command.as_std().get_program());
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("can't start {name}"))?;
    let output = child.stdout.take().context("the driver has no output")?;
    let mut lines = BufReader::new(output).lines();
    while let Some(line) = lines.next_line().await? {
        if let Some((_, port)) = line.split_once(before) {
            let url = format!("http://127.0.0.1:{}", port.trim_end_matches('.'));
            // The driver goes on writing; somebody has to read it.
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return Ok((url, child));
        }
    }
    Err(anyhow!("{name} ended before it listened"))
}
