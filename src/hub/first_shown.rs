//! Whose a client id is before anything is written under it. A page shows its cursor first, and from then on everybody who writes knows
//! its client id: whoever wrote under it first would have it, and what the page itself writes would be taken for a repetition, and lost.
//! Kept in memory alone, as cursors are; from the first letter on the notes know the owner for good.

use crate::room::ids::SeatId;
use std::collections::BTreeMap;

/// Client ids that are kept for one seat: a page has a new one with each load.
const CLIENTS_PER_SEAT_MAX: usize = 64;
/// Client ids that are kept in all.
const CLIENTS_MAX: usize = 16_384;

/// The seats that first showed themselves under client ids.
#[derive(Debug, Default)]
pub struct FirstShown {
    seats: BTreeMap<u64, SeatId>,
    counts: BTreeMap<SeatId, usize>,
}

impl FirstShown {
    /// The seat shows itself under the client id; the first one counts.
    pub fn note(&mut self, client: u64, seat: &SeatId) {
        let own = self.counts.get(seat).copied().unwrap_or(0);
        let is_full = own >= CLIENTS_PER_SEAT_MAX || self.seats.len() >= CLIENTS_MAX;
        if is_full || self.seats.contains_key(&client) {
            return;
        }
        self.seats.insert(client, seat.clone());
        self.counts.insert(seat.clone(), own + 1);
    }

    /// Whether nobody has shown anything.
    pub fn is_empty(&self) -> bool {
        self.seats.is_empty()
    }

    /// Whether it is another seat's.
    pub fn is_others(&self, client: u64, seat: &SeatId) -> bool {
        self.seats.get(&client).is_some_and(|first| first != seat)
    }
}
