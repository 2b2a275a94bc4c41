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
    #[error("The server could not use its journal, and nothing was changed: {0}")]
    Journal(String),
    /// The journal failed in the middle: what was asked may be on disk or not. Who asks again with the same id is told.
    #[error("The server's disk failed while it wrote. Please ask again with the same id to learn whether it was done.")]
    OutcomeUnknown,
    /// The stored room can't be read.
    #[error("The stored record of this room can't be read: {0}. Please tell the operator.")]
    Unreadable(String),
}

impl Fault {
    /// What is told to people: no path and no word of the machine's, which are for the log.
    pub fn sentence(&self) -> &'static str {
        match self {
            Self::UnknownRoom => "There is no such room.",
            Self::Unavailable => "The room is not available for a moment. Please try again.",
            Self::Journal(_) => "The server could not use its disk. Nothing was done; please tell the operator, and try again.",
            Self::OutcomeUnknown => {
                "The server's disk failed while it wrote. Ask again with the same id to learn whether it was done."
            }
            Self::Unreadable(_) => "What is stored here can't be read. Please tell the operator.",
        }
    }
}

impl From<JournalFault> for Fault {
    fn from(fault: JournalFault) -> Self {
        match fault {
            JournalFault::UnknownOutcome { .. } => Self::OutcomeUnknown,
            fault => Self::Journal(fault.to_string()),
        }
    }
}
