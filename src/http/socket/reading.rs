//! The reading half: frames become messages to the room. It takes no more from the socket while too many of the
//! connection's questions are unanswered.

use super::stream::{Incoming, Message as Frame};
use crate::http::App;
use crate::http::allowance::{self, Allowance};
use crate::http::rooms;
use crate::hub::connection::{Connection, Kind};
use crate::hub::encode;
use crate::hub::fault::Fault;
use crate::hub::handle::RoomHandle;
use crate::hub::message::{Asked, Message, Reply};
use crate::hub::question::{Question, Weight};
use crate::hub::sending::Private;
use crate::protocol::client::ControlFrame;
use crate::protocol::disconnect::Disconnect;
use crate::protocol::notes::{self, NotesMessage};
use crate::protocol::server::ServerFrame;
use crate::room::access::{self, Right};
use crate::room::ids::Seq;
use crate::room::refusal::{Code, Refusal};
use bytes::Bytes;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// The largest text frame: a poll at its bounds, several times over.
const TEXT_BYTES_MAX: usize = 64 * 1_024;
/// The largest text frame of those who may put others on the list: one that is full, imported at once with ranks and notes.
const LIST_BYTES_MAX: usize = 256 * 1_024;

/// Reads until the socket or the connection ends, and says why it did.
pub async fn read(app: Arc<App>, room: RoomHandle, connection: Arc<Connection>, mut incoming: Incoming) -> Disconnect {
    let mut reader = Reader {
        allowance: app.allowances.of_seat(&connection.seat),
        app,
        room,
        connection,
        updates: 0,
    };
    loop {
        let frame = match incoming.next().await {
            Ok(frame) => frame,
            Err(reason) => return reason,
        };
        // Nothing that comes after the end is carried out, though the writing half has not yet taken notice of it.
        if let Some(reason) = reader.connection.ended() {
            return reason;
        }
        reader.connection.heard();
        let taken = match frame {
            Frame::Text(text) if reader.connection.kind == Kind::Live => reader.text(text.as_str()).await,
            Frame::Binary(bytes) => reader.binary(bytes).await,
            Frame::Text(_) => Err(Disconnect::NotUnderstood),
            Frame::Ping(_) | Frame::Pong(_) => reader.nothing().await,
            Frame::Close(_) | Frame::Frame(_) => Ok(()),
        };
        if let Err(reason) = taken {
            return reason;
        }
    }
}

struct Reader {
    allowance: Allowance,
    app: Arc<App>,
    room: RoomHandle,
    connection: Arc<Connection>,
    updates: u32,
}

impl Reader {
    async fn text(&mut self, text: &str) -> Result<(), Disconnect> {
        let weight = match text.len() {
            0..=TEXT_BYTES_MAX => Weight::Light,
            bytes @ ..=LIST_BYTES_MAX if access::may(self.connection.role, Right::QueueSpeaker) => Weight::Bytes(bytes),
            _ => return Err(Disconnect::TooLarge),
        };
        let parts = 1 + text.len() / TEXT_BYTES_MAX;
        self.allowance.wait(allowance::Kind::Command, parts).await;
        let question = self.connection.ask(weight).await;
        // Commands are by far the most, and a ping is found not to be one at its first field.
        match rooms::parse(text.as_bytes()) {
            Ok(frame) => {
                let reply = Reply::Connection(question);
                let asked = Asked {
                    frame,
                    seat: self.connection.seat.clone(),
                    role: self.connection.role,
                    reply,
                };
                self.send(Message::Command(Box::new(asked))).await
            }
            Err(refusal) => self.other(question, text, refusal).await,
        }
    }

