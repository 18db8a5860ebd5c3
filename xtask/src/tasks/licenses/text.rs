//! The list of what the bundle is made of, written: who and what first, then every text once.

use std::fmt::Write;

use super::crates::Crate;

/// What stands above the list.
const HEAD: &str = "\
What the bundle of article-explainer is made of, besides its own code
=====================================================================

article-explainer itself is licensed under MIT (text 1) or Apache 2.0 (https://www.apache.org/licenses/LICENSE-2.0), as you
like. The article that is built in is its publisher's, credited in it, and not under these licences.

The programs (full.wasm and light.wasm) and the scripts around them are compiled with these Rust crates. Where one may be
had under MIT or another licence, it is used under MIT. Numbers are those of the texts below.

";

/// What is in the bundle that is no crate.
const BESIDES: &str = "
Besides:

- Rust's standard library, with the crates that it is built with (compiler_builtins, dlmalloc, hashbrown, libm and others):
  MIT OR Apache-2.0, by the Rust Project's contributors, https://www.rust-lang.org/policies/licenses. MIT: {mit}
- Words of dates, from the Unicode Common Locale Data Repository (CLDR): Unicode-3.0. {cldr}
- The map, made from Natural Earth, https://www.naturalearthdata.com. It is in the public domain.
";

/// The project's own licence, or one of them.
const MIT: &str = include_str!("../../../../LICENSE-MIT");

/// Texts in the order in which they are first needed, numbered from 1.
#[derive(Default)]
struct Texts(Vec<(String, Vec<String>)>);

impl Texts {
    /// The number of a text that somebody is licensed under.
    fn number(&mut self, text: &str, of: &str) -> usize {
        let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
        let text = lines.join("\n");
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let known = self
            .0
            .iter()
            .position(|(known, _)| words(known) == words(&text));
        let number = known.unwrap_or(self.0.len());
        if known.is_none() {
            self.0.push((text, Vec::new()));
        }
        let of = of.to_owned();
        if !self.0[number].1.contains(&of) {
            self.0[number].1.push(of);
        }
        number + 1
    }
}

/// Writes the list. Writing to a string can't fail.
pub fn list(crates: &[Crate], cldr: &str) -> String {
    let mut list = HEAD.to_owned();
    let mut texts = Texts::default();
    texts.number(MIT, "article-explainer");
    for it in crates {
        let mut numbers: Vec<String> = Vec::new();
        for text in &it.texts {
            numbers.push(texts.number(text, &it.name).to_string());
        }
        let _ = match &numbers[..] {
            [] => {
                let number = texts.number(&mit(), "those whose packages bring no text");
                let by = it.authors.join(", ");
                writeln!(list, "- {}: {}, by {by}. {number}", it.name, it.licence)
            }
            numbers => writeln!(
                list,
                "- {}: {}. {}",
                it.name,
                it.licence,
                numbers.join(", ")
            ),
        };
    }
    let mit = texts.number(&mit(), "Rust's standard library");
    let cldr = texts.number(cldr, "CLDR");
    let besides = BESIDES.replace("{mit}", &mit.to_string());
    list += &besides.replace("{cldr}", &cldr.to_string());
    for (number, (text, of)) in texts.0.iter().enumerate() {
        let _ = write!(
            list,
            "\n\n--- {}: {} ---\n\n{text}\n",
            number + 1,
            of.join(", ")
        );
    }
    list
}

/// The MIT licence for those whose packages bring no text: without the line that says whose the project is.
fn mit() -> String {
    let lines = MIT.lines().filter(|line| !line.starts_with("Copyright "));
    lines
        .collect::<Vec<_>>()
        .join("\n")
        .replace("\n\n\n", "\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn it(name: &str, texts: &[&str]) -> Crate {
        Crate {
            name: name.to_owned(),
            licence: "MIT".to_owned(),
            authors: vec!["Ada".to_owned()],
            texts: texts.iter().map(|text| (*text).to_owned()).collect(),
        }
    }

    #[test]
    fn a_text_that_two_share_is_written_once_however_its_lines_are_broken() {
        let list = list(
            &[
                it("a-1", &["Do as\nyou like"]),
                it("b-2", &["Do as you\r\nlike\n"]),
            ],
            "Unicode",
        );
        assert!(list.contains("- a-1: MIT. 2\n- b-2: MIT. 2\n"), "{list}");
        assert!(
            list.contains("--- 2: a-1, b-2 ---\n\nDo as\nyou like\n"),
            "{list}"
        );
        assert!(!list.contains("Do as you\nlike"), "{list}");
    }

    #[test]
    fn where_a_package_brings_no_text_its_authors_are_named() {
        let list = list(&[it("a-1", &[])], "Unicode");
        assert!(list.contains("- a-1: MIT, by Ada. 2\n"), "{list}");
        let terms = list
            .split("--- 2: those whose packages bring no text")
            .nth(1);
        let terms = terms.unwrap_or_default();
        assert!(terms.contains("Permission is hereby granted"), "{list}");
        assert!(!terms.contains("Copyright (c)"), "{list}");
    }

    #[test]
    fn what_is_no_crate_is_listed_with_its_text() {
        let list = list(&[], "Unicode's terms");
        assert!(list.contains("(CLDR): Unicode-3.0. 3\n"), "{list}");
        assert!(
            list.ends_with("--- 3: CLDR ---\n\nUnicode's terms\n"),
            "{list}"
        );
        assert!(list.contains("Natural Earth"), "{list}");
    }
}
