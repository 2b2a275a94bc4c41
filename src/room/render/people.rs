//! Who is in the room. Chair and rapporteur see everybody; participants and the screen see who chairs and reports, and how
//! many there are. Screens and organisers are nobody's company.

use super::json;
use crate::room::Room;
use crate::room::ids::SeatId;
use crate::room::seat::{Role, Seat};
use crate::room::view::{Audience, PeopleView, SeatView};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

pub(super) fn view(room: &Room, audience: Audience) -> PeopleView {
    let seen = room.seats.values().filter(|seat| sees(audience, seat.role));
    let seats = seen.map(|seat| (seat.id.clone(), seat_view(room, seat))).collect();
    PeopleView {
        seats_taken: room.headcount.seats_taken,
        seats,
    }
}

pub(super) fn seat(room: &Room, audience: Audience, seat: &SeatId) -> Option<SeatView> {
    let seat = room.seats.get(seat)?;
    sees(audience, seat.role).then(|| seat_view(room, seat))
}

pub(super) fn patch(room: &Room, audience: Audience, seats: &BTreeSet<SeatId>) -> Value {
    let seen = seats
        .iter()
        .filter_map(|id| Some((id.to_string(), seat_patch(&seat(room, audience, id)?))));
    let seats: Map<String, Value> = seen.collect();
    let mut patch = Map::from_iter([("seats_taken".to_owned(), room.headcount.seats_taken.into())]);
    if !seats.is_empty() {
        patch.insert("seats".to_owned(), seats.into());
    }
    patch.into()
}

/// A merge patch says only what it names, so what a seat has taken away must be named: as null.
fn seat_patch(seat: &SeatView) -> Value {
    let mut patch = json(seat);
    if let Some(fields) = patch.as_object_mut() {
        for key in ["name", "delegation", "class", "rank"] {
            fields.entry(key).or_insert(Value::Null);
        }
    }
    patch
}

fn sees(audience: Audience, role: Role) -> bool {
    match audience {
        Audience::Chair | Audience::Rapporteur => role.is_person_in_room(),
        Audience::Participant | Audience::Screen => matches!(role, Role::Chair | Role::Rapporteur),
    }
}

fn seat_view(room: &Room, seat: &Seat) -> SeatView {
    SeatView {
        role: seat.role,
        profile: seat.profile.clone(),
        writes: room.may_write(&seat.id, seat.role),
    }
}