    /// What is no command: something about the connection itself, or not of the protocol.
    async fn other(&mut self, question: Question, text: &str, refusal: Refusal) -> Result<(), Disconnect> {
        match serde_json::from_str(text) {
            Ok(ControlFrame::Ping) => {
                let seq = Seq(self.room.shared.seq.load(Ordering::Acquire));
                let now = self.app.hub.now();
                answer(question, &ServerFrame::Pong { seq, now });
            }
            Ok(ControlFrame::Refresh) => {
                drop(question);
                self.allowance.wait(allowance::Kind::Sync, 1).await;
                self.app.hub.metrics().refreshed();
                // The answer may be as large as the document.
                let question = self.connection.ask(Weight::Whole).await;
                return self.send(Message::Refresh(question)).await;
            }
            Err(_) => {
                let Refusal { code, message } = refusal;
                let (id, updates) = (id_of(text), None);
                answer(
                    question,
                    &ServerFrame::Refused {
                        id,
                        code,
                        message,
                        updates,
                    },
                );
            }
        }
        Ok(())
    }

    async fn binary(&mut self, bytes: Bytes) -> Result<(), Disconnect> {
        let message = match notes::decode(&bytes) {
            Ok(message) => message,
            Err(_) => return self.malformed().await,
        };
        let part_of = |part: &[u8]| bytes.slice_ref(part);
        match message {
            NotesMessage::SyncStep1 { state_vector } => {
                self.allowance.wait(allowance::Kind::Sync, 1).await;
                let state_vector = part_of(state_vector);
                let question = self.connection.ask(Weight::Whole).await;
                self.send(Message::SyncStep1(question, state_vector)).await
            }
            NotesMessage::SyncStep2 { update } | NotesMessage::Update { update } => self.update(part_of(update)).await,
            NotesMessage::Awareness { states } => {
                self.allowance.wait(allowance::Kind::Cursor, 1).await;
                let question = self.connection.ask(Weight::Bytes(bytes.len())).await;
                self.send(Message::Awareness(question, states)).await
            }
            NotesMessage::QueryAwareness => {
                self.allowance.wait(allowance::Kind::Sync, 1).await;
                let question = self.connection.ask(Weight::Whole).await;
                self.send(Message::Cursors(question)).await
            }
            NotesMessage::PermissionDenied { .. } => self.nothing().await,
        }
    }

    async fn update(&mut self, update: Bytes) -> Result<(), Disconnect> {
        if update.as_ref() == notes::EMPTY_UPDATE {
            return self.nothing().await;
        }
        self.updates = self.updates.wrapping_add(1);
        self.allowance.wait(allowance::Kind::Edit, 1).await;
        self.allowance.wait(allowance::Kind::EditBytes, update.len()).await;
        let question = self.connection.ask(Weight::Bytes(update.len())).await;
        let question = question.with_claim(self.room.shared.claim(update.len()).await);
        self.send(Message::Edit {
            question,
            update,
            ticket: self.updates,
        })
        .await
    }

    /// What says nothing takes time all the same, where it comes without end.
    async fn nothing(&self) -> Result<(), Disconnect> {
        self.allowance.wait(allowance::Kind::Nothing, 1).await;
        Ok(())
    }

    /// A binary frame that is no y-protocols message: the page is told, a plain Yjs client is sent away.
    async fn malformed(&mut self) -> Result<(), Disconnect> {
        if self.connection.kind == Kind::Notes {
            return Err(Disconnect::NotUnderstood);
        }
        self.allowance.wait(allowance::Kind::Command, 1).await;
        let question = self.connection.ask(Weight::Light).await;
        let message = "This binary frame is not a notes message of y-protocols (version 1 updates).".to_owned();
        answer(
            question,
            &ServerFrame::Refused {
                id: None,
                code: Code::NotesInvalid,
                message,
                updates: None,
            },
        );
        Ok(())
    }

    async fn send(&self, message: Message) -> Result<(), Disconnect> {
        self.room.send(message).await.map_err(|_: Fault| Disconnect::RoomReopened)
    }
}

fn answer(question: Question, frame: &ServerFrame) {
    question.answer(encode(frame).map(Private::Text));
}

/// The id of something that is no command otherwise, so that its sender knows what was refused.
fn id_of(text: &str) -> Option<uuid::Uuid> {
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    value.get("id")?.as_str()?.parse().ok()
}
