//! What only a journal on disk can promise: what was acknowledged is in the file, and others may read it meanwhile.

use super::{Place, payloads, records, room, snapshot};
use bytes::Bytes;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::journal::{Bag, Bundle, Journal, JournalFault, Slip};

#[tokio::test]
async fn what_was_acknowledged_is_there_though_nobody_closed_the_journal() {
    let place = Place::file();
    let journal = place.open();
    journal.append(&room(), 0, payloads(&["a", "b"])).await.unwrap();
    let copied = tempfile::TempDir::new().unwrap();
    for file in std::fs::read_dir(place.path().parent().unwrap()).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), copied.path().join(file.file_name())).unwrap();
    }
    let copy = SqliteJournal::open(&copied.path().join("journal.db")).unwrap();
    assert_eq!(copy.read(&room(), 0, 10).await.unwrap(), records(1, &["a", "b"]));
}

#[tokio::test]
async fn a_closed_journal_is_one_file() {
    let place = Place::file();
    let journal = place.open();
    journal.append(&room(), 0, payloads(&["a"])).await.unwrap();
    journal.close().await.unwrap();
    let files = std::fs::read_dir(place.path().parent().unwrap()).unwrap();
    let names: Vec<_> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(names, ["journal.db"]);
}

#[tokio::test]
async fn a_reader_sees_what_is_committed_while_a_writer_is_active_and_writes_nothing() {
    let place = Place::file();
    let server = place.open();
    server.append(&room(), 0, payloads(&["a"])).await.unwrap();
    let reader = SqliteJournal::open_read_only(&place.path()).unwrap();
    assert_eq!(reader.recover(&room()).await.unwrap().records, records(1, &["a"]));
    server.append(&room(), 1, payloads(&["b"])).await.unwrap();
    server.save_snapshot(&room(), snapshot(1, "a")).await.unwrap();
    let recovered = reader.recover(&room()).await.unwrap();
    assert_eq!(
        (recovered.snapshot, recovered.records),
        (Some(snapshot(1, "a")), records(2, &["b"]))
    );

    let refused = JournalFault::ReadOnly { path: place.path() };
    assert_eq!(reader.append(&room(), 2, payloads(&["c"])).await, Err(refused.clone()));
    assert_eq!(reader.save_snapshot(&room(), snapshot(2, "ab")).await, Err(refused));
    reader.close().await.unwrap();
    assert_eq!(reader.recover(&room()).await, Err(JournalFault::Closed));
    assert_eq!(server.append(&room(), 2, payloads(&["c"])).await, Ok(3));
}

#[tokio::test]
async fn a_journal_that_no_server_has_open_can_be_read() {
    let place = Place::file();
    let journal = place.open();
    journal.append(&room(), 0, payloads(&["a"])).await.unwrap();
    journal.close().await.unwrap();
    let reader = SqliteJournal::open_read_only(&place.path()).unwrap();
    assert_eq!(reader.recover(&room()).await.unwrap().records, records(1, &["a"]));
    let server = place.open();
    assert_eq!(server.append(&room(), 1, payloads(&["b"])).await, Ok(2));
    assert_eq!(reader.recover(&room()).await.unwrap().records, records(1, &["a", "b"]));
}

#[test]
fn reading_where_nothing_is_says_so_and_makes_no_file() {
    let place = Place::file();
    let fault = SqliteJournal::open_read_only(&place.path()).unwrap_err();
    assert_eq!(fault, JournalFault::Missing { path: place.path() });
    assert!(!place.path().exists());
}

#[test]
fn a_journal_of_a_newer_format_is_refused_for_writing_and_for_reading() {
    let place = Place::file();
    drop(place.open());
    rusqlite::Connection::open(place.path())
        .unwrap()
        .pragma_update(None, "user_version", 999)
        .unwrap();
    let refused = JournalFault::Newer {
        path: place.path(),
        found: 999,
        known: 2,
    };
    assert_eq!(SqliteJournal::open(&place.path()).unwrap_err(), refused);
    assert_eq!(SqliteJournal::open_read_only(&place.path()).unwrap_err(), refused);
    assert!(
        refused
            .to_string()
            .contains("has format 999, this Roundtable knows formats up to 2"),
        "{refused}"
    );
}

#[tokio::test]
async fn a_journal_of_the_first_format_is_brought_up_to_date_and_takes_slips() {
    let place = Place::file();
    let journal = place.open();
    journal.append(&room(), 0, payloads(&["a"])).await.unwrap();
    journal.close().await.unwrap();
    let file = rusqlite::Connection::open(place.path()).unwrap();
    file.execute_batch("DROP TABLE bags; PRAGMA user_version = 1").unwrap();
    drop(file);
    let older = SqliteJournal::open_read_only(&place.path()).unwrap_err();
    assert!(matches!(older, JournalFault::Older { found: 1, .. }), "{older}");
    let journal = place.open();
    let slip = Slip {
        bag: Bag::new("ballots"),
        payload: Bytes::from_static(b"yes"),
    };
    let bundle = Bundle {
        slips: vec![slip.clone()],
        ..Bundle::of(payloads(&["b"]))
    };
    assert_eq!(journal.append_bundle(&room(), 1, bundle).await, Ok(2));
    let recovered = journal.recover(&room()).await.unwrap();
    assert_eq!((recovered.records, recovered.slips), (records(1, &["a", "b"]), vec![slip]));
}

#[test]
fn a_file_that_is_something_else_is_refused_and_left_alone() {
    let place = Place::file();
    let refused = JournalFault::NotAJournal { path: place.path() };
    let letter = "Dear delegates, ".repeat(100);
    std::fs::write(place.path(), &letter).unwrap();
    assert_eq!(SqliteJournal::open(&place.path()).unwrap_err(), refused);
    assert_eq!(std::fs::read_to_string(place.path()).unwrap(), letter);

    std::fs::remove_file(place.path()).unwrap();
    let other = rusqlite::Connection::open(place.path()).unwrap();
    other.execute_batch("CREATE TABLE contacts (name TEXT)").unwrap();
    assert_eq!(SqliteJournal::open(&place.path()).unwrap_err(), refused);
    assert_eq!(SqliteJournal::open_read_only(&place.path()).unwrap_err(), refused);
    let mode: String = other.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "delete", "the settings of a foreign file were changed");
}

#[cfg(unix)]
#[test]
fn the_file_is_for_this_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::file();
    let _journal = place.open();
    for file in std::fs::read_dir(place.path().parent().unwrap()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", file.path().display());
    }
}
