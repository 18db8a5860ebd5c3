//! One document's files: the whole page, the fragment to paste, the embed page, the snippet that frames it, the plain HTML,
//! the exchange form, and what oEmbed tells.
//!
//! No page has inline script, nor inline style unless that is asked for, so that they work under a strict content security
//! policy. Blocks of data are none: browsers don't run them.

use anyhow::{Error, Result};
use article::Article;
use article_explainer::edition::Attributes;
use article_explainer::prerender::Prerender;
use html_escape::{encode_double_quoted_attribute as attribute, encode_text as text};

use super::article::{About, Picture};
use super::names::INDEX;
use super::options::{Options, shared};
use super::{card, frame, json_ld, plain};
use crate::web;

/// The names of the files that a document of this name becomes in any case.
pub fn files(name: &str) -> [String; 6] {
    [
        "html",
        "fragment.html",
        "embed.html",
        "frame.html",
        "plain.html",
        "json",
    ]
    .map(|ending| format!("{name}.{ending}"))
}

/// The attributes of the element in a page of its own: the headline is the page's first heading.
pub const OWN_PAGE: Attributes<'static> = Attributes {
    id: None,
    heading_level: Some("1"),
    open: None,
    header: None,
};

/// Renders a document's files and has each kept under its name as soon as it is there, since all of them at once may be a lot.
pub fn render(
    name: &str,
    article: &Article,
    about: &About,
    options: &Options,
    mut keep: impl FnMut(&str, &str) -> Result<()>,
) -> Result<()> {
    let json = serde_json::to_string(article)?;
    let [page, fragment, embed, frame, plain, data] = files(name);
    let oembed = options.address("").map(|_| format!("{name}.oembed.json"));
    let prerender = Prerender {
        document: Some((&data, &json)),
        ..Prerender::default()
    };
    let readable = prerender.read().map_err(Error::msg)?;
    let address = shared(&web::stylesheet());
    // A page of its own has the HTML in itself, so that its fragments work without script.
    let beside = readable.render_light(OWN_PAGE).mount();
    let beside = format!(
        "<article-explainer src=\"{}\" heading-level=\"1\">{beside}</article-explainer>",
        attribute(&data)
    );
    let names = [&page, &data, oembed.as_deref().unwrap_or_default()];
    keep(&page, &whole(article, about, names, &beside, options))?;
    keep(&embed, &embedded(about, &page, &beside, options))?;
    drop(beside);
    // In somebody's page it stands below theirs.
    let rendered = readable.render(Attributes::default());
    let src = options.seen_from_elsewhere(&data);
    keep(&plain, &plain::html(rendered.html(), &src, options)?)?;
    let address = options.seen_from_elsewhere(&address);
    let script = options.seen_from_elsewhere(&shared("explainer.js"));
    let elsewhere = rendered.shadow_root(options.stylesheet(&address));
    let elsewhere = format!(
        "<script type=\"module\" src=\"{}\"></script>\n<article-explainer src=\"{}\">{elsewhere}</article-explainer>\n",
        attribute(&script),
        attribute(&src)
    );
    keep(&fragment, &elsewhere)?;
    keep(&frame, &frame::snippet(about, &embed, options))?;
    keep(&data, &(json + "\n"))?;
    // It is told to other sites, which need whole addresses.
    let tells = || frame::oembed(about, &embed, options);
    oembed.map_or(Ok(()), |oembed| keep(&oembed, &tells()))
}

/// The whole page; `files` are its own, that of the exchange form and that of oEmbed.
fn whole(
    article: &Article,
    about: &About,
    files: [&str; 3],
    element: &str,
    options: &Options,
) -> String {
    let [page, data, oembed] = files;
    let mut meta = String::new();
    if let Some(description) = &about.description {
        meta += &format!(
            "<meta name=\"description\" content=\"{}\">\n",
            attribute(description)
        );
    }
    meta += &sharing(about, page, options);
    meta += &format!(
        "<link rel=\"alternate\" type=\"application/json\" href=\"{}\">\n",
        attribute(data)
    );
    // Whoever asks for it needs its whole address.
    if let Some(address) = options.address(oembed) {
        meta += &format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">\n",
            attribute(&address),
            attribute(&about.headline)
        );
    }
    let head = head(about, &title(about), &meta, options);
    let masthead = masthead(about, options.has_index);
    // Search engines find this at the end too; at the beginning readers would wait for it.
    let tells = json_ld::script(page, article, about, options);
    format!("{head}<body>\n{masthead}<main>\n{element}\n</main>\n{tells}</body>\n</html>\n")
}

