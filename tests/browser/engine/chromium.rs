//! Chromium, by DevTools' own commands where WebDriver has none.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, ChromiumLikeCapabilities};

use super::driver;
use crate::window::Shown;

pub use super::driver::start_chromium as start;

pub fn wishes(browser: &Path, without_script: bool) -> Result<Capabilities> {
    let mut wishes = driver::chromium(browser)?;
    wishes.add_arg("--window-size=1280,900")?;
    if without_script {
        // What a reader chooses in the browser's settings: 2 is "not allowed".
        let off = json!({ "profile.managed_default_content_settings.javascript": 2 });
        wishes.add_experimental_option("prefs", off)?;
    }
    Ok(wishes.into())
}

/// A new tab in place of the one that is there, and what is set for the whole browser as it was at first.
pub async fn renew(window: WebDriver) -> Result<WebDriver> {
    let cdp = window.cdp();
    cdp.send_raw("Browser.resetPermissions", json!({})).await?;
    let tab = window.new_tab().await?;
    window.close_window().await?;
    window.switch_to_window(tab).await?;
    // Out of sight it would have no focus to give.
    window
        .cdp()
        .send_raw("Page.bringToFront", json!({}))
        .await?;
    window.set_window_rect(0, 0, 1280, 900).await?;
    Ok(window)
}

pub async fn fill(window: &WebDriver, width: u32, shown: Shown) -> Result<()> {
    let cdp = window.cdp();
    // Never as a phone: it would zoom out until what sticks out is in sight.
    let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    cdp.send_raw("Emulation.setDeviceMetricsOverride", size)
        .await?;
    cdp.send_raw("Emulation.setScrollbarsHidden", json!({ "hidden": true }))
        .await?;
    cdp.send_raw("Emulation.setEmulatedMedia", media(shown))
        .await?;
    Ok(())
}

/// The media that the browser is to take itself for.
fn media(shown: Shown) -> Value {
    let feature = |name: &str, value: &str| json!({ "name": name, "value": value });
    let features = [
        feature(
            "prefers-color-scheme",
            if shown.is_dark() { "dark" } else { "light" },
        ),
        feature(
            "forced-colors",
            if shown == Shown::Forced {
                "active"
            } else {
                "none"
            },
        ),
        feature("prefers-reduced-motion", "reduce"),
    ];
    let media = if shown == Shown::Print { "print" } else { "" };
    json!({ "media": media, "features": features })
}

/// Nodes whether in the page or not, listeners on them, and bytes of the scripts' own memory, once what nobody has hold of is
/// thrown away.
pub async fn count(window: &WebDriver) -> Result<[i64; 3]> {
    let cdp = window.cdp();
    cdp.send_raw("Performance.enable", json!({})).await?;
    // What is let go of while the rest is thrown away is thrown away the next time.
    for _ in 0..3 {
        cdp.send_raw("HeapProfiler.collectGarbage", json!({}))
            .await?;
    }
    let told = cdp.send_raw("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let mut all = told["metrics"].as_array().into_iter().flatten();
        let metric = all.find(|metric| metric["name"] == name);
        let value = metric.and_then(|metric| metric["value"].as_f64());
        value.map(|value| value as i64).context("a metric")
    };
    Ok([
        metric("Nodes")?,
        metric("JSEventListeners")?,
        metric("JSHeapUsedSize")?,
    ])
}

/// Puts the page to sleep, or wakes it.
pub async fn freeze(window: &WebDriver, freezes: bool) -> Result<()> {
    let state = if freezes { "frozen" } else { "active" };
    let state = json!({ "state": state });
    window
        .cdp()
        .send_raw("Page.setWebLifecycleState", state)
        .await?;
    Ok(())
}
