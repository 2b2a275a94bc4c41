//! Deciding: what each message makes happen, applied in private. Nothing is answered here; answers wait in the batch.

use super::RoomTask;
use crate::hub::answered::Outcome;
use crate::hub::batch::{Batch, Pending};
use crate::hub::connection::{Connection, Kind, Private};
use crate::hub::message::{Asked, Message};
use crate::protocol::notes::{AwarenessState, awareness};
use crate::room::Context;
use crate::room::event::{Event, Stamp};
use crate::room::ids::Seq;
use crate::room::record::{self, Record};
use crate::room::refusal::Refusal;
use crate::room::seat::Seat;
use std::sync::Arc;
use tokio::sync::oneshot;

impl RoomTask {
    pub(super) fn take(&mut self, message: Message, batch: &mut Batch, looks: &mut Vec<Message>) {
        match message {
            Message::Command(asked) => self.take_command(*asked, batch),
            Message::Edit {
                connection,
                update,
                ticket,
            } => self.take_edit(connection, &update, ticket, batch),
            Message::TakeSeat(seat, sender) => self.take_seat(seat, sender, batch),
            Message::Leave(connection) => self.leave(&connection),
            Message::Awareness(connection, states) => self.take_cursors(&connection, states),
            Message::Stop => self.stopping = true,
            look => looks.push(look),
        }
    }

    fn take_cursors(&mut self, connection: &Connection, states: Vec<AwarenessState>) {
        if self.room.may_write(&connection.seat, connection.role) {
            let seat = self.room.seats.get(&connection.seat);
            self.cursors
                .take(connection, seat.and_then(|seat| seat.profile.name.as_deref()), states);
        }
        // A plain Yjs client leaves a connection on which it hears nothing for 30 s, not even its own state.
        let echo = || self.cursors.own(connection).unwrap_or_else(|| awareness(&[]).into());
        connection.answer((connection.kind == Kind::Notes).then(|| Private::Binary(echo())));
    }

    pub(super) fn take_command(&mut self, asked: Asked, batch: &mut Batch) {
        let Asked {
            frame,
            seat,
            role,
            reply,
        } = asked;
        if let Some(outcome) = self.answered.get(&seat, frame.id) {
            batch.answers.push(Pending::Command(reply, frame.id, outcome.clone()));
            return;
        }
        let context = Context {
            now: self.services.clock.now(),
            seat: seat.clone(),
            role,
        };
        let outcome = match self.room.decide(&frame.command, &context) {
            Ok(events) => {
                let made = record::made(&events);
                batch.closes |= events.iter().any(|event| matches!(event, Event::RoomClosed { .. }));
                let seq = self.record(&context, Some(frame.id), made.clone(), events, batch);
                Outcome::Done { seq, made }
            }
            Err(refusal) => Outcome::Refused(refusal),
        };
        self.answered.remember(&seat, frame.id, outcome.clone());
        batch.answers.push(Pending::Command(reply, frame.id, outcome));
    }

    pub(super) fn take_edit(&mut self, connection: Arc<Connection>, update: &[u8], ticket: u32, batch: &mut Batch) {
        let context = Context {
            now: self.services.clock.now(),
            seat: connection.seat.clone(),
            role: connection.role,
        };
        let answer = match self.room.decide_edit(update, &context) {
            Ok(event) => {
                if let Some(event) = event {
                    self.record(&context, None, None, vec![event], batch);
                }
                Pending::Saved(connection, ticket)
            }
            Err(refusal) => Pending::EditRefused(connection, ticket, refusal),
        };
        batch.answers.push(answer);
    }

    pub(super) fn take_seat(&mut self, seat: Seat, sender: oneshot::Sender<Result<(), Refusal>>, batch: &mut Batch) {
        let context = Context {
            now: self.services.clock.now(),
            seat: seat.id.clone(),
            role: seat.role,
        };
        let result = self.room.decide_join(seat).map(|event| {
            if let Some(event) = event {
                self.record(&context, None, None, vec![event], batch);
            }
        });
        batch.answers.push(Pending::Seat(sender, result));
    }

    pub(super) fn leave(&mut self, connection: &Connection) {
        if self.connections.remove(&connection.id).is_some() {
            self.present.leave(connection);
            self.cursors.leave(connection);
        }
        self.shared.forget(connection);
    }

    /// Applies the events in private and adds their record to the batch.
    pub(super) fn record(
        &mut self,
        context: &Context,
        request: Option<uuid::Uuid>,
        made: Option<String>,
        events: Vec<Event>,
        batch: &mut Batch,
    ) -> Seq {
        let stamp = Stamp {
            at: context.now,
            by: Some(context.seat.clone()),
        };
        for event in &events {
            self.room.apply(&stamp, event);
        }
        let record = Record {
            at: stamp.at,
            by: stamp.by,
            request,
            made,
            events,
        };
        batch.records.push(record.encode().into());
        Seq(self.seq.0 + batch.records.len() as u64)
    }
}
