//! Files compressed once, for servers that send NAME.br or NAME.gz in place of NAME (nginx, Caddy, Apache and others).

use std::io::Write;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

/// The endings of compressed files.
pub const ENDINGS: [&str; 2] = ["br", "gz"];

/// The endings of files that become smaller. Images are compressed already.
const TEXTS: [&str; 8] = ["css", "html", "js", "json", "svg", "txt", "wasm", "xml"];

/// Brotli's best quality: it is done once, and read by everybody.
const QUALITY: i32 = 11;

/// Brotli's window, as a power of two: the largest that every browser takes.
const WINDOW: i32 = 22;

/// Whether a file of this name becomes smaller.
pub fn is_worth_it(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    TEXTS.contains(&ending)
}

/// A file's content compressed, in the order of [`ENDINGS`].
pub fn compressed(content: &[u8]) -> Result<[Vec<u8>; 2]> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut br = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut br, &params)?;
    let mut gz = GzEncoder::new(Vec::new(), Compression::best());
    gz.write_all(content)?;
    Ok([br, gz.finish()?])
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_reads_as_it_was() {
        let text = "Both sides speak of tariffs. ".repeat(100);
        let [br, gz] = compressed(text.as_bytes()).expect("compressed");
        let mut read = [String::new(), String::new()];
        brotli::Decompressor::new(&br[..], 4096)
            .read_to_string(&mut read[0])
            .expect("brotli");
        flate2::read::GzDecoder::new(&gz[..])
            .read_to_string(&mut read[1])
            .expect("gzip");
        assert_eq!(read, [text.clone(), text]);
        assert!(br.len() < gz.len() && gz.len() < 200);
    }

    #[test]
    fn pictures_and_what_is_compressed_are_left_alone() {
        assert!(is_worth_it("a/b.wasm") && is_worth_it("a.html"));
        assert!(!is_worth_it("a.png") && !is_worth_it("a.html.br") && !is_worth_it("a"));
    }
}
