//! The page at the widths of readers' windows, and pictures of it to look at.
//!
//! The pictures go to `target/pictures/`; those that are kept are of the examples (`baselines.rs`).

use std::path::Path;

use anyhow::Result;

use crate::test::{Test, test};
use crate::bench::Bench;
use crate::engine::Engine;
use crate::reader::Reader;
use crate::site::Site;
use crate::window::{self, Shown};

pub const TESTS: &[Test] = &[
    test("the page fits windows from 280 to 1280 pixels, light and dark", fits),
    test("the page fits with everything open and an event picked", fits_open).quick(),
];

/// Sees that the page fits a window of this width, light or dark, and takes a picture of it to look at: one of one engine is enough.
pub async fn picture(reader: &Reader, width: u32, shown: Shown, name: &str) -> Result<()> {
    window::fits(reader, width, shown).await?;
    if reader.seat.engine != Engine::Chromium {
        return Ok(());
    }
    let png = window::picture(reader, None).await?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder)?;
    let name = format!("{name}-{width}-{}.png", shown.name());
    Ok(std::fs::write(folder.join(name), png)?)
}

fn fits(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        for width in [280, 390, 800, 1280] {
            for shown in [Shown::Light, Shown::Dark] {
                picture(&reader, width, shown, "page").await?;
            }
        }
        Ok(())
    })
}

fn fits_open(bench: &Bench) -> Result<()> {
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        reader.choose("nato-summit").await?;
        reader.until("root.querySelector('.count')").await?;
        reader
            .ask("for (const each of root.querySelectorAll('details')) each.open = true;")
            .await?;
        for width in [280, 390, 1280] {
            picture(&reader, width, Shown::Light, "open").await?;
        }
        Ok(())
    })
}
