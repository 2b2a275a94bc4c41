//! What does not fit together in a plan.

use super::hint::UnknownName;
use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

/// What does not fit together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error, TS, ToSchema)]
#[serde(tag = "code", content = "args", rename_all = "kebab-case")]
#[schema(as = PlanWrongPart)]
#[ts(rename = "PlanWrongPart")]
pub enum OfPart {
    /// There is no room.
    #[error("a meeting has at least one room; write it under the heading `[[rooms]]`")]
    NoRooms,
    /// Two rooms have the same id.
    #[error("another room has the id `{id}` already; each needs its own")]
    RoomIdTwice {
        /// The id.
        id: String,
    },
    /// Two sessions have the same id.
    #[error("another session has the id `{id}` already; each needs its own")]
    SessionIdTwice {
        /// The id.
        id: String,
    },
    /// A session names a room that is not there.
    #[error("there is no room `{}` in this file; {}", .0.written, .0.hint)]
    RoomUnknown(UnknownName),
    /// A session names a room twice.
    #[error("the room `{room}` is in the session `{session}` already; once is enough")]
    RoomInSessionTwice {
        /// The room's id.
        room: String,
        /// The session's.
        session: String,
    },
    /// A session ends before it starts.
    #[error("the session ends at {ends} but starts at {starts}; it has to end later, on the same day")]
    EndsBeforeStart {
        /// When it ends.
        ends: String,
        /// When it starts.
        starts: String,
    },
    /// No template can be called so.
    #[error("`{written}` is no name for a template; use a-z, 0-9 and hyphens")]
    TemplateName {
        /// As it is written.
        written: String,
    },
    /// There is no such template.
    #[error("there is no template `{}` in this file; {}", .0.written, .0.hint)]
    TemplateUnknown(UnknownName),
    /// A speaker has neither name nor delegation.
    #[error("it is not said who speaks; write `delegation`, `name` or both, as in `delegation = \"Kenya\"`")]
    SpeakerUnnamed,
    /// Somebody is twice among the speakers.
    #[error("`{who}` is among these speakers in line {line} already; each is on the list once")]
    SpeakerTwice {
        /// Who it is.
        who: String,
        /// The line of a file; of a form it says nothing.
        line: usize,
    },
    /// Speakers wait on a list that the room does not have.
    #[error("speakers are inscribed, and the room goes without a list of speakers; take out one or the other")]
    SpeakersWithoutFloor,
    /// Polls are prepared for a room that has none.
    #[error("polls are prepared, and the room goes without polls; take out one or the other")]
    PollsWithoutPolls,
}
