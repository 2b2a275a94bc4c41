//! Deciding: what each message makes happen, applied in private. Nothing is answered here; answers wait in the batch.

use super::RoomTask;
use crate::hub::answered::Outcome;
use crate::hub::apart;
use crate::hub::batch::{Batch, Pending};
use crate::hub::connection::{Connection, Kind};
use crate::hub::load;
use crate::hub::message::{Asked, Message};
use crate::hub::question::Question;
use crate::hub::seal::{NotSealed, Sealing};
use crate::hub::sending::Private;
use crate::hub::slips;
use crate::protocol::client::CommandFrame;
use crate::protocol::disconnect::Disconnect;
use crate::protocol::notes::{AwarenessState, awareness};
use crate::room::command::{Command, PollCommand, RoomCommand};
use crate::room::event::{Event, Stamp};
use crate::room::ids::{SeatId, Seq};
use crate::room::limits::SEATS_MAX;
use crate::room::polls::secret;
use crate::room::record::{self, Record};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::{Role, Seat};
use crate::room::{Context, Room};
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::runtime::Handle;
use tokio::sync::oneshot;

impl RoomTask {
    pub(super) fn take(&mut self, message: Message, batch: &mut Batch, looks: &mut Vec<Message>) {
        match message {
            Message::Command(asked) => self.take_command(*asked, batch),
            Message::Edit {
                question,
                update,
                ticket,
            } => self.take_edit(question, &update, ticket, batch),
            Message::TakeSeat(seat, sender) => self.take_seat(seat, sender, batch),
            Message::Leave(connection) => self.leave(&connection),
            Message::Awareness(question, states) => self.take_cursors(question, states),
            Message::Reopen => drop(self.stopping.get_or_insert(Disconnect::RoomReopened)),
            Message::Stop => self.stopping = Some(Disconnect::Restart),
            look => looks.push(look),
        }
    }

    fn take_cursors(&mut self, question: Question, mut states: Vec<AwarenessState>) {
        let connection = question.connection().clone();
        // Under the client id of somebody else's letters, or page, a cursor would pass for theirs.
        let writes_there = |client| {
            self.room
                .notes
                .writer(client)
                .is_some_and(|writer| *writer != connection.seat)
        };
        let is_others = |client| writes_there(client) || self.first_shown.is_others(client, &connection.seat);
        states.retain(|state| !is_others(state.client));
        // Elsewhere a cursor that comes and goes with somebody would tell whose the texts are that it wrote.
        let are_shown = self.room.definition.attribution.is_on_the_record();
        if are_shown && self.room.may_write(&connection.seat, connection.role) {
            let seat = self.room.seats.get(&connection.seat);
            let name = seat.map(|seat| seat.profile.name.as_deref().unwrap_or_default());
            states
                .iter()
                .for_each(|state| self.first_shown.note(state.client, &connection.seat));
            self.cursors.take(&connection, name, states);
        }
        // A plain Yjs client leaves a connection on which it hears nothing for 30 s, not even its own state.
        let echo = || self.cursors.own(&connection).unwrap_or_else(|| awareness(&[]).into());
        question.answer((connection.kind == Kind::Notes).then(|| Private::Binary(echo())));
    }

    fn take_command(&mut self, asked: Asked, batch: &mut Batch) {
        let Asked {
            frame,
            seat,
            role,
            reply,
        } = asked;
        let context = Context {
            now: self.services.clock.now(),
            seat: seat.clone(),
            role,
            request: Some(frame.id),
            present: closes_polls(&frame.command)
                .then(|| self.present_now())
                .flatten()
                .map(Arc::new),
        };
        if let Some(outcome) = self.earlier_answer(&frame, &context, batch) {
            let pending = match batch.commands.contains(&frame.id) {
                true => Pending::Command(reply, frame.id, outcome),
                false => Pending::Repeated(reply, frame.id, outcome),
            };
            batch.answers.push(pending);
            return;
        }
        if let Some(refusal) = self.storage.refusal() {
            batch
                .answers
                .push(Pending::Command(reply, frame.id, Outcome::Refused(refusal)));
            return;
        }
        let decided = self.room.decide(&frame.command, &context);
        let outcome = match decided.and_then(|events| self.seal_if_it_closes(&context, events, batch)) {
            Ok(events) => {
                let made = record::made(&events);
                let seq = self.record(&context, Some(frame.id), made.clone(), events, batch);
                batch.commands.insert(frame.id);
                Outcome::Done { seq, made }
            }
            Err(refusal) => Outcome::Refused(refusal),
        };
        if !is_passing(&outcome) && !self.room.has_taken(&frame.command, &context) {
            self.answered.remember(&seat, frame.id, outcome.clone());
        }
        batch.answers.push(Pending::Command(reply, frame.id, outcome));
    }

