//! What every journal promises of records that are put in the place of others, by which names are forgotten.

use super::{Place, every_journal_promises, payloads, records, room, snapshot};
use roundtable::journal::{JournalFault, Stream};

every_journal_promises! {
    records_are_put_in_the_place_of_others_each_at_its_position,
    as_many_records_as_there_are_or_none_are_put_in_their_place,
}

async fn records_are_put_in_the_place_of_others_each_at_its_position(place: Place) {
    let journal = place.open();
    let other = Stream::new("global-roundtable/group-2");
    journal.append(&room(), 0, payloads(&["Ana", "Ben"])).await.unwrap();
    journal.append(&other, 0, payloads(&["Ana"])).await.unwrap();
    journal.save_snapshot(&room(), snapshot(2, "Ana and Ben")).await.unwrap();
    assert_eq!(journal.replace_records(&room(), payloads(&["one", "two"])).await, Ok(2));
    let recovered = journal.recover(&room()).await.unwrap();
    assert_eq!((recovered.snapshot, recovered.records), (None, records(1, &["one", "two"])));
    assert_eq!(journal.append(&room(), 2, payloads(&["three"])).await, Ok(3));
    journal.close().await.unwrap();
    let journal = place.open();
    assert_eq!(
        journal.read(&room(), 0, 9).await.unwrap(),
        records(1, &["one", "two", "three"])
    );
    assert_eq!(journal.read(&other, 0, 9).await.unwrap(), records(1, &["Ana"]));
}

async fn as_many_records_as_there_are_or_none_are_put_in_their_place(place: Place) {
    let journal = place.open();
    journal.append(&room(), 0, payloads(&["Ana", "Ben"])).await.unwrap();
    for texts in [&["one"][..], &["one", "two", "three"]] {
        let refused = journal.replace_records(&room(), payloads(texts)).await;
        assert!(
            matches!(refused, Err(JournalFault::Conflict { actual: 2, .. })),
            "{refused:?}"
        );
    }
    assert_eq!(journal.read(&room(), 0, 9).await.unwrap(), records(1, &["Ana", "Ben"]));
}
