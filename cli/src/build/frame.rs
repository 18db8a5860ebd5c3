//! The explainer in a frame: the snippet for pages that can't take the element, and its oEmbed form.

use std::borrow::Cow;

use html_escape::encode_double_quoted_attribute as attribute;
use serde_json::json;

use super::article::About;
use super::options::{Options, shared};
use crate::web;

/// The script for the page around a frame.
pub const PARENT: web::File = (Cow::Borrowed("embed.js"), include_bytes!("embed.js"));

/// The script for the page inside a frame.
pub const CHILD: web::File = (Cow::Borrowed("frame.js"), include_bytes!("frame.js"));

/// The height in pixels of a frame whose page has no script to fit it.
const HEIGHT: u32 = 600;

/// The width in pixels that a consumer of oEmbed may make room for; the frame itself takes what there is.
const WIDTH: u32 = 800;

/// How long, in seconds, a consumer of oEmbed may remember what it was told.
const CACHE_AGE: u32 = 86_400;

/// The snippet: a frame with the page `embed`, and the script that fits its height.
pub fn snippet(about: &About, embed: &str, options: &Options) -> String {
    let src = options.seen_from_elsewhere(embed);
    let script = options.seen_from_elsewhere(&shared(&PARENT.0));
    format!(
        "<iframe class=\"article-explainer-frame\" src=\"{}\" title=\"{}\" width=\"100%\" height=\"{HEIGHT}\" \
         frameborder=\"0\" loading=\"lazy\"></iframe>\n<script async src=\"{}\"></script>\n",
        attribute(&src),
        attribute(&about.headline),
        attribute(&script)
    )
}

/// What oEmbed tells of the page `embed` (https://oembed.com, type `rich`).
pub fn oembed(about: &About, embed: &str, options: &Options) -> String {
    let mut tells = json!({
        "version": "1.0",
        "type": "rich",
        "title": about.headline,
        "html": snippet(about, embed, options),
        "width": WIDTH,
        "height": HEIGHT,
        "cache_age": CACHE_AGE,
    });
    if let Some(publisher) = &about.publisher {
        tells["provider_name"] = json!(publisher);
    }
    format!("{tells:#}\n")
}
