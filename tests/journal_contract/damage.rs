//! Damage to the file is found and named, and nothing damaged is served.

use super::{Place, payloads, records, room, snapshot};
use bytes::Bytes;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::journal::{Journal, JournalFault, Recovered, Stream};

fn other() -> Stream {
    Stream::new("global-roundtable/group-2")
}

/// Thirty records whose payloads can be found in the file, and a stream beside them.
async fn written(place: &Place) {
    let journal = place.open();
    let texts: Vec<String> = (1..=30).map(|seq| format!("<payload of record {seq}>")).collect();
    let batch = texts.iter().map(|text| Bytes::copy_from_slice(text.as_bytes())).collect();
    journal.append(&room(), 0, batch).await.unwrap();
    journal.append(&other(), 0, payloads(&["untouched"])).await.unwrap();
    journal.close().await.unwrap();
}

/// Flips one bit of the first place in the file where this text is.
fn flip_a_bit_of(place: &Place, text: &str) {
    let mut file = std::fs::read(place.path()).unwrap();
    let found = file.windows(text.len()).position(|window| window == text.as_bytes());
    file[found.expect("the text should be in the file") + text.len() / 2] ^= 0b0000_0100;
    std::fs::write(place.path(), file).unwrap();
}

fn change_by_hand(place: &Place, statement: &str) {
    let changed = rusqlite::Connection::open(place.path())
        .unwrap()
        .execute(statement, [])
        .unwrap();
    assert_eq!(changed, 1, "{statement}");
}

async fn recover(place: &Place) -> Result<Recovered, JournalFault> {
    SqliteJournal::open_read_only(&place.path())?.recover(&room()).await
}

fn corrupt(finding: &str) -> Result<Recovered, JournalFault> {
    Err(JournalFault::Corrupt {
        stream: room(),
        finding: finding.to_owned(),
    })
}

#[tokio::test]
async fn a_flipped_bit_in_a_payload_is_found_and_the_record_is_named() {
    let place = Place::file();
    written(&place).await;
    flip_a_bit_of(&place, "<payload of record 17>");
    let journal = place.open();
    let fault = journal.recover(&room()).await.unwrap_err();
    assert_eq!(Err(fault.clone()), corrupt("record 17 does not match its checksum"));
    assert!(
        fault
            .to_string()
            .starts_with("'global-roundtable/group-1' is damaged: record 17 does not match"),
        "{fault}"
    );
    assert_eq!(journal.read(&room(), 16, 5).await.unwrap_err(), fault);
    assert_eq!(journal.read(&room(), 17, 13).await.unwrap().len(), 13);
    assert_eq!(journal.recover(&other()).await.unwrap().records, records(1, &["untouched"]));
}

#[tokio::test]
async fn a_record_that_is_gone_is_named() {
    for (seq, finding) in [
        (1, "record 1 is missing"),
        (17, "record 17 is missing"),
        (30, "record 30 is missing"),
    ] {
        let place = Place::file();
        written(&place).await;
        change_by_hand(&place, &format!("DELETE FROM records WHERE stream = 1 AND seq = {seq}"));
        assert_eq!(recover(&place).await, corrupt(finding));
    }
}

#[tokio::test]
async fn records_beyond_the_known_end_are_neither_served_nor_written_over() {
    let place = Place::file();
    written(&place).await;
    change_by_hand(&place, "UPDATE streams SET last_seq = 28 WHERE id = 1");
    assert_eq!(recover(&place).await, corrupt("it should end at record 28"));
    let journal = place.open();
    let fault = journal.append(&room(), 28, payloads(&["written over"])).await.unwrap_err();
    assert!(matches!(fault, JournalFault::Io { .. }), "{fault}");
    assert_eq!(journal.read(&other(), 0, 10).await.unwrap(), records(1, &["untouched"]));
}

#[tokio::test]
async fn a_record_that_was_moved_is_found() {
    let place = Place::file();
    written(&place).await;
    let from = "SELECT payload FROM records WHERE stream = 1 AND seq = 4";
    change_by_hand(
        &place,
        &format!("UPDATE records SET payload = ({from}) WHERE stream = 1 AND seq = 5"),
    );
    assert_eq!(recover(&place).await, corrupt("record 5 does not match its checksum"));
}

#[tokio::test]
async fn a_page_of_zeroes_is_found() {
    let place = Place::file();
    let journal = place.open();
    for seq in 0..40 {
        journal
            .append(&room(), seq, vec![Bytes::from(vec![b'x'; 1_000])])
            .await
            .unwrap();
    }
    journal.close().await.unwrap();
    let mut file = std::fs::read(place.path()).unwrap();
    let middle = file.len() / 2 / 4_096 * 4_096;
    file[middle..middle + 4_096].fill(0);
    std::fs::write(place.path(), file).unwrap();
    let fault = recover(&place).await.unwrap_err();
    assert!(matches!(fault, JournalFault::Corrupt { .. }), "{fault}");
}

#[tokio::test]
async fn a_damaged_snapshot_is_passed_over_for_the_records() {
    let place = Place::file();
    written(&place).await;
    let journal = place.open();
    journal
        .save_snapshot(&room(), snapshot(29, "<the state of the room>"))
        .await
        .unwrap();
    journal.close().await.unwrap();
    assert_eq!(recover(&place).await.unwrap().records.len(), 1);
    flip_a_bit_of(&place, "<the state of the room>");
    let recovered = recover(&place).await.unwrap();
    assert_eq!((recovered.snapshot, recovered.records.len()), (None, 30));
}

#[tokio::test]
async fn a_stream_whose_name_is_damaged_does_not_pass_for_a_new_one() {
    let place = Place::file();
    written(&place).await;
    let mut file = std::fs::read(place.path()).unwrap();
    let name = other().as_str().as_bytes().to_vec();
    let places: Vec<usize> = (0..file.len() - name.len())
        .filter(|start| file[*start..].starts_with(&name))
        .collect();
    assert_eq!(places.len(), 2, "the name should be in the table and in its index");
    for start in places {
        file[start + 3] ^= 1;
        std::fs::write(place.path(), &file).unwrap();
        let fault = SqliteJournal::open(&place.path()).unwrap_err();
        assert!(matches!(fault, JournalFault::Damaged { .. }), "{fault}");
        file[start + 3] ^= 1;
    }
}
