//! The page at the widths of readers' windows, and pictures of it to look at.
//!
//! The pictures go to `target/pictures/`; `docs/explainer.png` in the README is one of them.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::Test;
use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    (
        "the page fits windows from 280 to 1280 pixels, light and dark",
        fits,
    ),
    (
        "the page fits with everything open and an event picked",
        fits_open,
    ),
];

/// Sets the window's width and colours, sees that nothing sticks out, and takes a picture of the whole page.
pub async fn picture(reader: &Reader, width: u32, scheme: &str, name: &str) -> Result<()> {
    let cdp = reader.window.cdp();
    let size =
        json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500 });
    cdp.send_raw("Emulation.setDeviceMetricsOverride", size)
        .await?;
    let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    cdp.send_raw("Emulation.setEmulatedMedia", media).await?;
    reader.until(&format!("innerWidth === {width}")).await?;
    let sticking_out = reader
        .ask("return [...(root ?? document).querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.className || each.tagName)")
        .await?;
    ensure!(
        sticking_out == json!([]),
        "{width} px: {sticking_out} stick out"
    );
    ensure!(
        reader
            .ask("return document.documentElement.scrollWidth <= innerWidth")
            .await?
            == true
    );
    let whole = json!({ "captureBeyondViewport": true });
    let shot = cdp.send_raw("Page.captureScreenshot", whole).await?;
    let png = STANDARD.decode(shot["data"].as_str().context("a picture")?)?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder)?;
    Ok(std::fs::write(
        folder.join(format!("{name}-{width}-{scheme}.png")),
        png,
    )?)
}

fn fits(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        for width in [280, 390, 800, 1280] {
            for scheme in ["light", "dark"] {
                picture(&reader, width, scheme, "page").await?;
            }
        }
        Ok(())
    })
}

fn fits_open(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        reader.click("#nato-summit .title a").await?;
        reader.until("root.querySelector('.related')").await?;
        reader
            .ask("for (const each of root.querySelectorAll('details')) each.open = true;")
            .await?;
        for width in [280, 390, 1280] {
            picture(&reader, width, "light", "open").await?;
        }
        Ok(())
    })
}
