//! Rooms without their people.

use super::super::answered::Outcome;
use super::super::fault::Fault;
use super::super::handle::RoomHandle;
use super::super::message::{Asked, Message, Reply};
use super::super::{Hub, apart, load};
use super::{NotForgotten, fresh_id, server};
use crate::journal::{Bag, Bundle, Stream};
use crate::protocol::client::CommandFrame;
use crate::room::Room;
use crate::room::command::{Command, RoomCommand};
use crate::room::event::Definition;
use crate::room::ids::Seq;
use crate::room::seat::Role;
use crate::room::veil::Veil;
use crate::room::view::RoomState;
use bytes::Bytes;
use std::collections::BTreeSet;
use tokio::sync::oneshot;

impl Hub {
    /// Titles of the meeting's rooms that people may be working in: those that were opened and not closed yet. And whether anybody has ever
    /// come into one.
    ///
    /// # Errors
    /// Where a room cannot be read.
    pub async fn rooms_in_use(&self, meeting: &str) -> Result<(Vec<String>, bool), Fault> {
        let plan = self.registry.meeting(meeting).ok_or(Fault::UnknownRoom)?;
        // Who is on the list was told at the door, whether they have come into a room yet or not.
        let mut has_people = self
            .register(meeting)
            .read(|register, _| !register.people().is_empty())
            .await?;
        let mut open = Vec::new();
        for room in &plan.rooms {
            if let Some(handle) = self.open_begun(meeting, &room.id).await? {
                let looked = handle.inspect(|inspected| (is_in_use(inspected.room), !inspected.room.seats.is_empty()));
                let (is_in_use, has_seats) = looked.await?;
                has_people |= has_seats;
                if is_in_use {
                    open.push(room.title.clone());
                }
            }
        }
        Ok((open, has_people))
    }

    /// Closes what is open, and sees to it that every outcome is in its place; also of rooms that a changed meeting file took out of the plan
    /// while people were in them, which have no door any more by which anybody could close them.
    pub(super) async fn close_rooms(&self, meeting: &str) -> Result<(), NotForgotten> {
        let plan = self.registry.meeting(meeting).ok_or(Fault::UnknownRoom)?;
        for (stream, room) in self.streams_of_rooms(meeting).await? {
            let handle = if plan.room(&room).is_some() {
                self.open(meeting, &room).await?
            } else {
                self.open_as_it_is(&stream).await?
            };
            self.close_room(meeting, &room, handle).await?;
        }
        Ok(())
    }

    /// The rooms of a meeting in which something has ever happened, with their streams.
    async fn streams_of_rooms(&self, meeting: &str) -> Result<Vec<(Stream, String)>, Fault> {
        let streams = self.services.journal.streams().await?.into_iter();
        let rooms = streams.filter_map(|(stream, _)| {
            let room = stream.as_str().strip_prefix(meeting)?.strip_prefix('/')?.to_owned();
            Some((stream, room))
        });
        Ok(rooms.collect())
    }

    async fn close_room(&self, meeting: &str, room: &str, handle: RoomHandle) -> Result<(), NotForgotten> {
        let not_closed = || NotForgotten::NotClosed { room: room.to_owned() };
        if in_use(&handle).await? && !closed_now(&handle).await? {
            return Err(not_closed());
        }
        if in_use(&handle).await? {
            return Err(not_closed());
        }
        let looked = handle.inspect(|inspected| (inspected.room.closes(), inspected.room.definition.clone()));
        let (closes, definition) = looked.await?;
        for revision in 1..=closes {
            self.see_that_it_is_sealed(meeting, &handle.shared.stream, &definition, revision)
                .await?;
        }
        Ok(())
    }

    async fn see_that_it_is_sealed(
        &self,
        meeting: &str,
        stream: &Stream,
        definition: &Definition,
        revision: u32,
    ) -> Result<(), NotForgotten> {
        // A meeting that was forgotten already has nothing to make an outcome from; what is there is all that there will be.
        if self.registry.is_forgotten(meeting) {
            return Ok(());
        }
        let is_intact = || apart::wait_here(|| self.services.sealer.is_intact(definition, revision));
        if is_intact() {
            return Ok(());
        }
        self.seal_missing_of(stream, definition, revision).await;
        if is_intact() {
            return Ok(());
        }
        Err(NotForgotten::NotSealed {
            room: definition.room.clone(),
        })
    }

    /// Writes the records of all rooms anew, also of those that the plan does not have any more; in how many.
    pub(super) async fn veil_rooms(&self, meeting: &str) -> Result<u32, NotForgotten> {
        let mut count = 0;
        for (stream, room) in self.streams_of_rooms(meeting).await? {
            let veiled = self.alone(&stream, self.veil_room(&stream, &room));
            veiled.await?;
            count += 1;
        }
        Ok(count)
    }

    async fn veil_room(&self, stream: &Stream, room: &str) -> Result<(), NotForgotten> {
        let journal = &*self.services.journal;
        let loaded = load::load(journal, stream).await?;
        if is_in_use(&loaded.room) {
            return Err(NotForgotten::NotClosed { room: room.to_owned() });
        }
        self.wipe_slips(stream, loaded.seq).await?;
        let veiled = apart::wait_here(|| veiled(&self.services, stream, loaded.seq))?;
        journal.replace_records(stream, veiled).await?;
        Ok(())
    }

    /// Secret ballots of a poll that was never closed.
    async fn wipe_slips(&self, stream: &Stream, seq: Seq) -> Result<(), NotForgotten> {
        let slips = self.services.journal.recover(stream).await?.slips;
        let bags: BTreeSet<Bag> = slips.into_iter().map(|slip| slip.bag).collect();
        if !bags.is_empty() {
            let bundle = Bundle {
                wipes: bags.into_iter().collect(),
                ..Bundle::default()
            };
            self.services.journal.append_bundle(stream, seq.0, bundle).await?;
        }
        Ok(())
    }
}

/// Whether somebody may be working in it. A room that nobody ever came into has no outcome to write, and is left as it is.
fn is_in_use(room: &Room) -> bool {
    room.state == RoomState::Open && !room.seats.is_empty()
}

async fn in_use(handle: &RoomHandle) -> Result<bool, Fault> {
    handle.inspect(|inspected| is_in_use(inspected.room)).await
}

/// Closes the room as its chair would. Whether it did: somebody else may have been first, which is as good.
async fn closed_now(handle: &RoomHandle) -> Result<bool, Fault> {
    let (sender, answer) = oneshot::channel();
    let asked = Asked {
        frame: CommandFrame {
            id: fresh_id(),
            command: Command::Room(RoomCommand::Close { settle: true }),
        },
        seat: server()?,
        role: Role::Organiser,
        reply: Reply::Request(sender),
    };
    handle.send(Message::Command(Box::new(asked))).await?;
    let outcome = answer.await.map_err(|_| Fault::Unavailable)??;
    Ok(match outcome {
        Outcome::Done { .. } => true,
        Outcome::Refused(refusal) => refusal.code == crate::room::refusal::Code::RoomClosed,
    })
}

fn veiled(services: &super::super::Services, stream: &Stream, until: Seq) -> Result<Vec<Bytes>, Fault> {
    let mut veil = Veil::default();
    let records = load::history(&*services.journal, stream, until);
    records
        .map(|record| {
            let (_, record) = record.map_err(Fault::Unreadable)?;
            Ok(Bytes::from(veil.over(&record).encode()))
        })
        .collect()
}
