//! A journal that fails or stalls when a test says so, and otherwise does what the one inside it does.

use bytes::Bytes;
use roundtable::journal::{Bundle, Journal, JournalFault, JournalFuture, Record, Recovered, Snapshot, Stream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tokio::sync::oneshot;

/// On which side of the write something happens. Whoever appends can't tell which it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// The write does not happen, or has not happened yet.
    BeforeWriting,
    /// The write has happened.
    AfterWriting,
}

enum Trick {
    /// Answers that the outcome is unknown.
    Fail(Moment),
    /// Answers with this fault and writes nothing.
    Refuse(JournalFault),
    /// Waits until the test lets it go on, then does what it should.
    Stall {
        moment: Moment,
        reached: oneshot::Sender<()>,
        released: oneshot::Receiver<()>,
    },
}

/// Wraps a journal. One trick at a time waits for the next append; the other calls are passed on.
pub struct FaultyJournal {
    inner: Arc<dyn Journal>,
    next_trick: Arc<Mutex<Option<Trick>>>,
    next_snapshot: Mutex<Option<(oneshot::Sender<()>, oneshot::Receiver<()>)>>,
    poison: Mutex<Option<Vec<u8>>>,
    appends: Arc<AtomicU64>,
    listings: AtomicU64,
    recoveries: AtomicU64,
}

/// A write that is being held up. Dropping it lets the write go on.
pub struct Stall {
    reached: oneshot::Receiver<()>,
    release: oneshot::Sender<()>,
}

impl Stall {
    /// Waits until a write has arrived at the moment and stands still there.
    pub async fn reached(&mut self) {
        (&mut self.reached)
            .await
            .expect("the journal was dropped before a write reached the stall");
    }

    /// Lets the write go on.
    pub fn release(self) {
        self.release.send(()).expect("the write that was held up is gone");
    }
}

impl FaultyJournal {
    /// Wraps a journal; no trick waits.
    pub fn around(inner: Arc<dyn Journal>) -> Self {
        Self {
            inner,
            next_trick: Arc::default(),
            next_snapshot: Mutex::default(),
            poison: Mutex::default(),
            appends: Arc::default(),
            listings: AtomicU64::default(),
            recoveries: AtomicU64::default(),
        }
    }

    /// The next append answers `UnknownOutcome`; whether it is written depends on the moment.
    pub fn fail_next_append(&self, moment: Moment) {
        self.prepare(Trick::Fail(moment));
    }

    /// The next append writes nothing and answers with this fault.
    pub fn refuse_next_append(&self, fault: JournalFault) {
        self.prepare(Trick::Refuse(fault));
    }

    /// The next append stands still at the moment until it is released.
    pub fn stall_next_append(&self, moment: Moment) -> Stall {
        let (reached_sender, reached) = oneshot::channel();
        let (release, released) = oneshot::channel();
        self.prepare(Trick::Stall {
            moment,
            reached: reached_sender,
            released,
        });
        Stall { reached, release }
    }

    /// The next snapshot is not written until it is released.
    #[allow(dead_code, reason = "the journals' own contract has no use for it")]
    pub fn stall_next_snapshot(&self) -> Stall {
        let (reached_sender, reached) = oneshot::channel();
        let (release, released) = oneshot::channel();
        *self.next_snapshot.lock().unwrap() = Some((reached_sender, released));
        Stall { reached, release }
    }

    /// From now on whoever appends a record that holds these bytes panics, as over an update that the engine of the notes can't bear.
    #[allow(dead_code, reason = "the journals' own contract has no use for it")]
    pub fn panic_over(&self, poison: &str) {
        *self.poison.lock().unwrap() = Some(poison.as_bytes().to_vec());
    }

    /// Nobody panics any more.
    #[allow(dead_code, reason = "the journals' own contract has no use for it")]
    pub fn panic_over_nothing(&self) {
        *self.poison.lock().unwrap() = None;
    }

