//! ArchieML 1.0, as <https://archieml.org/spec/1.0/CR-20151015.html> has it, without the deprecated inline comments.
//!
//! Nothing in an ArchieML file is a mistake: a line that is no command is text, and text that belongs to nothing is left
//! out. Such text is kept apart here, so that an import can say so.

use super::lines::{command, element, key, scope, unescaped};

/// How deep objects and lists may lie in each other; a line that would go deeper is text.
pub(super) const DEEPEST: usize = 16;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Text(String),
    List(Vec<Value>),
    /// In the order in which keys came first.
    Object(Vec<(String, Value)>),
}

/// What a file holds.
#[derive(Debug)]
pub(super) struct Parsed {
    pub root: Value,
    /// Text that belongs to nothing, with its line, counted from 1.
    pub loose: Vec<(usize, String)>,
}

/// Parses a file.
pub(super) fn parse(text: &str) -> Parsed {
    let mut parser = Parser {
        root: Value::Object(Vec::new()),
        scopes: Vec::new(),
        last: None,
        buffer: Vec::new(),
        loose: Vec::new(),
    };
    let mut is_skipping = false;
    for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        match (command(line), is_skipping) {
            (Some("ignore"), _) => break,
            (Some("endskip"), _) => {
                is_skipping = false;
                parser.flush();
            }
            (_, true) => {}
            (Some("skip"), false) => {
                is_skipping = true;
                parser.flush();
            }
            (Some(_), false) => parser.end(),
            (None, false) => parser.line(number + 1, line),
        }
    }
    parser.flush();
    Parsed {
        root: parser.root,
        loose: parser.loose,
    }
}

/// Where a value lies.
#[derive(Clone)]
enum Step {
    Key(String),
    At(usize),
}

/// What a scope holds.
enum Kind {
    Object,
    /// A list of which nothing is known yet.
    New,
    /// A list of objects, each of which begins with this key.
    Objects(String),
    Texts,
    /// A list in which every line is an item.
    Freeform,
}

struct Scope {
    path: Vec<Step>,
    kind: Kind,
}

struct Parser {
    root: Value,
    scopes: Vec<Scope>,
    /// The text that `:end` adds the lines since to.
    last: Option<Vec<Step>>,
    /// The lines since.
    buffer: Vec<(usize, String)>,
    loose: Vec<(usize, String)>,
}

impl Parser {
    fn line(&mut self, number: usize, line: &str) {
        let done = match (scope(line), key(line), element(line)) {
            (Some((mark, nested, freeform, name)), _, _) => self.open(mark, nested, freeform, name),
            (_, Some((key, text)), _) => self.key(key, text),
            (_, _, Some(text)) => self.element(text),
            _ => false,
        };
        if done {
            return;
        }
        if let Some(Kind::Freeform) = self.scopes.last().map(|scope| &scope.kind) {
            if !line.trim().is_empty() {
                self.tagged("text", Value::Text(unescaped(line).trim().to_owned()));
            }
            return;
        }
        self.buffer.push((number, line.to_owned()));
    }

    /// Forgets the lines since the last command; those with words belong to nothing.
    fn flush(&mut self) {
        let lines = self
            .buffer
            .drain(..)
            .filter(|(_, line)| !line.trim().is_empty());
        self.loose.extend(lines);
        self.last = None;
    }

    /// Adds the lines since the last value to it.
    fn end(&mut self) {
        if let Some(path) = self.last.take() {
            let lines: Vec<_> = self
                .buffer
                .drain(..)
                .map(|(_, line)| unescaped(&line))
                .collect();
            if let Value::Text(text) = reach(&mut self.root, &path) {
                let whole = format!("{text}\n{}", lines.join("\n"));
                whole.trim_end().clone_into(text);
            }
        }
        self.flush();
    }

    /// Handles `key: text`.
    fn key(&mut self, key: &str, text: &str) -> bool {
        let text = Value::Text(text.trim().to_owned());
        let mut path = match self.scopes.last().map(|scope| &scope.kind) {
            Some(Kind::Texts) => return false,
            Some(Kind::Freeform) => {
                self.flush();
                let path = self.tagged(key, text);
                self.last = Some(path);
                return true;
            }
            _ => self.container(key),
        };
        self.flush();
        path.extend(key.split('.').map(|key| Step::Key(key.to_owned())));
        *reach(&mut self.root, &path) = text;
        self.last = Some(path);
        true
    }

