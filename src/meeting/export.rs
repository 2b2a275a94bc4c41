//! A meeting written as a meeting file: what [`super::parse`] reads back as the same meeting. Templates are filled in, so each room
//! says all of its own; what says nothing (an empty text, an empty list) is left out, as people leave it out.

use super::plan::Meeting;
use serde_json::{Map, Value};
use std::fmt::Write;

/// What stands on top of the file.
const HEAD: &str = "# A meeting as Roundtable has it. `roundtable check` reads it over, and it can be imported again.\n\n";
/// The longest list that stands in one line.
const LINE_CHARACTERS_MAX: usize = 100;
/// In which order the fields of a table are written; whatever is not named here follows by its name.
const ORDER: [&str; 45] = [
    "id",
    "date",
    "starts",
    "ends",
    "title",
    "subtitle",
    "place",
    "timezone",
    "languages",
    "kind",
    "theme",
    "description",
    "rooms",
    "questions",
    "attribution",
    "writers",
    "speaking_limit_s",
    "speaking_limits",
    "list",
    "order",
    "sections",
    "board",
    "without",
    "moderators",
    "panellists",
    "speakers",
    "polls",
    "programme",
    "delegation",
    "name",
    "class",
    "rank",
    "on_behalf_of",
    "question",
    "options",
    "min",
    "max",
    "abstain",
    "scale",
    "axes",
    "points",
    "secrecy",
    "per",
    "voters",
    "language",
];

/// The meeting as a file.
pub fn to_toml(meeting: &Meeting) -> String {
    let mut text = HEAD.to_owned();
    // Plain data can always be written down.
    if let Ok(Value::Object(fields)) = serde_json::to_value(meeting) {
        table(&mut text, "", &fields);
    }
    text
}

/// The fields of a table, those with headings of their own behind the others.
fn table(text: &mut String, path: &str, fields: &Map<String, Value>) {
    let takes_one = fields.get("kind").is_some_and(|kind| kind == "single");
    // That a ballot of this kind has one answer goes without saying, and a file does not say it.
    let goes_without = |name: &str, value: &Value| takes_one && matches!(name, "min" | "max") && *value == 1;
    let mut said: Vec<(&String, &Value)> = fields
        .iter()
        .filter(|(name, value)| says_something(name, value) && !goes_without(name, value))
        .collect();
    said.sort_by_key(|(name, value)| (has_headings(value), place(name)));
    for (name, value) in said {
        let key = key(name);
        let inner = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        match value {
            Value::Array(items) if has_headings(value) => items.iter().filter_map(Value::as_object).for_each(|item| {
                let _ = writeln!(text, "\n[[{inner}]]");
                table(text, &inner, item);
            }),
            Value::Object(items) if has_headings(value) => {
                for (tag, item) in items.iter().filter_map(|(tag, item)| Some((tag, item.as_object()?))) {
                    let heading = format!("{inner}.{}", self::key(tag));
                    let _ = writeln!(text, "\n[{heading}]");
                    table(text, &heading, item);
                }
            }
            value => {
                let _ = writeln!(text, "{key} = {}", inline(value));
            }
        }
    }
}

fn place(name: &str) -> usize {
    ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len())
}

/// Whether a field has to be written: what is left out reads as nothing said.
fn says_something(name: &str, value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(value) => *value || name != "remote",
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::Number(_) => true,
    }
}

/// Whether a value is written as tables with headings: a list of tables, or tables by name.
fn has_headings(value: &Value) -> bool {
    match value {
        Value::Array(items) => !items.is_empty() && items.iter().all(Value::is_object),
        Value::Object(fields) => !fields.is_empty() && fields.values().all(Value::is_object),
        _ => false,
    }
}

fn inline(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => list(items.iter().map(inline).collect()),
        Value::Object(fields) => {
            let said = fields.iter().filter(|(name, value)| says_something(name, value));
            let said: Vec<String> = said
                .map(|(name, value)| format!("{} = {}", key(name), inline(value)))
                .collect();
            format!("{{ {} }}", said.join(", "))
        }
        other => other.to_string(),
    }
}

fn list(items: Vec<String>) -> String {
    let characters: usize = items.iter().map(|item| item.chars().count() + 2).sum();
    if characters <= LINE_CHARACTERS_MAX {
        return format!("[{}]", items.join(", "));
    }
    let lines: String = items.iter().map(|item| format!("  {item},\n")).collect();
    format!("[\n{lines}]")
}

fn key(name: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if !name.is_empty() && name.bytes().all(is_bare) {
        name.to_owned()
    } else {
        quoted(name)
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(control));
            }
            plain => quoted.push(plain),
        }
    }
    quoted.push('"');
    quoted
}
