//! Showing a result to all and taking it off the pages again. The chair may, as often as it helps. Refused before the poll is
//! closed: a count under way is shown only where the paper says so from the start, or it would steer the votes still to come.
//! Afterwards everybody sees the result, or nobody but the chair.

use crate::room::Room;
use crate::room::ids::PollId;
use crate::room::refusal::{Code, Refusal};
use crate::room::view::PollState;

pub(super) fn decide(room: &Room, poll: PollId) -> Result<PollId, Refusal> {
    match room.polls.find(poll)?.state {
        PollState::Closed => Ok(poll),
        PollState::Draft | PollState::Open => Err(Refusal::new(
            Code::PollNotClosed,
            format!("Poll {poll} has no result yet: close it first."),
        )),
        PollState::Void => Err(Refusal::new(
            Code::PollNotClosed,
            format!("Poll {poll} was declared void; it has no result."),
        )),
    }
}
