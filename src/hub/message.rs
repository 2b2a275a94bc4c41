//! What a room's task is sent, and how it answers.

use super::answered::Outcome;
use super::connection::Connection;
use super::fault::Fault;
use super::question::Question;
use super::sending::Private;
use crate::protocol::client::CommandFrame;
use crate::protocol::notes::AwarenessState;
use crate::protocol::server::ServerFrame;
use crate::room::Room;
use crate::room::ids::{SeatId, Seq};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::{Role, Seat};
use bytes::Bytes;
use std::sync::Arc;
use tokio::sync::oneshot;
use uuid::Uuid;

/// A message to the task of a room.
pub enum Message {
    /// A connection begins; `since` is the epoch and position that it wants to resume from.
    Connect(Question, Option<(String, Seq)>),
    /// A connection fell too far behind the ring, or found something else in its view than it should have: it wants a fresh one.
    Refresh(Question),
    /// A connection has ended.
    Leave(Arc<Connection>),
    /// A command.
    Command(Box<Asked>),
    /// A notes update, the `ticket`-th of its connection.
    Edit {
        /// From whom.
        question: Question,
        /// In Yjs's v1 encoding.
        update: Bytes,
        /// Its number among the connection's updates, from 1.
        ticket: u32,
    },
    /// A connection asks for the notes that it lacks.
    SyncStep1(Question, Bytes),
    /// A connection shows its cursors.
    Awareness(Question, Vec<AwarenessState>),
    /// A connection asks for everybody's cursors.
    Cursors(Question),
    /// Somebody joins.
    TakeSeat(Seat, oneshot::Sender<Result<(), Refusal>>),
    /// Something wants to look at what is on disk.
    Inspect(Box<dyn FnOnce(&Inspected<'_>) + Send>),
    /// The room is to be opened anew, because what stands outside of its journal has changed.
    Reopen,
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
    Connection(Question),
    /// To a waiting request.
    Request(oneshot::Sender<Result<Outcome, Fault>>),
}

impl Reply {
    /// Sends the answer to a command.
    pub fn outcome(self, id: Uuid, outcome: Outcome) {
        match self {
            Self::Connection(question) => question.answer(super::encode(&frame_of(id, outcome)).map(Private::Text)),
            // A requester that went away has lost its interest in the answer.
            Self::Request(sender) => drop(sender.send(Ok(outcome))),
        }
    }

    /// Whether somebody waits for it who can't be told later.
    pub fn is_request(&self) -> bool {
        matches!(self, Self::Request(_))
    }

    /// Tells that the machine failed.
    pub fn fault(self, id: Uuid, fault: Fault) {
        match self {
            Self::Connection(question) => question.answer(super::encode(&failed(id, &fault)).map(Private::Text)),
            Self::Request(sender) => drop(sender.send(Err(fault))),
        }
    }
}

fn failed(id: Uuid, fault: &Fault) -> ServerFrame {
    ServerFrame::Refused {
        id: Some(id),
        code: Code::StorageFault,
        message: fault.sentence().to_owned(),
        updates: None,
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
