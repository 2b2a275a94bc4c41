//! Which points come first, and which are left out. An organiser puts a point first, at a place among those that are, or takes it out of
//! them; and leaves a point out with a reason, which the other organisers read, or takes it in again. What is so already changes nothing.

use super::limits::{PINNED_MAX, POINTS_MAX};
use super::{PlenaryBoard, PlenaryCommand, PlenaryEvent};
use crate::room::limits::REASON_CHARACTERS_MAX;
use crate::room::refusal::{Code, Refusal};
use crate::room::text::filled;

pub(super) fn decide(board: &PlenaryBoard, command: &PlenaryCommand) -> Result<PlenaryEvent, Refusal> {
    Ok(match command {
        PlenaryCommand::Pin { point, at } => {
            if board.pinned(point).is_none() && board.pinned.len() >= PINNED_MAX {
                let message = format!("{PINNED_MAX} points come first already; put one of them back.");
                return Err(Refusal::new(Code::TooMany, message));
            }
            let last = u32::try_from(board.pinned.len()).unwrap_or(u32::MAX);
            let at = at.unwrap_or(last).min(last);
            PlenaryEvent::PointPinned {
                point: point.clone(),
                at,
            }
        }
        PlenaryCommand::Hide { point, reason } => {
            if board.hidden.len() >= POINTS_MAX {
                return Err(Refusal::new(
                    Code::TooMany,
                    format!("{POINTS_MAX} points are left out already."),
                ));
            }
            let reason = filled("The reason", reason, REASON_CHARACTERS_MAX)?;
            PlenaryEvent::PointHidden {
                point: point.clone(),
                reason,
            }
        }
        PlenaryCommand::Unhide { point } => PlenaryEvent::PointUnhidden { point: point.clone() },
        PlenaryCommand::Unpin { point } => PlenaryEvent::PointUnpinned { point: point.clone() },
        _ => return Err(Refusal::new(Code::BadCommand, "This arranges nothing.")),
    })
}

pub(super) fn apply(board: &mut PlenaryBoard, event: &PlenaryEvent) {
    match event {
        PlenaryEvent::PointPinned { point, at } => {
            board.pinned.retain(|pinned| pinned != point);
            let at = usize::try_from(*at).unwrap_or(usize::MAX).min(board.pinned.len());
            board.pinned.insert(at, point.clone());
        }
        PlenaryEvent::PointUnpinned { point } => board.pinned.retain(|pinned| pinned != point),
        PlenaryEvent::PointHidden { point, reason } => drop(board.hidden.insert(point.clone(), reason.clone())),
        PlenaryEvent::PointUnhidden { point } => drop(board.hidden.remove(point)),
        _ => {}
    }
}
