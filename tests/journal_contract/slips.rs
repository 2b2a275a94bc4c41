//! What every journal promises of slips: stored with their records or not at all, given back until they are wiped, then gone.

use super::{Place, every_journal_promises, payloads, records, room, snapshot};
use bytes::Bytes;
use roundtable::journal::{Bag, Bundle, Journal, JournalFault, PAYLOAD_BYTES_MAX, Recovered, Slip, Stream};

every_journal_promises! {
    slips_are_stored_with_their_records_and_come_back,
    slips_come_back_whatever_the_snapshot_includes,
    slips_belong_to_their_stream,
    the_same_slip_twice_is_two,
    a_bag_is_wiped_whole_and_the_others_stay,
    wiping_what_is_not_there_is_harmless,
    what_is_put_in_and_wiped_at_once_was_never_there,
    a_wiped_bag_can_be_filled_again,
    a_conflict_puts_nothing_in_and_wipes_nothing,
    a_slip_beyond_the_limit_is_refused_with_its_records,
    slips_and_wipes_last_when_it_is_opened_again,
}

fn slip(bag: &str, text: &str) -> Slip {
    Slip {
        bag: Bag::new(bag),
        payload: Bytes::copy_from_slice(text.as_bytes()),
    }
}

/// A record `text` with slips beside it.
fn with_slips(text: &str, slips: &[(&str, &str)]) -> Bundle {
    Bundle {
        records: payloads(&[text]),
        slips: slips.iter().map(|(bag, text)| slip(bag, text)).collect(),
        wipes: Vec::new(),
    }
}

fn wiping(text: &str, bags: &[&str]) -> Bundle {
    Bundle {
        records: payloads(&[text]),
        slips: Vec::new(),
        wipes: bags.iter().map(|bag| Bag::new(bag)).collect(),
    }
}

/// Bag and text of each slip, sorted: they come in no order.
fn told(recovered: &Recovered) -> Vec<(String, String)> {
    let text = |slip: &Slip| String::from_utf8(slip.payload.to_vec()).unwrap();
    let slips = recovered.slips.iter();
    let mut told: Vec<_> = slips.map(|slip| (slip.bag.as_str().to_owned(), text(slip))).collect();
    told.sort();
    told
}

async fn kept(journal: &dyn Journal) -> Vec<(String, String)> {
    told(&journal.recover(&room()).await.unwrap())
}

fn expected(slips: &[(&str, &str)]) -> Vec<(String, String)> {
    slips
        .iter()
        .map(|(bag, text)| ((*bag).to_owned(), (*text).to_owned()))
        .collect()
}

async fn slips_are_stored_with_their_records_and_come_back(place: Place) {
    let journal = place.open();
    let first = with_slips("a", &[("marks", "ana"), ("ballots", "yes")]);
    assert_eq!(journal.append_bundle(&room(), 0, first).await, Ok(1));
    let second = with_slips("b", &[("marks", "ben"), ("ballots", "no")]);
    assert_eq!(journal.append_bundle(&room(), 1, second).await, Ok(2));
    let recovered = journal.recover(&room()).await.unwrap();
    assert_eq!(recovered.records, records(1, &["a", "b"]));
    let all = [("ballots", "no"), ("ballots", "yes"), ("marks", "ana"), ("marks", "ben")];
    assert_eq!(told(&recovered), expected(&all));
    assert_eq!(recovered.last_seq(), 2);
}

async fn slips_come_back_whatever_the_snapshot_includes(place: Place) {
    let journal = place.open();
    journal
        .append_bundle(&room(), 0, with_slips("a", &[("marks", "ana")]))
        .await
        .unwrap();
    journal.save_snapshot(&room(), snapshot(1, "a")).await.unwrap();
    assert_eq!(kept(&*journal).await, expected(&[("marks", "ana")]));
}

async fn slips_belong_to_their_stream(place: Place) {
    let journal = place.open();
    let other = Stream::new("global-roundtable/group-2");
    journal
        .append_bundle(&room(), 0, with_slips("a", &[("marks", "ana")]))
        .await
        .unwrap();
    journal
        .append_bundle(&other, 0, with_slips("b", &[("marks", "ben")]))
        .await
        .unwrap();
    journal.append_bundle(&other, 1, wiping("c", &["marks"])).await.unwrap();
    assert_eq!(kept(&*journal).await, expected(&[("marks", "ana")]));
    assert_eq!(journal.recover(&other).await.unwrap().slips, []);
}

