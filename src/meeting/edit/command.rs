//! What an organiser asks of the plan. Whatever changes something that is there says how it was `seen`, so that nobody overwrites what
//! somebody else has changed meanwhile without knowing it.

use crate::meeting::plan::{Meeting, RoomPlan, Session};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the meeting says of itself, beside programme and rooms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = MeetingDetails)]
pub struct Details {
    /// Its title.
    pub title: String,
    /// Its aim in a sentence; may be empty.
    #[serde(default)]
    pub subtitle: String,
    /// Where it is held; may be empty.
    #[serde(default)]
    pub place: String,
    /// Its day, or the first of them, as in `2024-05-10`.
    pub date: String,
    /// The place's time zone by its IANA name, as in `America/New_York`.
    pub timezone: String,
    /// Its languages as BCP 47 tags.
    #[serde(default)]
    pub languages: Vec<String>,
}

impl Details {
    /// Those of a meeting.
    pub fn of(meeting: &Meeting) -> Self {
        Self {
            title: meeting.title.clone(),
            subtitle: meeting.subtitle.clone(),
            place: meeting.place.clone(),
            date: meeting.date.clone(),
            timezone: meeting.timezone.clone(),
            languages: meeting.languages.clone(),
        }
    }

    /// The meeting with these instead of its own.
    pub fn put_into(self, meeting: Meeting) -> Meeting {
        let Self {
            title,
            subtitle,
            place,
            date,
            timezone,
            languages,
        } = self;
        Meeting {
            title,
            subtitle,
            place,
            date,
            timezone,
            languages,
            ..meeting
        }
    }
}

/// A change of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
#[schema(as = PlanChange)]
pub enum Command {
    /// Says title, day, place, time zone and languages anew.
    SetDetails {
        /// As they were seen.
        seen: Details,
        /// As they shall be.
        details: Details,
        /// Whether the days of all sessions move with the first day.
        #[serde(default)]
        move_days: bool,
    },
    /// Adds a session, or changes one.
    PutSession {
        /// As it was seen; none for a new one.
        #[serde(default)]
        seen: Option<Session>,
        /// As it shall be. Its id stays.
        session: Session,
    },
    /// Moves a session to another time; it stays as long as it is.
    MoveSession {
        /// As it was seen.
        seen: Session,
        /// Its day.
        date: String,
        /// Its start.
        starts: String,
    },
    /// Takes a session out of the programme. Its rooms stay.
    RemoveSession {
        /// As it was seen.
        seen: Session,
    },
    /// Adds a room, or changes one.
    PutRoom {
        /// As it was seen; none for a new one.
        #[serde(default)]
        seen: Option<Box<RoomPlan>>,
        /// As it shall be. Its id stays.
        room: Box<RoomPlan>,
        /// The session in which a new room meets.
        #[serde(default)]
        session: Option<String>,
    },
    /// Takes a room out of the plan.
    RemoveRoom {
        /// As it was seen.
        seen: Box<RoomPlan>,
        /// That it may go with what people have done in it. It has to be closed then.
        #[serde(default)]
        with_contents: bool,
    },
    /// Puts the rooms in another order.
    OrderRooms {
        /// The order as it was seen.
        seen: Vec<String>,
        /// The same rooms as they shall stand.
        order: Vec<String>,
    },
}

impl Command {
    /// The room that is there already and that it is about: how that room is doing has to be known.
    pub fn room(&self) -> Option<&str> {
        match self {
            Self::PutRoom { room, .. } => Some(&room.id),
            Self::RemoveRoom { seen, .. } => Some(&seen.id),
            _ => None,
        }
    }
}
