//! Reading a prepared list of speakers: CSV with a header, comma or semicolon, in the order in which they are to speak.

use super::{Lane, checked};
use crate::room::command::Entry;
use crate::room::seat::{Class, Profile, Rank};
use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

/// The fields that a header may name.
const FIELDS: [&str; 9] = [
    "name",
    "delegation",
    "class",
    "rank",
    "on_behalf_of",
    "language",
    "remote",
    "lane",
    "note",
];

/// One row that holds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its line in the text, from 1; the header is the first.
    pub line: u64,
    /// Who speaks.
    pub entry: Entry,
}

impl Row {
    /// What is wrong with it, in a sentence that names line and field.
    pub fn fault(&self, field: &str, sentence: &str) -> String {
        fault(self.line, field, sentence)
    }
}

fn fault(line: u64, field: &str, sentence: &str) -> String {
    format!("Line {line}, {field}: {sentence}")
}

/// The rows, or what is wrong with the first that does not hold up.
pub fn read(text: &str) -> Result<Vec<Row>, String> {
    // One kind of line break, so that lines are counted as editors count them.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let header_line = text.lines().next().unwrap_or_default();
    let delimiter = if header_line.contains(';') && !header_line.contains(',') {
        b';'
    } else {
        b','
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let header = header(&text, &mut reader)?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(&text, &error))?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        let line = line_of(&text, record.position());
        rows.push(row(line, &header, &record)?);
    }
    if rows.is_empty() {
        return Err("The list is empty: below the header there has to be a line for each speaker.".to_owned());
    }
    Ok(rows)
}

fn header(text: &str, reader: &mut csv::Reader<&[u8]>) -> Result<Vec<&'static str>, String> {
    let written = reader.headers().map_err(|error| unreadable(text, &error))?;
    let known = |name: &str| {
        let plain = name.to_lowercase().replace([' ', '-'], "_");
        FIELDS.into_iter().find(|field| *field == plain)
    };
    let mut fields: Vec<&str> = Vec::new();
    for name in written {
        let field = known(name).ok_or_else(|| {
            let fields = FIELDS.join(", ");
            fault(
                1,
                name,
                &format!("This is no field of a list of speakers; those are {fields}."),
            )
        })?;
        if fields.contains(&field) {
            return Err(fault(1, field, "The header names it twice."));
        }
        fields.push(field);
    }
    if !fields.contains(&"name") && !fields.contains(&"delegation") {
        return Err("Line 1: The header has to name a column name or a column delegation.".to_owned());
    }
    Ok(fields)
}

fn row(line: u64, header: &[&str], record: &csv::StringRecord) -> Result<Row, String> {
    let cell = |field: &str| {
        let at = header.iter().position(|known| *known == field)?;
        record.get(at).filter(|cell| !cell.is_empty())
    };
    let text = |field| cell(field).map(str::to_owned);
    let entry = Entry {
        profile: Profile {
            name: text("name"),
            delegation: text("delegation"),
            class: word::<Class>(line, "class", cell("class"), "state, organization or stakeholder")?,
            rank: word::<Rank>(
                line,
                "rank",
                cell("rank"),
                "minister, vice-minister, ambassador, delegate or expert",
            )?,
        },
        lane: word::<Lane>(line, "lane", cell("lane"), "list, precedence or reply")?,
        on_behalf_of: text("on_behalf_of"),
        language: text("language"),
        remote: yes_or_no(line, cell("remote"))?,
        note: text("note"),
    };
    if matches!(entry.lane, Some(Lane::PointOfOrder | Lane::Answer | Lane::Question)) {
        return Err(fault(
            line,
            "lane",
            "A prepared speaker is on the list, has precedence, or replies.",
        ));
    }
    checked(&entry)
        .map(|entry| Row { line, entry })
        .map_err(|refusal| fault(line, field_of(&refusal.message), &refusal.message))
}

/// The field that a sentence about a text begins with.
fn field_of(sentence: &str) -> &'static str {
    let beginnings = [
        ("The delegation", "delegation"),
        ("The group", "on_behalf_of"),
        ("The language", "language"),
        ("The note", "note"),
    ];
    let found = beginnings.iter().find(|(beginning, _)| sentence.starts_with(beginning));
    found.map_or("name", |(_, field)| field)
}

fn word<T: DeserializeOwned>(line: u64, field: &str, cell: Option<&str>, words: &str) -> Result<Option<T>, String> {
    let Some(cell) = cell else { return Ok(None) };
    let plain = cell.to_lowercase().replace([' ', '_'], "-");
    let deserializer: StrDeserializer<'_, ValueError> = plain.as_str().into_deserializer();
    T::deserialize(deserializer)
        .map(Some)
        .map_err(|_| fault(line, field, &format!("“{cell}” is none of {words}.")))
}

fn yes_or_no(line: u64, cell: Option<&str>) -> Result<bool, String> {
    match cell.map(str::to_lowercase).as_deref() {
        None | Some("no" | "false" | "0") => Ok(false),
        Some("yes" | "true" | "1") => Ok(true),
        Some(other) => Err(fault(line, "remote", &format!("“{other}” is neither yes nor no."))),
    }
}

/// The line, from 1, in which a record begins. The reader tells where it began to look, which is before any empty lines.
fn line_of(text: &str, position: Option<&csv::Position>) -> u64 {
    let from = position.map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let empty = rest.iter().take_while(|&&byte| byte == b'\n').count();
    let before = text
        .as_bytes()
        .iter()
        .take(from + empty)
        .filter(|&&byte| byte == b'\n')
        .count();
    before as u64 + 1
}

fn unreadable(text: &str, error: &csv::Error) -> String {
    let line = line_of(text, error.position());
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("Line {line}: It has {len} cells where the header has {expected_len}.")
        }
        _ => format!("Line {line}: It cannot be read as CSV."),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    /// What is said of a text whose only fault is the class of its last row.
    fn said(text: &str) -> String {
        read(text).err().unwrap_or_default()
    }

    #[test]
    fn a_line_is_counted_as_editors_count_it_whatever_breaks_it() {
        for line_break in ["\n", "\r\n", "\r"] {
            let text = ["name,class", "Amina,state", "Jo,office"].join(line_break);
            assert!(said(&text).starts_with("Line 3, class:"), "{line_break:?}: {}", said(&text));
        }
    }

    #[test]
    fn empty_lines_count_too() {
        assert!(said("name,class\n\n\nJo,office").starts_with("Line 4, class:"));
        assert!(said("name,class\r\n,\r\n\r\nJo,office").starts_with("Line 4, class:"));
    }

    #[test]
    fn a_cell_of_several_lines_is_named_by_the_first_of_them() {
        assert!(
            said("name,note\nAmina,\"one\r\ntwo\"").starts_with("Line 2, note: The note has a character that cannot be shown")
        );
    }

    #[test]
    fn a_row_of_the_wrong_length_is_named_by_its_line() {
        assert!(said("name,class\r\nAmina,state\r\n\r\nJo").starts_with("Line 4: It has 1 cells where the header has 2."));
    }
}
