//! Whose client ids are whose. A client id belongs to the first seat that used it: nobody can put words into another's
//! mouth by writing under their id.

use super::limits::{CLIENTS_MAX, CLIENTS_NEW_PER_UPDATE_MAX, CLIENTS_PER_SEAT_MAX};
use crate::room::ids::SeatId;
use crate::room::refusal::{Code, Refusal};
use std::collections::BTreeMap;

/// What is said of text under the client id of somebody else.
pub fn not_in_their_own_name() -> Refusal {
    Refusal::new(Code::NotesInvalid, "This text is written in somebody else's name.")
}

/// The seats that own client ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Authors {
    seats: BTreeMap<u64, SeatId>,
    counts: BTreeMap<SeatId, usize>,
}

impl Authors {
    /// Whether the seat may write under all of these client ids, and take those that nobody has.
    pub fn check(&self, seat: &SeatId, clients: impl Iterator<Item = u64>) -> Result<(), Refusal> {
        let mut new = 0;
        for client in clients {
            match self.seats.get(&client) {
                Some(owner) if owner == seat => {}
                Some(_) => {
                    return Err(not_in_their_own_name());
                }
                None => new += 1,
            }
        }
        let own = self.counts.get(seat).copied().unwrap_or(0);
        if new > CLIENTS_NEW_PER_UPDATE_MAX || own + new > CLIENTS_PER_SEAT_MAX {
            return Err(Refusal::new(
                Code::NotesFull,
                "This seat has written in the notes from too many browser tabs.",
            ));
        }
        if self.seats.len() + new > CLIENTS_MAX {
            return Err(Refusal::new(
                Code::NotesFull,
                "The notes have been written from too many browser tabs.",
            ));
        }
        Ok(())
    }

    /// Gives the client id to the seat, unless somebody has it.
    pub fn claim(&mut self, seat: &SeatId, client: u64) {
        if self.seats.contains_key(&client) {
            return;
        }
        self.seats.insert(client, seat.clone());
        *self.counts.entry(seat.clone()).or_default() += 1;
    }

    /// Whose the client id is.
    pub fn owner(&self, client: u64) -> Option<&SeatId> {
        self.seats.get(&client)
    }

    /// Every client id with its owner, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (u64, &SeatId)> {
        self.seats.iter().map(|(client, seat)| (*client, seat))
    }
}
