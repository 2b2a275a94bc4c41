//! A value of the file and where it stands, read as what it should be.

use super::Remark;
use super::said::{Right, Said};
use serde_json::Value;

/// Errors and warnings that are told; a file that is wrong throughout would say the same a thousand times.
const REMARKS_MAX: usize = 200;

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Report {
    /// What is wrong.
    pub(super) errors: Vec<Remark>,
    /// What is left out.
    pub(super) warnings: Vec<Remark>,
}

impl Report {
    /// Notes an error.
    pub(super) fn wrong(&mut self, path: &str, said: Said) {
        note(&mut self.errors, path, said);
    }

    /// Notes what is left out.
    pub(super) fn warn(&mut self, path: &str, said: Said) {
        note(&mut self.warnings, path, said);
    }
}

fn note(remarks: &mut Vec<Remark>, path: &str, said: Said) {
    if remarks.len() < REMARKS_MAX {
        remarks.push(Remark::new(path, said));
    }
}

/// A value and its path.
#[derive(Debug, Clone)]
pub(super) struct Node<'a> {
    /// Where it stands.
    pub(super) path: String,
    value: &'a Value,
}

impl<'a> Node<'a> {
    /// The whole file.
    pub(super) fn of(value: &'a Value) -> Self {
        Self {
            path: String::new(),
            value,
        }
    }

    /// Whether it is a table with such a field.
    pub(super) fn has(&self, field: &str) -> bool {
        self.value.get(field).is_some()
    }

    /// A field, where it is there and not null.
    pub(super) fn field(&self, name: &str) -> Option<Self> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        let path = if self.path.is_empty() {
            name.to_owned()
        } else {
            format!("{}.{name}", self.path)
        };
        Some(Node { path, value })
    }

    /// A field that has to be there.
    pub(super) fn required(&self, name: &'static str, right: Right, report: &mut Report) -> Option<Self> {
        let found = self.field(name);
        if found.is_none() {
            report.wrong(&self.path, Said::Missing { name, right });
        }
        found
    }

    /// The items of a list.
    pub(super) fn items(&self, report: &mut Report) -> Vec<Self> {
        let Value::Array(items) = self.value else {
            report.wrong(&self.path, Said::NoList);
            return Vec::new();
        };
        let numbered = items.iter().enumerate();
        numbered
            .map(|(at, value)| Node {
                path: format!("{}[{at}]", self.path),
                value,
            })
            .collect()
    }

    /// The fields of a table, each with its name.
    pub(super) fn fields(&self, report: &mut Report) -> Vec<(String, Self)> {
        match self.value {
            Value::Object(fields) => fields
                .iter()
                .map(|(name, value)| {
                    let path = format!("{}[{}]", self.path, Value::from(name.as_str()));
                    (name.clone(), Node { path, value })
                })
                .collect(),
            // Where there is nothing, some write an empty list for an empty table.
            Value::Array(items) if items.is_empty() => Vec::new(),
            _ => {
                report.wrong(&self.path, Said::NoTable);
                Vec::new()
            }
        }
    }

    /// A text or a number as it is written; of a text in several languages the English one, else the first.
    pub(super) fn text(&self) -> Option<String> {
        match self.value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Object(translated) => {
                let chosen = translated.get("en").or_else(|| translated.values().next())?;
                chosen.as_str().map(str::to_owned)
            }
            _ => None,
        }
    }

    /// The text of a field; nothing where it is not there.
    pub(super) fn text_of(&self, name: &str) -> String {
        self.field(name).and_then(|field| field.text()).unwrap_or_default()
    }
}
