//! Acknowledged is stored, once, and nothing else is.

use crate::hall::Hall;
use crate::ledger::{Answer, Ledger};
use roundtable::room::event::Event;
use roundtable::room::polls::secret::Receipt;
use roundtable::room::record::Record;
use std::collections::BTreeMap;

pub fn check(ledger: &Ledger, records: &[Record], hall: &Hall) {
    let mut places = BTreeMap::new();
    for (seq, record) in (1_u64..).zip(records) {
        let Some(id) = record.request else { continue };
        let asked = ledger.asked.get(&id).unwrap_or_else(|| panic!("nobody asked for {record:?}"));
        assert_eq!(record.by.as_ref(), Some(&asked.seat), "{id} is stored as somebody else's");
        let earlier = places.insert(id, seq);
        assert_eq!(earlier, None, "{asked:?} was done twice");
    }
    let receipts = receipts(records, hall);
    for (id, answer) in &ledger.answers {
        let asked = &ledger.asked[id];
        match answer {
            Answer::Done { .. } if asked.secret_poll.is_some() => {
                let receipt = Receipt::of(Some(*id));
                assert!(receipts.contains(&receipt), "the secret ballot of {asked:?} is not in");
            }
            Answer::Done { seq, made } => {
                assert_eq!(places.get(id), Some(seq), "{asked:?} is not where it was said to be done");
                let record = &records[usize::try_from(*seq).unwrap() - 1];
                assert_eq!(record.made, *made, "{asked:?} made something else than it was said");
            }
            Answer::Refused { .. } => assert_eq!(places.get(id), None, "{asked:?} was refused, and done"),
        }
    }
    for id in &ledger.undone {
        assert_eq!(places.get(id), None, "{:?} was said not to be done, and is", ledger.asked[id]);
    }
}

/// By what the secret ballots are known that were kept apart, or whose poll ended with the same write.
fn receipts(records: &[Record], hall: &Hall) -> Vec<Receipt> {
    let kept = (1..=records.len() as u64).filter_map(|seq| hall.disk.secret(seq));
    let of_event = |event: &Event| match event {
        Event::PollClosed { result, .. } => result.receipts.values().copied().collect(),
        Event::PollVoided { receipts, .. } => receipts.values().copied().collect(),
        _ => Vec::new(),
    };
    let of_ended = records.iter().flat_map(|record| &record.events).flat_map(of_event);
    kept.map(|secret| secret.mark.receipt).chain(of_ended).collect()
}
