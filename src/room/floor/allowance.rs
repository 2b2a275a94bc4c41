//! More time for a seat in each of its speeches: for somebody who speaks through an interpreter or with an impairment. The
//! chair may, up to ten minutes; refused beyond, and for a seat that does not exist. Afterwards only the chair sees for whom
//! and how much; the others see the limit of that speech when it is given, as they see that of any other.

use super::Floor;
use crate::room::Room;
use crate::room::event::Event;
use crate::room::ids::SeatId;
use crate::room::limits::ALLOWANCE_S_MAX;
use crate::room::refusal::{Code, Refusal};

pub(super) fn decide(room: &Room, seat: &SeatId, seconds: u32) -> Result<Vec<Event>, Refusal> {
    let seat = room.seated(seat)?.id.clone();
    if seconds > ALLOWANCE_S_MAX {
        let sentence = format!("A private allowance is at most {ALLOWANCE_S_MAX} seconds, not {seconds}.");
        return Err(Refusal::new(Code::OutOfBounds, sentence));
    }
    Ok(vec![Event::AllowanceSet { seat, seconds }])
}

pub(super) fn apply(floor: &mut Floor, seat: &SeatId, seconds: u32) {
    if seconds == 0 {
        floor.allowances.remove(seat);
    } else {
        floor.allowances.insert(seat.clone(), seconds);
    }
}
