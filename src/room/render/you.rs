//! What a seat alone sees of itself: who it is, whether it may write, and how it voted.

use crate::room::Room;
use crate::room::floor::Unit;
use crate::room::ids::{RequestId, SeatId};
use crate::room::polls::Poll;
use crate::room::seat::Role;
use crate::room::view::You;

impl Room {
    /// The requests of a seat's delegation that wait or have the floor.
    fn requests_of(&self, seat: &SeatId) -> Vec<RequestId> {
        let unit = self.seats.get(seat).map(|seat| Unit::of_seat(&seat.id, &seat.profile));
        let requests = unit.iter().flat_map(|unit| self.floor.requests_of(unit));
        requests.map(|request| request.id).collect()
    }

    /// What a seat alone sees of itself. Whoever has no seat in the room (an organiser) has a role and an empty profile.
    pub fn you(&self, seat: &SeatId, role: Role) -> You {
        let own = |poll: &Poll| poll.ballots.get(seat).cloned();
        You {
            seat: seat.clone(),
            role,
            profile: self.seats.get(seat).map(|seat| seat.profile.clone()).unwrap_or_default(),
            writes: self.may_write(seat, role),
            requests: self.requests_of(seat),
            ballots: self.polls.iter().filter_map(|(id, poll)| Some((id, own(poll)?))).collect(),
        }
    }
}
