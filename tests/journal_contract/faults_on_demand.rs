//! The journal that other tests use to make writes fail does so on the side of the write that they ask for.

use super::faulty_journal::{FaultyJournal, Moment};
use super::{Place, payloads, records, room};
use roundtable::journal::{Journal, JournalFault};

#[tokio::test]
async fn a_failure_before_writing_leaves_nothing_and_one_after_leaves_everything() {
    for (moment, stored) in [(Moment::BeforeWriting, &[][..]), (Moment::AfterWriting, &["a", "b"])] {
        let journal = FaultyJournal::around(Place::memory().open());
        journal.fail_next_append(moment);
        let fault = journal.append(&room(), 0, payloads(&["a", "b"])).await.unwrap_err();
        assert!(matches!(fault, JournalFault::UnknownOutcome { .. }), "{fault}");
        assert_eq!(journal.recover(&room()).await.unwrap().records, records(1, stored));
        let last_seq = stored.len() as u64;
        assert_eq!(journal.append(&room(), last_seq, payloads(&["c"])).await, Ok(last_seq + 1));
        assert_eq!(journal.appends(), 2);
    }
}

#[tokio::test]
async fn a_refused_append_writes_nothing() {
    let journal = FaultyJournal::around(Place::memory().open());
    let full = JournalFault::Full {
        path: "journal.db".into(),
    };
    journal.refuse_next_append(full.clone());
    assert_eq!(journal.append(&room(), 0, payloads(&["a"])).await, Err(full));
    assert_eq!(journal.append(&room(), 0, payloads(&["a"])).await, Ok(1));
}

#[tokio::test]
async fn a_stalled_append_stands_still_on_its_side_of_the_write_until_it_is_released() {
    for (moment, stored) in [(Moment::BeforeWriting, &[][..]), (Moment::AfterWriting, &["a"])] {
        let journal = FaultyJournal::around(Place::memory().open());
        let mut stall = journal.stall_next_append(moment);
        let append = tokio::spawn(journal.append(&room(), 0, payloads(&["a"])));
        stall.reached().await;
        assert!(!append.is_finished());
        assert_eq!(journal.read(&room(), 0, 10).await.unwrap(), records(1, stored));
        stall.release();
        assert_eq!(append.await.unwrap(), Ok(1));
        assert_eq!(journal.read(&room(), 0, 10).await.unwrap(), records(1, &["a"]));
    }
}

#[tokio::test]
async fn it_counts_how_often_all_streams_were_listed_and_one_was_read_back() {
    let journal = FaultyJournal::around(Place::memory().open());
    journal.append(&room(), 0, payloads(&["a"])).await.unwrap();
    assert_eq!(journal.listings(), 0);
    assert_eq!(journal.streams().await.unwrap(), [(room(), 1)]);
    assert_eq!((journal.listings(), journal.recoveries()), (1, 0));
    journal.recover(&room()).await.unwrap();
    assert_eq!((journal.listings(), journal.recoveries()), (1, 1));
}
