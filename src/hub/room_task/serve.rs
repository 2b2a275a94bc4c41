//! Serving those who only look: newcomers, readers that fell behind, downloads. Between two batches, so that they see
//! only what is on disk.

use super::RoomTask;
use crate::hub::batch::Pending;
use crate::hub::connection::{Connection, Kind, Private};
use crate::hub::encode;
use crate::hub::message::{Inspected, Message};
use crate::protocol::disconnect::Disconnect;
use crate::protocol::notes;
use crate::protocol::server::ServerFrame;
use crate::room::ids::Seq;
use crate::room::seat::Role;
use crate::room::view::Audience;
use std::sync::Arc;

/// A Yjs update without content.
const EMPTY_UPDATE: [u8; 2] = [0, 0];

/// Why somebody gets a welcome.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// It has just come, and will ask for the notes itself.
    New,
    /// It missed frames, perhaps of the notes too.
    FellBehind,
}

impl RoomTask {
    /// Serves those who only look, now that everything there is to see is on disk.
    pub(super) fn serve(&mut self, look: Message) {
        match look {
            Message::Connect(connection, since) => self.connect(connection, since),
            Message::Refresh(connection) => self.welcome(&connection, Reader::FellBehind),
            Message::SyncStep1(connection, state_vector) => self.begin_notes(&connection, &state_vector),
            Message::Cursors(connection) => connection.answer(self.cursors.frame_of_all().map(Private::Binary)),
            Message::Inspect(look) => look(&Inspected {
                room: &self.room,
                seq: self.seq,
                epoch: &self.shared.epoch,
            }),
            _ => {}
        }
    }

    fn connect(&mut self, connection: Arc<Connection>, since: Option<(String, Seq)>) {
        if connection.role != Role::Organiser && !self.room.seats.contains_key(&connection.seat) {
            connection.end(Disconnect::SeatGone);
            return;
        }
        self.connections.insert(connection.id, connection.clone());
        self.present.arrive(&connection);
        let resumed = since
            .filter(|(epoch, _)| *epoch == self.shared.epoch)
            .and_then(|(_, seq)| self.shared.recall.resume(seq, self.seq));
        match resumed {
            Some(position) if connection.kind == Kind::Live => {
                let frame = ServerFrame::Resumed {
                    you: self.room.you(&connection.seat, connection.role),
                    epoch: self.shared.epoch.clone(),
                    seq: self.seq,
                    now: self.services.clock.now(),
                    presence: self.present.seen_by(connection.role.into()),
                };
                connection.answer([Private::Start(position, encode(&frame))]);
            }
            _ => self.welcome(&connection, Reader::New),
        }
    }

    /// A fresh view from the head of the ring; on a connection that reads the notes, those too.
    fn welcome(&mut self, connection: &Connection, reader: Reader) {
        let head = self.shared.recall.head();
        let audience = Audience::from(connection.role);
        let mut frames = Vec::with_capacity(4);
        match connection.kind {
            Kind::Live => {
                let you = self.room.you(&connection.seat, connection.role);
                let presence = self.present.seen_by(audience);
                let text = self.publisher.welcome(
                    &you,
                    &self.shared.epoch,
                    self.seq,
                    self.services.clock.now(),
                    &presence,
                    audience,
                );
                frames.push(Private::Start(head, text));
            }
            Kind::Notes => {
                frames.push(Private::Start(head, None));
                frames.push(Private::Binary(notes::step1(&self.room.notes.state_vector()).into()));
                frames.extend(self.cursors.frame_of_all().map(Private::Binary));
            }
        }
        if reader == Reader::FellBehind && connection.reads_notes() {
            frames.extend(self.whole_notes());
        }
        connection.answer(frames);
    }

    fn whole_notes(&self) -> Option<Private> {
        let whole = self.room.notes.diff(&[0]).ok()?;
        (whole.as_slice() != EMPTY_UPDATE).then(|| Private::Binary(notes::update(&whole).into()))
    }

    fn begin_notes(&mut self, connection: &Arc<Connection>, state_vector: &[u8]) {
        let missing = match self.room.notes.diff(state_vector) {
            Ok(missing) => missing,
            Err(refusal) => return Pending::EditRefused(connection.clone(), 0, refusal).give(),
        };
        let first = !connection.reads_notes();
        connection.begin_notes();
        let mut frames = vec![Private::Binary(notes::step2(&missing).into())];
        if first {
            frames.push(Private::Binary(notes::step1(&self.room.notes.state_vector()).into()));
            frames.extend(self.cursors.frame_of_all().map(Private::Binary));
        }
        connection.answer(frames);
    }
}
