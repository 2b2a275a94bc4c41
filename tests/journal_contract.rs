//! What every journal promises, asked of each of them; and what the durable one promises beyond that.
#![allow(clippy::unwrap_used)]

#[path = "journal_contract/crash.rs"]
mod crash;
#[path = "journal_contract/damage.rs"]
mod damage;
#[path = "journal_contract/data_directory.rs"]
mod data_directory;
#[path = "journal_contract/durability.rs"]
mod durability;
#[path = "journal_contract/faults_on_demand.rs"]
mod faults_on_demand;
#[path = "behaviour/support/faulty_journal.rs"]
mod faulty_journal;
#[path = "journal_contract/replaced.rs"]
mod replaced;
#[path = "journal_contract/slips.rs"]
mod slips;

use bytes::Bytes;
use roundtable::journal::memory::MemoryJournal;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::journal::{Journal, JournalFault, PAYLOAD_BYTES_MAX, Record, Snapshot, Stream};
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

/// Where a journal lives while it is closed and opened again.
enum Place {
    Memory(MemoryJournal),
    File(TempDir),
}

impl Place {
    fn memory() -> Self {
        Self::Memory(MemoryJournal::new())
    }

    fn file() -> Self {
        Self::File(TempDir::new().unwrap())
    }

    fn path(&self) -> PathBuf {
        match self {
            Self::Memory(_) => panic!("a journal in memory has no path"),
            Self::File(folder) => folder.path().join("journal.db"),
        }
    }

    fn open(&self) -> Arc<dyn Journal> {
        match self {
            Self::Memory(journal) => {
                journal.reopen();
                Arc::new(journal.clone())
            }
            Self::File(_) => Arc::new(SqliteJournal::open(&self.path()).unwrap()),
        }
    }
}

fn room() -> Stream {
    Stream::new("global-roundtable/group-1")
}

fn payloads(texts: &[&str]) -> Vec<Bytes> {
    texts.iter().map(|text| Bytes::copy_from_slice(text.as_bytes())).collect()
}

fn records(first_seq: u64, texts: &[&str]) -> Vec<Record> {
    (first_seq..)
        .zip(payloads(texts))
        .map(|(seq, payload)| Record { seq, payload })
        .collect()
}

fn snapshot(seq: u64, text: &str) -> Snapshot {
    Snapshot {
        seq,
        payload: Bytes::copy_from_slice(text.as_bytes()),
    }
}

