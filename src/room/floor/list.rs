//! Opening and closing the list of speakers. The chair may. Refused when it is so already. Afterwards everybody sees it;
//! while it is closed nobody joins it, and who is on it keeps their place and speaks.

use crate::room::Room;
use crate::room::event::Event;
use crate::room::refusal::{Code, Refusal};
use crate::room::view::ListState;

pub(super) fn decide_open(room: &Room) -> Result<Vec<Event>, Refusal> {
    match room.floor.list {
        ListState::Closed => Ok(vec![Event::ListOpened]),
        ListState::Open => Err(Refusal::new(Code::ListOpen, "The list of speakers is open already.")),
    }
}

pub(super) fn decide_close(room: &Room) -> Result<Vec<Event>, Refusal> {
    match room.floor.list {
        ListState::Open => Ok(vec![Event::ListClosed]),
        ListState::Closed => Err(Refusal::new(Code::ListClosed, "The list of speakers is closed already.")),
    }
}
