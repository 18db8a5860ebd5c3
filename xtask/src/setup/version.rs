//! Versions as programs print them.

/// The version in what a program says of itself: the first word that begins with a digit, or with `v` and a digit.
pub fn version_in(text: &str) -> Option<&str> {
    text.split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// The first number of a version.
pub fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_found_in_what_each_tool_prints() {
        assert_eq!(version_in("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(version_in("wasm-bindgen 0.2.130"), Some("0.2.130"));
        assert_eq!(
            version_in("wasm-bindgen 0.2.74 (27c7a4d06)"),
            Some("0.2.74")
        );
        assert_eq!(
            version_in("wasm-opt version 132 (version_132)"),
            Some("132")
        );
        assert_eq!(version_in("v20.20.2\n"), Some("20.20.2"));
    }

    #[test]
    fn the_version_of_a_browser_is_not_mistaken_for_that_of_its_system() {
        assert_eq!(
            version_in("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)"),
            Some("156.0.8078.79")
        );
        assert_eq!(
            version_in("Google Chrome 156.0.8078.79 "),
            Some("156.0.8078.79")
        );
        assert_eq!(
            version_in("ChromeDriver 156.0.8078.79 (a21ce95c-refs/branch-heads/8078)"),
            Some("156.0.8078.79")
        );
    }

    #[test]
    fn a_text_without_a_version_has_none() {
        assert_eq!(version_in("command not found"), None);
        assert_eq!(version_in(""), None);
    }

    #[test]
    fn the_major_is_the_first_number() {
        assert_eq!(major("20.20.2"), Some(20));
        assert_eq!(major("132"), Some(132));
        assert_eq!(major("next"), None);
    }
}
