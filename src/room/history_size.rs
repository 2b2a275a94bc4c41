//! How much the history of a room holds, and what may still be added to it. Nothing that was written is ever taken away, so a room whose
//! history has no end would fill the disk of all others.
//!
//! Refused when the history has reached its largest size: to participants everything, and to one of them alone where that seat has
//! written more than its share. Those who run the room (chair, rapporteur, organiser) finish it within a reserve: first the notes end,
//! then their commands and new seats; a room can be closed in any case. They are told when most of it is used.

use super::ids::SeatId;
use super::limits::{
    HISTORY_BYTES_MAX, HISTORY_FINISHING_BYTES, HISTORY_RESERVE_BYTES, HISTORY_SEAT_BYTES_MAX, HISTORY_WARNING_BYTES,
};
use super::refusal::{Code, Refusal};
use super::seat::Role;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Bytes of the records of a room, as they are stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistorySize {
    bytes: u64,
    by_seat: BTreeMap<SeatId, u64>,
}

/// How far the history is from its largest size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fill {
    /// There is space for long.
    Plenty,
    /// It is time to come to an end.
    NearlyFull,
    /// Only those who run the room can still add to it.
    Full,
}

/// What is to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Addition<'a> {
    /// What a command makes happen.
    Command(&'a SeatId, Role),
    /// An edit of the notes.
    Edit(&'a SeatId, Role),
    /// A seat that somebody takes.
    Seat,
}

impl HistorySize {
    /// A record was added.
    pub fn add(&mut self, by: Option<&SeatId>, bytes: usize) {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.bytes = self.bytes.saturating_add(bytes);
        if let Some(seat) = by {
            let of_seat = self.by_seat.entry(seat.clone()).or_default();
            *of_seat = of_seat.saturating_add(bytes);
        }
    }

    /// How many bytes it has.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// How far it is from its largest size.
    pub fn fill(&self) -> Fill {
        match self.bytes {
            HISTORY_BYTES_MAX.. => Fill::Full,
            HISTORY_WARNING_BYTES.. => Fill::NearlyFull,
            _ => Fill::Plenty,
        }
    }

    /// Refuses what there is no space for.
    pub fn require_space(&self, addition: Addition<'_>) -> Result<(), Refusal> {
        let bytes_max = match addition {
            Addition::Command(seat, role) | Addition::Edit(seat, role) if !runs_the_room(role) => {
                self.require_share(seat)?;
                HISTORY_BYTES_MAX
            }
            Addition::Edit(..) => HISTORY_BYTES_MAX + HISTORY_FINISHING_BYTES,
            Addition::Command(..) | Addition::Seat => HISTORY_BYTES_MAX + HISTORY_RESERVE_BYTES,
        };
        if self.bytes < bytes_max {
            return Ok(());
        }
        Err(Refusal::new(
            Code::HistoryFull,
            "This was not done: the record of this room has reached its largest size. All that is in it is kept; the chair can close \
             the room, and work goes on in another one.",
        ))
    }

    fn require_share(&self, seat: &SeatId) -> Result<(), Refusal> {
        if self.by_seat.get(seat).is_none_or(|bytes| *bytes < HISTORY_SEAT_BYTES_MAX) {
            return Ok(());
        }
        Err(Refusal::new(
            Code::HistoryFull,
            "This was not done: more was written from this seat than one participant may add to the record of a room. All of it is \
             kept; ask the chair or the rapporteur to go on for you.",
        ))
    }
}

fn runs_the_room(role: Role) -> bool {
    matches!(role, Role::Chair | Role::Rapporteur | Role::Organiser)
}
