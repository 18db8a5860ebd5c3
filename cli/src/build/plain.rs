//! The explainer as plain HTML, for editors of web pages (CMS) that let neither elements of their own, nor templates, nor
//! scripts, nor styles through. [`html`] makes it of the very views that the other files show.
//!
//! It is what WordPress' filter, DOMPurify and sanitize-html leave whole: text, headings, lists, quotations, figures and
//! `<details>`. What is comfort only needs the widget and is left out. In a page the ids stand under the anchor that the
//! links name, and so the links work by themselves. Where the element's script is in the page, it takes this for its own
//! (`src/element/adopt.js`).

use std::cell::Cell;

use anyhow::Result;
use article_explainer::contract::{ARTICLE, CITATION, STRINGS};
use article_explainer::edition::Setting;
use html_escape::{decode_html_entities, encode_double_quoted_attribute as attribute};
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};

use super::options::Options;

/// What goes with all that is in it: controls, notes, drawings, and what says again what is said beside it.
const COMFORT: &str = "button, svg, [hidden], .skip, .filter, .periods, .notes, .map, .dock, .hash, .gap, [role=status], .numeral, \
    .related, .related-label, .card-title, .dated .when, .dated .quote";

/// The tags that stay, each on a line of its own for whoever edits it. Filters that make paragraphs of lines know them.
const BLOCKS: &str =
    "blockquote dd details dl dt figcaption figure h2 h3 h4 h5 h6 li ol p summary ul";

/// The tags among words that stay.
const WORDS: &str = "a br cite em img small strong";

/// The tags that stay where an attribute does: without one they say nothing.
const BARE: &str = "div span";

/// The attributes that stay. All other tags and attributes go, and what the tags hold stays.
const ATTRIBUTES: &str = "alt dir height href id lang open src start title width";

/// The plain HTML of the rendered views, for an element with this `src`.
pub fn html(rendered: &str, src: &str, options: &Options) -> Result<String> {
    // The first element is the explainer as a whole.
    let is_root = Cell::new(true);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(COMFORT, |element| {
            element.remove();
            HandlerResult::Ok(())
        }))
        .append_element_content_handler(element!("[part=section]", |section| {
            section.set_tag_name("div")?;
            HandlerResult::Ok(())
        }))
        .append_element_content_handler(element!("[part=issues], [part=timeline]", |section| {
            let label = section.get_attribute("aria-label").unwrap_or_default();
            section.prepend(&format!("\n<h3>{label}</h3>"), ContentType::Html);
            HandlerResult::Ok(())
        }))
        // Without a style the issues of a stance are a list below its label, and do not open with it.
        .append_element_content_handler(element!(".stance", |stance| {
            stance.set_tag_name("section")?;
            HandlerResult::Ok(())
        }))
        .append_element_content_handler(element!(".stance > summary", |summary| {
            summary.set_tag_name("h4")?;
            HandlerResult::Ok(())
        }))
        // What opens an issue is one line: without a style a heading would stand below the sign that it opens.
        .append_element_content_handler(element!("[part=issue-title]", |title| {
            title.set_tag_name("strong")?;
            HandlerResult::Ok(())
        }))
        // A rule between issues keeps their one-line targets apart (WCAG 2.2, 2.5.8).
        .append_element_content_handler(element!("[part=issue]:not(:first-of-type)", |issue| {
            issue.before("\n<hr>", ContentType::Html);
            HandlerResult::Ok(())
        }))
        .append_element_content_handler(element!("[part=event-title]", |title| {
            title.before("<br>", ContentType::Html);
            title.set_tag_name("strong")?;
            HandlerResult::Ok(())
        }))
        .append_element_content_handler(element!("*", |element| {
            if is_root.replace(false) {
                return root(element, src);
            }
            match element.removed() {
                true => Ok(()),
                false => tidy(element, options),
            }
        }));
    let html = rewrite_str(rendered, settings)?;
    Ok(html.trim().to_owned() + "\n")
}

/// Makes the explainer as a whole what the element's script looks for.
fn root(element: &mut Element<'_, '_>, src: &str) -> HandlerResult {
    element.set_tag_name("div")?;
    for name in ["part", ARTICLE, STRINGS, CITATION] {
        element.remove_attribute(name);
    }
    element.set_attribute("class", "article-explainer")?;
    element.set_attribute("data-explainer-src", &attribute(src))?;
    Ok(())
}

/// Leaves of an element what filters leave.
fn tidy(element: &mut Element<'_, '_>, options: &Options) -> HandlerResult {
    let names: Vec<_> = element
        .attributes()
        .iter()
        .map(|each| each.name())
        .collect();
    let mut is_bare = true;
    for name in names {
        let value = element.get_attribute(&name).unwrap_or_default();
        let says = match name.as_str() {
            // Such ids are those of cards and lists that buttons open.
            "id" => !value.starts_with('_'),
            "title" => !value.is_empty(),
            name => is_among(ATTRIBUTES, name),
        };
        if !says {
            element.remove_attribute(&name);
            continue;
        }
        is_bare = false;
        match name.as_str() {
            "id" => element.set_attribute("id", &format!("{}-{value}", Setting::ANCHOR))?,
            "href" | "src" if !value.starts_with('#') => {
                let address = options.followed_from_elsewhere(&decode_html_entities(&value));
                element.set_attribute(&name, &attribute(&address))?;
            }
            _ => {}
        }
    }
    let tag = element.tag_name();
    let is_block = is_among(BLOCKS, &tag);
    let has_a_say = !is_bare && is_among(BARE, &tag);
    if !is_block && !has_a_say && !is_among(WORDS, &tag) {
        element.remove_and_keep_content();
    } else if is_block || tag == "div" {
        element.before("\n", ContentType::Text);
    }
    Ok(())
}

/// Whether a list has a name in it.
fn is_among(list: &str, name: &str) -> bool {
    list.split(' ').any(|each| each == name)
}
