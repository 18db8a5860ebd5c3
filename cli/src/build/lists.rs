//! Files about all documents of a run: the page that lists them, their addresses, the sitemap.

use std::cmp::Reverse;

use article::Language;
use article_explainer::words::Words;
use html_escape::{encode_double_quoted_attribute as attribute, encode_text as text};

use super::article::{About, Day};
use super::names::INDEX;
use super::options::Options;
use super::page::begin;

/// An article in a list: its name and what is said of it.
pub type Listed<'l> = (&'l str, &'l About);

/// The lists, each with its file's name: the index where there are several articles, and those for search engines
/// where the addresses are known.
pub fn all(articles: &[Listed<'_>], options: &Options) -> Vec<(String, String)> {
    let mut lists = Vec::new();
    if options.has_index {
        lists.push((format!("{INDEX}.html"), index(articles, options)));
    }
    let address = |(name, about): &Listed<'_>| {
        Some((
            options.address(&format!("{name}.html"))?,
            about.changed.clone(),
        ))
    };
    let addresses: Option<Vec<_>> = articles.iter().map(address).collect();
    if let Some(addresses) = addresses {
        let lines = addresses.iter().map(|(address, _)| format!("{address}\n"));
        lists.push(("urls.txt".to_owned(), lines.collect()));
        lists.push(("sitemap.xml".to_owned(), sitemap(&addresses)));
    }
    lists
}

/// The page that lists the articles, the newest first.
fn index(articles: &[Listed<'_>], options: &Options) -> String {
    let mut articles = articles.to_vec();
    articles.sort_by_key(|(_, about)| {
        Reverse(
            about
                .published
                .as_ref()
                .and_then(|day| day.datetime.clone()),
        )
    });
    let first = articles.first().map(|(_, about)| *about);
    let same = |of: fn(&About) -> Option<&str>| {
        let value = of(first?)?;
        articles
            .iter()
            .all(|(_, about)| of(about) == Some(value))
            .then_some(value)
    };
    // Articles of several languages say their own, each; the list then speaks the program's first.
    let lang = same(|about| Some(&about.lang)).unwrap_or(Language::default().tag());
    let language = Language::from_tag(lang).unwrap_or_default();
    let words = Words::of(language);
    let word = &*words.articles;
    let heading = same(|about| about.publisher.as_deref())
        .or(options.host())
        .unwrap_or(word);
    let dir = same(|about| Some(&about.dir)).unwrap_or("ltr");
    let title = match heading == word {
        true => word.to_owned(),
        false => format!("{word} – {}", text(heading)),
    };
    let items: String = articles.iter().map(|article| item(article, lang)).collect();
    format!(
        "{}<body>\n<header class=\"masthead\"><h1>{}</h1></header>\n<main>\n<ul class=\"articles\">\n{items}</ul>\n</main>\n</body>\n</html>\n",
        begin(lang, dir, &title, "", options.inline_style),
        text(heading),
    )
}

fn item((name, about): &Listed<'_>, page_lang: &str) -> String {
    let lang = match about.lang == page_lang {
        true => String::new(),
        false => format!(
            " lang=\"{}\" dir=\"{}\"",
            attribute(&about.lang),
            attribute(&about.dir)
        ),
    };
    let kind = about.kind.as_ref().map(|kind| text(kind).into_owned());
    let day = about
        .published
        .as_ref()
        .map(|Day { label, datetime }| match datetime {
            Some(datetime) => format!("<time datetime=\"{datetime}\">{}</time>", text(label)),
            None => text(label).into_owned(),
        });
    let small: Vec<_> = [kind, day].into_iter().flatten().collect();
    let small = match small.is_empty() {
        true => String::new(),
        false => format!("<p class=\"about\">{}</p>", small.join(" · ")),
    };
    let description = about
        .description
        .as_ref()
        .map_or(String::new(), |words| format!("<p>{}</p>", text(words)));
    format!(
        "<li{lang}>{small}<h2><a href=\"{}.html\">{}</a></h2>{description}</li>\n",
        attribute(name),
        text(&about.headline),
    )
}

/// A sitemap, as sitemaps.org has it.
fn sitemap(addresses: &[(String, Option<String>)]) -> String {
    let entry = |(address, changed): &(String, Option<String>)| {
        let changed = changed.as_ref().map_or(String::new(), |date| {
            format!("<lastmod>{}</lastmod>", attribute(date))
        });
        format!("<url><loc>{}</loc>{changed}</url>\n", attribute(address))
    };
    let entries: String = addresses.iter().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}
