//! Ending the voting. The chair may. Refused when the poll is not open. Electorate (the participants' seats taken so far) and
//! tally are fixed in the event and never counted again. Afterwards the chair sees the tally, the others that it is closed.

use super::{Poll, tally};
use crate::room::Room;
use crate::room::event::Event;
use crate::room::ids::PollId;
use crate::room::refusal::{Code, Refusal};
use crate::room::view::PollState;

pub(super) fn decide(room: &Room, poll: PollId) -> Result<Vec<Event>, Refusal> {
    let found = room.polls.find(poll)?;
    match found.state {
        PollState::Open => Ok(vec![event(room, poll, found)]),
        PollState::Draft => Err(Refusal::new(
            Code::PollNotOpen,
            format!("Poll {poll} has not been opened yet."),
        )),
        PollState::Closed => Err(Refusal::new(Code::PollNotOpen, format!("Poll {poll} is closed already."))),
    }
}

/// The event that closes an open poll; also the room's own close makes it.
pub fn event(room: &Room, poll: PollId, found: &Poll) -> Event {
    let electorate = room.headcount.participants;
    Event::PollClosed {
        poll,
        electorate,
        tally: tally::count(found),
        ballots: found.turnout(),
    }
}
