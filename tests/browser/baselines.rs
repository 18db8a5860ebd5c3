//! Kept pictures, and whether a page still looks like them.
//!
//! They are in `tests/baselines/`. A new picture that differs goes to `target/pictures/`, with one of the difference
//! beside it; `cargo xtask test --accept-pictures` keeps it instead.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use image::{ImageFormat, RgbImage};

/// How different the structure (SSIM) or the hue around a pixel may be, from 0 to 1, for it to count as the same.
///
/// The letters and the browser are fixed, so that two runs make the very same pictures; what remains is another version
/// of the browser, which may smooth the edges of letters a little differently. The structure around them stays below
/// this; where a word has changed or moved by a pixel, or a rule is gone, it goes far above.
const STRUCTURE: u8 = 128;

/// How different the mean colour of 8 by 8 pixels may be, from 0 to 255, for them to count as the same. Structure does
/// not see that an even ground has another shade; smoothing, in turn, hardly changes a mean. Kept shades are 17 apart.
const COLOUR: u32 = 12;

/// How many pixels each way one mean colour is of.
const TILE: usize = 8;

/// What is said where a picture is not the kept one.
const MEND: &str = "if that is meant, keep it with `cargo xtask test --accept-pictures`";

/// Compares a picture, as PNG, with the kept one of this name, or keeps it where pictures are accepted.
pub fn compare(name: &str, png: &[u8]) -> Result<()> {
    let kept = root()
        .join("tests/baselines")
        .join(name)
        .with_extension("png");
    let new = coarse(decode(png)?);
    let old = match std::fs::read(&kept) {
        Ok(bytes) => Some(decode(&bytes).with_context(|| format!("{}", kept.display()))?),
        Err(_) => None,
    };
    if old.as_ref() == Some(&new) {
        return Ok(());
    }
    let difference = match &old {
        Some(old) => Difference::between(old, &new)?,
        None => None,
    };
    if old.is_some() && difference.is_none() {
        return Ok(());
    }
    if std::env::var_os("EXPLAINER_PICTURES").is_some_and(|wish| wish == "accept") {
        return keep(&kept, &new);
    }
    let shown = root()
        .join("target/pictures")
        .join(name)
        .with_extension("png");
    write(&shown, png)?;
    let difference = difference.with_context(|| {
        format!(
            "no picture is kept to compare {} with; look at it, and {MEND}",
            shown.display()
        )
    })?;
    let drawn = shown.with_extension("difference.png");
    difference.draw(&drawn)?;
    anyhow::bail!(
        "{} looks different from {}: {}; the difference is {}; {MEND}",
        shown.display(),
        kept.display(),
        difference.said,
        drawn.display(),
    )
}

/// The names of all kept pictures.
pub fn kept() -> Result<Vec<String>> {
    let folder = root().join("tests/baselines");
    let mut names = Vec::new();
    let mut folders = vec![folder.clone()];
    while let Some(inner) = folders.pop() {
        // Where nothing is kept yet there is no folder.
        for file in std::fs::read_dir(&inner).into_iter().flatten() {
            let path = file?.path();
            match path.is_dir() {
                true => folders.push(path),
                false => names.push(
                    path.strip_prefix(&folder)?
                        .with_extension("")
                        .display()
                        .to_string(),
                ),
            }
        }
    }
    Ok(names)
}

/// Two pictures that are not alike.
struct Difference {
    /// How.
    said: String,
    /// What has changed is dark, what has not is pale.
    picture: RgbImage,
}

