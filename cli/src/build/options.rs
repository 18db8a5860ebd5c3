//! What holds for all pages of a run, addresses above all.

use anyhow::{Context, Result, bail};
use article_explainer::prerender::Stylesheet;
use url::Url;

use super::SHARED;
use crate::arguments::Build;

/// What holds for all pages of a run.
pub struct Options {
    /// The address of the output folder, with a slash at its end.
    base: Option<Url>,
    /// Whether there is a page that lists the articles.
    pub has_index: bool,
    /// Whether pages carry their stylesheets inside.
    pub inline_style: bool,
}

impl Options {
    /// Reads the options. Fails where the base address is none.
    pub fn of(build: &Build) -> Result<Self> {
        Ok(Options {
            base: build.base_url.as_deref().map(base).transpose()?,
            has_index: build.files.len() > 1,
            inline_style: build.inline_style,
        })
    }

    /// Whether the folder's address is known, and with it those of its files.
    pub fn has_addresses(&self) -> bool {
        self.base.is_some()
    }

    /// The whole address of a file of the output folder, where the folder's address is known.
    pub fn address(&self, file: &str) -> Option<String> {
        let base = self.base.as_ref()?;
        // Names hold nothing that an address reads as anything else.
        base.join(file).ok().map(String::from)
    }

    /// The address of a file for pages that stand elsewhere: whole where it can be.
    pub fn seen_from_elsewhere(&self, file: &str) -> String {
        self.address(file).unwrap_or_else(|| file.to_owned())
    }

    /// An address that a document in the folder has, for pages that stand elsewhere: whole where it can be.
    pub fn followed_from_elsewhere(&self, address: &str) -> String {
        match Url::parse(address) {
            Err(url::ParseError::RelativeUrlWithoutBase) => self.seen_from_elsewhere(address),
            _ => address.to_owned(),
        }
    }

    /// The host of the folder's address.
    pub fn host(&self) -> Option<&str> {
        self.base.as_ref()?.host_str()
    }

    /// Where the looks of explainers come from, whose file has this address.
    pub fn stylesheet<'a>(&self, address: &'a str) -> Stylesheet<'a> {
        Stylesheet::of(address, self.inline_style)
    }

    /// A text that differs where the pages of a document do.
    pub fn mark(&self) -> String {
        let base = self.base.as_ref().map_or("", Url::as_str);
        format!("{base} {} {}", self.has_index, self.inline_style)
    }
}

/// The address of a file that all pages share, as seen from beside the pages.
pub fn shared(file: &str) -> String {
    format!("{SHARED}/{file}")
}

fn base(text: &str) -> Result<Url> {
    let mend = "write the whole address of the folder, such as https://example.org/explainers/";
    let mut url =
        Url::parse(text).with_context(|| format!("--base-url {text} is not an address; {mend}"))?;
    if !matches!(url.scheme(), "https" | "http")
        || url.query().is_some()
        || url.fragment().is_some()
    {
        bail!("--base-url {text} is not the address of a folder on the web; {mend}");
    }
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(base_url: &str) -> Result<Options> {
        Ok(Options {
            base: Some(base(base_url)?),
            has_index: false,
            inline_style: false,
        })
    }

    #[test]
    fn addresses_are_whole_whether_the_folder_ends_with_a_slash_or_not() {
        for base in ["https://example.org/a b", "https://example.org/a%20b/"] {
            let address = options(base)
                .ok()
                .and_then(|options| options.address("мир.html"));
            let expected = "https://example.org/a%20b/%D0%BC%D0%B8%D1%80.html";
            assert_eq!(address.as_deref(), Some(expected));
        }
    }

    #[test]
    fn what_is_not_the_address_of_a_folder_on_the_web_is_refused() {
        for base in [
            "example.org",
            "/explainers",
            "ftp://example.org/",
            "https://example.org/?page=",
            "https://e.org/#a",
        ] {
            assert!(options(base).is_err(), "{base}");
        }
    }
}
