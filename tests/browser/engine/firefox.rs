//! Firefox, by script in the browser's own window where WebDriver has no command: as its developer tools do it.

use std::path::Path;

use anyhow::{Result, ensure};
use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, RequestData, SessionId};
use tokio::process::{Child, Command};

use super::driver;
use crate::window::Shown;

pub async fn start(driver: &Path, home: &Path) -> Result<(String, Child)> {
    let mut command = Command::new(driver);
    command
        .args(["--port=0", "--websocket-port=0", "--allow-system-access"])
        .env("HOME", home);
    driver::start(&mut command, "Listening on 127.0.0.1:").await
}

pub fn wishes(browser: &Path, home: &Path, without_script: bool) -> Result<Capabilities> {
    let profile = home.join("profile");
    std::fs::create_dir_all(&profile)?;
    let options = json!({
        "binary": browser,
        "args": ["-headless", "--width=1280", "--height=900", "-profile", profile],
        "prefs": {
            "javascript.enabled": !without_script,
            // Bars over the page, as on a phone: they take none of its width.
            "ui.useOverlayScrollbars": 1,
        },
    });
    let mut wishes = Capabilities::new();
    wishes.set("moz:firefoxOptions", options)?;
    Ok(wishes)
}

/// A new tab in place of the one that is there, and what is set for the whole browser as it was at first.
pub async fn renew(window: WebDriver) -> Result<WebDriver> {
    in_its_own_window(
        &window,
        "Services.prefs.clearUserPref('ui.prefersReducedMotion')",
    )
    .await?;
    let tab = window.new_tab().await?;
    window.close_window().await?;
    window.switch_to_window(tab).await?;
    window.set_window_rect(0, 0, 1280, 900).await?;
    Ok(window)
}

pub async fn fill(window: &WebDriver, width: u32, shown: Shown) -> Result<()> {
    let scheme = if shown.is_dark() { "dark" } else { "light" };
    let forced = if shown == Shown::Forced {
        "active"
    } else {
        "none"
    };
    let medium = if shown == Shown::Print { "print" } else { "" };
    in_its_own_window(
        window,
        &format!(
            "const {{ style, browsingContext: context }} = gBrowser.selectedBrowser;
            for (const [side, size] of [['width', {width}], ['height', 900]])
                for (const limit of ['', 'min-', 'max-']) style.setProperty(limit + side, `${{size}}px`);
            context.prefersColorSchemeOverride = '{scheme}';
            context.forcedColorsOverride = '{forced}';
            context.mediumOverride = '{medium}';
            Services.prefs.setIntPref('ui.prefersReducedMotion', 1);"
        ),
    )
    .await
}

/// Runs a script in the browser's own window, around the page.
async fn in_its_own_window(window: &WebDriver, script: &str) -> Result<()> {
    window.handle().cmd(In("chrome")).await?;
    let answer = window.execute(script, Vec::new()).await;
    window.handle().cmd(In("content")).await?;
    let answer = answer?.json().clone();
    ensure!(answer.is_null(), "{answer}");
    Ok(())
}

/// Where scripts are run from now on: a command of geckodriver's own.
#[derive(Debug)]
struct In(&'static str);

impl FormatRequestData for In {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let body: Value = json!({ "context": self.0 });
        RequestData::new(Method::POST, format!("session/{session}/moz/context")).add_body(body)
    }
}
