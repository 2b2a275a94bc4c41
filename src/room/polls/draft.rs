//! Writing a poll, changing the draft and throwing it away. The chair may. Refused when the wording does not hold up
//! (`paper.rs`), when the room has as many polls as it may, and, for the last two, when the poll is not a draft any more:
//! what people have seen is not reworded. Afterwards only the chair sees it.

use super::{Poll, paper};
use crate::room::Room;
use crate::room::command::PollPaper;
use crate::room::event::Event;
use crate::room::ids::PollId;
use crate::room::limits::POLLS_MAX;
use crate::room::refusal::{Code, Refusal};
use crate::room::view::PollState;

pub(super) fn decide(room: &Room, paper: &PollPaper) -> Result<Vec<Event>, Refusal> {
    let paper = paper::checked(paper)?;
    refuse_too_many(room)?;
    Ok(vec![Event::PollDrafted {
        poll: room.polls.next_id(),
        paper,
        round: None,
    }])
}

/// Whether there is room for one more.
pub(super) fn refuse_too_many(room: &Room) -> Result<(), Refusal> {
    if room.polls.len() < POLLS_MAX {
        return Ok(());
    }
    Err(Refusal::new(
        Code::TooMany,
        format!("The room has {POLLS_MAX} polls; discard a draft first."),
    ))
}

pub(super) fn decide_edit(room: &Room, poll: PollId, paper: &PollPaper) -> Result<Vec<Event>, Refusal> {
    find(room, poll)?;
    Ok(vec![Event::PollEdited {
        poll,
        paper: paper::checked(paper)?,
    }])
}

pub(super) fn decide_discard(room: &Room, poll: PollId) -> Result<Vec<Event>, Refusal> {
    find(room, poll)?;
    Ok(vec![Event::PollDiscarded { poll }])
}

/// The draft, or the refusal that says it is none.
pub(super) fn find(room: &Room, poll: PollId) -> Result<&Poll, Refusal> {
    let found = room.polls.find(poll)?;
    match found.state {
        PollState::Draft => Ok(found),
        PollState::Open | PollState::Closed | PollState::Void => Err(Refusal::new(
            Code::NotADraft,
            format!("Poll {poll} is not a draft any more: it was opened."),
        )),
    }
}
