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
    let text = text.trim_start_matches('\u{feff}');
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
    let header = header(&mut reader, text)?;
    let mut rows = Vec::new();
    let mut lines = Lines::of(text);
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(&error, text))?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        let line = lines.up_to(record.position());
        rows.push(row(line, &header, &record)?);
    }
    if rows.is_empty() {
        return Err("The list is empty: below the header there has to be a line for each speaker.".to_owned());
    }
    Ok(rows)
}

fn header(reader: &mut csv::Reader<&[u8]>, text: &str) -> Result<Vec<&'static str>, String> {
    let written = reader.headers().map_err(|error| unreadable(&error, text))?;
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

fn unreadable(error: &csv::Error, text: &str) -> String {
    let line = Lines::of(text).up_to(error.position());
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("Line {line}: It has {len} cells where the header has {expected_len}.")
        }
        _ => format!("Line {line}: It cannot be read as CSV."),
    }
}

/// Counts the lines of a text as an editor does. The reader's own count is behind where lines end with CR and LF, as those of
/// spreadsheets do, and where empty lines stand in between: it tells where the row before ended.
struct Lines<'a> {
    rest: &'a [u8],
    byte: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            rest: text.as_bytes(),
            byte: 0,
            line: 1,
        }
    }

    /// The line on which the row at a position begins; positions rise.
    fn up_to(&mut self, position: Option<&csv::Position>) -> u64 {
        let byte = position
            .and_then(|position| usize::try_from(position.byte()).ok())
            .unwrap_or(0);
        let ahead = byte.saturating_sub(self.byte).min(self.rest.len());
        let is_end = |letter: &u8| matches!(letter, b'\r' | b'\n');
        let ends = self.rest[ahead..].iter().take_while(|letter| is_end(letter)).count();
        let (passed, rest) = self.rest.split_at(ahead + ends);
        self.line += passed.iter().map(|letter| u64::from(*letter == b'\n')).sum::<u64>();
        self.byte += passed.len();
        self.rest = rest;
        self.line
    }
}
