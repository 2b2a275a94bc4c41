//! One batch: everything that waited, decided and applied in private, to be appended in one commit and only then told.

use super::answered::Outcome;
use super::connection::{Connection, Kind, Private};
use super::fault::Fault;
use super::message::{Message, Reply};
use crate::protocol::notes::permission_denied;
use crate::protocol::server::ServerFrame;
use crate::room::command::{Command, RoomCommand};
use crate::room::refusal::Refusal;
use bytes::Bytes;
use std::sync::Arc;
use tokio::sync::oneshot;
use uuid::Uuid;

/// An answer that waits for the append.
pub enum Pending {
    /// To a command.
    Command(Reply, Uuid, Outcome),
    /// To a notes update that was accepted (`ticket`).
    Saved(Arc<Connection>, u32),
    /// To a notes update that was refused.
    EditRefused(Arc<Connection>, u32, Refusal),
    /// To somebody who joins.
    Seat(oneshot::Sender<Result<(), Refusal>>, Result<(), Refusal>),
}

impl Pending {
    /// Gives the answer.
    pub fn give(self) {
        match self {
            Self::Command(reply, id, outcome) => reply.outcome(id, outcome),
            Self::Saved(connection, updates) => {
                let frame = match connection.kind {
                    Kind::Live => super::encode(&ServerFrame::Saved { updates }).map(Private::Text),
                    Kind::Notes => None,
                };
                connection.answer(frame);
            }
            Self::EditRefused(connection, updates, refusal) => {
                let frame = refused_edit(connection.kind, updates, refusal);
                connection.answer(frame);
            }
            // Whoever asked has gone away; the seat is taken all the same and the same id finds it again.
            Self::Seat(sender, result) => drop(sender.send(result)),
        }
    }
}

impl Pending {
    /// Tells that the machine failed. Connections are ended with the room's task and ask again when they are back.
    pub fn fail(self, fault: &Fault) {
        match self {
            Self::Command(reply, ..) => reply.fault(fault.clone()),
            Self::Saved(connection, _) | Self::EditRefused(connection, ..) => connection.answer(None),
            Self::Seat(..) => {}
        }
    }
}

fn refused_edit(kind: Kind, updates: u32, refusal: Refusal) -> Option<Private> {
    match kind {
        Kind::Live => {
            let Refusal { code, message } = refusal;
            super::encode(&ServerFrame::Refused {
                id: None,
                code,
                message,
                updates: Some(updates),
            })
            .map(Private::Text)
        }
        Kind::Notes => Some(Private::Binary(permission_denied(&refusal.message).into())),
    }
}

/// What one batch holds.
#[derive(Default)]
pub struct Batch {
    /// Encoded records, in order.
    pub records: Vec<Bytes>,
    /// Answers, in order.
    pub answers: Vec<Pending>,
    /// Whether the room closes with it; such a batch holds nothing else.
    pub closes: bool,
}

/// Whether the message asks to close the room. Such a command is a batch of its own, so that a disk too full for the
/// outcome undoes nothing else.
pub fn closes_room(message: &Message) -> bool {
    let Message::Command(asked) = message else { return false };
    matches!(asked.frame.command, Command::Room(RoomCommand::Close { .. }))
}
