//! The form in which the notes are kept: the document as one update, then whose client ids are whose. The same
//! document gives the same bytes.

use super::authors::Authors;
use super::reader::{Malformed, Reader, write_bytes, write_number};
use super::update::{Content, Update};
use crate::room::ids::SeatId;
use serde_json::Value;
use std::collections::BTreeMap;

/// The first byte: which form this is.
const FORM: u8 = 1;

/// Writes the document's update and the authors.
pub fn write(update: &[u8], authors: &Authors) -> Vec<u8> {
    let mut out = vec![FORM];
    write_bytes(&mut out, update);
    write_number(&mut out, authors.iter().len() as u64);
    for (client, seat) in authors.iter() {
        write_number(&mut out, client);
        write_bytes(&mut out, seat.as_str().as_bytes());
    }
    out
}

/// Writes the fields of each mark's value in alphabetical order: the engine gives them in an order that changes from
/// run to run. No length changes by it.
pub fn in_order(mut update: Vec<u8>) -> Vec<u8> {
    let Ok(read) = Update::read(&update) else { return update };
    let items = read
        .sections
        .iter()
        .flat_map(|section| &section.structs)
        .filter_map(|part| part.item);
    for item in items {
        let Content::Format { value_end, value_length } = item.content else {
            continue;
        };
        let value = &mut update[value_end - value_length..value_end];
        let fields: Option<BTreeMap<String, Value>> = serde_json::from_slice(value).ok();
        let ordered = fields.and_then(|fields| serde_json::to_vec(&fields).ok());
        if let Some(ordered) = ordered.filter(|ordered| ordered.len() == value_length) {
            value.copy_from_slice(&ordered);
        }
    }
    update
}

/// Reads them back.
pub fn read(bytes: &[u8]) -> Result<(&[u8], Authors), Malformed> {
    let mut reader = Reader::new(bytes);
    if reader.byte()? != FORM {
        return Err(Malformed("it is of a form that is not known"));
    }
    let update = reader.bytes()?;
    let mut authors = Authors::default();
    for _ in 0..reader.count()? {
        let client = reader.number()?;
        let seat = SeatId::new(reader.text()?).ok_or(Malformed("a seat's id is not one"))?;
        authors.claim(&seat, client);
    }
    reader.finish()?;
    Ok((update, authors))
}
