//! Who waits and who has the floor: looking them up, putting them on the list and taking them off, and following a seat that
//! corrects its delegation.

use super::{Concerned, Floor, Lane, Request, Seats, Unit};
use crate::room::Room;
use crate::room::ids::{RequestId, SeatId};
use crate::room::refusal::{Code, Refusal};

/// The waiting request, or the refusal that says what became of it.
pub(super) fn find(room: &Room, request: RequestId) -> Result<&Request, Refusal> {
    let waiting = room.floor.waiting.iter().find(|waiting| waiting.id == request);
    waiting.ok_or_else(|| Refusal::new(Code::UnknownRequest, what_became_of(room, request)))
}

fn what_became_of(room: &Room, request: RequestId) -> String {
    let floor = &room.floor;
    let called = |request: &Request| request.speaker(&room.seats).called();
    if let Some(speaking) = floor.under_way().find(|speaking| speaking.id == request) {
        return format!(
            "{} has been given the floor and is not on the list any more.",
            called(speaking)
        );
    }
    if let Some(heard) = floor.heard_request(request) {
        return format!("{} has been heard and is not on the list any more.", called(heard));
    }
    if let Some(dismissed) = floor.dismissed.iter().find(|dismissed| dismissed.id == request) {
        return format!(
            "{} was passed over or taken off the list; the chair can put them back.",
            called(dismissed)
        );
    }
    if (1..=floor.requests_made).contains(&request.0) {
        "Whoever asked has left the list of speakers; nobody was given the floor.".to_owned()
    } else {
        format!("There is no request {request} on the list of speakers.")
    }
}

impl Floor {
    /// Whether who has the seat matters to what is seen: it waits, speaks, or has spoken, by which a rotation and the balance go on, or it
    /// was passed over, and the chair can put it back.
    pub fn mentions(&self, seat: &SeatId) -> bool {
        let heard = self.interventions.iter().map(|speech| &speech.request);
        let mut all = self.under_way().chain(&self.waiting).chain(&self.dismissed).chain(heard);
        all.any(|request| request.seat.as_ref() == Some(seat))
    }

    /// The requests of a unit that wait or have the floor.
    pub fn requests_of<'a>(&'a self, unit: &'a Unit) -> impl Iterator<Item = &'a Request> {
        self.under_way()
            .chain(&self.waiting)
            .filter(move |request| request.unit == *unit)
    }

    /// The requests that have the floor: of whoever speaks, and of whoever is interrupted.
    pub fn under_way(&self) -> impl Iterator<Item = &Request> {
        self.speaking.iter().chain(&self.interrupted).map(|speech| &speech.request)
    }

    /// Follows a seat that has corrected its delegation: its requests count for the new one, each unless that has such a
    /// place already, and so do its speeches. The same in the floor that is kept for undoing.
    pub(in crate::room) fn follow(&mut self, seat: &SeatId, unit: &Unit) {
        if let Some(undo) = &mut self.undo {
            undo.before_mut().follow(seat, unit);
            undo.before_mut().concerned = Concerned::default();
        }
        let of_seat = |request: &&Request| request.seat.as_ref() == Some(seat) && request.unit != *unit;
        let own: Vec<(RequestId, Lane)> = self
            .under_way()
            .chain(&self.waiting)
            .filter(of_seat)
            .map(|request| (request.id, request.details.lane))
            .collect();
        for (id, lane) in own {
            if !self.has_place(unit, lane) {
                self.count_for(id, unit);
            }
        }
        // Who was passed over may be put back, for the delegation that the seat has now.
        let dismissed = self
            .dismissed
            .iter_mut()
            .filter(|request| request.seat.as_ref() == Some(seat));
        dismissed.for_each(|request| request.unit = unit.clone());
        self.count_heard_for(seat, unit);
    }