impl Difference {
    /// What is different between two pictures, where it is worth a look.
    fn between(old: &RgbImage, new: &RgbImage) -> Result<Option<Self>> {
        let (width, height) = (old.width().max(new.width()), old.height().max(new.height()));
        let (olds, news) = (on_canvas(old, width, height), on_canvas(new, width, height));
        let is_changed = changed(&olds, &news)?;
        let changed = is_changed.iter().filter(|is_changed| **is_changed).count();
        let is_resized = old.dimensions() != new.dimensions();
        if changed == 0 && !is_resized {
            return Ok(None);
        }
        let mut said = format!("{changed} pixels have changed");
        if is_resized {
            let size = |picture: &RgbImage| format!("{}×{}", picture.width(), picture.height());
            said += &format!(", and it is {} instead of {}", size(new), size(old));
        }
        let mut picture = news;
        for (pixel, is_changed) in picture.chunks_exact_mut(3).zip(is_changed) {
            for (channel, value) in pixel.iter_mut().enumerate() {
                *value = match is_changed {
                    true => [208, 0, 64][channel],
                    false => 255 - (255 - *value) / 4,
                };
            }
        }
        Ok(Some(Difference { said, picture }))
    }

    fn draw(&self, file: &Path) -> Result<()> {
        Ok(self.picture.save_with_format(file, ImageFormat::Png)?)
    }
}

/// Which pixels have changed between two pictures of one size.
fn changed(old: &RgbImage, new: &RgbImage) -> Result<Vec<bool>> {
    // Each of its channels is a difference: one of structure, two of hue.
    let map = image_compare::rgb_hybrid_compare(old, new)?.image;
    let map = map.to_color_map().into_rgb8();
    let differs = |pixel: &[u8]| pixel.iter().any(|difference| *difference > STRUCTURE);
    let mut changed: Vec<_> = map.as_raw().chunks_exact(3).map(differs).collect();
    let (width, height) = (new.width() as usize, new.height() as usize);
    for top in (0..height).step_by(TILE) {
        for left in (0..width).step_by(TILE) {
            let rows = (top..height.min(top + TILE)).map(|row| row * width);
            let tile: Vec<_> = rows
                .flat_map(|row| row + left..row + width.min(left + TILE))
                .collect();
            let (was, is) = (mean(old, &tile), mean(new, &tile));
            if was
                .iter()
                .zip(is)
                .any(|(was, is)| was.abs_diff(is) > COLOUR)
            {
                tile.iter().for_each(|at| changed[*at] = true);
            }
        }
    }
    Ok(changed)
}

/// The mean colour of some pixels.
fn mean(picture: &RgbImage, pixels: &[usize]) -> [u32; 3] {
    let raw = picture.as_raw();
    [0, 1, 2].map(|channel| {
        let sum: u32 = pixels
            .iter()
            .map(|at| u32::from(raw[at * 3 + channel]))
            .sum();
        sum / pixels.len().max(1) as u32
    })
}

/// A picture in the corner of a canvas of a size.
fn on_canvas(picture: &RgbImage, width: u32, height: u32) -> RgbImage {
    let mut canvas = RgbImage::from_pixel(width, height, image::Rgb([127; 3]));
    image::imageops::replace(&mut canvas, picture, 0, 0);
    canvas
}

fn decode(png: &[u8]) -> Result<RgbImage> {
    Ok(image::load_from_memory_with_format(png, ImageFormat::Png)?.into_rgb8())
}

/// A picture in so few shades that it can be kept in little room, and so many that nobody misses one.
fn coarse(mut picture: RgbImage) -> RgbImage {
    for value in picture.iter_mut() {
        *value = (*value / 17 + u8::from(*value % 17 > 8)) * 17;
    }
    picture
}

/// Keeps a picture, as small as it can be without a loss.
fn keep(file: &Path, picture: &RgbImage) -> Result<()> {
    let mut png = Vec::new();
    picture.write_to(&mut std::io::Cursor::new(&mut png), ImageFormat::Png)?;
    let small = oxipng::optimize_from_memory(&png, &oxipng::Options::from_preset(3))?;
    ensure!(
        decode(&small)? == *picture,
        "the picture has changed on its way to {}",
        file.display()
    );
    write(file, &small)
}

fn write(file: &Path, content: &[u8]) -> Result<()> {
    let folder = file.parent().context("a folder")?;
    std::fs::create_dir_all(folder)?;
    Ok(std::fs::write(file, content)?)
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