/// The page for a frame in somebody's page: the explainer alone. Search engines are led to the whole page.
fn embedded(about: &About, page: &str, element: &str, options: &Options) -> String {
    let mut meta = "<meta name=\"robots\" content=\"noindex\">\n".to_owned();
    if let Some(address) = options.address(page) {
        meta += &format!(
            "<link rel=\"canonical\" href=\"{}\">\n",
            attribute(&address)
        );
    }
    let script = shared(&frame::CHILD.0);
    meta += &format!("<script type=\"module\" src=\"{script}\"></script>\n");
    let head = head(about, &text(&about.headline), &meta, options);
    format!("{head}<body class=\"embed\">\n<main>\n{element}\n</main>\n</body>\n</html>\n")
}

/// The head of every page of an article, with the explainer's script and its stylesheet.
fn head(about: &About, title: &str, meta: &str, options: &Options) -> String {
    let script = format!(
        "<script type=\"module\" src=\"{}\"></script>\n",
        shared("explainer.js")
    );
    let style = options.stylesheet(&shared(&web::stylesheet())).html();
    let meta = [meta, &style, "\n", &script].concat();
    begin(&about.lang, &about.dir, title, &meta, options.inline_style)
}

/// The beginning of a page, up to its body, with the stylesheet of pages inside it or beside it.
pub fn begin(lang: &str, dir: &str, title: &str, meta: &str, inline_style: bool) -> String {
    let (lang, dir) = (attribute(lang), attribute(dir));
    let style = match inline_style {
        true => format!("<style>{}</style>", super::PAGE_CSS),
        false => format!("<link rel=\"stylesheet\" href=\"{}\">", shared("page.css")),
    };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n{meta}\
         {style}\n</head>\n"
    )
}

/// The title for windows and search results.
fn title(about: &About) -> String {
    let headline = text(&about.headline);
    match &about.publisher {
        Some(publisher) => format!("{headline} – {}", text(publisher)),
        None => headline.into_owned(),
    }
}

/// The page's own address and what others show of it, which take whole addresses.
fn sharing(about: &About, page: &str, options: &Options) -> String {
    let Some(address) = options.address(page) else {
        return String::new();
    };
    let picture = about.picture.as_ref();
    let image = picture.and_then(|picture| options.address(&picture.src));
    let of_image = picture.filter(|_| image.is_some());
    let number = |of: fn(&Picture) -> u32| of_image.map(|picture| of(picture).to_string());
    let image_type = of_image
        .filter(|picture| picture.is_card)
        .map(|_| card::TYPE);
    let published = about
        .published
        .as_ref()
        .and_then(|day| day.datetime.clone());
    let properties = [
        ("og:type", Some("article".to_owned())),
        ("og:title", Some(about.headline.clone())),
        ("og:url", Some(address.clone())),
        ("og:description", about.description.clone()),
        ("og:site_name", about.publisher.clone()),
        ("og:image", image),
        ("og:image:type", image_type.map(str::to_owned)),
        ("og:image:width", number(|picture| picture.width)),
        ("og:image:height", number(|picture| picture.height)),
        ("og:image:alt", of_image.map(|picture| picture.alt.clone())),
        ("article:published_time", published),
        ("article:modified_time", about.changed.clone()),
    ];
    let mut meta = format!(
        "<link rel=\"canonical\" href=\"{}\">\n",
        attribute(&address)
    );
    for (property, value) in properties {
        if let Some(value) = value {
            meta += &format!(
                "<meta property=\"{property}\" content=\"{}\">\n",
                attribute(&value)
            );
        }
    }
    if of_image.is_some() {
        meta += "<meta name=\"twitter:card\" content=\"summary_large_image\">\n";
    }
    meta
}

/// What stands over the explainer: the publisher, where one is named.
pub fn masthead(about: &About, has_index: bool) -> String {
    let Some(publisher) = &about.publisher else {
        return String::new();
    };
    let publisher = text(publisher);
    match has_index {
        true => format!(
            "<header class=\"masthead\"><p><a href=\"{INDEX}.html\">{publisher}</a></p></header>\n"
        ),
        false => format!("<header class=\"masthead\"><p>{publisher}</p></header>\n"),
    }
}
