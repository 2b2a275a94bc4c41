//! A server that is killed in the middle of its work loses nothing that it acknowledged, and leaves no batch half written.

use super::Place;
use bytes::Bytes;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::journal::{Journal, Stream};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

/// Tells the child where its journal is.
const JOURNAL_VARIABLE: &str = "ROUNDTABLE_TEST_JOURNAL";
const STREAMS: u64 = 6;
const KILLS: u64 = 4;

fn stream_of(number: u64) -> Stream {
    Stream::new(&format!("meeting/group-{number}"))
}

/// Batches have one to five records.
fn batch_size(start: u64) -> u64 {
    1 + start % 5
}

/// A payload says which batch it is of, so that half a batch is noticed.
fn payload(start: u64, seq: u64) -> Bytes {
    let filling = "x".repeat(usize::try_from(seq % 7 * 300).unwrap());
    Bytes::from(format!("{start} {} {filling}", start + batch_size(start)))
}

/// Run in a process of its own, by the test below: appends without end and says what was acknowledged.
#[tokio::test]
#[ignore = "appends until it is killed; another test runs and kills it"]
async fn appends_until_it_is_killed() {
    let path = std::env::var(JOURNAL_VARIABLE).expect("the test that kills this one names the journal");
    let journal = Arc::new(SqliteJournal::open(Path::new(&path)).unwrap());
    let writers: Vec<_> = (0..STREAMS)
        .map(|number| tokio::spawn(append_without_end(Arc::clone(&journal), number)))
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
}

async fn append_without_end(journal: Arc<SqliteJournal>, number: u64) {
    let mut last_seq = journal.recover(&stream_of(number)).await.unwrap().last_seq();
    loop {
        let start = last_seq;
        let batch = (start + 1..=start + batch_size(start))
            .map(|seq| payload(start, seq))
            .collect();
        last_seq = journal.append(&stream_of(number), start, batch).await.unwrap();
        if last_seq % 50 == 0 {
            let state = Bytes::from(last_seq.to_string());
            let snapshot = roundtable::journal::Snapshot {
                seq: last_seq,
                payload: state,
            };
            journal.save_snapshot(&stream_of(number), snapshot).await.unwrap();
        }
        // Fails, and so ends this process, if the one that listens is gone.
        let mut listener = std::io::stdout().lock();
        writeln!(listener, "\nacknowledged {number} {last_seq}").unwrap();
    }
}

fn start_child(journal: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "crash::appends_until_it_is_killed",
            "--include-ignored",
            "--nocapture",
        ])
        .env(JOURNAL_VARIABLE, journal)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Kills the child after so many acknowledgements; says the last one of each stream, also those that it got out before it died.
fn kill_after(mut child: Child, acknowledgements: u64) -> HashMap<u64, u64> {
    let mut acknowledged = HashMap::new();
    let mut heard = 0;
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        let Some((number, last_seq)) = line.strip_prefix("acknowledged ").and_then(|rest| rest.split_once(' ')) else {
            continue;
        };
        acknowledged.insert(number.parse().unwrap(), last_seq.parse().unwrap());
        heard += 1;
        if heard == acknowledgements {
            child.kill().unwrap();
        }
    }
    let status = child.wait().unwrap();
    assert!(
        heard >= acknowledgements && !status.success(),
        "the child ended by itself: {status}, after {heard}"
    );
    acknowledged
}

async fn check(journal: &dyn Journal, acknowledged: &HashMap<u64, u64>) {
    for (&number, &last_acknowledged) in acknowledged {
        let records = journal.read(&stream_of(number), 0, usize::MAX).await.unwrap();
        let stored = records.len() as u64;
        assert!(
            stored >= last_acknowledged,
            "stream {number}: {last_acknowledged} acknowledged, {stored} stored"
        );
        let mut start = 0;
        while start < stored {
            let end = start + batch_size(start);
            assert!(
                end <= stored,
                "stream {number}: the batch of records {} to {end} is torn at {stored}",
                start + 1
            );
            for seq in start + 1..=end {
                let record = &records[usize::try_from(seq - 1).unwrap()];
                assert_eq!((record.seq, &record.payload), (seq, &payload(start, seq)), "stream {number}");
            }
            start = end;
        }
        let recovered = journal.recover(&stream_of(number)).await.unwrap();
        assert_eq!(recovered.last_seq(), stored, "stream {number}");
        if let Some(snapshot) = recovered.snapshot {
            assert_eq!(snapshot.payload, Bytes::from(snapshot.seq.to_string()));
        }
    }
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_and_no_batch_is_torn_when_the_server_is_killed() {
    let place = Place::file();
    for kill in 0..KILLS {
        let acknowledged = kill_after(start_child(&place.path()), 40 + 97 * kill);
        assert_eq!(acknowledged.len() as u64, STREAMS);
        // First as an export would find it, before any server has tidied up; then as the next server does.
        let offline = SqliteJournal::open_read_only(&place.path()).unwrap();
        check(&offline, &acknowledged).await;
        drop(offline);
        let journal = place.open();
        check(journal.as_ref(), &acknowledged).await;
        journal.close().await.unwrap();
    }
}

/// What a power cut can leave: any beginning of the log.
#[tokio::test]
async fn a_log_that_breaks_off_anywhere_leaves_a_beginning_of_the_stream_in_whole_batches() {
    let place = Place::file();
    let journal = place.open();
    let mut last_seq = 0;
    while last_seq < 60 {
        let batch = (last_seq + 1..=last_seq + batch_size(last_seq))
            .map(|seq| payload(last_seq, seq))
            .collect();
        last_seq = journal.append(&stream_of(0), last_seq, batch).await.unwrap();
    }
    let log = std::fs::read(place.path().with_extension("db-wal")).unwrap();
    let mut ends = Vec::new();
    for cut in (0..=40).map(|step| log.len() * step / 40) {
        let after = Place::file();
        std::fs::copy(place.path(), after.path()).unwrap();
        std::fs::write(after.path().with_extension("db-wal"), &log[..cut]).unwrap();
        let journal = after.open();
        check(journal.as_ref(), &HashMap::from([(0, 0)])).await;
        ends.push(journal.recover(&stream_of(0)).await.unwrap().last_seq());
    }
    assert!(ends.is_sorted(), "a longer log gave fewer records: {ends:?}");
    assert_eq!((ends.first(), ends.last()), (Some(&0), Some(&last_seq)));
}
