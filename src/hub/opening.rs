//! Opening a room: reading it from the journal, telling it what the meeting file says now, and writing the outcomes that a
//! crash or a failing disk left unwritten.

use super::fault::Fault;
use super::handle::{RoomHandle, Shared};
use super::load::{self, Loaded};
use super::room_task::RoomTask;
use super::{Hub, Services, registry};
use crate::journal::{JournalFault, Stream};
use crate::room::event::{Definition, Event, Stamp};
use crate::room::ids::Seq;
use crate::room::notes::template;
use crate::room::record::Record;
use crate::room::view::RoomState;
use bytes::Bytes;
use std::sync::{Arc, PoisonError};
use tokio::sync::mpsc;

/// Messages that may wait for a room: enough for a burst of everybody in it; beyond, senders wait.
const MAILBOX_MESSAGES_MAX: usize = 4_096;

impl Hub {
    /// Reads the room and starts its task.
    pub(super) async fn start(&self, stream: &Stream, definition: &Definition) -> Result<RoomHandle, Fault> {
        let mut loaded = load::load(&*self.services.journal, stream).await?;
        configure(&self.services, stream, definition, &mut loaded).await?;
        seal_missing(&self.services, stream, &loaded).await;
        let (mailbox, messages) = mpsc::channel(MAILBOX_MESSAGES_MAX);
        let shared = Arc::new(Shared::new(stream.clone(), registry::random_text(8), loaded.seq));
        let task = RoomTask::new(self.services.clone(), shared.clone(), messages, loaded);
        let counted = self.services.metrics.count_room();
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        while tasks.try_join_next().is_some() {}
        tasks.spawn(async move {
            let _counted = counted;
            task.run().await;
        });
        Ok(RoomHandle::new(mailbox, shared))
    }

    /// Writes a room's outcomes that are missing, from the journal, as when the room is opened.
    pub async fn seal_missing(&self, meeting: &str, room: &str) -> Result<(), Fault> {
        let stream = Stream::new(&format!("{meeting}/{room}"));
        let loaded = load::load(&*self.services.journal, &stream).await?;
        seal_missing(&self.services, &stream, &loaded).await;
        Ok(())
    }
}

/// Writes what the meeting file says into the room's own journal where it says something new. A room that comes to be gets its first
/// notes beside it, in the same commit; those of one that is there already follow the file until somebody touches them.
async fn configure(services: &Services, stream: &Stream, definition: &Definition, loaded: &mut Loaded) -> Result<(), Fault> {
    let at = services.clock.now();
    let said = Box::new(definition.clone());
    let news: Vec<_> = match loaded.seq {
        Seq(0) => {
            let opened = (None, Event::RoomOpened { definition: said });
            let notes = template::edit(definition).map(|(author, edit)| (Some(author), edit));
            std::iter::once(opened).chain(notes).collect()
        }
        _ if loaded.room.definition == *definition => return Ok(()),
        _ => {
            let configured = (None, Event::RoomConfigured { definition: said });
            let notes = template::edit_anew(&loaded.room, definition).map(|(author, edit)| (Some(author), edit));
            std::iter::once(configured).chain(notes).collect()
        }
    };
    let mut batch = Vec::with_capacity(news.len());
    for (by, event) in news {
        let stamp = Stamp { at, by };
        loaded.room.apply(&stamp, &event);
        batch.push(Bytes::from(record(stamp, event).encode()));
    }
    loaded.room.notes.flush();
    loaded.room.take_touched();
    match services.journal.append(stream, loaded.seq.0, batch).await {
        Ok(seq) => loaded.seq = Seq(seq),
        // Somebody who asked for the room and went away had this written already; it is there to be read.
        Err(JournalFault::Conflict { .. }) => *loaded = load::load(&*services.journal, stream).await?,
        Err(fault) => return Err(fault.into()),
    }
    Ok(())
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

/// Writes the outcome of every close whose folder is not in its place, from the journal as it stood at that close.
async fn seal_missing(services: &Services, stream: &Stream, loaded: &Loaded) {
    let room = &loaded.room;
    // An open room counts the revision that its next close will make.
    let closes = if room.state == RoomState::Closed {
        room.revision
    } else {
        room.revision.saturating_sub(1)
    };
    for revision in (1..=closes).filter(|revision| !services.sealer.is_sealed(&room.definition, *revision)) {
        let written = match load::load_until(&*services.journal, stream, revision).await {
            Ok(closed) => tokio::task::block_in_place(|| {
                let mut records = load::history(&*services.journal, stream, closed.seq);
                let prepared = services.sealer.prepare(&closed.room, closed.seq, &mut records)?;
                prepared.commit()
            }),
            Err(fault) => Err(fault.to_string()),
        };
        match written {
            Ok(()) => tracing::info!(room.id = %stream, revision, "sealed outcome written after an interruption"),
            Err(reason) => tracing::error!(room.id = %stream, revision, reason, "sealed outcome still missing"),
        }
    }
}
