//! A journal that is gone when the process ends, for tests and demos. It answers as the durable one does.

use super::{Bundle, Journal, JournalFault, JournalFuture, Record, Recovered, Slip, Snapshot, Stream, refuse_oversized};
use bytes::Bytes;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A journal in memory. A clone is another handle to the same journal, so a test can keep one across a 'restart'.
#[derive(Debug, Clone, Default)]
pub struct MemoryJournal {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    closed: bool,
    streams: BTreeMap<Stream, Held>,
}

#[derive(Debug, Default)]
struct Held {
    payloads: Vec<Bytes>,
    snapshot: Option<Snapshot>,
    slips: Vec<Slip>,
}

impl MemoryJournal {
    /// An empty journal.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens the journal again after it was closed, with all that it holds: what a restart does to a durable one.
    pub fn reopen(&self) {
        lock(&self.state).closed = false;
    }

    /// Does one thing under the lock, when the future is polled. Refuses everything once closed.
    fn perform<T: Send + 'static>(
        &self,
        action: impl FnOnce(&mut State) -> Result<T, JournalFault> + Send + 'static,
    ) -> JournalFuture<T> {
        let state = Arc::clone(&self.state);
        Box::pin(async move {
            let mut state = lock(&state);
            if state.closed {
                Err(JournalFault::Closed)
            } else {
                action(&mut state)
            }
        })
    }
}

/// A panic elsewhere can't leave the state half changed (every change is one call on a collection), so it is read on.
fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Held {
    fn last_seq(&self) -> u64 {
        self.payloads.len() as u64
    }

    fn records_after(&self, after_seq: u64, limit: usize) -> Vec<Record> {
        let skipped = usize::try_from(after_seq).unwrap_or(usize::MAX);
        let numbered = (1..).zip(&self.payloads).skip(skipped).take(limit);
        numbered
            .map(|(seq, payload)| Record {
                seq,
                payload: payload.clone(),
            })
            .collect()
    }
}

impl State {
    fn last_seq(&self, stream: &Stream) -> u64 {
        self.streams.get(stream).map_or(0, Held::last_seq)
    }

    fn append(&mut self, stream: Stream, expected_seq: u64, bundle: Bundle) -> Result<u64, JournalFault> {
        let actual = self.last_seq(&stream);
        if actual != expected_seq {
            return Err(JournalFault::Conflict {
                stream,
                expected: expected_seq,
                actual,
            });
        }
        if bundle.is_empty() {
            return Ok(actual);
        }
        let held = self.streams.entry(stream).or_default();
        held.payloads.extend(bundle.records);
        held.slips.extend(bundle.slips);
        held.slips.retain(|slip| !bundle.wipes.contains(&slip.bag));
        // In the order of what they hold, so that nobody can lean on the order in which they came.
        held.slips
            .sort_by(|one, other| (&one.bag, &one.payload).cmp(&(&other.bag, &other.payload)));
        Ok(held.last_seq())
    }

    fn replace(&mut self, stream: Stream, records: Vec<Bytes>) -> Result<u64, JournalFault> {
        let (expected, actual) = (records.len() as u64, self.last_seq(&stream));
        match self.streams.get_mut(&stream) {
            Some(held) if actual == expected => {
                held.payloads = records;
                held.snapshot = None;
                Ok(actual)
            }
            _ => Err(JournalFault::Conflict {
                stream,
                expected,
                actual,
            }),
        }
    }

    fn save_snapshot(&mut self, stream: Stream, snapshot: Snapshot) -> Result<(), JournalFault> {
        let last_seq = self.last_seq(&stream);
        if snapshot.seq > last_seq {
            return Err(JournalFault::SnapshotAhead {
                stream,
                snapshot_seq: snapshot.seq,
                last_seq,
            });
        }
        let stored = &mut self.streams.entry(stream).or_default().snapshot;
        if stored.as_ref().is_none_or(|stored| stored.seq <= snapshot.seq) {
            *stored = Some(snapshot);
        }
        Ok(())
    }
}

impl Journal for MemoryJournal {
    fn append_bundle(&self, stream: &Stream, expected_seq: u64, bundle: Bundle) -> JournalFuture<u64> {
        let stream = stream.clone();
        self.perform(move |state| {
            refuse_oversized(&stream, bundle.payloads())?;
            state.append(stream, expected_seq, bundle)
        })
    }

    fn recover(&self, stream: &Stream) -> JournalFuture<Recovered> {
        let stream = stream.clone();
        self.perform(move |state| {
            let Some(held) = state.streams.get(&stream) else {
                return Ok(Recovered::default());
            };
            let after_seq = held.snapshot.as_ref().map_or(0, |snapshot| snapshot.seq);
            Ok(Recovered {
                snapshot: held.snapshot.clone(),
                records: held.records_after(after_seq, usize::MAX),
                slips: held.slips.clone(),
            })
        })
    }

    fn read(&self, stream: &Stream, after_seq: u64, limit: usize) -> JournalFuture<Vec<Record>> {
        let stream = stream.clone();
        self.perform(move |state| {
            Ok(state
                .streams
                .get(&stream)
                .map_or_else(Vec::new, |held| held.records_after(after_seq, limit)))
        })
    }

    fn save_snapshot(&self, stream: &Stream, snapshot: Snapshot) -> JournalFuture<()> {
        let stream = stream.clone();
        self.perform(move |state| {
            refuse_oversized(&stream, [&snapshot.payload])?;
            state.save_snapshot(stream, snapshot)
        })
    }

    fn replace_records(&self, stream: &Stream, records: Vec<Bytes>) -> JournalFuture<u64> {
        let stream = stream.clone();
        self.perform(move |state| {
            refuse_oversized(&stream, &records)?;
            state.replace(stream, records)
        })
    }

    fn streams(&self) -> JournalFuture<Vec<(Stream, u64)>> {
        self.perform(|state| {
            Ok(state
                .streams
                .iter()
                .map(|(stream, held)| (stream.clone(), held.last_seq()))
                .collect())
        })
    }

    fn close(&self) -> JournalFuture<()> {
        self.perform(|state| {
            state.closed = true;
            Ok(())
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop there")]
mod tests {
    use super::super::Bag;
    use super::*;

    #[tokio::test]
    async fn slips_come_back_in_an_order_that_says_nothing_of_when_they_came() {
        let journal = MemoryJournal::new();
        let stream = Stream::new("room");
        let slip = |text: &'static str| Slip {
            bag: Bag::new("ballots"),
            payload: Bytes::from_static(text.as_bytes()),
        };
        for (seq, text) in (0..).zip(["third", "first", "second"]) {
            let bundle = Bundle {
                records: vec![Bytes::from_static(b"a ballot is in")],
                slips: vec![slip(text)],
                ..Bundle::default()
            };
            journal.append_bundle(&stream, seq, bundle).await.unwrap();
        }
        assert_eq!(
            journal.recover(&stream).await.unwrap().slips,
            ["first", "second", "third"].map(slip)
        );
    }
}
