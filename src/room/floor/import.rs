//! Putting a prepared list on the list: a CSV text with a header. The chair may. Refused as a whole, with the row and the
//! field named, when any of it does not hold up; then nothing is imported. Afterwards its rows stand on the list in their order.

use super::prepared;
use super::{Unit, queue};
use crate::room::Room;
use crate::room::event::Event;
use crate::room::ids::RequestId;
use crate::room::limits::REQUESTS_MAX;
use crate::room::refusal::{Code, Refusal};
use std::collections::BTreeMap;

pub(super) fn decide(room: &Room, csv: &str) -> Result<Vec<Event>, Refusal> {
    let rows = prepared::read(csv).map_err(|fault| invalid(&fault))?;
    let floor = &room.floor;
    if floor.waiting.len() + rows.len() > REQUESTS_MAX {
        let sentence = format!(
            "The list holds {} rows, and {} are waiting; there is room for {REQUESTS_MAX}. Nothing was imported.",
            rows.len(),
            floor.waiting.len()
        );
        return Err(Refusal::new(Code::TooMany, sentence));
    }
    let mut seen = BTreeMap::new();
    for row in &rows {
        queue::require_fitting(floor, &row.entry).map_err(|refusal| invalid(&row.fault("delegation", &refusal.message)))?;
        // With precedence or without, a delegation is on the list once.
        let lane = row.entry.lane.filter(|lane| !lane.is_of_list()).unwrap_or_default();
        let key = (Unit::of_entry(&row.entry.profile), lane);
        if let Some(first) = seen.insert(key, row.line) {
            let sentence = format!("{} is in line {first} already.", row.entry.profile.called());
            return Err(invalid(&row.fault("delegation", &sentence)));
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
