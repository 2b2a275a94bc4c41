//! A table of the meeting file: finds its fields by name, and says which are missing or not known.

use super::field::{Field, Text};
use super::report::Report;
use super::suggest;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A table and where it stands.
pub(super) struct Table<'a> {
    /// Its entries.
    pub(super) entries: &'a DeTable<'a>,
    /// Where it begins.
    pub(super) span: Range<usize>,
    /// Its path; empty for the file itself.
    pub(super) path: String,
}

impl<'a> Table<'a> {
    /// The file itself.
    pub(super) fn root(entries: &'a DeTable<'a>) -> Self {
        Self {
            entries,
            span: 0..0,
            path: String::new(),
        }
    }

    /// The path of one of its fields.
    pub(super) fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() {
            name.to_owned()
        } else {
            format!("{}.{name}", self.path)
        }
    }

    /// Reports every field that is not among the known ones.
    pub(super) fn only(&self, known: &[&str], report: &mut Report) {
        for key in self.entries.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let message = format!("there is no field `{name}` here; {}", suggest::hint(name, known));
                report.add(&key.span(), &self.path_of(name), message);
            }
        }
    }

    /// A field, where it is there.
    pub(super) fn field(&self, name: &str) -> Option<Field<'a>> {
        let value = self.entries.get(name)?;
        Some(Field {
            value: value.get_ref(),
            span: value.span(),
            path: self.path_of(name),
        })
    }

    /// A field that has to be there.
    pub(super) fn required(&self, name: &str, example: &str, report: &mut Report) -> Option<Field<'a>> {
        let found = self.field(name);
        if found.is_none() {
            report.add(
                &self.span,
                &self.path_of(name),
                format!("`{name}` is missing, as in `{name} = {example}`"),
            );
        }
        found
    }

    /// A text that has to be there; empty where it is not or is not right.
    pub(super) fn required_text(&self, name: &str, text: Text, example: &str, report: &mut Report) -> String {
        self.required(name, example, report)
            .and_then(|field| field.text(text, report))
            .unwrap_or_default()
    }

    /// A text that may be left out; empty then.
    pub(super) fn optional_text(&self, name: &str, text: Text, report: &mut Report) -> String {
        self.field(name)
            .and_then(|field| field.text(text, report))
            .unwrap_or_default()
    }

    /// The tables of a list such as `[[rooms]]`; none where the field is not there.
    pub(super) fn tables(&self, name: &str, count_max: usize, report: &mut Report) -> Vec<Table<'a>> {
        let Some(field) = self.field(name) else { return Vec::new() };
        let wrong = format!("each of them is a table under a heading of its own, `[[{name}]]`");
        field
            .items(count_max, &wrong, report)
            .into_iter()
            .filter_map(|item| item.table(&wrong, report))
            .collect()
    }

    /// The tables of a table, by name, such as `[templates.breakout]`; one name is told as an example.
    pub(super) fn named_tables(
        &self,
        name: &str,
        example: &str,
        count_max: usize,
        report: &mut Report,
    ) -> Vec<(&'a str, Table<'a>)> {
        let wrong = format!("each of them is a table under a heading with its name, as in `[{name}.{example}]`");
        let Some(outer) = self.field(name).and_then(|field| field.table(&wrong, report)) else {
            return Vec::new();
        };
        if outer.entries.len() > count_max {
            report.add(
                &outer.span,
                &outer.path,
                format!("{} are too many; at most {count_max} fit", outer.entries.len()),
            );
        }
        let named = outer.entries.iter().take(count_max).filter_map(|(key, value)| {
            let name = key.get_ref().as_ref();
            let field = Field {
                value: value.get_ref(),
                span: key.span(),
                path: outer.path_of(name),
            };
            Some((name, field.table(&wrong, report)?))
        });
        named.collect()
    }
}

/// What a value is, in words for people.
pub(super) fn kind_in_words(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
