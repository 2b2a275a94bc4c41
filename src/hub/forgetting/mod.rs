//! Forgetting who took part in a meeting, when the day that the organiser promised has passed or the organiser says so. What goes: names,
//! delegations and seats in the rooms, as `room::veil` has it; people in the plan; every link but the organiser's, and with them every
//! seat; and the meeting's other books whole. What stays: the sealed outcomes as they are, what people wrote into notes, cards, remarks and
//! polls, and the programme.
//!
//! A room that is still open when the day has passed is closed first, as its chair would close it, so that its outcome is sealed: it is made
//! from what goes. Where an outcome is not in its place and cannot be written, nothing is deleted yet; the organiser is told, and it is tried
//! again. Every step may be done twice, so a server that falls in the middle begins again at the next start and comes to the end.

mod alone;
mod books;
mod rooms;
mod watch;

pub(super) use books::{Emptied, tells_of_nobody};
pub use watch::Watch;

use super::Hub;
use super::fault::Fault;
use super::ledger::NotDone;
use super::registry::random;
use crate::book::Context;
use crate::keeping::{Command, Keeping};
use crate::room::ids::SeatId;
use crate::room::seat::Role;
use uuid::Uuid;

/// As whom the server acts by itself.
const SERVER: &str = "server";

/// Why people are not forgotten yet. It is tried again.
#[derive(Debug, Clone, thiserror::Error)]
pub enum NotForgotten {
    /// The machine failed.
    #[error(transparent)]
    Failed(#[from] Fault),
    /// The outcome of a room is not in its place, or was altered, and could not be made again without the names.
    #[error(
        "The sealed outcome of room {room} is missing or was altered, and could not be made again without the names. Please tell the operator."
    )]
    NotSealed {
        /// The room's id.
        room: String,
    },
    /// A room was opened again in the meantime.
    #[error("Room {room} could not be closed.")]
    NotClosed {
        /// The room's id.
        room: String,
    },
    /// The book of the keeping itself said no, which its rules do not.
    #[error("It could not be written down that the names are being deleted.")]
    NotNoted,
}

impl From<NotDone> for NotForgotten {
    fn from(reason: NotDone) -> Self {
        match reason {
            NotDone::Failed(fault) => Self::Failed(fault),
            NotDone::Refused(_) | NotDone::Forgotten => Self::NotNoted,
        }
    }
}

impl From<crate::journal::JournalFault> for NotForgotten {
    fn from(fault: crate::journal::JournalFault) -> Self {
        Self::Failed(fault.into())
    }
}

impl Hub {
    /// Forgets who took part in a meeting, from whichever step it stands at.
    ///
    /// # Errors
    /// Where something stands in the way; what was done until then stays done.
    pub async fn forget_people(&self, meeting: &str) -> Result<(), NotForgotten> {
        let _turn = self.watch.turn.lock().await;
        let ledger = self.book::<Keeping>(meeting);
        self.close_rooms(meeting).await?;
        ledger.command(Command::Begin, self.as_server()?).await?;
        let leaving = self.registry.forget(&*self.services.journal, meeting).await?;
        self.show_out(leaving);
        // Whoever came in at the last moment may have opened one more.
        self.close_rooms(meeting).await?;
        let rooms = self.veil_rooms(meeting).await?;
        let books = self.empty_books(meeting).await?;
        ledger.command(Command::Finish { rooms }, self.as_server()?).await?;
        self.services.news.of(meeting).tell(super::news::PLAN);
        tracing::info!(meeting.id = meeting, rooms, books, "people of a meeting are forgotten");
        Ok(())
    }

    fn as_server(&self) -> Result<Context, Fault> {
        Ok(Context {
            now: self.now(),
            seat: server()?,
            role: Role::Organiser,
            request: fresh_id(),
        })
    }
}

fn server() -> Result<SeatId, Fault> {
    SeatId::new(SERVER).ok_or(Fault::Unavailable)
}

fn fresh_id() -> Uuid {
    Uuid::from_bytes(random())
}
