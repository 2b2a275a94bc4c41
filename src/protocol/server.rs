//! What the server sends as text.

use crate::room::ids::{Millis, SeatId, Seq};
use crate::room::refusal::Code;
use crate::room::view::{View, You};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// One text frame.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum ServerFrame {
    /// The first frame of a connection that could not resume, and whenever a reader fell too far behind: takes the place
    /// of all that was known.
    Welcome {
        /// The receiver's own seat.
        you: You,
        /// Which run of the room `seq` counts in; changes when the server starts anew.
        epoch: String,
        /// The position that `view` shows.
        seq: Seq,
        /// The server's clock.
        now: Millis,
        /// Who is connected.
        presence: Presence,
        /// What the receiver's role may see.
        view: Box<View>,
    },
    /// The first frame of a connection that resumed: the missed changes follow.
    Resumed {
        /// The receiver's own seat.
        you: You,
        /// As asked.
        epoch: String,
        /// The server's position now.
        seq: Seq,
        /// The server's clock.
        now: Millis,
        /// Who is connected.
        presence: Presence,
    },
    /// The view changed.
    Change {
        /// The position after the change.
        seq: Seq,
        /// An RFC 7396 merge patch of the view.
        #[ts(type = "Record<string, unknown>")]
        patch: serde_json::Value,
    },
    /// The receiver's own seat changed; takes the place of the earlier `you`.
    You {
        /// The position after the change.
        seq: Seq,
        /// The seat.
        you: You,
    },
    /// A command is done and on disk.
    Done {
        /// The command's id.
        id: Uuid,
        /// The position at which it took effect.
        seq: Seq,
        /// The id of what it made, where it made something.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        made: Option<String>,
    },
    /// A command was refused, or (without id) something that was no command, or a notes update.
    Refused {
        /// The command's id, where it could be read.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        id: Option<Uuid>,
        /// The stable code.
        code: Code,
        /// One sentence.
        message: String,
        /// Where a notes update was refused: the number of updates of this connection that are answered, with it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        updates: Option<u32>,
    },
    /// Notes updates are on disk.
    Saved {
        /// How many of the non-empty notes updates sent on this connection are answered so far, in their order.
        updates: u32,
    },
    /// Who is connected changed.
    Presence(Presence),
    /// Something to tell people: an announcement, a countdown.
    Notice {
        /// What kind, stable.
        code: String,
        /// One sentence.
        message: String,
    },
    /// What everybody of this audience has by now: some seconds after something changed. A client that
    /// has something else, though it got every frame, asks for a fresh view.
    Check {
        /// The position; a client that stands there or behind it, and has read all before this frame, has the same.
        seq: Seq,
        /// The digest of the view.
        view: String,
        /// The digest of the notes; left out where they are too large to be read.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        notes: Option<String>,
    },
    /// The answer to a ping.
    Pong {
        /// The room's position.
        seq: Seq,
        /// The server's clock.
        now: Millis,
    },
}

/// Who is connected now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct Presence {
    /// How many seats have at least one connection; screens do not count.
    pub count: u32,
    /// Which, for chair and rapporteur.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub seats: Option<Vec<SeatId>>,
    /// Why nothing can be changed now, while the server's disk takes nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub storage: Option<StorageTrouble>,
}

/// Why the server's disk takes nothing. It is tried again every second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StorageTrouble {
    /// There is no space left.
    Full,
    /// It fails.
    Failing,
}

impl StorageTrouble {
    /// What people who wanted to change something are told.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Full => {
                "The server's disk is full, so nothing can be changed. Nothing is lost; please tell the operator, and try again."
            }
            Self::Failing => {
                "The server's disk fails, so nothing can be changed. Nothing is lost; please tell the operator, and try again."
            }
        }
    }
}
