//! Opening a room: reading it from the journal, telling it what the meeting file says now, and writing the outcomes that a
//! crash or a failing disk left unwritten.

use super::apart;
use super::fault::Fault;
use super::handle::{RoomHandle, Shared};
use super::load::{self, Loaded};
use super::room_task::RoomTask;
use super::seal::NotSealed;
use super::{Hub, Services, registry};
use crate::journal::{JournalFault, Stream};
use crate::room::Room;
use crate::room::event::{Definition, Event, Stamp};
use crate::room::following;
use crate::room::footing::Footing;
use crate::room::ids::Seq;
use crate::room::notes::template;
use crate::room::record::Record;
use crate::room::tools;
use bytes::Bytes;
use std::sync::{Arc, PoisonError};
use tokio::sync::mpsc;

/// Messages that may wait for a room: enough for a burst of everybody in it; beyond, senders wait.
const MAILBOX_MESSAGES_MAX: usize = 4_096;

impl Hub {
    /// Reads the room and starts its task.
    pub(super) async fn start(&self, stream: &Stream, definition: &Definition) -> Result<RoomHandle, Fault> {
        let mut loaded = load::load(&*self.services.journal, stream).await?;
        let is_configured = configure(&self.services, stream, definition, &mut loaded).await?;
        seal_missing(&self.services, stream, &loaded.room).await;
        let (mailbox, messages) = mpsc::channel(MAILBOX_MESSAGES_MAX);
        let attribution = loaded.room.definition.attribution;
        let epoch = registry::random_text(8);
        let mut shared = Shared::new(stream.clone(), epoch, loaded.seq, attribution);
        shared.join_code.clone_from(&definition.join_code);
        self.services.say_extended(stream, &loaded.room.session.extended);
        let shared = Arc::new(shared);
        let mut task = RoomTask::new(
            (self.services.clone(), self.registry.clone()),
            shared.clone(),
            messages,
            loaded,
        );
        if !is_configured {
            task.is_to_be_configured();
        }
        let counted = self.services.metrics.count_room();
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        while tasks.try_join_next().is_some() {}
        tasks.spawn(async move {
            let _counted = counted;
            task.run().await;
        });
        Ok(RoomHandle::new(mailbox, shared))
    }

    /// Writes the outcome of a close that there was, if it is missing, from the journal. Not to be waited for by the room's own task,
    /// which may be about to seal.
    pub async fn seal_missing(&self, meeting: &str, room: &str, revision: u32) -> Result<(), Fault> {
        let definition = self.planned(meeting, room)?;
        let stream = Stream::new(&format!("{meeting}/{room}"));
        self.seal_missing_of(&stream, &definition, revision).await;
        Ok(())
    }

    /// The same for a room that the plan may not have any more.
    pub(super) async fn seal_missing_of(&self, stream: &Stream, definition: &Definition, revision: u32) {
        let _turn = self.services.sealing.take(stream).await;
        // Who waited for the turn finds it done.
        if !self.services.sealer.is_sealed(definition, revision) {
            seal(&self.services, stream, revision).await;
        }
    }
}

/// Writes what the meeting file says into the room's own journal where it says something new. A room that comes to be gets its first
/// notes beside it, in the same commit; one that is there already follows the file as far as nobody has touched it (`following`). Of the
/// attribution rule only what the room can still be put under is written, or a file that says a looser one would be news at every start.
///
/// False: the disk takes nothing, and the room stands as it is on record, to be read until it can be told.
async fn configure(services: &Services, stream: &Stream, definition: &Definition, loaded: &mut Loaded) -> Result<bool, Fault> {
    let at = services.clock.now();
    let attribution = Footing::of(&loaded.room).after(definition.attribution);
    if attribution != definition.attribution {
        tracing::warn!(
            room.id = %stream,
            file = ?definition.attribution,
            kept = ?attribution,
            "the meeting file says a looser attribution rule than people came in under; the room keeps the stricter one"
        );
    }
    let said = Box::new(Definition {
        attribution,
        without: tools::left_out(&loaded.room, &definition.without),
        ..definition.clone()
    });
    let news: Vec<_> = match loaded.seq {
        Seq(0) => {
            let opened = (None, Event::RoomOpened { definition: said });
            let notes = template::edit(definition).map(|(author, edit)| (Some(author), edit));
            std::iter::once(opened).chain(notes).collect()
        }
        _ if loaded.room.definition == *said => return Ok(true),
        // Known already: nothing is asked of the disk, and the room can be read.
        _ if services.storage.trouble().is_some() => return Ok(false),
        _ => following::decide(&loaded.room, &said),
    };
    let mut batch = Vec::with_capacity(news.len());
    for (by, event) in news {
        let stamp = Stamp { at, by };
        loaded.room.apply(&stamp, &event);
        let record = record(stamp, event);
        let payload = Bytes::from(record.encode());
        loaded.room.end_record(record.by.as_ref(), payload.len());
        batch.push(payload);
    }
    loaded.room.notes.flush();
    loaded.room.take_touched();
    let bytes = batch.iter().map(Bytes::len).sum();
    match services.journal.append(stream, loaded.seq.0, batch).await {
        Ok(seq) => loaded.seq = Seq(seq),
        // Somebody who asked for the room and went away had this written already; it is there to be read.
        Err(JournalFault::Conflict { .. }) => *loaded = load::load(&*services.journal, stream).await?,
        Err(fault) => {
            services.storage.failed(&fault, bytes).await;
            if loaded.seq == Seq(0) {
                return Err(fault.into());
            }
            tracing::error!(room.id = %stream, %fault, "the room could not be told what the meeting file says; it stands as it was");
            *loaded = load::load(&*services.journal, stream).await?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// A record of the server's own.
fn record(stamp: Stamp, event: Event) -> Record {
    Record {
        at: stamp.at,
        by: stamp.by,
        request: None,
        made: None,
        events: vec![event],
    }
}

/// Writes the outcome of every close whose folder is not in its place.
async fn seal_missing(services: &Services, stream: &Stream, room: &Room) {
    let is_missing = |revision: &u32| !services.sealer.is_sealed(&room.definition, *revision);
    let missing: Vec<u32> = (1..=room.closes()).filter(is_missing).collect();
    if missing.is_empty() {
        return;
    }
    let _turn = services.sealing.take(stream).await;
    for revision in missing.into_iter().filter(is_missing) {
        seal(services, stream, revision).await;
    }
}

/// Writes the outcome of a close from the journal as it stood then. To be called in the room's turn.
async fn seal(services: &Services, stream: &Stream, revision: u32) {
    let written = match load::load_until(&*services.journal, stream, revision).await {
        Ok(closed) if closed.room.closed_at.is_none() || closed.room.revision != revision => {
            Err(NotSealed::NotMade("there was no such close".to_owned()))
        }
        Ok(closed) => apart::wait_here(|| {
            let mut records = load::history(&*services.journal, stream, closed.seq);
            let prepared = services.sealer.prepare(&closed.room, closed.seq, &mut records)?;
            prepared.commit()
        }),
        Err(fault) => Err(NotSealed::NotWritten(fault.to_string())),
    };
    match written {
        Ok(()) => tracing::info!(room.id = %stream, revision, "sealed outcome written after an interruption"),
        Err(reason) => tracing::error!(room.id = %stream, revision, %reason, "sealed outcome still missing"),
    }
}