    /// The answer to a command that has been asked before. A secret ballot is answered with the position of now.
    fn earlier_answer(&self, frame: &CommandFrame, context: &Context, batch: &Batch) -> Option<Outcome> {
        let taken = || Outcome::Done {
            seq: match batch.commands.contains(&frame.id) {
                true => self.position(batch),
                false => self.seq,
            },
            made: None,
        };
        let remembered = self.answered.get(&context.seat, frame.id).cloned();
        remembered.or_else(|| self.room.has_taken(&frame.command, context).then(taken))
    }

    /// Writes the outcome of a room that is about to close, from a copy in which it has: should the disk be full, or the program fail at
    /// the outcome, the room stays as it is and the chair is told which.
    fn seal_if_it_closes(&self, context: &Context, events: Vec<Event>, batch: &mut Batch) -> Result<Vec<Event>, Refusal> {
        if !events.iter().any(|event| matches!(event, Event::RoomClosed { .. })) {
            return Ok(events);
        }
        let stamp = Stamp {
            at: context.now,
            by: Some(context.seat.clone()),
        };
        let (services, stream) = (&self.services, &self.shared.stream);
        let (room, before) = (&self.room, self.seq);
        // A disk is waited for here; the other tasks of this thread move elsewhere meanwhile.
        let prepared = apart::wait_here(|| {
            let turn = Handle::current().block_on(services.sealing.take(stream));
            let copied = Room::restore(&room.snapshot());
            let mut closed = copied.map_err(|unreadable| NotSealed::NotMade(unreadable.to_string()))?;
            events.iter().for_each(|event| closed.apply(&stamp, event));
            let seq = Seq(before.0 + 1);
            let closing = record_of(context, &events);
            // Nothing else is in the batch of a close: what came before is on disk.
            let before = load::history(&*services.journal, stream, before);
            let mut records = before.chain(std::iter::once(Ok((seq, closing))));
            let prepared = services.sealer.prepare(&closed, seq, &mut records)?;
            Ok(Sealing { prepared, turn })
        });
        match prepared {
            Ok(sealed) => {
                batch.sealed = Some(sealed);
                Ok(events)
            }
            Err(reason) => {
                tracing::error!(room.id = %self.shared.stream, %reason, "outcome not sealed; the room stays open");
                Err(not_sealed(&reason))
            }
        }
    }

    fn take_edit(&mut self, question: Question, update: &[u8], ticket: u32, batch: &mut Batch) {
        let connection = question.connection();
        if self.storage.sets_aside(connection) {
            return;
        }
        let context = Context {
            now: self.services.clock.now(),
            seat: connection.seat.clone(),
            role: connection.role,
            request: None,
            present: None,
        };
        let decided = self.room.decide_edit(update, &context);
        let answer = match decided.and_then(|event| self.refuse_others_pages(event, update, &context.seat)) {
            Ok(event) => {
                if let Some(event) = event {
                    self.record(&context, None, None, vec![event], batch);
                }
                Pending::Saved(question, ticket)
            }
            Err(refusal) => Pending::EditRefused(question, ticket, refusal),
        };
        batch.answers.push(answer);
    }

    /// Nobody is the first to write under the client id of a page that somebody else has open.
    fn refuse_others_pages(&self, event: Option<Event>, update: &[u8], seat: &SeatId) -> Result<Option<Event>, Refusal> {
        if event.is_none() || self.first_shown.is_empty() {
            return Ok(event);
        }
        let new = self.room.notes.new_writers(update);
        if new.into_iter().any(|client| self.first_shown.is_others(client, seat)) {
            return Err(Refusal::new(
                Code::NotesInvalid,
                "This text is written in somebody else's name.",
            ));
        }
        Ok(event)
    }

    fn take_seat(&mut self, seat: Seat, sender: oneshot::Sender<Result<(), Refusal>>, batch: &mut Batch) {
        let context = Context {
            now: self.services.clock.now(),
            seat: seat.id.clone(),
            role: seat.role,
            request: None,
            present: None,
        };
        let result = match (self.decide_join(seat), self.storage.refusal()) {
            // Who has the seat already needs no disk to come back to it.
            (Ok(Some(_)), Some(refusal)) => Err(refusal),
            (decided, _) => decided.map(|event| {
                if let Some(event) = event {
                    self.record(&context, None, None, vec![event], batch);
                }
            }),
        };
        batch.answers.push(Pending::Seat(sender, result));
    }

