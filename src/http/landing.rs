//! Where somebody goes who comes with a personal code: into the room where they have to be now, if that is one.

use super::App;
use crate::meeting::{Meeting, Session};
use crate::people::plan::Slot;
use crate::room::ids::{Millis, SeatId};
use crate::room::place_time::{civil, moment, zone};

/// A room is where people go so many minutes before its session begins.
const EARLY_MINUTES: i64 = 30;

/// The room of the session that goes on now, or else the person's only group; in a meeting without groups its only room. None: their
/// day says where they are.
pub fn room_of(app: &App, meeting: &Meeting, person: &SeatId) -> Option<String> {
    let registry = &app.hub.registry;
    let plan = registry.groups(&meeting.id)?;
    let room_in = |slot: &Slot| registry.room_in(&meeting.id, person, slot);
    let now = app.hub.now();
    let extended = app.hub.extended_as_known(meeting);
    let here = meeting.programme.iter().find_map(|session| {
        let room = room_in(plan.slot(&session.id)?)?;
        let given_ms = i64::from(extended.of_room(&room, &session.id)) * 60_000;
        goes_on(meeting, session, now, given_ms).then_some(room)
    });
    here.or_else(|| {
        let has_groups = plan.slots.iter().any(Slot::is_parted);
        // Who has no group yet may have one to choose.
        only(
            plan.slots
                .iter()
                .filter(|slot| slot.is_parted() || !has_groups)
                .filter_map(room_in),
        )
    })
}

/// The first, where there is no other: a room that meets twice is one.
fn only(mut all: impl Iterator<Item = String>) -> Option<String> {
    all.next().filter(|first| all.all(|other| other == *first))
}

fn goes_on(meeting: &Meeting, session: &Session, now: Millis, given_ms: i64) -> bool {
    let date = if session.date.is_empty() {
        &meeting.date
    } else {
        &session.date
    };
    let (begins, ends) = (at(meeting, date, &session.starts), at(meeting, date, &session.ends));
    let early = EARLY_MINUTES * 60_000;
    begins
        .zip(ends)
        .is_some_and(|(begins, ends)| (begins - early..ends + given_ms).contains(&now.0))
}

/// A time of the place, on the server's clock.
fn at(meeting: &Meeting, date: &str, time: &str) -> Option<i64> {
    let shown = moment(civil(date, time)?, &zone(&meeting.timezone))?;
    Some(shown.as_millisecond())
}
