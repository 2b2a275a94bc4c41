//! What is wrong with a change of a plan that there is.

use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

/// What is wrong with a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error, TS, ToSchema)]
#[serde(tag = "code", content = "args", rename_all = "kebab-case")]
#[schema(as = PlanWrongChange)]
#[ts(rename = "PlanWrongChange")]
pub enum OfChange {
    /// It could not be read back.
    #[error("it could not be read back")]
    Unread,
    /// A session keeps its id.
    #[error("the id of a session stays as it is, `{id}`")]
    SessionIdStays {
        /// The id.
        id: String,
    },
    /// A room keeps its id.
    #[error("the id of a room stays as it is, `{id}`: it is part of its address")]
    RoomIdStays {
        /// The id.
        id: String,
    },
    /// A session is moved to no time of day.
    #[error("this is no time of day, as in \"15:00\"")]
    MovedToNoTime,
    /// A session that is moved would end after midnight.
    #[error("the session would end after midnight; a session ends on the day on which it starts")]
    PastMidnight,
    /// With all days moved a session would have none.
    #[error("with this first day a session would be on no day of the calendar")]
    NoDay,
    /// An order names other rooms than there are.
    #[error("it has to name every room of the meeting, each of them once")]
    OtherRooms,
}