/// Makes each promise a test of each journal.
macro_rules! every_journal_promises {
    ($($promise:ident),* $(,)?) => {
        mod memory {
            $(#[tokio::test] async fn $promise() { super::$promise(super::Place::memory()).await; })*
        }
        mod sqlite {
            $(#[tokio::test] async fn $promise() { super::$promise(super::Place::file()).await; })*
        }
    };
}
use every_journal_promises;

every_journal_promises! {
    appends_count_from_one_without_gaps,
    a_stream_that_nobody_wrote_to_is_empty,
    a_conflict_names_the_last_record_and_writes_nothing,
    an_empty_batch_only_checks_where_the_stream_stands,
    of_two_that_append_at_the_same_place_one_wins,
    many_streams_written_at_once_keep_apart,
    the_conflict_of_one_does_not_spoil_the_others,
    payloads_come_back_byte_for_byte,
    a_payload_beyond_the_limit_is_refused_and_the_stream_goes_on,
    recovery_gives_the_latest_snapshot_and_what_follows,
    the_whole_history_stays_readable_page_by_page,
    an_older_snapshot_does_not_replace_a_newer_one,
    a_snapshot_ahead_of_the_last_record_is_refused,
    a_snapshot_before_the_first_record_is_taken,
    streams_are_listed_by_name_with_their_last_record,
    everything_is_there_after_closing_and_opening_again,
    what_waits_when_it_closes_is_finished,
    after_closing_everything_is_refused_as_closed,
}

async fn appends_count_from_one_without_gaps(place: Place) {
    let journal = place.open();
    assert_eq!(journal.append(&room(), 0, payloads(&["a"])).await, Ok(1));
    assert_eq!(journal.append(&room(), 1, payloads(&["b", "c"])).await, Ok(3));
    assert_eq!(journal.append(&room(), 3, payloads(&["d"])).await, Ok(4));
    let recovered = journal.recover(&room()).await.unwrap();
    assert_eq!(recovered.records, records(1, &["a", "b", "c", "d"]));
    assert_eq!(recovered.snapshot, None);
    assert_eq!(recovered.last_seq(), 4);
}

async fn a_stream_that_nobody_wrote_to_is_empty(place: Place) {
    let journal = place.open();
    let recovered = journal.recover(&room()).await.unwrap();
    assert_eq!(
        (recovered.snapshot.as_ref(), recovered.records.len(), recovered.last_seq()),
        (None, 0, 0)
    );
    assert_eq!(journal.read(&room(), 0, 10).await, Ok(vec![]));
    assert_eq!(journal.streams().await, Ok(vec![]));
}

async fn a_conflict_names_the_last_record_and_writes_nothing(place: Place) {
    let journal = place.open();
    journal.append(&room(), 0, payloads(&["a", "b"])).await.unwrap();
    for expected in [0, 1, 3, u64::MAX] {
        let answer = journal.append(&room(), expected, payloads(&["x", "y"])).await;
        assert_eq!(
            answer,
            Err(JournalFault::Conflict {
                stream: room(),
                expected,
                actual: 2
            })
        );
    }
    assert_eq!(journal.read(&room(), 0, 10).await.unwrap(), records(1, &["a", "b"]));
    assert_eq!(journal.append(&room(), 2, payloads(&["c"])).await, Ok(3));

    let unknown = Stream::new("never-written");
    let answer = journal.append(&unknown, 1, payloads(&["x"])).await;
    assert_eq!(
        answer,
        Err(JournalFault::Conflict {
            stream: unknown,
            expected: 1,
            actual: 0
        })
    );
    assert_eq!(journal.streams().await.unwrap(), vec![(room(), 3)]);
}

async fn an_empty_batch_only_checks_where_the_stream_stands(place: Place) {
    let journal = place.open();
    assert_eq!(journal.append(&room(), 0, vec![]).await, Ok(0));
    assert_eq!(journal.streams().await, Ok(vec![]));
    journal.append(&room(), 0, payloads(&["a"])).await.unwrap();
    assert_eq!(journal.append(&room(), 1, vec![]).await, Ok(1));
    let answer = journal.append(&room(), 0, vec![]).await;
    assert_eq!(
        answer,
        Err(JournalFault::Conflict {
            stream: room(),
            expected: 0,
            actual: 1
        })
    );
}

async fn of_two_that_append_at_the_same_place_one_wins(place: Place) {
    let journal = place.open();
    let attempts = (0..20).map(|attempt| tokio::spawn(journal.append(&room(), 0, payloads(&[&attempt.to_string(), "end"]))));
    let mut winners = Vec::new();
    for (attempt, task) in attempts.collect::<Vec<_>>().into_iter().enumerate() {
        match task.await.unwrap() {
            Ok(last_seq) => winners.push((attempt, last_seq)),
            Err(fault) => assert_eq!(
                fault,
                JournalFault::Conflict {
                    stream: room(),
                    expected: 0,
                    actual: 2
                }
            ),
        }
    }
    let [(winner, 2)] = winners[..] else {
        panic!("there should be one winner, at record 2: {winners:?}")
    };
    assert_eq!(
        journal.read(&room(), 0, 10).await.unwrap(),
        records(1, &[&winner.to_string(), "end"])
    );
}

async fn many_streams_written_at_once_keep_apart(place: Place) {
    const STREAMS: u64 = 40;
    const BATCHES: u64 = 25;
    let journal = place.open();
    let stream_of = |number: u64| Stream::new(&format!("meeting/group-{number}"));
    let text_of = |number: u64, seq: u64| format!("stream {number}, record {seq}");
    let writers = (0..STREAMS).map(|number| {
        let journal = Arc::clone(&journal);
        tokio::spawn(async move {
            for batch in 0..BATCHES {
                let texts = [text_of(number, 2 * batch + 1), text_of(number, 2 * batch + 2)];
                let batch_of_two = payloads(&[&texts[0], &texts[1]]);
                assert_eq!(
                    journal.append(&stream_of(number), 2 * batch, batch_of_two).await,
                    Ok(2 * batch + 2)
                );
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    for number in 0..STREAMS {
        let recovered = journal.recover(&stream_of(number)).await.unwrap();
        assert_eq!(recovered.records.len() as u64, 2 * BATCHES);
        for (seq, record) in (1..).zip(recovered.records) {
            assert_eq!((record.seq, record.payload), (seq, Bytes::from(text_of(number, seq))));
        }
    }
}

async fn the_conflict_of_one_does_not_spoil_the_others(place: Place) {
    let journal = place.open();
    let other = |number: u64| Stream::new(&format!("other-{number}"));
    let appends = (0..30).map(|number| {
        let expected = if number % 3 == 0 { 7 } else { 0 };
        tokio::spawn(journal.append(&other(number), expected, payloads(&["a", "b"])))
    });
    for (number, task) in (0..).zip(appends.collect::<Vec<_>>()) {
        let conflict = JournalFault::Conflict {
            stream: other(number),
            expected: 7,
            actual: 0,
        };
        assert_eq!(task.await.unwrap(), if number % 3 == 0 { Err(conflict) } else { Ok(2) });
    }
    let stored: HashSet<_> = journal.streams().await.unwrap().into_iter().collect();
    assert_eq!(
        stored,
        (0..30)
            .filter(|number| number % 3 != 0)
            .map(|number| (other(number), 2))
            .collect()
    );
}

async fn payloads_come_back_byte_for_byte(place: Place) {
    let journal = place.open();
    let mebibyte: Vec<u8> = (0..1024 * 1024_u32)
        .map(|index| (index.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    let every_byte: Vec<u8> = (0..=255).collect();
    let batch = vec![
        Bytes::new(),
        Bytes::from(mebibyte),
        Bytes::from(every_byte),
        Bytes::from_static("é\0ü".as_bytes()),
    ];
    journal.append(&room(), 0, batch.clone()).await.unwrap();
    let read: Vec<Bytes> = journal
        .read(&room(), 0, 10)
        .await
        .unwrap()
        .into_iter()
        .map(|record| record.payload)
        .collect();
    assert!(read == batch, "the payloads came back changed");
}

async fn a_payload_beyond_the_limit_is_refused_and_the_stream_goes_on(place: Place) {
    let journal = place.open();
    journal.append(&room(), 0, payloads(&["a"])).await.unwrap();
    let huge = Bytes::from(vec![0; PAYLOAD_BYTES_MAX + 1]);
    let refused = JournalFault::TooLarge {
        stream: room(),
        bytes: PAYLOAD_BYTES_MAX + 1,
        bytes_max: PAYLOAD_BYTES_MAX,
    };
    let answer = journal.append(&room(), 1, vec![Bytes::from_static(b"b"), huge.clone()]).await;
    assert_eq!(answer, Err(refused.clone()));
    let answer = journal.save_snapshot(&room(), Snapshot { seq: 1, payload: huge }).await;
    assert_eq!(answer, Err(refused));
    assert_eq!(journal.append(&room(), 1, payloads(&["c"])).await, Ok(2));
}

async fn recovery_gives_the_latest_snapshot_and_what_follows(place: Place) {
    let journal = place.open();
    journal.append(&room(), 0, payloads(&["a", "b", "c", "d"])).await.unwrap();
    journal.save_snapshot(&room(), snapshot(2, "ab")).await.unwrap();
    let recovered = journal.recover(&room()).await.unwrap();
    assert_eq!(
        (recovered.snapshot.clone(), recovered.last_seq()),
        (Some(snapshot(2, "ab")), 4)
    );
    assert_eq!(recovered.records, records(3, &["c", "d"]));

    journal.save_snapshot(&room(), snapshot(4, "abcd")).await.unwrap();
    let recovered = journal.recover(&room()).await.unwrap();
    assert_eq!(
        (recovered.snapshot.clone(), recovered.last_seq()),
        (Some(snapshot(4, "abcd")), 4)
    );
    assert_eq!(recovered.records, vec![]);
    assert_eq!(journal.append(&room(), 4, payloads(&["e"])).await, Ok(5));
    assert_eq!(journal.recover(&room()).await.unwrap().records, records(5, &["e"]));
}

async fn the_whole_history_stays_readable_page_by_page(place: Place) {
    let journal = place.open();
    journal.append(&Stream::new("before"), 0, payloads(&["x"])).await.unwrap();
    journal
        .append(&room(), 0, payloads(&["a", "b", "c", "d", "e"]))
        .await
        .unwrap();
    journal.append(&Stream::new("behind"), 0, payloads(&["y"])).await.unwrap();
    journal.save_snapshot(&room(), snapshot(5, "abcde")).await.unwrap();
    assert_eq!(journal.read(&room(), 0, 2).await.unwrap(), records(1, &["a", "b"]));
    assert_eq!(journal.read(&room(), 2, 2).await.unwrap(), records(3, &["c", "d"]));
    assert_eq!(journal.read(&room(), 4, 2).await.unwrap(), records(5, &["e"]));
    assert_eq!(
        journal.read(&room(), 0, 5).await.unwrap(),
        records(1, &["a", "b", "c", "d", "e"])
    );
    assert_eq!(
        journal.read(&room(), 0, usize::MAX).await.unwrap(),
        records(1, &["a", "b", "c", "d", "e"])
    );
    for (after_seq, limit) in [(5, 2), (6, 2), (u64::MAX, 2), (0, 0)] {
        assert_eq!(journal.read(&room(), after_seq, limit).await, Ok(vec![]));
    }
}

async fn an_older_snapshot_does_not_replace_a_newer_one(place: Place) {
    let journal = place.open();
    journal.append(&room(), 0, payloads(&["a", "b", "c"])).await.unwrap();
    journal.save_snapshot(&room(), snapshot(3, "abc")).await.unwrap();
    journal.save_snapshot(&room(), snapshot(1, "a")).await.unwrap();
    assert_eq!(journal.recover(&room()).await.unwrap().snapshot, Some(snapshot(3, "abc")));
    journal
        .save_snapshot(&room(), snapshot(3, "the same, in a newer form"))
        .await
        .unwrap();
    assert_eq!(
        journal.recover(&room()).await.unwrap().snapshot,
        Some(snapshot(3, "the same, in a newer form"))
    );
}

async fn a_snapshot_ahead_of_the_last_record_is_refused(place: Place) {
    let journal = place.open();
    journal.append(&room(), 0, payloads(&["a"])).await.unwrap();
    for snapshot_seq in [2, u64::MAX] {
        let answer = journal.save_snapshot(&room(), snapshot(snapshot_seq, "ab")).await;
        assert_eq!(
            answer,
            Err(JournalFault::SnapshotAhead {
                stream: room(),
                snapshot_seq,
                last_seq: 1
            })
        );
    }
    assert_eq!(journal.recover(&room()).await.unwrap().snapshot, None);
    let unknown = Stream::new("never-written");
    let answer = journal.save_snapshot(&unknown, snapshot(1, "a")).await;
    assert_eq!(
        answer,
        Err(JournalFault::SnapshotAhead {
            stream: unknown,
            snapshot_seq: 1,
            last_seq: 0
        })
    );
}

async fn a_snapshot_before_the_first_record_is_taken(place: Place) {
    let journal = place.open();
    journal.save_snapshot(&room(), snapshot(0, "as defined")).await.unwrap();
    assert_eq!(journal.streams().await.unwrap(), vec![(room(), 0)]);
    assert_eq!(journal.append(&room(), 0, payloads(&["a"])).await, Ok(1));
    let recovered = journal.recover(&room()).await.unwrap();
    assert_eq!(
        (recovered.snapshot.clone(), recovered.last_seq()),
        (Some(snapshot(0, "as defined")), 1)
    );
    assert_eq!(recovered.records, records(1, &["a"]));
}

async fn streams_are_listed_by_name_with_their_last_record(place: Place) {
    let journal = place.open();
    for (name, batch) in [
        ("b", &["1", "2"][..]),
        ("é", &["1"]),
        ("a/2", &["1"]),
        ("a/10", &["1", "2", "3"]),
    ] {
        journal.append(&Stream::new(name), 0, payloads(batch)).await.unwrap();
    }
    let listed = journal.streams().await.unwrap();
    let expected = [("a/10", 3), ("a/2", 1), ("b", 2), ("é", 1)];
    assert_eq!(listed, expected.map(|(name, last_seq)| (Stream::new(name), last_seq)));
}

async fn everything_is_there_after_closing_and_opening_again(place: Place) {
    let journal = place.open();
    journal.append(&room(), 0, payloads(&["a", "b", "c"])).await.unwrap();
    journal.save_snapshot(&room(), snapshot(2, "ab")).await.unwrap();
    journal.append(&Stream::new("server"), 0, payloads(&["key"])).await.unwrap();
    journal.close().await.unwrap();

    let journal = place.open();
    let recovered = journal.recover(&room()).await.unwrap();
    assert_eq!(
        (recovered.snapshot, recovered.records),
        (Some(snapshot(2, "ab")), records(3, &["c"]))
    );
    assert_eq!(
        journal.streams().await.unwrap(),
        vec![(room(), 3), (Stream::new("server"), 1)]
    );
    let stale = journal.append(&room(), 2, payloads(&["x"])).await;
    assert_eq!(
        stale,
        Err(JournalFault::Conflict {
            stream: room(),
            expected: 2,
            actual: 3
        })
    );
    assert_eq!(journal.append(&room(), 3, payloads(&["d"])).await, Ok(4));
}

async fn what_waits_when_it_closes_is_finished(place: Place) {
    let journal = place.open();
    let other = |number: u64| Stream::new(&format!("other-{number}"));
    let appends = (0..50).map(|number| tokio::spawn(journal.append(&other(number), 0, payloads(&["a"]))));
    let appends: Vec<_> = appends.collect();
    let closed = tokio::spawn(journal.close());
    let mut written = Vec::new();
    for (number, append) in (0..).zip(appends) {
        match append.await.unwrap() {
            Ok(last_seq) => written.push((other(number), last_seq)),
            Err(fault) => assert_eq!(fault, JournalFault::Closed),
        }
    }
    closed.await.unwrap().unwrap();
    let mut stored = place.open().streams().await.unwrap();
    stored.sort();
    written.sort();
    assert_eq!(stored, written, "what was acknowledged and what is stored differ");
}

async fn after_closing_everything_is_refused_as_closed(place: Place) {
    let journal = place.open();
    journal.append(&room(), 0, payloads(&["a"])).await.unwrap();
    journal.close().await.unwrap();
    assert_eq!(journal.append(&room(), 1, payloads(&["b"])).await, Err(JournalFault::Closed));
    assert_eq!(journal.recover(&room()).await, Err(JournalFault::Closed));
    assert_eq!(journal.read(&room(), 0, 1).await, Err(JournalFault::Closed));
    assert_eq!(
        journal.save_snapshot(&room(), snapshot(1, "a")).await,
        Err(JournalFault::Closed)
    );
    assert_eq!(journal.streams().await, Err(JournalFault::Closed));
    assert_eq!(journal.close().await, Err(JournalFault::Closed));
}
