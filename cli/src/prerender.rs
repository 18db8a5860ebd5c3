//! `explainer prerender`: the explainer's HTML, put into the pages that embed it.

use std::cell::Cell;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use article_explainer::edition::Attributes;
use article_explainer::prerender::{Prerender as Shadow, Stylesheet};
use article_explainer::style;
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};

use crate::arguments::Prerender;
use crate::document::write;
use crate::say::Say;
use crate::web;

/// Rewrites the pages in place. Exits with 1 where a page embeds no explainer: its author meant another page.
pub fn run(prerender: &Prerender, say: &Say) -> Result<ExitCode> {
    let address = stylesheet(prerender);
    let stylesheet = Stylesheet::of(&address, prerender.inline_style);
    let mut code = ExitCode::SUCCESS;
    for page in &prerender.pages {
        let name = page.display();
        let html = std::fs::read_to_string(page).with_context(|| format!("can't read {name}"))?;
        let folder = page.parent().unwrap_or(Path::new(""));
        let (filled, explainers) =
            fill(&html, folder, stylesheet).with_context(|| format!("can't prerender {name}"))?;
        if explainers == 0 {
            say.error(&format!(
                "{name}: there is no <article-explainer> in this page; add one where it is to stand"
            ));
            code = ExitCode::FAILURE;
            continue;
        }
        write(page, filled.as_bytes(), say)?;
    }
    if prerender.inline_style {
        say.result(&web::allowing(&[style::CSS]));
    }
    Ok(code)
}

/// Where the stylesheet is, as seen from the page.
fn stylesheet(prerender: &Prerender) -> String {
    if let Some(stylesheet) = &prerender.stylesheet {
        return stylesheet.clone();
    }
    let assets = prerender.assets.trim_end_matches('/');
    match prerender.assets.is_empty() {
        true => web::stylesheet().into_owned(),
        false => format!("{assets}/{}", web::stylesheet()),
    }
}

/// Fills every explainer of a page, whose `src` is relative to `folder`, and counts them. What an earlier run put in
/// is replaced; what the page's author wrote inside the element stays.
fn fill(html: &str, folder: &Path, stylesheet: Stylesheet<'_>) -> Result<(String, usize)> {
    let explainers = Cell::new(0);
    let fill = element!("article-explainer", |element| {
        explainers.set(explainers.get() + 1);
        let root = shadow_root(element, folder, stylesheet)?;
        element.prepend(&root, ContentType::Html);
        HandlerResult::Ok(())
    });
    let clear = element!("article-explainer > template[shadowrootmode]", |template| {
        template.remove();
        HandlerResult::Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(fill)
        .append_element_content_handler(clear);
    let filled = rewrite_str(html, settings)?;
    Ok((filled, explainers.get()))
}

/// The shadow root of one element of a page.
fn shadow_root(
    element: &Element<'_, '_>,
    folder: &Path,
    stylesheet: Stylesheet<'_>,
) -> Result<String> {
    let attribute = |name| element.get_attribute(name);
    let (src, lang, id) = (attribute("src"), attribute("lang"), attribute("id"));
    let (heading_level, open) = (attribute("heading-level"), attribute("open"));
    let header = attribute("header");
    let document = match &src {
        Some(src) => Some((src.as_str(), read(src, folder)?)),
        None => None,
    };
    let prerender = Shadow {
        document: document.as_ref().map(|(src, json)| (*src, json.as_str())),
        lang: lang.as_deref(),
        attributes: Attributes {
            id: id.as_deref(),
            heading_level: heading_level.as_deref(),
            open: open.as_deref(),
            header: header.as_deref(),
        },
        stylesheet,
    };
    let source = src.as_deref().unwrap_or("the built-in article");
    prerender
        .shadow_root()
        .map_err(|fault| anyhow::anyhow!("{source}: {fault}"))
}

/// The document at a `src`.
fn read(src: &str, folder: &Path) -> Result<String> {
    if src.contains("://") || src.starts_with('/') {
        bail!(
            "src=\"{src}\" is not beside the page; prerender where the document is, with a relative src"
        );
    }
    let file = folder.join(src);
    std::fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))
}
