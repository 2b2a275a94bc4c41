//! Ending the voting: the chair does, or the deadline. Refused when the poll is not open. Electorate, count and breakdown are
//! fixed in the event and never counted again; of a secret poll they are all that is left. Afterwards the chair sees the
//! result, the others that it is closed, or the result too where the paper says so.

use super::breakdown;
use super::count::Count;
use super::{Poll, PollResult};
use crate::room::Room;
use crate::room::event::Event;
use crate::room::ids::{PollId, SeatId};
use crate::room::refusal::{Code, Refusal};
use crate::room::view::PollState;
use std::collections::BTreeSet;

pub(super) fn decide(room: &Room, poll: PollId, present: Option<&BTreeSet<SeatId>>) -> Result<Vec<Event>, Refusal> {
    let found = find_open(room, poll)?;
    Ok(vec![event(room, poll, found, present)])
}

/// The open poll, or the refusal that says it is none.
pub(super) fn find_open(room: &Room, poll: PollId) -> Result<&Poll, Refusal> {
    let found = room.polls.find(poll)?;
    let sentence = match found.state {
        PollState::Open => return Ok(found),
        PollState::Draft => format!("Poll {poll} has not been opened yet."),
        PollState::Closed => format!("Poll {poll} is closed already."),
        PollState::Void => format!("Poll {poll} was declared void."),
    };
    Err(Refusal::new(Code::PollNotOpen, sentence))
}

/// The event that closes an open poll; also its deadline and the room's own close make it.
pub fn event(room: &Room, poll: PollId, found: &Poll, present: Option<&BTreeSet<SeatId>>) -> Event {
    let count = Count::of(&found.paper, found.cast_ballots());
    let (classes, regions) = breakdown::of(found);
    let entered = found.ballots.values().filter(|cast| cast.seat.is_none()).count();
    let result = PollResult {
        electorate: found.electorate.count(),
        ballots: found.turnout(),
        tally: count.tally,
        detail: count.detail,
        present: present.map(|present| present_voters(room, found, present)),
        entered: u32::try_from(entered).unwrap_or(u32::MAX),
        classes,
        regions,
        receipts: found.secret.receipts(),
    };
    Event::PollClosed {
        poll,
        result: Box::new(result),
    }
}

/// How many of those entitled were there: they are connected, or they have voted, perhaps on paper or before their phone went to
/// sleep. So nobody counts among the ballots who does not count among those present.
fn present_voters(room: &Room, found: &Poll, present: &BTreeSet<SeatId>) -> u32 {
    let connected = present.iter().filter_map(|seat| room.seats.get(seat));
    let mut voters = found.electorate.voters_of(&found.paper.rules, connected);
    voters.extend(found.ballots.keys().chain(found.secret.marks.keys()).cloned());
    u32::try_from(voters.len()).unwrap_or(u32::MAX)
}
