//! Which seats belong to which delegation, kept beside the seats so that whoever is concerned by a request is found at once.

use super::floor::Unit;
use super::ids::SeatId;
use super::seat::{Profile, Seat};
use std::collections::{BTreeMap, BTreeSet};

/// The seats of each delegation; whoever has none is one alone.
#[derive(Debug, Default)]
pub struct Members(BTreeMap<Unit, BTreeSet<SeatId>>);

impl Members {
    /// Those of all seats.
    pub fn of<'a>(seats: impl Iterator<Item = &'a Seat>) -> Self {
        let mut members = Self::default();
        seats.for_each(|seat| members.add(&seat.id, &seat.profile));
        members
    }

    /// A seat has joined, or belongs elsewhere now.
    pub fn add(&mut self, seat: &SeatId, profile: &Profile) {
        self.0.entry(Unit::of_seat(seat, profile)).or_default().insert(seat.clone());
    }

    /// A seat is about to belong elsewhere.
    pub fn remove(&mut self, seat: &SeatId, profile: &Profile) {
        let unit = Unit::of_seat(seat, profile);
        if let Some(seats) = self.0.get_mut(&unit) {
            seats.remove(seat);
            if seats.is_empty() {
                self.0.remove(&unit);
            }
        }
    }

    /// The seats of a delegation.
    pub fn seats_of(&self, unit: &Unit) -> impl Iterator<Item = &SeatId> {
        self.0.get(unit).into_iter().flatten()
    }
}
