//! A table of the meeting file: finds its fields by name, and says which are missing or not known.

use super::field::{Field, Text};
use super::report::Report;
use super::suggest;
use crate::meeting::wrong::{Found, OfValue, UnknownName, Wanted};
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
                let unknown = UnknownName {
                    written: name.to_owned(),
                    hint: suggest::hint(name, known),
                };
                report.add(&key.span(), &self.path_of(name), OfValue::UnknownField(unknown));
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
            let missing = OfValue::Missing {
                name: name.to_owned(),
                example: example.to_owned(),
            };
            report.add(&self.span, &self.path_of(name), missing);
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
        let wanted = Wanted::Tables {
            heading: format!("[[{name}]]"),
        };
        field
            .items(count_max, wanted.clone(), report)
            .into_iter()
            .filter_map(|item| item.table(wanted.clone(), report))
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
        let wanted = Wanted::NamedTables {
            heading: format!("[{name}.{example}]"),
        };
        let Some(outer) = self.field(name).and_then(|field| field.table(wanted.clone(), report)) else {
            return Vec::new();
        };
        if outer.entries.len() > count_max {
            let (count, max) = (outer.entries.len(), count_max);
            report.add(&outer.span, &outer.path, OfValue::TooMany { count, max });
        }
        let named = outer.entries.iter().take(count_max).filter_map(|(key, value)| {
            let name = key.get_ref().as_ref();
            let field = Field {
                value: value.get_ref(),
                span: key.span(),
                path: outer.path_of(name),
            };
            Some((name, field.table(wanted.clone(), report)?))
        });
        named.collect()
    }
}

/// What a value is.
pub(super) fn kind_of(value: &DeValue<'_>) -> Found {
    match value {
        DeValue::String(_) => Found::Text,
        DeValue::Integer(_) => Found::WholeNumber,
        DeValue::Float(_) => Found::Fraction,
        DeValue::Boolean(_) => Found::YesOrNo,
        DeValue::Datetime(_) => Found::Moment,
        DeValue::Array(_) => Found::List,
        DeValue::Table(_) => Found::Table,
    }
}
