//! Who may ask what of the plenary's board. An organiser runs it and supports nothing, because support is of delegations. Whoever sits in
//! a room supports; a rapporteur drives the read-out of their own room. A screen asks nothing.

use super::{PlenaryBoard, PlenaryCommand};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;

/// Refuses what the role may not ask.
pub(super) fn require(role: Role, command: &PlenaryCommand) -> Result<(), Refusal> {
    let (may, message) = match command {
        PlenaryCommand::Support { .. } | PlenaryCommand::WithdrawSupport { .. } => (
            matches!(role, Role::Participant | Role::Chair | Role::Rapporteur),
            "Support is given by those who sit in a room, each by their own seat.",
        ),
        PlenaryCommand::ReadOut { .. }
        | PlenaryCommand::StartClock
        | PlenaryCommand::Message { .. }
        | PlenaryCommand::EndReadOut => (
            matches!(role, Role::Rapporteur | Role::Organiser),
            "A read-out is driven by the room's rapporteur or an organiser.",
        ),
        _ => (role == Role::Organiser, "The plenary's board is run by an organiser."),
    };
    if may {
        Ok(())
    } else {
        Err(Refusal::new(Code::NotAllowed, message))
    }
}

/// Refuses somebody of a room who would drive the read-out of another one. `room` is their own; an organiser has none.
pub fn require_own_read_out(board: &PlenaryBoard, command: &PlenaryCommand, room: Option<&str>) -> Result<(), Refusal> {
    let Some(own) = room else { return Ok(()) };
    let read = match command {
        PlenaryCommand::ReadOut { room, .. } => Some(room.as_str()),
        PlenaryCommand::StartClock | PlenaryCommand::Message { .. } | PlenaryCommand::EndReadOut => {
            board.read_out.as_ref().map(|read_out| read_out.room.as_str())
        }
        _ => None,
    };
    let taken = matches!(command, PlenaryCommand::ReadOut { .. }) && board.read_out.as_ref().is_some_and(|now| now.room != own);
    if read.is_some_and(|read| read != own) || taken {
        let message = "Another room's report is being read out, or was asked for; an organiser says whose turn it is.";
        return Err(Refusal::new(Code::NotAllowed, message));
    }
    Ok(())
}
