//! Whether what a search finds is seen, and what there is where a browser highlights nothing.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::test::{TEXT, Test, test};
use crate::bench::{Bench, read};
use crate::reader::Reader;
use crate::search::search;
use crate::site::Site;

pub const TESTS: &[Test] = &[
    test("what a search finds is seen, and the current result most", seen).in_each_engine(TEXT),
    test("a browser without highlights still counts, opens and scrolls", without_highlights),
];

/// How many pixels of the window have the colours of results and of the current one.
async fn coloured(reader: &Reader) -> Result<(usize, usize)> {
    let png = reader.window.screenshot_as_png().await?;
    let picture = image::load_from_memory(&png)?.into_rgb8();
    let of = |colour: [u8; 3]| {
        let is_so =
            |pixel: &&image::Rgb<u8>| pixel.0.iter().zip(colour).all(|(a, b)| a.abs_diff(b) < 8);
        picture.pixels().filter(is_so).count()
    };
    Ok((of([0xff, 0xe2, 0x8a]), of([0xb3, 0x40, 0x0a])))
}

fn seen(bench: &Bench) -> Result<()> {
    read(bench, async |reader| {
        ensure!(
            coloured(reader).await? == (0, 0),
            "before anything is searched"
        );
        search(reader, "Russia").await?;
        reader
            .until("CSS.highlights.get('explainer-found')?.size > 9")
            .await?;
        reader.press(Key::Enter).await?;
        let (found, current) = coloured(reader).await?;
        ensure!(found > 400 && current > 100, "{found} and {current} pixels");
        reader.press(Key::Escape).await?;
        reader
            .until("!CSS.highlights.has('explainer-found')")
            .await?;
        ensure!(coloured(reader).await? == (0, 0), "after the search");
        Ok(())
    })
}

fn without_highlights(bench: &Bench) -> Result<()> {
    let site = Site::as_built().changed(&bench.dist, |html| {
        html.replace(
            "<head>",
            "<head><script>delete CSS.highlights; Object.defineProperty(CSS, 'highlights', { value: undefined }); delete window.Highlight;</script>",
        )
    })?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        let words = reader.ask("return root.querySelector('#accidents .stake').textContent.slice(0, 30)").await?;
        search(&reader, words.as_str().unwrap_or_default()).await?;
        reader
            .until("root.querySelector('[data-loader=search] output').textContent.startsWith('Result 1 of ')")
            .await?;
        reader.until("root.querySelector('#accidents').open").await
    })
}
