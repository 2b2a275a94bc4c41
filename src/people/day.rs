//! What a person on the list is shown: the whole programme in the order of its times, with their own room of each session in it. A room
//! that meets in several sessions is in each of them.

use super::Register;
use super::person::{Details, Person};
use super::plan::{Group, Plan, Slot};
use crate::meeting::extended::{Extended, is_zero};
use crate::meeting::{Meeting, Session, SessionKind};
use crate::room::ids::{Millis, SeatId};
use crate::room::place_time::{civil, moment, zone};
use jiff::tz::TimeZone;
use serde::Serialize;
use utoipa::ToSchema;

/// A person's own day.
#[derive(Debug, Serialize, ToSchema)]
pub struct Day {
    /// Who they are.
    pub you: Details,
    /// The server's time now, by which a page says what goes on.
    pub now: Millis,
    /// The programme, in the order of its times; rooms that no session names come last.
    pub sessions: Vec<DaySession>,
}

/// A session of a person's day.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct DaySession {
    id: String,
    title: String,
    description: String,
    /// What kind of slot it is; none for rooms that no session names.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<SessionKind>,
    date: String,
    starts: String,
    ends: String,
    /// How many minutes it lasts longer than planned.
    #[serde(skip_serializing_if = "is_zero")]
    extended_min: u32,
    /// When it begins, by the clocks of the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    begins_at: Option<Millis>,
    /// When it ends, with the minutes that it lasts longer.
    #[serde(skip_serializing_if = "Option::is_none")]
    ends_at: Option<Millis>,
    /// The room that the person is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<DayRoom>,
    /// The groups to choose among, while that is possible.
    #[serde(skip_serializing_if = "Option::is_none")]
    choice: Option<Vec<DayRoom>>,
    /// Whether it has several groups.
    groups: bool,
}

/// A room of a person's day.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayRoom {
    id: String,
    title: String,
    theme: String,
    /// Places that are free, where they are limited.
    #[serde(skip_serializing_if = "Option::is_none")]
    free: Option<u32>,
}

/// What a day is made of beside the register.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The meeting as it is planned.
    pub meeting: &'a Meeting,
    /// The groups of its sessions.
    pub plan: &'a Plan,
    /// The time that rooms were given.
    pub extended: &'a Extended,
    /// The server's time.
    pub now: Millis,
}

impl Register {
    /// A person's day; none where nobody on the list has this seat.
    pub fn day(&self, seat: &SeatId, around: Around<'_>) -> Option<Day> {
        let Around { meeting, plan, now, .. } = around;
        let person = self.people().get(seat)?;
        let place = zone(&meeting.timezone);
        let mut programme: Vec<&Session> = meeting.programme.iter().collect();
        programme.sort_by_key(|session| (date_of(meeting, session), &session.starts));
        let sessions = programme
            .into_iter()
            .map(|session| self.session_of_day(person, session, around, &place));
        let elsewhere = plan.slot("").map(|slot| self.slot_of_day(person, slot, around.extended));
        Some(Day {
            you: person.details.clone(),
            now,
            sessions: sessions.chain(elsewhere).collect(),
        })
    }

    fn session_of_day(&self, person: &Person, session: &Session, around: Around<'_>, place: &TimeZone) -> DaySession {
        let Around {
            meeting, plan, extended, ..
        } = around;
        let slot = plan.slot(&session.id);
        let with_rooms = slot.map(|slot| self.slot_of_day(person, slot, extended)).unwrap_or_default();
        let date = date_of(meeting, session);
        let longer_ms = i64::from(with_rooms.extended_min) * 60_000;
        DaySession {
            id: session.id.clone(),
            title: session.title.clone(),
            description: session.description.clone(),
            kind: Some(session.kind),
            date: session.date.clone(),
            starts: session.starts.clone(),
            ends: session.ends.clone(),
            begins_at: at(date, &session.starts, place),
            ends_at: at(date, &session.ends, place).map(|ends| Millis(ends.0 + longer_ms)),
            ..with_rooms
        }
    }

    fn slot_of_day(&self, person: &Person, slot: &Slot, extended: &Extended) -> DaySession {
        let room = slot.room_of(&person.groups).and_then(|room| slot.group(room));
        let may_choose = slot.is_parted() && self.is_chosen(&slot.session);
        let all = || slot.rooms.iter().map(|room| self.day_room(slot, room)).collect();
        DaySession {
            extended_min: room.map_or(0, |room| extended.of_room(&room.id, &slot.session)),
            room: room.map(|room| self.day_room(slot, room)),
            choice: may_choose.then(all),
            groups: slot.is_parted(),
            ..DaySession::default()
        }
    }

    fn day_room(&self, slot: &Slot, room: &Group) -> DayRoom {
        DayRoom {
            id: room.id.clone(),
            title: room.title.clone(),
            theme: room.theme.clone(),
            free: slot.is_parted().then(|| self.free(&slot.session, &room.id)).flatten(),
        }
    }
}

/// The day of a session: the meeting's, where it names none.
fn date_of<'a>(meeting: &'a Meeting, session: &'a Session) -> &'a str {
    if session.date.is_empty() {
        &meeting.date
    } else {
        &session.date
    }
}

/// A time of the place, on the server's clock.
fn at(date: &str, time: &str, place: &TimeZone) -> Option<Millis> {
    moment(civil(date, time)?, place).map(|moment| Millis(moment.as_millisecond()))
}
