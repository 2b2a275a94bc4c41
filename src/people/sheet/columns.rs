//! The header of a file: which column is which field.

use super::decode::NotRead;
use super::{Field, Sheet};
use crate::meeting::suggest;

/// Characters of the name of an unknown column that are shown.
const NAME_CHARACTERS_SHOWN: usize = 40;

/// Which column is which field; none where it is no field of the list.
#[derive(Debug)]
pub(super) struct Columns(pub(super) Vec<Option<Field>>);

impl Columns {
    /// Reads the header. Other columns are passed over, and named; but one that is nearly called like a field is a mistake.
    pub(super) fn of(record: &csv::StringRecord, sheet: &mut Sheet) -> Result<Self, NotRead> {
        let mut columns = Vec::new();
        for name in record {
            let name = name.trim();
            let field = field(name);
            if let Some(field) = field.filter(|field| columns.contains(&Some(*field))) {
                let message = format!("The header names the column “{}” twice.", field.name());
                return Err(NotRead::new("csv-columns", message));
            }
            if field.is_none() && !name.is_empty() {
                pass_over(name, sheet)?;
            }
            columns.push(field);
        }
        if !columns.contains(&Some(Field::Name)) {
            let message = format!(
                "The first row has to name the columns, and one of them has to be “name”. The fields are {}.",
                Field::ALL.map(Field::name).join(", ")
            );
            return Err(NotRead::new("csv-columns", message));
        }
        sheet.rows.fields = columns.iter().flatten().copied().collect();
        Ok(Self(columns))
    }
}

fn pass_over(name: &str, sheet: &mut Sheet) -> Result<(), NotRead> {
    let shown: String = name
        .chars()
        .take(NAME_CHARACTERS_SHOWN)
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    if let Some(field) = suggest::only_near(name, &Field::ALL.map(Field::name)) {
        let message =
            format!("The header has a column “{shown}”. Did you mean “{field}”? Correct the name, or take the column out.");
        return Err(NotRead::new("csv-columns", message));
    }
    sheet.ignored.push(shown);
    Ok(())
}

/// The field that a column is called after, in one of the words that people use.
fn field(name: &str) -> Option<Field> {
    let plain = name.to_lowercase();
    let plain = plain.trim();
    let by_name = Field::ALL.into_iter().find(|field| field.name() == plain);
    by_name.or(match plain {
        "full name" => Some(Field::Name),
        "state" | "country" | "organization" | "organisation" => Some(Field::Delegation),
        "group" | "rooms" | "groups" => Some(Field::Room),
        _ => None,
    })
}

/// What parts the cells: of comma, semicolon and tab (as copied from a spreadsheet) the one that the header has most of.
pub(super) fn delimiter(text: &str) -> u8 {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    if let Some(said) = first.strip_prefix("sep=").map(str::as_bytes).and_then(<[u8]>::first) {
        return *said;
    }
    let count = |delimiter: u8| first.bytes().filter(|byte| *byte == delimiter).count();
    // Of equals the last one wins, so a header of a single column has the comma.
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(b',')
}

/// The line by which some programs say what parts the cells.
pub(super) fn is_separator_line(record: &csv::StringRecord) -> bool {
    record.get(0).is_some_and(|first| first.starts_with("sep=")) && record.iter().skip(1).all(str::is_empty)
}
