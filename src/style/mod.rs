//! The stylesheets, one a view, which are shipped as one file.

/// The stylesheet of the explainer.
pub const CSS: &str = concat!(
    include_str!("base.css"),
    include_str!("header.css"),
    include_str!("map.css"),
    include_str!("search.css"),
    include_str!("timeline.css"),
    include_str!("strip.css"),
    include_str!("issues.css"),
    include_str!("sections.css"),
    include_str!("long.css"),
    // Last, since paper has the last word.
    include_str!("print.css"),
);
