//! Links that are safe to follow.

use serde::{Deserialize, Serialize};

/// A link that is safe to show: `https:`, `http:`, `mailto:` or `tel:`, or one without a scheme,
/// which is relative to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Url(String);

impl Url {
    /// The link as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a string is not a [`Url`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UrlError {
    /// There is nothing in it.
    Empty,
    /// It names a scheme that can run code or is of no use in a page.
    Scheme(String),
    /// It holds a control character, which browsers drop and attackers use.
    Control,
}

impl std::fmt::Display for UrlError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            UrlError::Empty => f.write_str("a link leads nowhere"),
            UrlError::Scheme(scheme) => write!(f, "a link with `{scheme}:` is not allowed"),
            UrlError::Control => f.write_str("a link holds an invisible control character"),
        }
    }
}

impl std::error::Error for UrlError {}

impl UrlError {
    /// What to write instead.
    pub fn mend(&self) -> &'static str {
        "write an address that begins with https:, http:, mailto: or tel:, or one that is relative to the page"
    }
}

impl TryFrom<String> for Url {
    type Error = UrlError;

    fn try_from(text: String) -> Result<Self, UrlError> {
        if text.trim().is_empty() {
            return Err(UrlError::Empty);
        }
        if text.chars().any(|c| c.is_control()) {
            return Err(UrlError::Control);
        }
        // A scheme ends at the first colon that comes before any slash, question mark or hash.
        let head = text.split(['/', '?', '#']).next().unwrap_or_default();
        let Some((scheme, _)) = head.split_once(':') else {
            return Ok(Url(text));
        };
        let scheme = scheme.to_ascii_lowercase();
        match scheme.as_str() {
            "https" | "http" | "mailto" | "tel" => Ok(Url(text)),
            _ => Err(UrlError::Scheme(scheme)),
        }
    }
}

impl From<Url> for String {
    fn from(url: Url) -> String {
        url.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_the_web_and_relative_ones_are_safe() {
        for text in [
            "https://example.org/a:b",
            "HTTP://example.org",
            "mailto:desk@example.org",
            "report.html",
            "/a?b=c:d",
            "#note:1",
        ] {
            assert!(Url::try_from(text.to_owned()).is_ok(), "{text}");
        }
    }

    #[test]
    fn links_that_can_run_code_or_lead_nowhere_are_refused() {
        for text in [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,<script>",
            "vbscript:x",
            "",
            " https://example.org",
        ] {
            assert!(Url::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
