//! TOML tables, written line by line.

use std::fmt::Display;

use toml_writer::TomlStringBuilder;

/// The lines of a table, or the parts of one that stands in a line.
#[derive(Default)]
pub(super) struct Table(Vec<String>);

impl Table {
    /// A text.
    pub fn text(&mut self, key: &str, text: &str) {
        self.0.push(format!("{key} = {}", quoted(text)));
    }

    /// A text, where there is one.
    pub fn optional(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    /// `true`, where it is; what is absent is `false`.
    pub fn flag(&mut self, key: &str, flag: bool) {
        if flag {
            self.0.push(format!("{key} = true"));
        }
    }

    /// A number.
    pub fn number(&mut self, key: &str, number: impl Display) {
        self.0.push(format!("{key} = {number}"));
    }

    /// A list of texts, where there are any.
    pub fn texts<'t>(&mut self, key: &str, texts: impl Iterator<Item = &'t str>) {
        let texts: Vec<_> = texts.map(quoted).collect();
        if !texts.is_empty() {
            self.0.push(format!("{key} = [{}]", texts.join(", ")));
        }
    }

    /// A table inside this one, in a line.
    pub fn inside(&mut self, key: &str, table: Table) {
        let parts = table.0.join(", ");
        self.0.push(format!("{key} = {{ {parts} }}"));
    }

    /// The table as lines, under a heading such as `[labels]`; nothing where there is nothing in it.
    pub fn write(self, heading: &str, to: &mut String) {
        if self.0.is_empty() {
            return;
        }
        if !heading.is_empty() {
            to.push_str(&format!("\n{heading}\n"));
        }
        for line in self.0 {
            to.push_str(&line);
            to.push('\n');
        }
    }
}

/// A text in quotes. It stays in its line: a line of its own could be taken for the end of the front matter.
fn quoted(text: &str) -> String {
    let text = TomlStringBuilder::new(text);
    let quoted = text.as_basic_pretty().unwrap_or_else(|| text.as_basic());
    let mut written = String::new();
    // Writing to a string does not fail.
    let _ = toml_writer::TomlWrite::value(&mut written, quoted);
    written
}
