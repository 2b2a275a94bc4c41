//! How long a start takes with many meetings that were changed often, before the plans that later ones have replaced are cleared away, while
//! that is done, and afterwards: `cargo bench --bench starting`. It fails where a start with two hundred meetings, each changed two hundred times,
//! is not ten times as fast afterwards. Run otherwise, as by `cargo test --benches`, there are few of them and nothing is held to it.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a bench prints and measures"
)]

use bytes::Bytes;
use roundtable::hub::registry::Registry;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::journal::{Journal, Stream};
use roundtable::meeting::{Meeting, example};
use serde_json::json;
use std::time::{Duration, Instant};

/// Meetings, and changes of each.
const MEASURED: (usize, usize) = (200, 200);
const TRIED: (usize, usize) = (5, 5);
const FASTER: u32 = 10;

#[tokio::main]
async fn main() {
    let is_measured = std::env::args().any(|argument| argument == "--bench");
    let (meetings, changes) = if is_measured { MEASURED } else { TRIED };
    let folder = tempfile::tempdir().expect("a place for the journal");
    let path = folder.path().join("journal.db");
    let journal = SqliteJournal::open(&path).expect("a journal");
    let mut seq = 0;
    for change in 0..changes {
        let plans = (0..meetings).map(|meeting| plan(meeting, change)).collect();
        seq = journal
            .append(&Stream::new("server"), seq, plans)
            .await
            .expect("they are written");
    }
    let megabytes = || std::fs::metadata(&path).map_or(0, |file| file.len()) / 1_000_000;
    println!("{meetings} meetings, {changes} changes of each: a file of {} MB", megabytes());
    let before = read(&journal, meetings).await;
    let since = Instant::now();
    Registry::open(&journal, None, "http://localhost").await.expect("it starts");
    println!("a start that clears the replaced plans away: {:?}", since.elapsed());
    let after = read(&journal, meetings).await;
    println!("a start: {before:?} before, {after:?} afterwards");
    assert!(!is_measured || after * FASTER < before);
}

/// A plan as a change writes it.
fn plan(meeting: usize, change: usize) -> Bytes {
    let plan = Meeting {
        id: format!("meeting-{meeting}"),
        subtitle: format!("As changed for the {change}th time"),
        ..example()
    };
    let record = json!({ "type": "plan-changed", "meeting": plan });
    Bytes::from(record.to_string())
}

async fn read(journal: &SqliteJournal, meetings: usize) -> Duration {
    let since = Instant::now();
    let registry = Registry::read(journal).await.expect("it is read");
    assert_eq!(registry.meetings().len(), meetings);
    since.elapsed()
}