    fn count_heard_for(&mut self, seat: &SeatId, unit: &Unit) {
        let speeches = self.interventions.iter_mut().map(|speech| &mut speech.request);
        let own: Vec<&mut Request> = speeches
            .filter(|request| request.seat.as_ref() == Some(seat) && request.unit != *unit)
            .collect();
        if own.is_empty() {
            return;
        }
        own.into_iter().for_each(|request| request.unit = unit.clone());
        self.heard.clear();
        for speech in self
            .interventions
            .iter()
            .filter(|speech| speech.request.details.lane != Lane::PointOfOrder)
        {
            self.heard.entry(speech.request.unit.clone()).or_default().add(speech.used());
        }
    }

    fn count_for(&mut self, request: RequestId, unit: &Unit) {
        let under_way = self.speaking.iter_mut().chain(&mut self.interrupted);
        let mut all = under_way.map(|speech| &mut speech.request).chain(&mut self.waiting);
        let Some(found) = all.find(|found| found.id == request) else {
            return;
        };
        let before = std::mem::replace(&mut found.unit, unit.clone());
        self.concerned.units.extend([before, unit.clone()]);
    }

    /// Whether the unit waits in that lane, or speaks from the list where it is that: then there is no second place for it.
    pub(super) fn has_place(&self, unit: &Unit, lane: Lane) -> bool {
        let speaks = |request: &Request| request.unit == *unit && request.details.lane.is_of_list();
        self.waits(unit, lane) || (lane.is_of_list() && self.under_way().any(speaks))
    }

    pub(super) fn next_id(&self) -> RequestId {
        RequestId(self.requests_made.saturating_add(1))
    }

    pub(super) fn find_mut(&mut self, request: RequestId) -> Option<&mut Request> {
        self.waiting.iter_mut().find(|waiting| waiting.id == request)
    }

    /// Adds a request at the end of those who asked. That a delegation waits once is for whoever decides: before delegations
    /// were the unit, several of one could wait, and their speeches stay on record.
    pub(super) fn put_on(&mut self, request: Request) {
        self.requests_made = self.requests_made.max(request.id.0);
        self.concerned.units.insert(request.unit.clone());
        self.waiting.push(request);
    }

    /// Puts a request back among those who wait, in the order of asking.
    pub(super) fn put_among_waiting(&mut self, request: Request) {
        let at = self.waiting.partition_point(|waiting| waiting.id < request.id);
        self.waiting.insert(at, request);
    }

    /// Takes a request off; those whom the chair had put somewhere behind it move up by one.
    pub(super) fn take_off(&mut self, request: RequestId, seats: &Seats) -> Option<Request> {
        let at = self.waiting.iter().position(|waiting| waiting.id == request)?;
        let lane = self.waiting[at].details.lane;
        let ahead = self.place_in_lane(request, lane, seats)?;
        let taken = self.waiting.remove(at);
        let of_lane = self.waiting.iter_mut().filter(|waiting| waiting.details.lane == lane);
        for placed in of_lane.filter_map(|waiting| waiting.placed.as_mut()) {
            placed.ahead -= usize::from(placed.ahead > ahead);
        }
        self.concerned.units.insert(taken.unit.clone());
        Some(taken)
    }

    /// How many of its lane stand in front of a request.
    pub(super) fn place_in_lane(&self, request: RequestId, lane: Lane, seats: &Seats) -> Option<usize> {
        let order = self.order(seats);
        let mut of_lane = order.iter().filter(|(waiting, _)| waiting.details.lane == lane);
        of_lane.position(|(waiting, _)| waiting.id == request)
    }

    /// Whether the unit has a request in that lane; on the list it has one, with precedence or without.
    pub(super) fn waits(&self, unit: &Unit, lane: Lane) -> bool {
        let same = |other: Lane| other == lane || (other.is_of_list() && lane.is_of_list());
        self.waiting
            .iter()
            .any(|waiting| waiting.unit == *unit && same(waiting.details.lane))
    }
}
