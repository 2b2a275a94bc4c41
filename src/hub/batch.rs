//! One batch: everything that waited, decided and applied in private, to be appended in one commit and only then told.

use super::answered::Outcome;
use super::connection::Kind;
use super::fault::Fault;
use super::message::{Message, Reply};
use super::question::Question;
use super::seal::Sealing;
use super::sending::Private;
use crate::journal::Bundle;
use crate::protocol::notes::permission_denied;
use crate::protocol::server::ServerFrame;
use crate::room::command::{Command, RoomCommand};
use crate::room::refusal::Refusal;
use std::collections::HashSet;
use tokio::sync::oneshot;
use uuid::Uuid;

/// An answer that waits for the append.
pub enum Pending {
    /// To a command.
    Command(Reply, Uuid, Outcome),
    /// To the repeat of a command that was answered before this batch: whatever becomes of the batch, the answer holds.
    Repeated(Reply, Uuid, Outcome),
    /// To a notes update that was accepted (`ticket`).
    Saved(Question, u32),
    /// To a notes update that was refused.
    EditRefused(Question, u32, Refusal),
    /// To somebody who joins.
    Seat(oneshot::Sender<Result<(), Refusal>>, Result<(), Refusal>),
}

impl Pending {
    /// Gives the answer.
    pub fn give(self) {
        match self {
            Self::Command(reply, id, outcome) | Self::Repeated(reply, id, outcome) => reply.outcome(id, outcome),
            Self::Saved(question, updates) => {
                let frame = match question.connection().kind {
                    Kind::Live => super::encode(&ServerFrame::Saved { updates }).map(Private::Text),
                    Kind::Notes => None,
                };
                question.answer(frame);
            }
            Self::EditRefused(question, updates, refusal) => {
                let frame = refused_notes(question.connection().kind, Some(updates), refusal);
                question.answer(frame);
            }
            // Whoever asked has gone away; the seat is taken all the same and the same id finds it again.
            Self::Seat(sender, result) => drop(sender.send(result)),
        }
    }

    /// Tells that the machine failed. What was written in the notes comes again when its connection is back. A socket's
    /// command is answered only where it is certain that nothing was done; otherwise it too is asked again and then
    /// answered by what the journal has.
    pub fn fail(self, fault: &Fault) {
        match self {
            Self::Repeated(reply, id, outcome) => reply.outcome(id, outcome),
            Self::Command(reply, id, Outcome::Done { .. }) if reply.is_request() || matches!(fault, Fault::Journal(_)) => {
                reply.fault(id, fault.clone());
            }
            _ => {}
        }
    }
}

/// The frame that refuses something about the notes; `updates` where it was an update.
pub fn refused_notes(kind: Kind, updates: Option<u32>, refusal: Refusal) -> Option<Private> {
    match kind {
        Kind::Live => {
            let Refusal { code, message } = refusal;
            super::encode(&ServerFrame::Refused {
                id: None,
                code,
                message,
                updates,
            })
            .map(Private::Text)
        }
        Kind::Notes => Some(Private::Binary(permission_denied(&refusal.message).into())),
    }
}

/// What one batch holds.
#[derive(Default)]
pub struct Batch {
    /// Encoded records, in order, and what is done beside them.
    pub bundle: Bundle,
    /// Answers, in order.
    pub answers: Vec<Pending>,
    /// The commands that it makes so.
    pub commands: HashSet<Uuid>,
    /// The outcome, written but not in its place yet, where the room closes; such a batch holds nothing else.
    pub sealed: Option<Sealing>,
}

/// Whether the message asks to close the room. Such a command is a batch of its own, so that a disk too full for the
/// outcome undoes nothing else.
pub fn closes_room(message: &Message) -> bool {
    let Message::Command(asked) = message else { return false };
    matches!(asked.frame.command, Command::Room(RoomCommand::Close { .. }))
}
