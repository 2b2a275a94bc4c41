//! What a seat alone sees of itself: who it is, whether it may write, how it voted, and what of the room is its own.

use super::board;
use crate::room::Room;
use crate::room::command::Ballot;
use crate::room::floor::Unit;
use crate::room::ids::{OptionId, PollId, RequestId, SeatId};
use crate::room::polls::Poll;
use crate::room::polls::electorate::fits_role;
use crate::room::seat::Role;
use crate::room::view::You;
use std::collections::BTreeMap;

impl Room {
    /// The requests of a seat's delegation that wait or have the floor.
    fn requests_of(&self, seat: &SeatId) -> Vec<RequestId> {
        let unit = self.seats.get(seat).map(|seat| Unit::of_seat(&seat.id, &seat.profile));
        let requests = unit.iter().flat_map(|unit| self.floor.requests_of(unit));
        requests.map(|request| request.id).collect()
    }

    /// The ballots of a seat, or of its delegation.
    fn cast_by(&self, seat: &SeatId) -> BTreeMap<PollId, Ballot> {
        let Some(seat) = self.seats.get(seat) else {
            return BTreeMap::new();
        };
        let of_poll = |(id, poll): (PollId, &Poll)| Some((id, poll.ballot_of(seat)?));
        self.polls.iter().filter_map(of_poll).collect()
    }

    /// Open polls in which the seat may not vote although its role may.
    fn barred(&self, seat: &SeatId) -> Vec<PollId> {
        let Some(seat) = self.seats.get(seat) else { return Vec::new() };
        let barred = |poll: &Poll| fits_role(&poll.paper.rules, seat.role) && poll.voter_of(seat).is_none();
        self.polls.open().filter(|(_, poll)| barred(poll)).map(|(id, _)| id).collect()
    }

    /// What a seat alone sees of itself. Whoever has no seat in the room (an organiser) has a role and an empty profile.
    pub fn you(&self, seat: &SeatId, role: Role) -> You {
        let cast = self.cast_by(seat);
        You {
            seat: seat.clone(),
            role,
            profile: self.seats.get(seat).map(|seat| seat.profile.clone()).unwrap_or_default(),
            writes: self.may_write(seat, role),
            history: self.is_writer(seat, role),
            requests: self.requests_of(seat),
            ballots: chosen(&cast),
            barred: self.barred(seat),
            cast,
            cards: board::own(self, seat),
            supports: board::supported(self, seat, role),
            comments: self.comments.of(seat).collect(),
            remarks: self.report.remarks_of(seat).collect(),
        }
    }
}

/// The answers chosen, of the ballots that choose some.
fn chosen(cast: &BTreeMap<PollId, Ballot>) -> BTreeMap<PollId, Vec<OptionId>> {
    let choosing = cast.iter().filter(|(_, ballot)| !ballot.choice.is_empty());
    choosing.map(|(poll, ballot)| (*poll, ballot.choice.clone())).collect()
}
