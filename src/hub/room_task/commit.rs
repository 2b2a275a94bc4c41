//! Appending: one commit for the whole batch, then the telling and the answers. On a fault nobody has been told anything.

use super::RoomTask;
use crate::hub::batch::{Batch, Pending};
use crate::hub::fault::Fault;
use crate::hub::load;
use crate::hub::seal::Sealing;
use crate::room::ids::Seq;
use tokio::time::Instant;

impl RoomTask {
    /// Appends the batch, tells everybody, answers.
    pub(super) async fn commit(&mut self, mut batch: Batch) -> Result<(), Fault> {
        // Merged before it is appended: should the document's library give up on it, the room is read again without it.
        let update = self.room.notes.flush();
        if !batch.bundle.is_empty()
            && let Err(fault) = self.append(&mut batch).await
        {
            // Closed before anybody hears of it, so that whoever asks again finds the next run of the room, not this one.
            self.mailbox.close();
            batch.answers.into_iter().for_each(|answer| answer.fail(&fault));
            return Err(fault);
        }
        let delivery = self.tell(update);
        // Before anybody is written to: answer, page and change then leave in one write.
        batch.answers.into_iter().for_each(Pending::give);
        self.deliver(delivery).await;
        Ok(())
    }

    async fn append(&mut self, batch: &mut Batch) -> Result<(), Fault> {
        let after = Seq(self.seq.0 + batch.bundle.records.len() as u64);
        let started = Instant::now();
        let bundle = std::mem::take(&mut batch.bundle);
        let bytes = bundle.records.iter().map(bytes::Bytes::len).sum();
        let journal = &self.services.journal;
        if let Err(fault) = journal.append_bundle(&self.shared.stream, self.seq.0, bundle).await {
            self.services.storage.failed(&fault, bytes).await;
            return Err(fault.into());
        }
        self.services.metrics.appended(started.elapsed(), batch.answers.len());
        self.seq = after;
        if let Some(Err(reason)) = batch.sealed.take().map(Sealing::commit) {
            // The room has closed; its outcome is written again from the journal when it is next asked for.
            tracing::error!(room.id = %self.shared.stream, %reason, "sealed outcome not put in its place");
        }
        Ok(())
    }

    /// Writes a snapshot, so that the next start does not replay everything.
    pub(super) async fn take_snapshot(&mut self) {
        let Some(snapshot) = load::snapshot(&self.room, self.seq, &self.answered) else {
            return;
        };
        // Whether it succeeds or not, the next try is some way off.
        self.snapshot_seq = self.seq;
        match self.services.journal.save_snapshot(&self.shared.stream, snapshot).await {
            Ok(()) => {}
            // The records are all there; only the next start takes longer.
            Err(fault) => tracing::warn!(room.id = %self.shared.stream, %fault, "snapshot not written"),
        }
    }
}
