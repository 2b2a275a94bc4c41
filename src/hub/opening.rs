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

/// Writes what the meeting file says into the room's own journal where it says something new.
async fn configure(services: &Services, stream: &Stream, definition: &Definition, loaded: &mut Loaded) -> Result<(), Fault> {
    let definition = Box::new(definition.clone());
    let event = match loaded.seq {
        Seq(0) => Event::RoomOpened { definition },
        _ if loaded.room.definition == *definition => return Ok(()),
        _ => Event::RoomConfigured { definition },
    };
    let stamp = Stamp {
        at: services.clock.now(),
        by: None,
    };
    loaded.room.apply(&stamp, &event);
    loaded.room.take_touched();
    let record = Record {
        at: stamp.at,
        by: None,
        request: None,
        made: None,
        events: vec![event],
    };
    let batch = vec![Bytes::from(record.encode())];
    match services.journal.append(stream, loaded.seq.0, batch).await {
        Ok(seq) => loaded.seq = Seq(seq),
        // Somebody who asked for the room and went away had this written already; it is there to be read.
        Err(JournalFault::Conflict { .. }) => *loaded = load::load(&*services.journal, stream).await?,
        Err(fault) => return Err(fault.into()),
    }
    Ok(())
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
