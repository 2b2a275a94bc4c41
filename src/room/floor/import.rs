//! Putting a prepared list on the list: a CSV text with a header. The chair may. Refused as a whole, with the row and the
//! field named, when any of it does not hold up; then nothing is imported. Afterwards its rows stand on the list in their order.

use super::prepared;
use super::{Inscribed, queue};
use crate::room::Room;
use crate::room::event::Event;
use crate::room::ids::RequestId;
use crate::room::limits::REQUESTS_MAX;
use crate::room::refusal::{Code, Refusal};

pub(super) fn decide(room: &Room, csv: &str) -> Result<Vec<Event>, Refusal> {
    let rows = prepared::read(csv).map_err(|fault| invalid(&fault))?;
    let floor = &room.floor;
    if floor.waiting.len() + rows.len() > REQUESTS_MAX {
        let sentence = format!(
            "The text holds {} speakers and {} are waiting; the list has room for {REQUESTS_MAX}. Nothing was imported.",
            rows.len(),
            floor.waiting.len()
        );
        return Err(Refusal::new(Code::TooMany, sentence));
    }
    let mut inscribed = Inscribed::new();
    for row in &rows {
        queue::require_fitting(floor, &row.entry).map_err(|refusal| invalid(&row.fault(&refusal.message)))?;
        if let Some(first) = inscribed.earlier(&row.entry, row.line) {
            let sentence = format!("{} is in line {first} already.", row.entry.profile.called());
            return Err(invalid(&row.fault(&sentence)));
        }
    }
    let first = floor.next_id().0;
    let queued = (first..).zip(rows).map(|(number, row)| Event::SpeakerQueued {
        request: RequestId(number),
        entry: row.entry,
    });
    Ok(queued.collect())
}

fn invalid(fault: &str) -> Refusal {
    Refusal::new(Code::ImportInvalid, format!("{fault} Nothing was imported."))
}
