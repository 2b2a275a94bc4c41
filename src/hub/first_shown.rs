//! Whose a client id is before anything is written under it. A page shows its cursor first, and from then on everybody who writes knows
//! its client id: whoever wrote under it first would have it, and what the page itself writes would be taken for a repetition, and lost.
//! Kept in memory alone, as cursors are; from the first letter on the notes know the owner for good.

use crate::room::ids::SeatId;
use std::collections::{BTreeMap, VecDeque};

/// Client ids that are kept for one seat, the newest: a page has a new one with each load.
const CLIENTS_PER_SEAT_MAX: usize = 64;
/// Client ids that are kept in all.
const CLIENTS_MAX: usize = 16_384;

/// The seats that first showed themselves under client ids.
#[derive(Debug, Default)]
pub struct FirstShown {
    seats: BTreeMap<u64, SeatId>,
    clients: BTreeMap<SeatId, VecDeque<u64>>,
}

impl FirstShown {
    /// The seat shows itself under the client id; the first one counts.
    pub fn note(&mut self, client: u64, seat: &SeatId) {
        if self.seats.contains_key(&client) {
            return;
        }
        let own = self.clients.entry(seat.clone()).or_default();
        if own.len() >= CLIENTS_PER_SEAT_MAX
            && let Some(oldest) = own.pop_front()
        {
            self.seats.remove(&oldest);
        }
        if self.seats.len() < CLIENTS_MAX {
            own.push_back(client);
            self.seats.insert(client, seat.clone());
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_seat_counts_and_each_keeps_its_newest() {
        let (ana, ben) = (SeatId::new("ana").unwrap(), SeatId::new("ben").unwrap());
        let mut shown = FirstShown::default();
        shown.note(1_000, &ben);
        for client in 0..=CLIENTS_PER_SEAT_MAX as u64 {
            shown.note(client, &ana);
            shown.note(client, &ben);
        }
        assert!(!shown.is_others(0, &ben), "the oldest is let go");
        assert!((1..=CLIENTS_PER_SEAT_MAX as u64).all(|client| shown.is_others(client, &ben)));
        assert!(shown.is_others(1_000, &ana) && !shown.is_others(1_000, &ben));
    }
}
