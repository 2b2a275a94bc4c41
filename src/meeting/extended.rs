//! By how much sessions last longer than planned: rooms are given more time while the day runs, and the programme stays as it was planned.

use super::plan::{Meeting, Session};
use crate::room::sittings::Extension;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The minutes that rooms were given, by their ids and that of the session, which is empty where a room meets in none; rooms that were given
/// none are missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extended(BTreeMap<(String, String), Given>);

/// What a room was given in a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Given {
    minutes: u32,
    /// See [`Extension::turns`].
    turns: u32,
}

/// A session as it goes.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionNow {
    /// As it is planned.
    #[serde(flatten)]
    pub session: Session,
    /// How many minutes it lasts longer.
    #[serde(skip_serializing_if = "is_zero")]
    pub extended_min: u32,
}

impl Extended {
    /// What rooms of a meeting were given.
    pub fn of(meeting: &Meeting, rooms: impl IntoIterator<Item = (String, Vec<Extension>)>) -> Self {
        let mut given = BTreeMap::new();
        for (room, extended) in rooms {
            for Extension { times, minutes, turns } in extended {
                let at_that_time = meeting
                    .sessions_of(&room)
                    .filter(|session| session.sitting().times() == times);
                let mut sessions: Vec<String> = at_that_time.map(|session| session.id.clone()).collect();
                if sessions.is_empty() {
                    sessions.push(String::new());
                }
                given.extend(
                    sessions
                        .into_iter()
                        .map(|session| ((room.clone(), session), Given { minutes, turns })),
                );
            }
        }
        Self(given)
    }

    /// What a room was given in a session.
    pub fn of_room(&self, room: &str, session: &str) -> u32 {
        self.given(room, session).minutes
    }

    /// How far that was changed so far: only grows.
    pub fn turns_of_room(&self, room: &str, session: &str) -> u32 {
        self.given(room, session).turns
    }

    /// The same of a session and all of its rooms.
    pub fn turns_of_session(&self, session: &Session) -> u32 {
        let rooms = session.rooms.iter().map(|room| self.turns_of_room(room, &session.id));
        rooms.fold(0, u32::saturating_add)
    }

    fn given(&self, room: &str, session: &str) -> Given {
        let given = self.0.get(&(room.to_owned(), session.to_owned()));
        given.copied().unwrap_or_default()
    }

    /// A session lasts as long as the last of its rooms.
    pub fn of_session(&self, session: &Session) -> u32 {
        let rooms = session.rooms.iter().map(|room| self.of_room(room, &session.id));
        rooms.max().unwrap_or_default()
    }

    /// The programme as it goes.
    pub fn programme(&self, meeting: &Meeting) -> Vec<SessionNow> {
        let sessions = meeting.programme.iter().map(|session| SessionNow {
            session: session.clone(),
            extended_min: self.of_session(session),
        });
        sessions.collect()
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
pub(crate) fn is_zero(value: &u32) -> bool {
    *value == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::example;

    fn given(meeting: &Meeting, session: &str, minutes: u32) -> Extension {
        let session = meeting.programme.iter().find(|each| each.id == session);
        let times = session.map(|session| session.sitting().times()).unwrap_or_default();
        Extension {
            times,
            minutes,
            turns: minutes,
        }
    }

    #[test]
    fn a_session_lasts_as_long_as_the_last_of_its_rooms_and_a_room_that_meets_twice_lasts_longer_where_it_was_given_time() {
        let mut meeting = example();
        let at = |id: &str, meeting: &Meeting| meeting.programme.iter().position(|session| session.id == id);
        let breakout = at("breakout", &meeting).unwrap_or_default();
        let mut again = meeting.programme[breakout].clone();
        (again.id, again.starts, again.ends) = ("again".to_owned(), "20:00".to_owned(), "21:00".to_owned());
        meeting.programme.push(again);
        let first = vec![given(&meeting, "breakout", 15), given(&meeting, "again", 5)];
        let second = vec![given(&meeting, "breakout", 30)];
        let rooms = [("group-1", first), ("group-2", second), ("norms", Vec::new())];
        let extended = Extended::of(&meeting, rooms.map(|(room, extended)| (room.to_owned(), extended)));
        let told: Vec<(String, u32)> = extended
            .programme(&meeting)
            .into_iter()
            .filter(|now| now.extended_min > 0)
            .map(|now| (now.session.id, now.extended_min))
            .collect();
        assert_eq!(told, [("breakout".to_owned(), 30), ("again".to_owned(), 5)]);
        let of_room = |session| extended.of_room("group-1", session);
        assert_eq!((of_room("breakout"), of_room("again")), (15, 5));
    }
}
