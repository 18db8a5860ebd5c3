//! The window: its width, what it is shown in, what sticks out of it, its picture.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::reader::Reader;

/// What a page is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// On a light screen.
    Light,
    /// On a dark screen.
    Dark,
    /// In the few colours that the reader's system forces on pages, on black.
    Forced,
    /// On paper.
    Print,
}

impl Shown {
    /// Its name, for files.
    pub fn name(self) -> &'static str {
        match self {
            Shown::Light => "light",
            Shown::Dark => "dark",
            Shown::Forced => "forced",
            Shown::Print => "print",
        }
    }

    /// Whether it is dark.
    pub fn is_dark(self) -> bool {
        matches!(self, Shown::Dark | Shown::Forced)
    }
}

/// What sticks out of the window: on the right, or on the left where one reads from there.
const STICKING_OUT: &str = "
    const pages = [...document.body.querySelectorAll('*'), ...(root?.querySelectorAll('*') ?? [])];
    // What is in a drawing is cut off by the drawing; chips and stations scroll by themselves.
    const out = pages.filter((each) => {
        const box = each.getBoundingClientRect();
        return box.width > 0 && each.checkVisibility() && !each.ownerSVGElement && (box.right > innerWidth + 1 || box.left < -1) && !each.closest('.unseen, .skip, .chips, .stations, .notes');
    }).map((each) => `${each.localName}.${each.className}`);
    const page = document.documentElement;
    return page.scrollWidth > innerWidth ? [...out, `the page, ${page.scrollWidth} px wide`] : out;";

/// Shows the page in a window of this width, or the narrowest there is, and without movements: a picture would show half of one.
pub async fn fill(reader: &Reader, width: u32, shown: Shown) -> Result<()> {
    let width = width.max(reader.seat.engine.narrowest());
    reader.seat.fill(&reader.window, width, shown).await?;
    let scheme = if shown.is_dark() { "dark" } else { "light" };
    let is_so = format!(
        "innerWidth === {width} && matchMedia('(prefers-color-scheme: {scheme}) and (prefers-reduced-motion)').matches"
    );
    if let Err(error) = reader.until(&is_so).await {
        let is = "return [innerWidth, outerWidth, matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(prefers-reduced-motion)').matches]";
        let is = reader.ask(is).await?;
        return Err(error.context(format!(
            "the window has these widths, is dark, is without motion: {is}"
        )));
    }
    Ok(())
}

/// Shows the page in a window of this width, and sees that nothing sticks out of it.
pub async fn fits(reader: &Reader, width: u32, shown: Shown) -> Result<()> {
    fill(reader, width, shown).await?;
    let out = reader.ask(STICKING_OUT).await?;
    ensure!(
        out == json!([]),
        "{width} px, {}: {out} stick out",
        shown.name()
    );
    Ok(())
}

/// Takes a picture of the page in its window, as PNG: the whole page, or as much of it as this many pixels from its top.
pub async fn picture(reader: &Reader, most: Option<u64>) -> Result<Vec<u8>> {
    let size =
        "return [innerWidth, Math.ceil(document.documentElement.getBoundingClientRect().height)]";
    let size = reader.ask(size).await?;
    let (width, height) = (&size[0], size[1].as_u64().context("a height")?);
    let height = most.map_or(height, |most| height.min(most));
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
    let whole = json!({ "captureBeyondViewport": true, "optimizeForSpeed": true, "clip": clip });
    let shot = reader
        .window
        .cdp()
        .send_raw("Page.captureScreenshot", whole)
        .await?;
    Ok(STANDARD.decode(shot["data"].as_str().context("a picture")?)?)
}
