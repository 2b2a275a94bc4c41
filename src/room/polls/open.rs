//! Putting a draft to the room. The chair may; several polls may be open at once. Refused when it is not a draft any more.
//! Afterwards everybody sees question and answers, participants can vote, and all see how many have.

use super::draft;
use crate::room::Room;
use crate::room::event::Event;
use crate::room::ids::PollId;
use crate::room::refusal::Refusal;

pub(super) fn decide(room: &Room, poll: PollId) -> Result<Vec<Event>, Refusal> {
    draft::find(room, poll)?;
    Ok(vec![Event::PollOpened { poll }])
}
