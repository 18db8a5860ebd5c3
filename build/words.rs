//! The words of the interface: Fluent files become one Rust struct and a catalogue a language.
//!
//! English is the pattern. Its messages are the fields, its comments their documentation, and its texts what is said
//! where a catalogue is not there. A language that lacks a message, has one too many or uses other variables stops the
//! build.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use article::Language;
use article::authoring::months;
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser::parse;
use serde_json::{Map, Value};

/// What the interface says in one place.
#[derive(Debug)]
pub struct Message {
    key: String,
    /// The text; a variable stands in braces.
    text: String,
    variables: BTreeSet<String>,
    comment: String,
}

/// Reads the messages of a language. Each problem is a line with its file and what to do.
pub fn read(file: &Path) -> Result<Vec<Message>, Vec<String>> {
    let name = file.display();
    let source = fs::read_to_string(file).map_err(|error| vec![format!("{name}: {error}")])?;
    let line = |at: usize| source[..at.min(source.len())].lines().count().max(1);
    let resource = parse(source.as_str()).map_err(|(_, errors)| {
        let said = |error: &fluent_syntax::parser::ParserError| {
            format!("{name}:{}: {}", line(error.pos.start), error.kind)
        };
        errors.iter().map(said).collect::<Vec<_>>()
    })?;
    let mut messages = Vec::new();
    let mut problems = Vec::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let key = message.id.name;
        let at = source.find(&format!("\n{key} =")).map_or(0, |at| at + 1);
        match message.value.as_ref().map(text) {
            Some(Ok((text, variables))) => messages.push(Message {
                key: key.to_owned(),
                text,
                variables,
                comment: message
                    .comment
                    .map_or(String::new(), |comment| comment.content.join(" ")),
            }),
            _ => problems.push(format!(
                "{name}:{}: `{key}` has to be one text, or one text for each plural form; besides words it may hold {{ $variables }}",
                line(at)
            )),
        }
    }
    if problems.is_empty() {
        Ok(messages)
    } else {
        Err(problems)
    }
}

/// A pattern as text with its variables in braces. One that selects a plural form is a text with a line for each: its category, a
/// tab, and its text.
fn text(pattern: &Pattern<&str>) -> Result<(String, BTreeSet<String>), ()> {
    if let [
        PatternElement::Placeable {
            expression: Expression::Select { variants, .. },
        },
    ] = &pattern.elements[..]
    {
        let mut lines = Vec::new();
        let mut variables = BTreeSet::new();
        for variant in variants {
            let VariantKey::Identifier { name } = variant.key else {
                return Err(());
            };
            let (form, used) = text(&variant.value)?;
            lines.push(format!("{name}\t{form}"));
            variables.extend(used);
        }
        return Ok((lines.join("\n"), variables));
    }
    let mut text = String::new();
    let mut variables = BTreeSet::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                text.push('{');
                text.push_str(id.name);
                text.push('}');
                variables.insert(id.name.to_owned());
            }
            PatternElement::Placeable { .. } => return Err(()),
        }
    }
    Ok((text, variables))
}

/// What keeps a language from saying all that English does.
pub fn compare(
    english: &[Message],
    other: &[Message],
    language: Language,
    file: &Path,
) -> Vec<String> {
    let name = file.display();
    let mut problems = Vec::new();
    let categories: BTreeSet<_> = (0..=102).map(|number| language.plural(number)).collect();
    for Message { key, text, .. } in other.iter().filter(|message| message.text.contains('\t')) {
        for category in &categories {
            // No message counts nothing.
            let is_there = text
                .lines()
                .any(|line| line.starts_with(&format!("{category}\t")));
            if *category != "zero" && !is_there {
                problems.push(format!(
                    "{name}: `{key}` lacks the plural form `{category}`"
                ));
            }
        }
    }
    for message in english {
        let key = &message.key;
        match other
            .iter()
            .filter(|each| each.key == *key)
            .collect::<Vec<_>>()[..]
        {
            [] => problems.push(format!(
                "{name}: lacks `{key}`, in English “{}”",
                message.text
            )),
            [one] if one.variables != message.variables => problems.push(format!(
                "{name}: `{key}` has other variables than in English, “{}”",
                message.text
            )),
            [_] => {}
            _ => problems.push(format!("{name}: has `{key}` more than once")),
        }
    }
    for message in other {
        if !english.iter().any(|each| each.key == message.key) {
            problems.push(format!(
                "{name}: has `{}`, which English does not have",
                message.key
            ));
        }
    }
    problems
}

/// The struct `Words`, with a field a message and the English texts.
pub fn code(english: &[Message]) -> Result<String, std::fmt::Error> {
    let mut fields = String::new();
    let mut values = String::new();
    for Message {
        key, text, comment, ..
    } in english
    {
        let field = key.replace('-', "_");
        writeln!(fields, "/// {comment}\npub {field}: AttrValue,")?;
        writeln!(values, "{field}: word({key:?}, {text:?}),")?;
    }
    let mut names = String::new();
    for (number, month) in (1..).zip(months(Language::English)) {
        write!(names, "word(\"month-{number}\", {month:?}),")?;
    }
    Ok(format!(
        "/// The words of the interface in one language.\n\
         #[derive(Clone, Debug, PartialEq)]\npub struct Words {{\n{fields}\
         /// The months, as they are written beside it; `{{year}}` stands for the year.\npub months: [AttrValue; 12],\n}}\n\
         impl Words {{\n/// The words that `find` has by their keys, and English ones for those it has not.\n\
         pub fn find(find: &dyn Fn(&str) -> Option<String>) -> Self {{\n\
         let word = |key: &str, english: &'static str| find(key).map_or(AttrValue::Static(english), AttrValue::from);\n\
         Words {{\n{values}months: [{names}],\n}}\n}}\n}}\n"
    ))
}

/// The messages of a language, and what CLDR knows of its dates, as JSON.
pub fn catalogue(messages: &[Message], language: Language) -> String {
    let mut words: Map<String, Value> = messages
        .iter()
        .map(|message| (message.key.clone(), message.text.as_str().into()))
        .collect();
    for (number, month) in (1..).zip(months(language)) {
        words.insert(format!("month-{number}"), month.into());
    }
    Value::Object(words).to_string()
}

/// Reads every language in `folder` and writes what the widget takes in to `out`. Returns the problems.
pub fn write(folder: &Path, out: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let file = |language: Language| folder.join(format!("{}.ftl", language.tag()));
    let english = match read(&file(Language::English)) {
        Ok(english) => english,
        Err(problems) => return Ok(problems),
    };
    fs::write(out.join("words.rs"), code(&english)?)?;
    let mut problems = Vec::new();
    for language in Language::ALL {
        let file = file(language);
        match read(&file) {
            Ok(messages) => {
                problems.extend(compare(&english, &messages, language, &file));
                let name = format!("words.{}.json", language.tag());
                fs::write(out.join(name), catalogue(&messages, language))?;
            }
            Err(found) => problems.extend(found),
        }
    }
    Ok(problems)
}
