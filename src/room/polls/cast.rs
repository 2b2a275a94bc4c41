//! Voting. A participant who has a seat may; a second ballot takes the place of the first until the poll closes. Refused
//! when the poll is not open, and when the choice does not fit it (`kinds/`). A draft is none of the voter's business: it
//! is refused like a poll that is not there. Afterwards everybody sees one more ballot, if it is the seat's first; how it
//! voted, that seat alone.

use super::{Poll, kinds, unknown};
use crate::room::event::Event;
use crate::room::ids::{OptionId, PollId};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use crate::room::view::PollState;
use crate::room::{Context, Room};

pub(super) fn decide(room: &Room, poll: PollId, choice: &[OptionId], context: &Context) -> Result<Vec<Event>, Refusal> {
    let seat = room.seated(&context.seat)?;
    if seat.role != Role::Participant {
        return Err(Refusal::new(Code::NotAllowed, "Only participants vote."));
    }
    let found = find(room, poll)?;
    let choice = kinds::checked(&found.paper, choice)?;
    Ok(vec![Event::BallotCast {
        poll,
        seat: seat.id.clone(),
        choice,
    }])
}

fn find(room: &Room, poll: PollId) -> Result<&Poll, Refusal> {
    let found = room.polls.find(poll)?;
    match found.state {
        PollState::Open => Ok(found),
        PollState::Draft => Err(unknown(poll)),
        PollState::Closed => Err(Refusal::new(Code::PollNotOpen, format!("Poll {poll} is closed."))),
    }
}
