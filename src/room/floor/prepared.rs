//! Reading a prepared list of speakers: CSV with a header, parted by comma, semicolon or tab, in the order in which they are to speak.

use super::{Lane, checked};
use crate::room::command::Entry;
use crate::room::seat::{Class, Profile, Rank};
use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

/// The fields that a header may name, and those of a speaker in a meeting file.
pub const FIELDS: [&str; 9] = [
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

const CLASSES: &str = "state, organization or stakeholder";
const RANKS: &str = "minister, vice-minister, ambassador, delegate or expert";
const LANES: &str = "list, precedence or reply";

/// How much of a wrong cell is shown: enough to find it.
const CELL_CHARACTERS_SHOWN: usize = 40;

/// One row that holds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its line in the text, from 1; the header is the first.
    pub line: u64,
    /// Who speaks.
    pub entry: Entry,
}

impl Row {
    /// What is wrong with whom it names, in a sentence that names line and field.
    pub fn fault(&self, sentence: &str) -> String {
        let profile = &self.entry.profile;
        let field = if profile.delegation.is_some() { "delegation" } else { "name" };
        fault(self.line, field, sentence)
    }
}

fn fault(line: u64, field: &str, sentence: &str) -> String {
    format!("Line {line}, {field}: {sentence}")
}

/// The rows, or what is wrong with the first that does not hold up.
pub fn read(text: &str) -> Result<Vec<Row>, String> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(&text))
        .trim(csv::Trim::All)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Lines::of(&text);
    let mut header: Option<Vec<Column>> = None;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| format!("This cannot be read as CSV: {error}."))?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        let line = lines.reached(&record);
        match &header {
            None => header = Some(columns(line, &record)?),
            Some(header) => rows.push(row(line, header, &record)?),
        }
    }
    match (header, rows.is_empty()) {
        (None, _) => Err(nobody_named(1)),
        (_, true) => Err("The list is empty: below the header there has to be a line for each speaker.".to_owned()),
        (_, false) => Ok(rows),
    }
}

/// What parts the cells: of comma, semicolon and tab (as copied from a spreadsheet) the one that the header has most of.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: u8| header.bytes().filter(|byte| *byte == delimiter).count();
    // Of equals the last one wins, so a header of a single column has the comma.
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(b',')
}

/// Counts the lines of the text up to a record. The reader's own count is not taken: it is one of empty lines in front, too.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line on which the record begins; records come in their order.
    fn reached(&mut self, record: &csv::StringRecord) -> u64 {
        let begin = record.position().map_or(0, csv::Position::byte);
        let begin = usize::try_from(begin).unwrap_or(usize::MAX).min(self.text.len());
        let rest = &self.text.as_bytes()[begin..];
        let empty_lines = rest.iter().take_while(|byte| **byte == b'\n').count();
        let passed = &self.text.as_bytes()[self.at.min(begin)..begin + empty_lines];
        self.line += passed.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
        self.at = begin + empty_lines;
        self.line
    }
}

/// A column by its field; none where a spreadsheet has left an empty one.
type Column = Option<&'static str>;

fn columns(line: u64, record: &csv::StringRecord) -> Result<Vec<Column>, String> {
    let mut columns: Vec<Column> = Vec::new();
    for name in record {
        let column = column(line, name)?;
        if let Some(field) = column.filter(|_| columns.contains(&column)) {
            return Err(fault(line, field, "The header names it twice."));
        }
        columns.push(column);
    }
    if !columns.contains(&Some("name")) && !columns.contains(&Some("delegation")) {
        return Err(nobody_named(line));
    }
    Ok(columns)
}

fn column(line: u64, name: &str) -> Result<Column, String> {
    if name.is_empty() {
        return Ok(None);
    }
    let plain = name.to_lowercase().replace([' ', '-'], "_");
    let found = FIELDS.into_iter().find(|field| *field == plain);
    let sentence = || format!("This is no field of a list of speakers; those are {}.", FIELDS.join(", "));
    found.map(Some).ok_or_else(|| fault(line, &shown(name), &sentence()))
}

fn nobody_named(line: u64) -> String {
    format!("Line {line}: The header has to name a column name or a column delegation.")
}

/// As many cells as the header has; empty ones beyond it do not matter.
fn require_cells(line: u64, header: &[Column], record: &csv::StringRecord) -> Result<(), String> {
    let beyond = |at: usize| header.get(at).is_none_or(Option::is_none);
    if let Some((at, cell)) = record.iter().enumerate().find(|(at, cell)| beyond(*at) && !cell.is_empty()) {
        let sentence = format!(
            "Above “{}” the header names no field. A text that has a comma or semicolon in it stands in quotes.",
            shown(cell)
        );
        return Err(fault(line, &format!("column {}", at + 1), &sentence));
    }
    match header.iter().skip(record.len()).flatten().next() {
        Some(field) => Err(fault(line, field, "The line ends before it; its cell is missing.")),
        None => Ok(()),
    }
}

fn row(line: u64, header: &[Column], record: &csv::StringRecord) -> Result<Row, String> {
    require_cells(line, header, record)?;
    let cell = |field: &str| {
        let at = header.iter().position(|known| *known == Some(field))?;
        record.get(at).filter(|cell| !cell.is_empty())
    };
    let text = |field| cell(field).map(str::to_owned);
    let entry = Entry {
        profile: Profile {
            name: text("name"),
            delegation: text("delegation"),
            class: word::<Class>(line, "class", cell("class"), CLASSES)?,
            rank: word::<Rank>(line, "rank", cell("rank"), RANKS)?,
        },
        lane: word::<Lane>(line, "lane", cell("lane"), LANES)?,
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
        .map_err(|_| fault(line, field, &format!("“{}” is none of {words}.", shown(cell))))
}

fn yes_or_no(line: u64, cell: Option<&str>) -> Result<bool, String> {
    match cell.map(str::to_lowercase).as_deref() {
        None | Some("no" | "false" | "0") => Ok(false),
        Some("yes" | "true" | "1") => Ok(true),
        Some(other) => {
            let sentence = format!("“{}” is neither yes nor no.", shown(other));
            Err(fault(line, "remote", &sentence))
        }
    }
}

/// The beginning of a cell, as a sentence can show it.
fn shown(cell: &str) -> String {
    let plain = |character: char| if character.is_control() { ' ' } else { character };
    let beginning: String = cell.chars().take(CELL_CHARACTERS_SHOWN).map(plain).collect();
    let cut = if cell.chars().nth(CELL_CHARACTERS_SHOWN).is_some() {
        "…"
    } else {
        ""
    };
    format!("{beginning}{cut}")
}
