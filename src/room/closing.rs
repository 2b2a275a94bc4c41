//! Closing the room, and opening it again.
//!
//! The chair closes. Refused while somebody speaks or a poll is open, with a sentence that says which, unless the chair asks
//! to settle: then the speech ends and the polls close first, in the same record. Afterwards everything is read-only for
//! all, and the outcome of this revision is fixed; requests that still wait stay on record as not heard. A draft of the report that
//! takes remarks is no reason to refuse: the remarks end, and those without an answer stay on record so.
//! The organiser reopens. Refused when the room is open. Afterwards all goes on as it stood, and the next close makes the
//! next revision.

use super::command::RoomCommand;
use super::event::{Event, ReportEvent, Stamp};
use super::polls;
use super::refusal::{Code, Refusal};
use super::view::{ReportState, RoomState};
use super::{Context, Room};

/// Either command.
pub fn decide(room: &Room, command: &RoomCommand, context: &Context) -> Result<Vec<Event>, Refusal> {
    match (command, room.state) {
        (RoomCommand::Close { settle }, RoomState::Open) => close(room, *settle, context),
        (RoomCommand::Close { .. }, RoomState::Closed) => Err(refusal()),
        (RoomCommand::Reopen, RoomState::Closed) => Ok(vec![Event::RoomReopened]),
        (RoomCommand::Reopen, RoomState::Open) => Err(Refusal::new(Code::RoomOpen, "The room is open already.")),
    }
}

/// What every other command hears in a closed room.
pub fn require_open(room: &Room) -> Result<(), Refusal> {
    match room.state {
        RoomState::Open => Ok(()),
        RoomState::Closed => Err(refusal()),
    }
}

fn refusal() -> Refusal {
    Refusal::new(Code::RoomClosed, "The room is closed; nothing in it changes any more.")
}

fn close(room: &Room, settle: bool, context: &Context) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::new();
    if settle {
        events.extend(room.floor.under_way().map(|_| Event::InterventionEnded));
        events.extend({
            let present = context.present.as_deref();
            room.polls
                .open()
                .map(move |(id, poll)| polls::close::event(room, id, poll, present))
        });
    } else if let Some(sentence) = what_is_open(room) {
        return Err(Refusal::new(Code::StillOpen, sentence));
    }
    let takes_remarks = room.report.state == ReportState::Circulated;
    events.extend(takes_remarks.then_some(Event::Report(ReportEvent::RemarksEnded)));
    events.push(Event::RoomClosed { revision: room.revision });
    Ok(events)
}

fn what_is_open(room: &Room) -> Option<String> {
    let speaker = room
        .floor
        .speaking
        .as_ref()
        .map(|speech| format!("{} has the floor", speech.request.speaker(&room.seats).called()));
    let polls: Vec<String> = room
        .polls
        .open()
        .map(|(id, poll)| format!("{id} “{}”", poll.paper.question))
        .collect();
    let polls = match polls.as_slice() {
        [] => None,
        [one] => Some(format!("poll {one} is open")),
        several => Some(format!("polls {} are open", several.join(", "))),
    };
    let open: Vec<String> = speaker.into_iter().chain(polls).collect();
    (!open.is_empty()).then(|| format!("The room cannot close yet: {}.", open.join(", and ")))
}

/// Makes both so.
pub fn apply(room: &mut Room, stamp: &Stamp, event: &Event) {
    match event {
        Event::RoomClosed { revision } => {
            room.state = RoomState::Closed;
            room.revision = *revision;
            room.closed_at = Some(stamp.at);
            room.floor.undo = None;
            room.session.close();
        }
        Event::RoomReopened if room.state == RoomState::Closed => {
            room.state = RoomState::Open;
            room.revision += 1;
            room.closed_at = None;
        }
        _ => {}
    }
}
