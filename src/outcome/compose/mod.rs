//! Takes from a room what may be told of it. The attribution rule is applied here and in the files beside this one, and nowhere
//! else.

mod board;
mod clearing;
mod floor;
mod points;
mod polls;

use super::contents::{MeetingPart, Outcome, OutcomePoint, Participation, RoomPart, SCHEMA, SessionPart, Status};
use super::moments::utc;
use super::wording;
use crate::room::Room;
use crate::room::event::Attribution;
use crate::room::ids::{Millis, SeatId, Seq};
use crate::room::report::published::{Block, block};
use crate::room::seat::{Class, Profile, Role};
use crate::room::view::RoomState;
use std::collections::BTreeSet;

/// The point in a room's journal that an outcome tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    /// Number of its last record.
    pub seq: Seq,
    /// When that record was made: not the moment of asking, or the same room would give other bytes each time.
    pub at: Millis,
}

/// The outcome of a room: a draft while it is open, final once it is closed.
pub fn compose(room: &Room, as_of: AsOf) -> Outcome {
    let definition = &room.definition;
    let rule = definition.attribution;
    let status = if room.state == RoomState::Closed {
        Status::Final
    } else {
        Status::Draft
    };
    let closed_at = room.closed_at.filter(|_| status == Status::Final);
    let polls = polls::told(room, status);
    let open_to_outside = rule != Attribution::Closed;
    let notes = written(room);
    let points = points::of_notes(&notes);
    let board = board::told(room, &points);
    let people_of = |role| if open_to_outside { people(room, role) } else { Vec::new() };
    Outcome {
        schema: SCHEMA.to_owned(),
        nature: wording::NATURE.to_owned(),
        status,
        revision: room.revision,
        seq: as_of.seq.0,
        as_of: utc(closed_at.unwrap_or(as_of.at)),
        meeting: MeetingPart {
            id: definition.meeting.clone(),
            title: definition.meeting_title.clone(),
            timezone: definition.timezone.clone(),
        },
        room: RoomPart {
            id: definition.room.clone(),
            title: definition.title.clone(),
            theme: definition.theme.clone(),
            questions: definition.questions.clone(),
        },
        session: SessionPart {
            title: definition.session.clone(),
            date: definition.date.clone(),
            starts: definition.starts.clone(),
            ends: definition.ends.clone(),
        },
        gathering: definition.gathering,
        attribution: rule,
        attribution_rule: wording::attribution(rule).to_owned(),
        opened_at: utc(room.opened_at),
        closed_at: closed_at.map(utc),
        chairs: people_of(Role::Chair),
        rapporteurs: people_of(Role::Rapporteur),
        moderators: if open_to_outside {
            definition.moderators.clone()
        } else {
            Vec::new()
        },
        panellists: if rule == Attribution::OnTheRecord {
            definition.panellists.clone()
        } else {
            Vec::new()
        },
        participation: participation(room),
        points_marked: counted(points.len()),
        read_aloud: points::read_aloud(&points),
        notes: if open_to_outside { notes } else { Vec::new() },
        points: if open_to_outside { points } else { Vec::new() },
        board,
        clearing: clearing::told(room),
        polls_held: counted(polls.len()),
        polls: if open_to_outside { polls } else { Vec::new() },
        floor: floor::told(room),
    }
}

/// The points of a room that may be told of outside it, without the rest of its outcome; none where it is closed to the outside.
pub fn told_points(room: &Room) -> Vec<OutcomePoint> {
    if room.definition.attribution == Attribution::Closed {
        return Vec::new();
    }
    points::of_notes(&written(room))
}

/// Who reports from a room, as `name, delegation`; none where it is closed to the outside.
pub fn told_rapporteurs(room: &Room) -> Vec<String> {
    if room.definition.attribution == Attribution::Closed {
        return Vec::new();
    }
    people(room, Role::Rapporteur)
}

fn written(room: &Room) -> Vec<Block> {
    room.notes.blocks().into_iter().map(block).collect()
}

/// Who wrote something, as `name, delegation`; empty unless the room is on the record.
fn written_by(room: &Room, seat: Option<&SeatId>) -> String {
    let seat = seat.filter(|_| room.definition.attribution == Attribution::OnTheRecord);
    seat.and_then(|seat| room.seats.get(seat))
        .map(|seat| named(&seat.profile))
        .unwrap_or_default()
}

/// Everybody who asked for the floor, as they were called then.
pub(super) fn speakers(room: &Room) -> impl Iterator<Item = Profile> {
    floor::requests(room).map(|request| request.speaker(&room.seats))
}

/// Who has a seat in this role, each once, by name and delegation.
fn people(room: &Room, role: Role) -> Vec<String> {
    let of_role = room.seats.values().filter(|seat| seat.role == role);
    let called: BTreeSet<String> = of_role
        .map(|seat| named(&seat.profile))
        .filter(|name| !name.is_empty())
        .collect();
    called.into_iter().collect()
}

fn named(profile: &Profile) -> String {
    let parts = [profile.name.as_deref(), profile.delegation.as_deref()];
    parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

fn participation(room: &Room) -> Participation {
    let participants = || {
        room.seats
            .values()
            .filter(|seat| seat.role == Role::Participant)
            .map(|seat| &seat.profile)
    };
    let of_class = |class| counted(participants().filter(|profile| profile.class == class).count());
    let delegations: BTreeSet<String> = participants()
        .filter_map(|profile| profile.delegation.as_deref())
        .map(|name| name.trim().to_lowercase())
        .filter(|name| !name.is_empty())
        .collect();
    Participation {
        participants: counted(participants().count()),
        states: of_class(Some(Class::State)),
        organizations: of_class(Some(Class::Organization)),
        stakeholders: of_class(Some(Class::Stakeholder)),
        not_stated: of_class(None),
        delegations: counted(delegations.len()),
    }
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
