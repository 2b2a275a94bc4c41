//! What a room's task is sent, and how it answers.

use super::answered::Outcome;
use super::connection::{Connection, Private};
use super::fault::Fault;
use crate::protocol::client::CommandFrame;
use crate::protocol::notes::AwarenessState;
use crate::protocol::server::ServerFrame;
use crate::room::Room;
use crate::room::ids::{SeatId, Seq};
use crate::room::refusal::Refusal;
use crate::room::seat::{Role, Seat};
use bytes::Bytes;
use std::sync::Arc;
use tokio::sync::oneshot;
use uuid::Uuid;

/// A message to the task of a room.
pub enum Message {
    /// A connection begins; `since` is the epoch and position that it wants to resume from.
    Connect(Arc<Connection>, Option<(String, Seq)>),
    /// A connection fell too far behind the ring and wants a fresh view.
    Refresh(Arc<Connection>),
    /// A connection has ended.
    Leave(Arc<Connection>),
    /// A command.
    Command(Box<Asked>),
    /// A notes update, the `ticket`-th of its connection.
    Edit {
        /// From whom.
        connection: Arc<Connection>,
        /// In Yjs's v1 encoding.
        update: Bytes,
        /// Its number among the connection's updates, from 1.
        ticket: u32,
    },
    /// A connection asks for the notes that it lacks.
    SyncStep1(Arc<Connection>, Bytes),
    /// A connection shows its cursors.
    Awareness(Arc<Connection>, Vec<AwarenessState>),
    /// A connection asks for everybody's cursors.
    Cursors(Arc<Connection>),
    /// Somebody joins.
    TakeSeat(Seat, oneshot::Sender<Result<(), Refusal>>),
    /// Something wants to look at what is on disk.
    Inspect(Box<dyn FnOnce(&Inspected<'_>) + Send>),
    /// The server stops.
    Stop,
}

/// A command, who asks, and where the answer goes.
pub struct Asked {
    /// The command.
    pub frame: CommandFrame,
    /// Who asks.
    pub seat: SeatId,
    /// As what.
    pub role: Role,
    /// Where the answer goes.
    pub reply: Reply,
}

/// A room between two batches.
pub struct Inspected<'a> {
    /// The room.
    pub room: &'a Room,
    /// Its position.
    pub seq: Seq,
    /// The run that the position counts in.
    pub epoch: &'a str,
}

/// Where an answer goes.
pub enum Reply {
    /// To a connection's outbox.
    Connection(Arc<Connection>),
    /// To a waiting request.
    Request(oneshot::Sender<Result<Outcome, Fault>>),
}

impl Reply {
    /// Sends the answer to a command.
    pub fn outcome(self, id: Uuid, outcome: Outcome) {
        match self {
            Self::Connection(connection) => connection.answer(super::encode(&frame_of(id, outcome)).map(Private::Text)),
            // A requester that went away has lost its interest in the answer.
            Self::Request(sender) => drop(sender.send(Ok(outcome))),
        }
    }

    /// Tells that the machine failed and nothing was done.
    pub fn fault(self, fault: Fault) {
        match self {
            // The connection is ended with the room's task; the client asks again when it is back.
            Self::Connection(connection) => connection.answer(None),
            Self::Request(sender) => drop(sender.send(Err(fault))),
        }
    }
}

fn frame_of(id: Uuid, outcome: Outcome) -> ServerFrame {
    match outcome {
        Outcome::Done { seq, made } => ServerFrame::Done { id, seq, made },
        Outcome::Refused(Refusal { code, message }) => ServerFrame::Refused {
            id: Some(id),
            code,
            message,
            updates: None,
        },
    }
}
