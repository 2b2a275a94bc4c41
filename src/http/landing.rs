//! Where somebody goes who comes with a personal code: into the room where they have to be now, if that is one.

use super::App;
use crate::meeting::{Meeting, Session};
use crate::people::plan::Plan;
use crate::room::ids::{Millis, SeatId};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

/// A room is where people go so many minutes before its session begins.
const EARLY_MINUTES: i64 = 30;

/// The room of the session that goes on now, or else the only one that the person is in at all. None: their day says where they are.
pub fn room_of(app: &App, meeting: &Meeting, person: &SeatId) -> Option<String> {
    let registry = &app.hub.registry;
    let is_in = |room: &&str| registry.may_enter(&meeting.id, person, room);
    let room_in = |session: &str| {
        let plan = Plan::of(meeting);
        let rooms = plan.slot(session)?.rooms.iter().map(|room| room.id.as_str());
        rooms.clone().find(is_in).map(str::to_owned)
    };
    let now = app.hub.now();
    let going_on = meeting.programme.iter().filter(|session| goes_on(meeting, session, now));
    let mut here = going_on.filter_map(|session| room_in(&session.id));
    here.next().or_else(|| {
        let mut all = meeting.rooms.iter().map(|room| room.id.as_str()).filter(is_in);
        let only = all.next()?;
        all.next().is_none().then(|| only.to_owned())
    })
}

fn goes_on(meeting: &Meeting, session: &Session, now: Millis) -> bool {
    let date = if session.date.is_empty() {
        &meeting.date
    } else {
        &session.date
    };
    let (begins, ends) = (at(meeting, date, &session.starts), at(meeting, date, &session.ends));
    let early = EARLY_MINUTES * 60_000;
    begins
        .zip(ends)
        .is_some_and(|(begins, ends)| (begins - early..ends).contains(&now.0))
}

/// A time of the place, on the server's clock.
fn at(meeting: &Meeting, date: &str, time: &str) -> Option<i64> {
    let (date, time): (Date, Time) = (date.parse().ok()?, time.parse().ok()?);
    let zone = TimeZone::get(&meeting.timezone).ok()?;
    Some(date.to_datetime(time).to_zoned(zone).ok()?.timestamp().as_millisecond())
}
