//! The journal of a simulated room: in memory, and at chance slow, full, or failing in the middle of a write, with the write done or
//! not. A write that is under way when the server crashes is done or not as well. It also keeps aside what the secret ballots were,
//! which the room's records never say, so that a replay can be compared with the room.

use crate::extent::Chance;
use bytes::Bytes;
use roundtable::journal::memory::MemoryJournal;
use roundtable::journal::{Bundle, Journal, JournalFault, JournalFuture, Record, Recovered, Snapshot, Stream};
use roundtable::room::event::Event;
use roundtable::room::polls::secret::SecretBallot;
use roundtable::room::record;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How often it misbehaves, in percent.
#[derive(Debug, Clone, Copy)]
pub struct Habits {
    pub slow: u64,
    pub fails: u64,
}

/// What becomes of a write.
enum Fate {
    /// It takes so many milliseconds before and after the moment at which it is done.
    Done { before: u64, after: u64 },
    /// The disk is full: nothing is written.
    Full,
    /// Nobody knows; it was written or not.
    Unknown { written: bool, after: u64 },
}

struct Kept {
    chance: Chance,
    habits: Habits,
    secrets: BTreeMap<u64, SecretBallot>,
    /// Writes that failed, for the figures.
    failed: u64,
}

/// The journal. A clone is the same one.
#[derive(Clone)]
pub struct Disk {
    inner: MemoryJournal,
    kept: Arc<Mutex<Kept>>,
}

impl Disk {
    pub fn new(chance: Chance, habits: Habits) -> Self {
        Self {
            inner: MemoryJournal::new(),
            kept: Arc::new(Mutex::new(Kept {
                chance,
                habits,
                secrets: BTreeMap::new(),
                failed: 0,
            })),
        }
    }

    /// From now on it does what it should, at once.
    pub fn calm(&self) {
        self.kept.lock().unwrap().habits = Habits { slow: 0, fails: 0 };
    }

    /// After a server that stopped in good order.
    pub fn reopen(&self) {
        self.inner.reopen();
    }

    /// Writes that failed so far.
    pub fn failed(&self) -> u64 {
        self.kept.lock().unwrap().failed
    }

    /// What is stored, whatever habits it has.
    pub fn stored(&self) -> &MemoryJournal {
        &self.inner
    }

    /// The secret ballot of a record.
    pub fn secret(&self, seq: u64) -> Option<SecretBallot> {
        self.kept.lock().unwrap().secrets.get(&seq).cloned()
    }

    fn fate(&self) -> Fate {
        let Kept { chance, habits, .. } = &mut *self.kept.lock().unwrap();
        if chance.percent(habits.fails) {
            return match chance.below(5) {
                0 => Fate::Full,
                one => Fate::Unknown {
                    written: one % 2 == 0,
                    after: chance.below(30),
                },
            };
        }
        let slow = chance.percent(habits.slow);
        let (before, after) = if slow { (chance.below(50), chance.below(50)) } else { (0, 0) };
        Fate::Done { before, after }
    }

    /// Whether something else than a write fails.
    fn fails(&self) -> bool {
        let Kept { chance, habits, .. } = &mut *self.kept.lock().unwrap();
        chance.percent(habits.fails)
    }

    async fn write(&self, stream: &Stream, expected_seq: u64, bundle: Bundle) -> Result<u64, JournalFault> {
        let secrets = secrets_of(expected_seq, &bundle);
        let seq = self.inner.append_bundle(stream, expected_seq, bundle).await?;
        self.kept.lock().unwrap().secrets.extend(secrets);
        Ok(seq)
    }

    async fn append(self, stream: Stream, expected_seq: u64, bundle: Bundle) -> Result<u64, JournalFault> {
        let fate = self.fate();
        if !matches!(fate, Fate::Done { .. }) {
            self.kept.lock().unwrap().failed += 1;
        }
        match fate {
            Fate::Done { before, after } => {
                pass(before).await;
                let seq = self.write(&stream, expected_seq, bundle).await?;
                pass(after).await;
                Ok(seq)
            }
            Fate::Full => Err(JournalFault::Full {
                path: "simulation".into(),
            }),
            Fate::Unknown { written, after } => {
                if written {
                    self.write(&stream, expected_seq, bundle).await?;
                }
                pass(after).await;
                let cause = "chance".to_owned();
                Err(JournalFault::UnknownOutcome { stream, cause })
            }
        }
    }
}

async fn pass(milliseconds: u64) {
    if milliseconds > 0 {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }
}

/// The secret ballots of a bundle by the position of their records: mark and ballot of each lie one behind the other.
fn secrets_of(before: u64, bundle: &Bundle) -> BTreeMap<u64, SecretBallot> {
    let mut slips: BTreeMap<&str, Vec<&Bytes>> = BTreeMap::new();
    for slip in bundle.slips.iter().rev() {
        slips.entry(slip.bag.as_str()).or_default().push(&slip.payload);
    }
    let mut secrets = BTreeMap::new();
    for (seq, payload) in (before + 1..).zip(&bundle.records) {
        let record = record::Record::decode(payload).expect("what the hub stores can be read");
        let [Event::SecretBallotCast { poll, .. }] = &record.events[..] else {
            continue;
        };
        let mut next = |kind: &str| slips.get_mut(format!("{poll}-{kind}").as_str())?.pop();
        if let (Some(mark), Some(ballot)) = (next("marks"), next("ballots")) {
            let (mark, ballot) = (read(mark), read(ballot));
            secrets.insert(seq, SecretBallot { mark, ballot });
        }
    }
    secrets
}

fn read<T: DeserializeOwned>(payload: &Bytes) -> T {
    serde_json::from_slice(payload).expect("a slip can be read")
}

impl Journal for Disk {
    fn append_bundle(&self, stream: &Stream, expected_seq: u64, bundle: Bundle) -> JournalFuture<u64> {
        Box::pin(self.clone().append(stream.clone(), expected_seq, bundle))
    }

    fn recover(&self, stream: &Stream) -> JournalFuture<Recovered> {
        let (fails, recovered) = (self.fails(), self.inner.recover(stream));
        Box::pin(async move {
            match fails {
                true => Err(JournalFault::Io {
                    path: "simulation".into(),
                    doing: "reading",
                    cause: "chance".to_owned(),
                }),
                false => recovered.await,
            }
        })
    }

    fn read(&self, stream: &Stream, after_seq: u64, limit: usize) -> JournalFuture<Vec<Record>> {
        self.inner.read(stream, after_seq, limit)
    }

    fn save_snapshot(&self, stream: &Stream, snapshot: Snapshot) -> JournalFuture<()> {
        match self.fails() {
            true => Box::pin(async {
                Err(JournalFault::Full {
                    path: "simulation".into(),
                })
            }),
            false => self.inner.save_snapshot(stream, snapshot),
        }
    }

    fn replace_records(&self, stream: &Stream, records: Vec<Bytes>) -> JournalFuture<u64> {
        self.inner.replace_records(stream, records)
    }

    fn streams(&self) -> JournalFuture<Vec<(Stream, u64)>> {
        self.inner.streams()
    }

    fn close(&self) -> JournalFuture<()> {
        self.inner.close()
    }
}
