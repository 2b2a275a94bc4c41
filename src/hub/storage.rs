//! Whether the journal takes what is written. While it does not, rooms are for reading only: nothing is asked of the disk but, every
//! second, whether it takes something again; and everybody is told. So a full disk costs nobody the connection, and when there is space
//! again work goes on by itself.

use crate::journal::{Journal, JournalFault, Snapshot, Stream};
use crate::protocol::server::StorageTrouble;
use bytes::Bytes;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::watch;

/// The stream that is written to for a try: the server's own, whose snapshot nobody reads, since its records are few.
const STREAM: &str = "server";
/// What a try writes: enough for the journal to grow by some pages, so that a disk with hardly any space left does not pass for one
/// with space.
const TRIAL_BYTES: usize = 64 * 1_024;
/// The most that a try writes.
const TRIAL_BYTES_MAX: usize = 4 * 1_024 * 1_024;
/// Time between two tries.
const PAUSE: Duration = Duration::from_secs(1);

/// How the journal's disk is doing.
pub struct Storage {
    journal: Arc<dyn Journal>,
    trouble: watch::Sender<Option<StorageTrouble>>,
    /// As much as the last that could not be written: with less space than that it would fail again at once.
    trial_bytes: AtomicUsize,
}

impl Storage {
    /// Of a journal that has been read, so there is no trouble yet.
    pub fn of(journal: Arc<dyn Journal>) -> Self {
        Self {
            journal,
            trouble: watch::Sender::new(None),
            trial_bytes: AtomicUsize::new(TRIAL_BYTES),
        }
    }

    /// What is wrong now.
    pub fn trouble(&self) -> Option<StorageTrouble> {
        *self.trouble.borrow()
    }

    /// Hears of every change.
    pub fn watch(&self) -> watch::Receiver<Option<StorageTrouble>> {
        self.trouble.subscribe()
    }

    /// Something of so many bytes could not be written. A try at once says whether that was a fault of a moment; the first room that
    /// meets a trouble makes it, the others take it as known.
    pub async fn failed(&self, fault: &JournalFault, bytes: usize) {
        self.trial_bytes
            .store(bytes.clamp(TRIAL_BYTES, TRIAL_BYTES_MAX), Ordering::Relaxed);
        if let Some(trouble) = trouble_of(fault)
            && self.change(Some(trouble))
        {
            self.try_again().await;
        }
    }

    /// For as long as the server runs: while there is trouble, tries again and again. Returns each time it is over.
    pub async fn wait_for_the_end_of_trouble(&self) {
        let mut watching = self.trouble.subscribe();
        // The sender is here, so this can't fail.
        let _ = watching.wait_for(Option::is_some).await;
        while self.trouble().is_some() {
            tokio::time::sleep(PAUSE).await;
            self.try_again().await;
        }
    }

    async fn try_again(&self) {
        let trial = Snapshot {
            seq: 0,
            payload: Bytes::from(vec![0; self.trial_bytes.load(Ordering::Relaxed)]),
        };
        match self.journal.save_snapshot(&Stream::new(STREAM), trial).await {
            Ok(()) => {
                self.change(None);
            }
            Err(fault) => {
                self.change(Some(trouble_of(&fault).unwrap_or(StorageTrouble::Failing)));
            }
        }
    }

    /// Whether it was news that there is trouble, or none.
    fn change(&self, now: Option<StorageTrouble>) -> bool {
        let before = self.trouble.send_replace(now);
        match (before, now) {
            (None, Some(trouble)) => tracing::error!(
                ?trouble,
                "the journal can't be written to: rooms are for reading only until it can; make space, or look after the disk"
            ),
            (Some(_), None) => tracing::info!("the journal can be written to"),
            _ => {}
        }
        before.is_some() != now.is_some()
    }
}

/// What a fault says of the disk; none where it was no fault of it.
fn trouble_of(fault: &JournalFault) -> Option<StorageTrouble> {
    match fault {
        JournalFault::Full { .. } => Some(StorageTrouble::Full),
        JournalFault::UnknownOutcome { .. } | JournalFault::Io { .. } | JournalFault::Damaged { .. } => {
            Some(StorageTrouble::Failing)
        }
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop there")]
mod tests {
    use super::*;
    use crate::journal::memory::MemoryJournal;
    use crate::journal::{Bundle, JournalFuture, Record, Recovered};

    /// A disk on which there is so much space left, and no more whatever is written.
    struct NearlyFull {
        memory: MemoryJournal,
        bytes_left: Arc<AtomicUsize>,
    }

    impl Journal for NearlyFull {
        fn append_bundle(&self, stream: &Stream, expected_seq: u64, bundle: Bundle) -> JournalFuture<u64> {
            self.memory.append_bundle(stream, expected_seq, bundle)
        }

        fn recover(&self, stream: &Stream) -> JournalFuture<Recovered> {
            self.memory.recover(stream)
        }

        fn read(&self, stream: &Stream, after_seq: u64, limit: usize) -> JournalFuture<Vec<Record>> {
            self.memory.read(stream, after_seq, limit)
        }

        fn save_snapshot(&self, stream: &Stream, snapshot: Snapshot) -> JournalFuture<()> {
            if snapshot.payload.len() > self.bytes_left.load(Ordering::Relaxed) {
                let fault = full();
                return Box::pin(async move { Err(fault) });
            }
            self.memory.save_snapshot(stream, snapshot)
        }

        fn streams(&self) -> JournalFuture<Vec<(Stream, u64)>> {
            self.memory.streams()
        }

        fn replace_records(&self, stream: &Stream, records: Vec<Bytes>) -> JournalFuture<u64> {
            self.memory.replace_records(stream, records)
        }

        fn close(&self) -> JournalFuture<()> {
            self.memory.close()
        }
    }

    fn full() -> JournalFault {
        JournalFault::Full {
            path: "journal.db".into(),
        }
    }

    fn with_left(bytes: usize) -> (Storage, Arc<AtomicUsize>) {
        let bytes_left = Arc::new(AtomicUsize::new(bytes));
        let journal = NearlyFull {
            memory: MemoryJournal::new(),
            bytes_left: bytes_left.clone(),
        };
        (Storage::of(Arc::new(journal)), bytes_left)
    }

    #[tokio::test(start_paused = true)]
    async fn a_disk_with_less_space_than_what_could_not_be_written_does_not_pass_for_one_with_space() {
        let failed = 16 * TRIAL_BYTES;
        let (storage, bytes_left) = with_left(failed - 1);
        storage.failed(&full(), failed).await;
        assert_eq!(storage.trouble(), Some(StorageTrouble::Full));
        bytes_left.store(failed, Ordering::Relaxed);
        storage.wait_for_the_end_of_trouble().await;
        assert_eq!(storage.trouble(), None);
    }

    #[tokio::test(start_paused = true)]
    async fn a_try_is_never_so_small_that_any_disk_takes_it_nor_larger_than_a_disk_has_to_take() {
        let (storage, _) = with_left(TRIAL_BYTES - 1);
        storage.failed(&full(), 1).await;
        assert_eq!(storage.trouble(), Some(StorageTrouble::Full), "something small failed");
        let (storage, _) = with_left(TRIAL_BYTES_MAX);
        storage.failed(&full(), 10 * TRIAL_BYTES_MAX).await;
        assert_eq!(storage.trouble(), None, "something very large failed");
    }
}
