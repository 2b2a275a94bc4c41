//! Serving those who only look: newcomers, readers that fell behind, downloads. Between two batches, so that they see
//! only what is on disk.

use super::RoomTask;
use crate::hub::batch::refused_notes;
use crate::hub::connection::{Connection, Kind};
use crate::hub::encode;
use crate::hub::message::{Inspected, Message};
use crate::hub::question::Question;
use crate::hub::sending::Private;
use crate::protocol::disconnect::Disconnect;
use crate::protocol::notes;
use crate::protocol::server::ServerFrame;
use crate::protocol::wire;
use crate::room::ids::Seq;
use crate::room::refusal::Refusal;
use crate::room::seat::Role;
use crate::room::view::Audience;
use bytes::Bytes;

/// Connections that one seat may have at once: phone, laptop and a good many forgotten tabs.
const CONNECTIONS_PER_SEAT_MAX: u32 = 32;
/// Different notes messages that are kept for those who lack the same, until the notes change.
const HANDOUTS_MAX: usize = 8;

/// Why somebody gets a welcome.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// It has just come, and will ask for the notes itself.
    New,
    /// It missed frames, perhaps of the notes too, or took one for something else.
    FellBehind,
}

/// As which message missing notes are handed out.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Handout {
    /// The answer to a state vector.
    Step2,
    /// Unasked.
    Update,
}

/// Whether it shows somebody the room's view.
pub(super) fn sees_the_view(look: &Message) -> bool {
    matches!(look, Message::Connect(..) | Message::Refresh(_) | Message::Inspect(_))
}

impl RoomTask {
    /// Serves those who only look, now that everything there is to see is on disk.
    pub(super) fn serve(&mut self, look: Message) {
        match look {
            Message::Connect(question, since) => self.connect(question, since),
            // Who was not let in, or is on the way out, sees nothing for having asked in that instant.
            Message::Refresh(question) if question.connection().ended().is_some() => {}
            Message::Refresh(question) => self.welcome(question, Reader::FellBehind),
            Message::SyncStep1(question, state_vector) => self.begin_notes(question, &state_vector),
            Message::Cursors(question) => question.answer(self.cursors.frame_of_all().map(Private::Binary)),
            Message::Inspect(look) => look(&Inspected {
                room: &self.room,
                seq: self.seq,
                epoch: &self.shared.epoch,
            }),
            _ => {}
        }
    }

    fn connect(&mut self, question: Question, since: Option<(String, Seq)>) {
        let connection = question.connection().clone();
        // It came and went while the batch before was on its way: its leaving has been taken already, and would not come again.
        if connection.ended().is_some() {
            return;
        }
        if connection.role != Role::Organiser && !self.room.seats.contains_key(&connection.seat) {
            return connection.end(Disconnect::SeatGone);
        }
        if self.present.connections_of(&connection.seat) >= CONNECTIONS_PER_SEAT_MAX {
            return connection.end(Disconnect::Full);
        }
        self.connections.insert(&connection);
        self.present.arrive(&connection);
        if connection.kind == Kind::Live {
            self.owe_check_to_newcomer();
        }
        let resumed = since
            .filter(|(epoch, _)| *epoch == self.shared.epoch && connection.kind == Kind::Live)
            .and_then(|(_, seq)| self.shared.recall.resume(seq, self.seq));
        let Some(position) = resumed else {
            return self.welcome(question, Reader::New);
        };
        let frame = ServerFrame::Resumed {
            you: self.room.you(&connection.seat, connection.role),
            epoch: self.shared.epoch.clone(),
            seq: self.seq,
            now: self.services.clock.now(),
            presence: self.present.seen_by(connection.role.into()),
        };
        let warning = self.warning_for(&connection);
        question.answer(std::iter::once(Private::Start(position, encode(&frame))).chain(warning));
    }

    /// A fresh view from the head of the ring; for a reader that missed some of the notes, those too.
    fn welcome(&mut self, question: Question, reader: Reader) {
        let connection = question.connection().clone();
        let head = self.shared.recall.head();
        // The welcome has all of it; an older page must not come after it.
        connection.turn_page(None);
        let mut frames = Vec::with_capacity(4);
        match connection.kind {
            Kind::Live => frames.push(Private::Start(head, self.welcome_text(&connection))),
            Kind::Notes => {
                frames.push(Private::Start(head, None));
                frames.push(Private::Binary(notes::step1(&self.room.notes.state_vector()).into()));
                frames.extend(self.cursors.frame_of_all().map(Private::Binary));
            }
        }
        if reader == Reader::New {
            frames.extend(self.warning_for(&connection));
        }
        if reader == Reader::FellBehind && connection.reads_notes() {
            frames.extend(self.missing_notes(&[0], Handout::Update).ok().map(Private::Shared));
        }
        question.answer(frames);
    }

    fn welcome_text(&mut self, connection: &Connection) -> Option<Bytes> {
        let audience = Audience::from(connection.role);
        let you = self.room.you(&connection.seat, connection.role);
        let presence = self.present.seen_by(audience);
        let now = self.services.clock.now();
        self.publisher
            .welcome(&you, &self.shared.epoch, self.seq, now, &presence, audience)
    }

    fn begin_notes(&mut self, question: Question, state_vector: &[u8]) {
        let connection = question.connection().clone();
        let missing = match self.missing_notes(state_vector, Handout::Step2) {
            Ok(missing) => missing,
            Err(refusal) => return question.answer(refused_notes(connection.kind, None, refusal)),
        };
        let first = !connection.reads_notes();
        connection.begin_notes();
        let mut frames = vec![Private::Shared(missing)];
        if first {
            frames.push(Private::Binary(notes::step1(&self.room.notes.state_vector()).into()));
            frames.extend(self.cursors.frame_of_all().map(Private::Binary));
        }
        question.answer(frames);
    }

    /// The frame with what a state vector lacks; the same bytes for all who lack the same.
    fn missing_notes(&mut self, state_vector: &[u8], kind: Handout) -> Result<Bytes, Refusal> {
        let key = (kind, state_vector.to_vec());
        if let Some(known) = self.handouts.get(&key) {
            return Ok(known.clone());
        }
        let missing = self.room.notes.diff(state_vector)?;
        let bytes = wire::binary(&match kind {
            Handout::Step2 => notes::step2(&missing),
            Handout::Update => notes::update(&missing),
        });
        if self.handouts.len() >= HANDOUTS_MAX {
            self.handouts.clear();
        }
        self.handouts.insert(key, bytes.clone());
        Ok(bytes)
    }
}
