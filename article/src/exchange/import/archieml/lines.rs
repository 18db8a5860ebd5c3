//! What a line of ArchieML is: a command, a key with its text, an item of a list, the mark of an object or a list.

use super::parse::DEEPEST;

/// The command of a line such as `:skip`, whatever follows it.
pub(super) fn command(line: &str) -> Option<&'static str> {
    let rest = line
        .trim_start()
        .strip_prefix(':')?
        .trim_start()
        .to_ascii_lowercase();
    ["endskip", "ignore", "skip", "end"]
        .into_iter()
        .find(|command| rest.starts_with(command))
}

/// The key and the text of a line `key: text`.
pub(super) fn key(line: &str) -> Option<(&str, &str)> {
    let (key, text) = line.split_once(':')?;
    let key = key.trim();
    (is_token(key) && key.split('.').count() <= DEEPEST).then_some((key, text))
}

/// The text of a line `* text`.
pub(super) fn element(line: &str) -> Option<&str> {
    line.trim_start().strip_prefix('*')
}

/// The mark of a line such as `[.+name]`, whether it goes on inside, whether each line is an item, and the name.
pub(super) fn scope(line: &str) -> Option<(char, bool, bool, &str)> {
    let line = line.trim_start();
    let (mark, end) = match line.chars().next()? {
        '[' => ('[', ']'),
        '{' => ('{', '}'),
        _ => return None,
    };
    let (inside, _) = line[1..].split_once(end)?;
    let inside = inside.trim();
    let name = inside.trim_start_matches(['.', '+']).trim();
    let modifiers = &inside[..inside.len() - name.len()];
    let is_name = is_token(name) || inside.is_empty();
    is_name.then_some((mark, modifiers.contains('.'), modifiers.contains('+'), name))
}

fn is_token(text: &str) -> bool {
    let allowed = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_');
    text.split('.')
        .all(|part| !part.is_empty() && part.chars().all(allowed))
}

/// A line without the backslash that keeps it from being a command.
pub(super) fn unescaped(line: &str) -> String {
    let blanks = line.len() - line.trim_start().len();
    match line[blanks..].strip_prefix('\\') {
        Some(rest) => format!("{}{rest}", &line[..blanks]),
        None => line.to_owned(),
    }
}
