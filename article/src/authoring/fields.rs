//! A TOML table read field by field, so that every mistake in it is found in one go.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::nearest;
use super::problem::Problems;

/// A value and the bytes of the document it stands in.
#[derive(Clone, Debug)]
pub(super) struct Given<T> {
    pub value: T,
    pub span: Range<usize>,
}

/// The fields of one table. Each is asked for by name; [`Fields::done`] reports those nobody asked for.
pub(super) struct Fields<'t> {
    table: &'t DeTable<'t>,
    /// The bytes of the table, for what it lacks.
    pub span: Range<usize>,
    /// What the table describes, such as "an issue".
    what: &'static str,
    /// Where the TOML begins in the document.
    offset: usize,
    problems: &'t Problems,
    known: RefCell<Vec<&'static str>>,
}

impl<'t> Fields<'t> {
    pub fn new(
        table: &'t Spanned<DeTable<'t>>,
        what: &'static str,
        offset: usize,
        problems: &'t Problems,
    ) -> Self {
        let span = shift(table.span(), offset);
        Fields::of(table.get_ref(), span, what, offset, problems)
    }

    fn of(
        table: &'t DeTable<'t>,
        span: Range<usize>,
        what: &'static str,
        offset: usize,
        problems: &'t Problems,
    ) -> Self {
        let known = RefCell::default();
        Fields {
            table,
            span,
            what,
            offset,
            problems,
            known,
        }
    }

    /// A text; empty ones count as absent, with a problem.
    pub fn text(&self, key: &'static str) -> Option<Given<String>> {
        let value = self.value(key)?;
        let text = self.as_text(key, &value)?;
        if text.trim().is_empty() {
            let help = format!("write the {key}, or leave the line out");
            self.problems
                .error(value.span, format!("`{key}` is empty"), help);
            return None;
        }
        Some(Given {
            value: text.to_owned(),
            span: value.span,
        })
    }

    /// A text whose place does not matter any more.
    pub fn plain_text(&self, key: &'static str) -> Option<String> {
        self.text(key).map(|given| given.value)
    }

    /// Says that a field is known, though it is not there.
    pub fn optional<T>(&self, key: &'static str) -> Option<T> {
        self.known.borrow_mut().push(key);
        None
    }

    /// A text without which the table says nothing.
    pub fn needed_text(&self, key: &'static str) -> Option<Given<String>> {
        let absent = !self.has(key);
        let text = self.text(key);
        if absent {
            self.lacks(key, &format!("{key} = \"…\""));
        }
        text
    }

    /// A date, which authors write as a text, as a bare year or as a TOML date.
    pub fn date(&self, key: &'static str) -> Option<Given<String>> {
        let value = self.value(key)?;
        let text = match value.value {
            DeValue::Integer(year) if year.radix() == 10 => year.as_str().to_owned(),
            DeValue::Datetime(date) => date.to_string(),
            _ => self.as_text(key, &value)?.to_owned(),
        };
        Some(Given {
            value: text,
            span: value.span,
        })
    }

    /// `true` or `false`; absent is `false`.
    pub fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.value(key) else {
            return false;
        };
        let flag = value.value.as_bool();
        if flag.is_none() {
            self.mistyped(key, &value, "true or false");
        }
        flag.unwrap_or_default()
    }

    /// A number, whole or not.
    pub fn number(&self, key: &'static str) -> Option<Given<f64>> {
        let value = self.value(key)?;
        let digits = match value.value {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => "",
        };
        let number = digits.replace('_', "").parse::<f64>().ok();
        if number.is_none() {
            self.mistyped(key, &value, "a number such as 60.17");
        }
        number.map(|number| Given {
            value: number,
            span: value.span,
        })
    }

    /// A list of texts; absent is empty.
    pub fn texts(&self, key: &'static str) -> Vec<Given<String>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(items) = value.value.as_array() else {
            self.mistyped(key, &value, "a list such as [\"…\", \"…\"]");
            return Vec::new();
        };
        let item = |item: &'t Spanned<DeValue<'t>>| {
            let given = Given {
                value: item.get_ref(),
                span: shift(item.span(), self.offset),
            };
            let text = self.as_text(key, &given)?.to_owned();
            Some(Given {
                value: text,
                span: given.span,
            })
        };
        items.iter().filter_map(item).collect()
    }

    /// A table inside this one.
    pub fn table(&self, key: &'static str, what: &'static str) -> Option<Fields<'t>> {
        let value = self.value(key)?;
        let Some(table) = value.value.as_table() else {
            self.mistyped(key, &value, &format!("a table: [{key}] or {key} = {{ … }}"));
            return None;
        };
        Some(Fields::of(
            table,
            value.span,
            what,
            self.offset,
            self.problems,
        ))
    }

    /// A list of tables; absent is empty.
    pub fn tables(&self, key: &'static str, what: &'static str) -> Vec<Fields<'t>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(items) = value.value.as_array() else {
            self.mistyped(key, &value, &format!("a list of tables: [[{key}]]"));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            let span = shift(item.span(), self.offset);
            match item.get_ref().as_table() {
                Some(table) => {
                    tables.push(Fields::of(table, span, what, self.offset, self.problems))
                }
                None => {
                    let given = Given {
                        value: item.get_ref(),
                        span,
                    };
                    self.mistyped(key, &given, &format!("a table: [[{key}]]"));
                }
            }
        }
        tables
    }

    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Reports a field that is needed and is not there.
    pub fn lacks(&self, key: &str, example: &str) {
        let message = format!("{} has no `{key}`", self.what);
        self.problems
            .error(self.span.clone(), message, format!("add {example}"));
    }

    /// Reports the fields that nobody asked for.
    pub fn done(self) {
        let known = self.known.into_inner();
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if known.contains(&name) {
                continue;
            }
            let help = match nearest(name, known.iter().copied()) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => format!("{} has {}", self.what, known.join(", ")),
            };
            let message = format!("{} has no field `{name}`", self.what);
            self.problems
                .error(shift(key.span(), self.offset), message, help);
        }
    }

    fn value(&self, key: &'static str) -> Option<Given<&'t DeValue<'t>>> {
        self.known.borrow_mut().push(key);
        let value = self.table.get(key)?;
        Some(Given {
            value: value.get_ref(),
            span: shift(value.span(), self.offset),
        })
    }

    fn as_text(&self, key: &str, given: &Given<&'t DeValue<'t>>) -> Option<&'t str> {
        let text = given.value.as_str();
        if text.is_none() {
            self.mistyped(key, given, "a text in quotes");
        }
        text
    }

    fn mistyped(&self, key: &str, given: &Given<&DeValue<'_>>, wanted: &str) {
        let message = format!("`{key}` is of the wrong type ({})", given.value.type_str());
        self.problems
            .error(given.span.clone(), message, format!("write {wanted}"));
    }
}

fn shift(span: Range<usize>, offset: usize) -> Range<usize> {
    span.start + offset..span.end + offset
}
