//! The web files inside the program: what a page needs beside it.

use anyhow::{Result, bail};
use article_explainer::{stamp, style};

/// A file's name and its content.
pub type File = (&'static str, &'static [u8]);

/// The files that `cargo xtask build` had made when this program was compiled.
const BUNDLE: Option<[File; 3]> = include!(concat!(env!("OUT_DIR"), "/web.rs"));

/// The explainer's stylesheet, which is always there.
pub const STYLESHEET: File = ("explainer.css", style::CSS.as_bytes());

/// Every file that a page needs. Fails where the program was compiled without them, or with those of other views than
/// its own: the pages it makes could not be taken over.
pub fn files() -> Result<[File; 4]> {
    let Some([element, glue, widget]) = BUNDLE else {
        bail!(
            "this program was built without the web files; run `cargo xtask build`, then build it again"
        );
    };
    let build = stamp::BUILD.as_bytes();
    if !widget.1.windows(build.len()).any(|bytes| bytes == build) {
        bail!(
            "this program was built with the web files of another version; run `cargo xtask build`, then build it again"
        );
    }
    Ok([element, glue, widget, STYLESHEET])
}
