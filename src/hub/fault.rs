//! The machine failed, as the hub tells it to those who asked.

use crate::journal::JournalFault;

/// Why something could not be done though no rule forbids it.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Fault {
    /// No room of that name.
    #[error("There is no such room.")]
    UnknownRoom,
    /// The room is being opened again, or the server stops; ask again in a moment.
    #[error("The room is not available for a moment. Please try again.")]
    Unavailable,
    /// The journal failed, and nothing was written.
    #[error("The server could not write to its disk: {0}. Nothing was changed; please tell the organiser.")]
    Journal(String),
    /// The journal failed in the middle: what was asked may be on disk or not. Who asks again with the same id is told.
    #[error("The server's disk failed while it wrote. Please ask again with the same id to learn whether it was done.")]
    OutcomeUnknown,
    /// The stored room can't be read.
    #[error("The stored record of this room can't be read: {0}. Please tell the operator.")]
    Unreadable(String),
}

impl From<JournalFault> for Fault {
    fn from(fault: JournalFault) -> Self {
        match fault {
            JournalFault::UnknownOutcome { .. } => Self::OutcomeUnknown,
            fault => Self::Journal(fault.to_string()),
        }
    }
}