    /// Handles `* text`.
    fn element(&mut self, text: &str) -> bool {
        let Some(scope) = self
            .scopes
            .last_mut()
            .filter(|scope| matches!(scope.kind, Kind::New | Kind::Texts))
        else {
            return false;
        };
        scope.kind = Kind::Texts;
        let mut path = scope.path.clone();
        self.flush();
        path.push(Step::At(
            self.push(&path, Value::Text(text.trim().to_owned())),
        ));
        self.last = Some(path);
        true
    }

    /// Handles `[name]`, `{name}`, `[]` and `{}`.
    fn open(&mut self, mark: char, nested: bool, freeform: bool, name: &str) -> bool {
        if name.is_empty() {
            self.flush();
            self.scopes.pop();
            return true;
        }
        let depth: usize = match nested {
            true => self
                .scopes
                .iter()
                .map(|scope| scope.path.len())
                .max()
                .unwrap_or(0),
            false => 0,
        };
        if depth + name.split('.').count() > DEEPEST || (nested && self.is_in_texts()) {
            return false;
        }
        self.flush();
        if !nested {
            self.scopes.clear();
        }
        let new = || match mark {
            '[' => Value::List(Vec::new()),
            _ => Value::Object(Vec::new()),
        };
        let path = match self.scopes.last().map(|scope| &scope.kind) {
            Some(Kind::Freeform) => self.tagged(name, new()),
            _ => {
                let mut path = self.container(name);
                path.extend(name.split('.').map(|key| Step::Key(key.to_owned())));
                let value = reach(&mut self.root, &path);
                // An object goes on where it was left; a list begins anew.
                if mark == '[' || !matches!(value, Value::Object(_)) {
                    *value = new();
                }
                path
            }
        };
        let kind = match (mark, freeform) {
            ('[', true) => Kind::Freeform,
            ('[', false) => Kind::New,
            _ => Kind::Object,
        };
        self.scopes.push(Scope { path, kind });
        true
    }

    fn is_in_texts(&self) -> bool {
        matches!(
            self.scopes.last().map(|scope| &scope.kind),
            Some(Kind::Texts)
        )
    }

    /// The object that a key belongs to. In a list of objects the key it began with begins another.
    fn container(&mut self, key: &str) -> Vec<Step> {
        let Some(scope) = self.scopes.last_mut() else {
            return Vec::new();
        };
        let mut path = scope.path.clone();
        let begins = match &scope.kind {
            Kind::Objects(first) => first == key,
            Kind::New => {
                scope.kind = Kind::Objects(key.to_owned());
                true
            }
            _ => return path,
        };
        let at = match (begins, reach(&mut self.root, &path)) {
            (false, Value::List(items)) if !items.is_empty() => items.len() - 1,
            _ => self.push(&path, Value::Object(Vec::new())),
        };
        path.push(Step::At(at));
        path
    }

    /// Adds an item to the freeform list that is open, and says where its value lies.
    fn tagged(&mut self, kind: &str, value: Value) -> Vec<Step> {
        let mut path = self
            .scopes
            .last()
            .map(|scope| scope.path.clone())
            .unwrap_or_default();
        let item = vec![
            ("type".to_owned(), Value::Text(kind.to_owned())),
            ("value".to_owned(), value),
        ];
        let at = self.push(&path, Value::Object(item));
        path.extend([Step::At(at), Step::Key("value".to_owned())]);
        path
    }

    /// Adds an item to a list, and says which it is.
    fn push(&mut self, list: &[Step], item: Value) -> usize {
        let list = reach(&mut self.root, list);
        if !matches!(list, Value::List(_)) {
            *list = Value::List(Vec::new());
        }
        let Value::List(items) = list else { return 0 };
        items.push(item);
        items.len() - 1
    }
}

/// The value at a path. What is not there, or is of another kind, is made.
fn reach<'v>(mut value: &'v mut Value, path: &[Step]) -> &'v mut Value {
    for step in path {
        value = match step {
            Step::Key(key) => {
                if !matches!(value, Value::Object(_)) {
                    *value = Value::Object(Vec::new());
                }
                let Value::Object(fields) = value else {
                    return value;
                };
                let at = fields
                    .iter()
                    .position(|(name, _)| name == key)
                    .unwrap_or_else(|| {
                        fields.push((key.clone(), Value::Text(String::new())));
                        fields.len() - 1
                    });
                &mut fields[at].1
            }
            Step::At(at) => {
                if !matches!(value, Value::List(_)) {
                    *value = Value::List(Vec::new());
                }
                let Value::List(items) = value else {
                    return value;
                };
                while items.len() <= *at {
                    items.push(Value::Object(Vec::new()));
                }
                &mut items[*at]
            }
        };
    }
    value
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
