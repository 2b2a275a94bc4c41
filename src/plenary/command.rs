//! What may be asked of the plenary's board.

use super::{Phase, PointRef};
use serde::{Deserialize, Serialize};

/// A command, and which board it was asked of.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PlenaryOrder {
    /// What is asked.
    #[serde(flatten)]
    pub command: PlenaryCommand,
    /// The `changes` of the board that whoever asks has seen: where somebody else has changed the same thing since, it is refused. Left
    /// out: it is done whatever the board is by now.
    #[serde(default)]
    pub seen: Option<u64>,
}

/// What may be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum PlenaryCommand {
    /// Says who sees the board.
    Phase {
        /// Who.
        phase: Phase,
    },
    /// Puts a point, and what stands under it, under another that says the same. A point that stands for others may be put under one of
    /// them: then that one stands for all.
    Fold {
        /// What is put there.
        point: PointRef,
        /// What stands for both from now on, or what stands under that.
        under: PointRef,
    },
    /// Lets a point stand for itself again.
    Unfold {
        /// Which.
        point: PointRef,
    },
    /// Puts a point first in its theme.
    Pin {
        /// Which.
        point: PointRef,
        /// The place among those that come first, from 0; none: behind them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<u32>,
    },
    /// Puts it back into the order of the others.
    Unpin {
        /// Which.
        point: PointRef,
    },
    /// Leaves a point out, and with it what stands under it. The rooms' own documents keep it.
    Hide {
        /// Which.
        point: PointRef,
        /// Why, for the other organisers.
        reason: String,
    },
    /// Takes it in again.
    Unhide {
        /// Which.
        point: PointRef,
    },
    /// Lets people support points.
    OpenSupport,
    /// Takes no more support.
    CloseSupport,
    /// Supports a point. A seat counts once.
    Support {
        /// Which.
        point: PointRef,
    },
    /// Takes one's support back.
    WithdrawSupport {
        /// Of which.
        point: PointRef,
    },
    /// Begins to read out what a room reports, with its clock still standing.
    ReadOut {
        /// The room.
        room: String,
        /// How long that is meant to take, seconds; none: two minutes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        for_s: Option<u32>,
    },
    /// Starts the clock of the read-out (again).
    StartClock,
    /// Shows a message of the read-out.
    Message {
        /// Which, from 1.
        number: u32,
    },
    /// Ends the read-out.
    EndReadOut,
}

impl PlenaryCommand {
    /// The points that the command says something of which must be there; what it only takes back may be gone.
    pub fn points(&self) -> Vec<&PointRef> {
        match self {
            Self::Fold { point, under } => vec![point, under],
            Self::Pin { point, .. } | Self::Hide { point, .. } | Self::Support { point } => vec![point],
            _ => Vec::new(),
        }
    }
}
