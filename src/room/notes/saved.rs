//! The form in which the notes are kept: the document as one update, then whose client ids are whose. The same
//! document gives the same bytes.

use super::authors::Authors;
use super::reader::{Malformed, Reader, write_bytes, write_number};
use crate::room::ids::SeatId;

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
