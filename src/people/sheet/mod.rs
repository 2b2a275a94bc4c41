//! Reading and writing the list of participants as CSV: one row for each person. All faults of a file are told at once, by row and field,
//! with what would be right.

mod cells;
mod columns;
mod decode;
mod write;

pub use decode::NotRead;
pub use write::write;

use super::import::Rows;
use super::limits::{FAULTS_TOLD_MAX, ROWS_MAX};
use super::wrong::Wrong;
use columns::Columns;
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;

/// A field of the list, as the header of a file names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The person's name. Every file has it.
    Name,
    /// The State, organization or stakeholder.
    Delegation,
    /// The kind of body.
    Class,
    /// The person's rank.
    Rank,
    /// The language that the person prefers.
    Language,
    /// The groups, by title or id, parted by `|` where they are of several sessions.
    Room,
    /// The personal code.
    Code,
}

impl Field {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::Delegation,
        Self::Class,
        Self::Rank,
        Self::Language,
        Self::Room,
        Self::Code,
    ];

    /// Its name in a header.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Delegation => "delegation",
            Self::Class => "class",
            Self::Rank => "rank",
            Self::Language => "language",
            Self::Room => "room",
            Self::Code => "code",
        }
    }
}

/// Something that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ParticipantsFault)]
pub struct Fault {
    /// The row, as a spreadsheet counts them: the header is row 1. 0: the file as a whole.
    pub row: u64,
    /// The field; none: the row as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// What is wrong, and what would be right.
    #[serde(flatten)]
    pub wrong: Wrong,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Row {}", self.row)?;
        if let Some(field) = self.field {
            write!(formatter, ", {}", field.name())?;
        }
        write!(formatter, ": {}", self.wrong.message)
    }
}

/// A file that was read.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its rows; those that do not hold up by themselves say in which fields, and are never taken over.
    pub rows: Rows,
    /// Columns that are no fields of the list.
    pub ignored: Vec<String>,
    /// How many faults there are.
    pub faulty: usize,
    /// The first of them.
    pub faults: Vec<Fault>,
}

/// Reads a file, or says why it cannot be read at all.
pub fn read(bytes: &[u8]) -> Result<Sheet, NotRead> {
    let text = decode::text(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(columns::delimiter(&text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Lines::of(&text);
    let mut columns: Option<Columns> = None;
    let mut sheet = Sheet::default();
    for record in reader.records() {
        let record = record.map_err(|error| NotRead::new("csv-unreadable", format!("This cannot be read as CSV: {error}.")))?;
        let row = lines.reached(&record);
        if record.iter().all(|cell| cell.trim().is_empty()) || columns::is_separator_line(&record) {
            continue;
        }
        match &columns {
            None => columns = Some(Columns::of(&record, &mut sheet)?),
            Some(columns) if sheet.rows.rows.len() < ROWS_MAX => sheet.take(row, columns, &record),
            Some(_) => return Err(too_many()),
        }
    }
    if columns.is_none() || sheet.rows.rows.is_empty() {
        let message = "There is nobody in this file: below a header with a column “name” there has to be a row for each person.";
        return Err(NotRead::new("csv-empty", message));
    }
    Ok(sheet)
}

fn too_many() -> NotRead {
    let message = format!("This file has more than {ROWS_MAX} rows, which are as many as are taken at once. Bring it in parts.");
    NotRead::new("csv-too-long", message)
}

impl Sheet {
    fn take(&mut self, row: u64, columns: &Columns, record: &csv::StringRecord) {
        let (read, faults) = cells::row(row, columns, record);
        self.rows.rows.push(read);
        for (field, wrong) in faults {
            self.faulty += 1;
            if self.faults.len() < FAULTS_TOLD_MAX {
                self.faults.push(Fault { row, field, wrong });
            }
        }
    }
}

/// Counts rows as a spreadsheet does that shows the file: a line break within quotes does not begin a new one, an empty line does.
struct Lines<'a> {
    text: &'a str,
    /// Where the last record ended.
    at: usize,
    row: u64,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, at: 0, row: 0 }
    }

    /// The row of a record; records come in their order.
    fn reached(&mut self, record: &csv::StringRecord) -> u64 {
        let begin = record.position().map_or(0, csv::Position::byte);
        let begin = usize::try_from(begin).unwrap_or(usize::MAX).min(self.text.len());
        // The reader passes empty lines over before it begins a record, and counts its place before them.
        let rest = &self.text.as_bytes()[begin..];
        let empty_lines = rest.iter().take_while(|byte| **byte == b'\n').count();
        self.row += 1 + u64::try_from(empty_lines).unwrap_or_default();
        self.at = begin + empty_lines;
        self.row
    }
}

/// What is wrong with one row, by field; without one, with the row as a whole.
type Faults = Vec<(Option<Field>, Wrong)>;
