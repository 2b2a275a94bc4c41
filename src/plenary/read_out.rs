//! Reading out. An organiser or the room's rapporteur brings a room's messages up; the clock stands until it is started, or the second
//! message is shown without that; it may be started again. Whoever watches sees the same message and, by the server's clock, the
//! same time. Refused where nothing is read out, and outside the bounds of messages and times. A new read-out takes the place of the last.

use super::limits::{MESSAGES_MAX, READ_OUT_S_DEFAULT, READ_OUT_S_MAX, READ_OUT_S_MIN};
use super::{PlenaryBoard, PlenaryCommand, PlenaryEvent};
use crate::room::event::Stamp;
use crate::room::ids::Millis;
use crate::room::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};

/// A report that is read out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadOut {
    /// Of which room.
    pub room: String,
    /// How long it is meant to take, seconds.
    pub for_s: u32,
    /// The message that is shown, from 1.
    pub message: u32,
    /// Since when the clock runs; none while it stands.
    pub started_at: Option<Millis>,
}

pub(super) fn decide(board: &PlenaryBoard, command: &PlenaryCommand) -> Result<PlenaryEvent, Refusal> {
    if let PlenaryCommand::ReadOut { room, for_s } = command {
        let for_s = for_s.unwrap_or(READ_OUT_S_DEFAULT);
        bounded("The time", for_s, READ_OUT_S_MIN, READ_OUT_S_MAX)?;
        return Ok(PlenaryEvent::ReadOutBegun {
            room: room.clone(),
            for_s,
        });
    }
    if board.read_out.is_none() {
        let message = "No report is being read out; choose a room first.";
        return Err(Refusal::new(Code::NoReadOut, message));
    }
    match command {
        PlenaryCommand::StartClock => Ok(PlenaryEvent::ClockStarted),
        PlenaryCommand::Message { number } => {
            bounded("The message", *number, 1, MESSAGES_MAX)?;
            Ok(PlenaryEvent::MessageShown { number: *number })
        }
        _ => Ok(PlenaryEvent::ReadOutEnded),
    }
}

fn bounded(what: &str, number: u32, min: u32, max: u32) -> Result<(), Refusal> {
    if (min..=max).contains(&number) {
        return Ok(());
    }
    Err(Refusal::new(
        Code::OutOfBounds,
        format!("{what} is a number from {min} to {max}."),
    ))
}

pub(super) fn apply(board: &mut PlenaryBoard, stamp: &Stamp, event: &PlenaryEvent) {
    match (event, &mut board.read_out) {
        (PlenaryEvent::ReadOutBegun { room, for_s }, read_out) => {
            *read_out = Some(ReadOut {
                room: room.clone(),
                for_s: *for_s,
                message: 1,
                started_at: None,
            });
        }
        (PlenaryEvent::ClockStarted, Some(read_out)) => read_out.started_at = Some(stamp.at),
        (PlenaryEvent::MessageShown { number }, Some(read_out)) => {
            read_out.message = *number;
            if *number > 1 {
                read_out.started_at.get_or_insert(stamp.at);
            }
        }
        (PlenaryEvent::ReadOutEnded, read_out) => *read_out = None,
        _ => {}
    }
}
