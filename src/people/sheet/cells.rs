//! One row: its cells as values, and everything that is wrong with them.

use super::columns::Columns;
use super::{Faults, Field};
use crate::people::import::Row;
use crate::people::person::Details;
use crate::people::wrong::{What, Wrong};
use crate::room::seat::{Class, Rank};
use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

const CLASSES: &str = "state, organization or stakeholder";
const RANKS: &str = "minister, vice-minister, ambassador, delegate or expert";
/// How much of a wrong cell is shown: enough to find it.
const CELL_CHARACTERS_SHOWN: usize = 40;
/// Rooms that one cell names: as many sessions as a meeting of some days has.
const ROOMS_MAX: usize = 50;

pub(super) fn row(row: u64, columns: &Columns, record: &csv::StringRecord) -> (Row, Faults) {
    let mut faults = Faults::new();
    if let Some(cell) = record.iter().skip(columns.0.len()).find(|cell| !cell.trim().is_empty()) {
        let message = format!(
            "This row has more cells than the header: “{}”. A text with a comma or semicolon in it stands in quotes.",
            shown(cell)
        );
        faults.push((None, Wrong::new(What::MoreCells, message).with("written", shown(cell))));
    }
    let cell = |field: Field| {
        let at = columns.0.iter().position(|known| *known == Some(field))?;
        let cell = record.get(at).unwrap_or_default();
        Some(plain(cell)).filter(|cell| !cell.is_empty())
    };
    for field in columns.0.iter().flatten() {
        if cell(*field).is_some_and(|cell| cell.contains(char::REPLACEMENT_CHARACTER)) {
            let message =
                "Letters were lost here when the file was saved in another encoding (�). Save it as UTF-8 from the original.";
            faults.push((Some(*field), Wrong::new(What::LettersLost, message)));
        }
    }
    let owned = |field| cell(field).map(str::to_owned);
    let details = Details {
        name: owned(Field::Name).unwrap_or_default(),
        delegation: owned(Field::Delegation),
        class: word::<Class>((Field::Class, What::Class), cell(Field::Class), CLASSES, &mut faults),
        rank: word::<Rank>((Field::Rank, What::Rank), cell(Field::Rank), RANKS, &mut faults),
        language: owned(Field::Language),
    };
    let rooms = rooms(cell(Field::Room), &mut faults);
    let details = details.checked().unwrap_or_else(|wrong| {
        faults.extend(wrong.into_iter().map(|(field, wrong)| (Some(field), wrong)));
        nameable(&details)
    });
    let faulty = faults.iter().map(|(field, _)| *field).collect();
    let code = owned(Field::Code);
    (
        Row {
            row,
            details,
            rooms,
            code,
            faulty,
        },
        faults,
    )
}

/// Of a row with faults: so that a sentence about what else is wrong with it can say of whom it is.
fn nameable(details: &Details) -> Details {
    let name = if details.name.is_empty() {
        "–".to_owned()
    } else {
        shown(&details.name)
    };
    Details {
        name,
        delegation: details.delegation.as_deref().map(shown),
        ..Details::default()
    }
}

/// The cell without blanks around it, and without the apostrophe that keeps a spreadsheet from calculating it.
fn plain(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => cell,
    }
}

fn rooms(cell: Option<&str>, faults: &mut Faults) -> Vec<String> {
    let named = cell
        .unwrap_or_default()
        .split('|')
        .map(str::trim)
        .filter(|room| !room.is_empty());
    let rooms: Vec<String> = named.map(str::to_owned).collect();
    if rooms.len() > ROOMS_MAX {
        let message = format!("A row names at most {ROOMS_MAX} rooms.");
        faults.push((Some(Field::Room), Wrong::new(What::RoomsMany, message).with("max", ROOMS_MAX)));
    }
    rooms
}

fn word<T: DeserializeOwned>((field, what): (Field, What), cell: Option<&str>, words: &str, faults: &mut Faults) -> Option<T> {
    let cell = cell?;
    let written = cell.to_lowercase().replace([' ', '_'], "-");
    let written = if written == "organisation" {
        "organization"
    } else {
        written.as_str()
    };
    let deserializer: StrDeserializer<'_, ValueError> = written.into_deserializer();
    let read = T::deserialize(deserializer).ok();
    if read.is_none() {
        let message = format!("“{}” is none of {words}.", shown(cell));
        faults.push((Some(field), Wrong::new(what, message).with("written", shown(cell))));
    }
    read
}

/// The beginning of a cell, as a sentence can show it.
fn shown(cell: &str) -> String {
    let beginning: String = cell
        .chars()
        .take(CELL_CHARACTERS_SHOWN)
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let cut = if cell.chars().nth(CELL_CHARACTERS_SHOWN).is_some() {
        "…"
    } else {
        ""
    };
    format!("{beginning}{cut}")
}
