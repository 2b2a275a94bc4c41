//! By how much sessions last longer than planned: rooms are given more time while the day runs, and the programme stays as it was planned.

use super::plan::{Meeting, Session};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The minutes that rooms were given, by their ids, and in which session; rooms that were given none are missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extended(BTreeMap<String, Given>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Given {
    minutes: u32,
    /// The session's id; none where the room meets in none.
    session: Option<String>,
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
    /// What rooms of a meeting were given. A room that meets in several sessions was given time in the first, whose times it shows.
    pub fn of(meeting: &Meeting, rooms: impl IntoIterator<Item = (String, u32)>) -> Self {
        let given = rooms.into_iter().filter(|(_, minutes)| *minutes > 0).map(|(room, minutes)| {
            let session = meeting.session_of(&room).map(|session| session.id.clone());
            (room, Given { minutes, session })
        });
        Self(given.collect())
    }

    /// What a room was given in a session.
    pub fn of_room(&self, room: &str, session: &str) -> u32 {
        let given = self.0.get(room);
        let here = given.filter(|given| given.session.as_deref().unwrap_or_default() == session);
        here.map_or(0, |given| given.minutes)
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

    #[test]
    fn a_session_lasts_as_long_as_the_last_of_its_rooms_and_a_room_counts_in_its_first_session_alone() {
        let mut meeting = example();
        let at = |id: &str, meeting: &Meeting| meeting.programme.iter().position(|session| session.id == id);
        let breakout = at("breakout", &meeting).unwrap_or_default();
        let mut again = meeting.programme[breakout].clone();
        again.id = "again".to_owned();
        meeting.programme.push(again);
        let given = [("group-1", 15), ("group-2", 30), ("norms", 0)].map(|(room, minutes)| (room.to_owned(), minutes));
        let extended = Extended::of(&meeting, given);
        let told: Vec<(String, u32)> = extended
            .programme(&meeting)
            .into_iter()
            .filter(|now| now.extended_min > 0)
            .map(|now| (now.session.id, now.extended_min))
            .collect();
        assert_eq!(told, [("breakout".to_owned(), 30)]);
        let of_room = |session| extended.of_room("group-1", session);
        assert_eq!((of_room("breakout"), of_room("again")), (15, 0));
    }
}