async fn the_same_slip_twice_is_two(place: Place) {
    let journal = place.open();
    let twice = with_slips("a", &[("ballots", "yes"), ("ballots", "yes")]);
    journal.append_bundle(&room(), 0, twice).await.unwrap();
    assert_eq!(kept(&*journal).await, expected(&[("ballots", "yes"), ("ballots", "yes")]));
}

async fn a_bag_is_wiped_whole_and_the_others_stay(place: Place) {
    let journal = place.open();
    let mixed = with_slips(
        "a",
        &[("ballots", "yes"), ("ballots", "no"), ("marks", "ana"), ("p2", "later")],
    );
    journal.append_bundle(&room(), 0, mixed).await.unwrap();
    assert_eq!(
        journal.append_bundle(&room(), 1, wiping("b", &["ballots", "marks"])).await,
        Ok(2)
    );
    let recovered = journal.recover(&room()).await.unwrap();
    assert_eq!(told(&recovered), expected(&[("p2", "later")]));
    assert_eq!(recovered.records, records(1, &["a", "b"]));
}

async fn wiping_what_is_not_there_is_harmless(place: Place) {
    let journal = place.open();
    assert_eq!(journal.append_bundle(&room(), 0, wiping("a", &["ballots"])).await, Ok(1));
    journal
        .append_bundle(&room(), 1, with_slips("b", &[("ballots", "yes")]))
        .await
        .unwrap();
    assert_eq!(
        journal.append_bundle(&room(), 2, wiping("c", &["ballots", "ballots"])).await,
        Ok(3)
    );
    assert_eq!(journal.append_bundle(&room(), 3, wiping("d", &["ballots"])).await, Ok(4));
    assert_eq!(kept(&*journal).await, expected(&[]));
}

async fn what_is_put_in_and_wiped_at_once_was_never_there(place: Place) {
    let journal = place.open();
    let both = Bundle {
        wipes: vec![Bag::new("ballots")],
        ..with_slips("a", &[("ballots", "yes"), ("marks", "ana")])
    };
    journal.append_bundle(&room(), 0, both).await.unwrap();
    assert_eq!(kept(&*journal).await, expected(&[("marks", "ana")]));
}

async fn a_wiped_bag_can_be_filled_again(place: Place) {
    let journal = place.open();
    journal
        .append_bundle(&room(), 0, with_slips("a", &[("ballots", "yes")]))
        .await
        .unwrap();
    journal.append_bundle(&room(), 1, wiping("b", &["ballots"])).await.unwrap();
    journal
        .append_bundle(&room(), 2, with_slips("c", &[("ballots", "no")]))
        .await
        .unwrap();
    assert_eq!(kept(&*journal).await, expected(&[("ballots", "no")]));
}

async fn a_conflict_puts_nothing_in_and_wipes_nothing(place: Place) {
    let journal = place.open();
    journal
        .append_bundle(&room(), 0, with_slips("a", &[("marks", "ana")]))
        .await
        .unwrap();
    let wrong = Bundle {
        wipes: vec![Bag::new("marks")],
        ..with_slips("x", &[("ballots", "no")])
    };
    let answer = journal.append_bundle(&room(), 7, wrong).await;
    assert!(matches!(answer, Err(JournalFault::Conflict { actual: 1, .. })), "{answer:?}");
    let recovered = journal.recover(&room()).await.unwrap();
    assert_eq!(told(&recovered), expected(&[("marks", "ana")]));
    assert_eq!(recovered.records, records(1, &["a"]));
}

async fn a_slip_beyond_the_limit_is_refused_with_its_records(place: Place) {
    let journal = place.open();
    let mut bundle = with_slips("a", &[("marks", "ana")]);
    bundle.slips.push(Slip {
        bag: Bag::new("ballots"),
        payload: Bytes::from(vec![0; PAYLOAD_BYTES_MAX + 1]),
    });
    let answer = journal.append_bundle(&room(), 0, bundle).await;
    assert!(matches!(answer, Err(JournalFault::TooLarge { .. })), "{answer:?}");
    assert_eq!(journal.recover(&room()).await, Ok(Recovered::default()));
}

async fn slips_and_wipes_last_when_it_is_opened_again(place: Place) {
    let journal = place.open();
    let two = with_slips("a", &[("ballots", "yes"), ("marks", "ana")]);
    journal.append_bundle(&room(), 0, two).await.unwrap();
    journal.append_bundle(&room(), 1, wiping("b", &["ballots"])).await.unwrap();
    journal.close().await.unwrap();
    assert_eq!(kept(&*place.open()).await, expected(&[("marks", "ana")]));
}