    fn is_poisoned(&self, bundle: &Bundle) -> bool {
        let poison = self.poison.lock().unwrap();
        let holds = |record: &[u8], poison: &Vec<u8>| record.windows(poison.len()).any(|part| part == poison);
        poison
            .as_ref()
            .is_some_and(|poison| bundle.records.iter().any(|record| holds(record, poison)))
    }

    /// How many appends have been asked for so far, also those that failed.
    pub fn appends(&self) -> u64 {
        self.appends.load(Ordering::SeqCst)
    }

    /// How often all streams were listed.
    pub fn listings(&self) -> u64 {
        self.listings.load(Ordering::SeqCst)
    }

    /// How often a stream was read back.
    pub fn recoveries(&self) -> u64 {
        self.recoveries.load(Ordering::SeqCst)
    }

    fn prepare(&self, trick: Trick) {
        let earlier = self.next_trick.lock().unwrap().replace(trick);
        assert!(earlier.is_none(), "the trick before this one was not met by any append");
    }
}

impl Journal for FaultyJournal {
    fn append_bundle(&self, stream: &Stream, expected_seq: u64, bundle: Bundle) -> JournalFuture<u64> {
        assert!(!self.is_poisoned(&bundle), "a test said so");
        let (next_trick, appends) = (Arc::clone(&self.next_trick), Arc::clone(&self.appends));
        let (stream, write) = (stream.clone(), self.inner.append_bundle(stream, expected_seq, bundle));
        Box::pin(async move {
            appends.fetch_add(1, Ordering::SeqCst);
            let trick = next_trick.lock().unwrap().take();
            match trick {
                None => write.await,
                Some(trick) => play(trick, stream, write).await,
            }
        })
    }

    fn recover(&self, stream: &Stream) -> JournalFuture<Recovered> {
        self.recoveries.fetch_add(1, Ordering::SeqCst);
        self.inner.recover(stream)
    }

    fn read(&self, stream: &Stream, after_seq: u64, limit: usize) -> JournalFuture<Vec<Record>> {
        self.inner.read(stream, after_seq, limit)
    }

    fn save_snapshot(&self, stream: &Stream, snapshot: Snapshot) -> JournalFuture<()> {
        let held = self.next_snapshot.lock().unwrap().take();
        let write = self.inner.save_snapshot(stream, snapshot);
        Box::pin(async move {
            if let Some((reached, released)) = held {
                hold(reached, released).await;
            }
            write.await
        })
    }

    fn replace_records(&self, stream: &Stream, records: Vec<Bytes>) -> JournalFuture<u64> {
        self.inner.replace_records(stream, records)
    }

    fn streams(&self) -> JournalFuture<Vec<(Stream, u64)>> {
        self.listings.fetch_add(1, Ordering::SeqCst);
        self.inner.streams()
    }

    fn close(&self) -> JournalFuture<()> {
        self.inner.close()
    }
}

async fn play(trick: Trick, stream: Stream, write: JournalFuture<u64>) -> Result<u64, JournalFault> {
    match trick {
        Trick::Refuse(fault) => Err(fault),
        Trick::Fail(moment) => {
            if moment == Moment::AfterWriting {
                write.await?;
            }
            Err(JournalFault::UnknownOutcome {
                stream,
                cause: "a test said so".to_owned(),
            })
        }
        Trick::Stall {
            moment: Moment::BeforeWriting,
            reached,
            released,
        } => {
            hold(reached, released).await;
            write.await
        }
        Trick::Stall {
            moment: Moment::AfterWriting,
            reached,
            released,
        } => {
            let written = write.await;
            hold(reached, released).await;
            written
        }
    }
}

async fn hold(reached: oneshot::Sender<()>, released: oneshot::Receiver<()>) {
    // A test that does not wait for the moment, or that dropped the stall, is no reason to hang.
    let _unwatched = reached.send(());
    let _dropped = released.await;
}
