//! A drawing as a picture.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{self, FontFamily, FontResolver, ImageHrefResolver, Options, Tree};

use super::fonts;

/// By this text in its file a picture is known as one that this program made.
const SIGNATURE: (&str, &str) = ("Software", "article-explainer");

/// How drawings are read: with the fonts that their texts were measured in, and with nothing from outside.
static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| Options {
    fontdb: fonts::database(),
    font_resolver: FontResolver {
        select_font: Box::new(|font: &usvg::Font, database: &mut Arc<Database>| {
            let FontFamily::Named(name) = font.families().first()? else {
                return None;
            };
            fonts::id(name.strip_prefix("font-")?.parse().ok()?, database)
        }),
        select_fallback: Box::new(|_, _, _| None),
    },
    image_href_resolver: ImageHrefResolver {
        resolve_data: Box::new(|_, _, _| None),
        resolve_string: Box::new(|_, _| None),
    },
    ..Options::default()
});

/// Reads a drawing.
pub fn read(svg: &str) -> Result<Tree, String> {
    Tree::from_str(svg, &OPTIONS).map_err(|error| error.to_string())
}

/// Draws a drawing as PNG.
pub fn png(svg: &str) -> Result<Vec<u8>, String> {
    let tree = read(svg)?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("the drawing has no size")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    encode(&pixels).map_err(|error| error.to_string())
}

/// Whether a file is a picture that this program made.
pub fn is_signed(file: &Path) -> bool {
    let Ok(file) = File::open(file) else {
        return false;
    };
    let reader = png::Decoder::new(BufReader::new(file)).read_info();
    reader.is_ok_and(|reader| {
        let mut texts = reader.info().uncompressed_latin1_text.iter();
        texts.any(|text| (text.keyword.as_str(), text.text.as_str()) == SIGNATURE)
    })
}

/// Writes pixels as PNG. Nothing shows through, so there is no transparency to write.
fn encode(pixels: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let colours: Vec<u8> = pixels
        .pixels()
        .iter()
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.add_text_chunk(SIGNATURE.0.to_owned(), SIGNATURE.1.to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(file)
}