    /// Whoever was on the way in while the people of the meeting were forgotten would be on record again.
    fn decide_join(&self, seat: Seat) -> Result<Option<Event>, Refusal> {
        if seat.role != Role::Organiser && self.registry.is_forgotten(&self.room.definition.meeting) {
            let message = "The names of this meeting's people were deleted, and nobody comes in any more.";
            return Err(Refusal::new(Code::NotAllowed, message));
        }
        self.room.decide_join(seat, self.seats_held())
    }

    /// How many seats may still be used. Who was shown out is asked for only where that matters: it takes a millisecond in a full room.
    fn seats_held(&self) -> usize {
        let seats = &self.room.seats;
        if seats.len() < SEATS_MAX {
            return seats.len();
        }
        let definition = &self.room.definition;
        self.registry
            .count_held(&definition.meeting, &definition.room, seats.values())
    }

    fn leave(&mut self, connection: &Connection) {
        if self.connections.remove(connection) {
            self.present.leave(connection);
        }
        self.storage.forget(connection);
        // Cursors are taken as they come, also those of a connection that has not been let in yet.
        self.cursors.leave(connection);
        self.shared.forget(connection);
    }

    /// What comes due without anybody asking: an announced closing of the list, the deadline of a poll.
    pub(super) fn take_due(&mut self, batch: &mut Batch) {
        let at = self.services.clock.now();
        if self.storage.trouble().is_some() || self.room.due_at().is_none_or(|due| due > at) {
            return;
        }
        let events = self.room.decide_due(at, self.present_now().as_ref());
        if !events.is_empty() {
            self.add(Stamp { at, by: None }, None, None, events, batch);
        }
    }

    /// The seats that are connected; none as long as phones may still be on their way back to a room that was just opened.
    fn present_now(&self) -> Option<BTreeSet<SeatId>> {
        let are_back = self.services.clock.now() >= self.all_are_back_at;
        are_back.then(|| self.present.seats())
    }

    /// What somebody's command made happen.
    fn record(
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
        self.add(stamp, request, made, events, batch)
    }

    /// Applies the events in private and adds their record to the batch.
    fn add(
        &mut self,
        stamp: Stamp,
        request: Option<uuid::Uuid>,
        made: Option<String>,
        events: Vec<Event>,
        batch: &mut Batch,
    ) -> Seq {
        let before = self.position(batch);
        self.room.begin_record(Seq(before.0 + 1));
        for event in &events {
            self.room.apply(&stamp, event);
            slips::put_beside(&self.room, event, &mut batch.bundle);
        }
        // The record of a secret ballot says neither who asked nor by which command.
        let named = !secret::is_cast(&events);
        let record = Record {
            at: stamp.at,
            by: stamp.by.filter(|_| named),
            request: request.filter(|_| named),
            made,
            events,
        };
        let payload = bytes::Bytes::from(record.encode());
        self.room.end_record(record.by.as_ref(), payload.len());
        batch.bundle.records.push(payload);
        self.position(batch)
    }

    /// Where the room will stand when the batch is on disk.
    fn position(&self, batch: &Batch) -> Seq {
        Seq(self.seq.0 + batch.bundle.records.len() as u64)
    }
}

/// What the journal will have of the command, once it is on disk.
fn record_of(context: &Context, events: &[Event]) -> Record {
    Record {
        at: context.now,
        by: Some(context.seat.clone()),
        request: context.request,
        made: None,
        events: events.to_vec(),
    }
}

/// What the chair hears where the outcome could not be sealed.
fn not_sealed(reason: &NotSealed) -> Refusal {
    match reason {
        NotSealed::NotWritten(_) => Refusal::new(
            Code::OutcomeNotWritten,
            "The outcome could not be written to the server's disk, so the room stays open and nothing is lost. \
             Ask the operator to make space or repair the disk, then close again.",
        ),
        NotSealed::NotMade(_) => Refusal::new(
            Code::OutcomeNotMade,
            "A document of the outcome could not be made, so the room stays open and nothing is lost. \
             Tell the operator: the server's log says which, and a backup of the data directory keeps everything.",
        ),
    }
}

/// Whether the command may close a poll: then it matters who is present.
fn closes_polls(command: &Command) -> bool {
    matches!(
        command,
        Command::Polls(PollCommand::Close { .. }) | Command::Room(RoomCommand::Close { .. })
    )
}

/// Whether the same command may be answered differently once the disk or the program is mended.
fn is_passing(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Refused(Refusal {
            code: Code::OutcomeNotWritten | Code::OutcomeNotMade,
            ..
        })
    )
}
