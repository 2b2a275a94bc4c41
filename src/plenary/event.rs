//! What has happened to the plenary's board. In the journal for ever: what is added later gets a default.

use super::{Phase, PointRef};
use serde::{Deserialize, Serialize};

/// An event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum PlenaryEvent {
    /// Others see the board now.
    PhaseSet {
        /// Who.
        phase: Phase,
    },
    /// A point was put under another.
    PointFolded {
        /// What.
        point: PointRef,
        /// What stands for both.
        under: PointRef,
    },
    /// A point stands for itself again.
    PointUnfolded {
        /// Which.
        point: PointRef,
    },
    /// A point comes first.
    PointPinned {
        /// Which.
        point: PointRef,
        /// Its place among those that do.
        at: u32,
    },
    /// A point comes first no more.
    PointUnpinned {
        /// Which.
        point: PointRef,
    },
    /// A point is left out.
    PointHidden {
        /// Which.
        point: PointRef,
        /// Why.
        reason: String,
    },
    /// A point is taken in again.
    PointUnhidden {
        /// Which.
        point: PointRef,
    },
    /// Support is taken.
    SupportOpened,
    /// No more support is taken.
    SupportClosed,
    /// Somebody supports a point.
    PointSupported {
        /// Which.
        point: PointRef,
    },
    /// Somebody took their support back.
    SupportWithdrawn {
        /// Of which.
        point: PointRef,
    },
    /// What a room reports is read out.
    ReadOutBegun {
        /// The room.
        room: String,
        /// How long that is meant to take, seconds.
        for_s: u32,
    },
    /// Its clock runs from now.
    ClockStarted,
    /// A message is shown.
    MessageShown {
        /// Which, from 1.
        number: u32,
    },
    /// The read-out has ended.
    ReadOutEnded,
}
