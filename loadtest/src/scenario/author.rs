//! A phone that writes: its edits at their moments, late or not.

use crate::latency::Latencies;
use crate::ledger::Ledger;
use crate::marker;
use crate::phone::Mouth;
use crate::schedule::Schedule;
use crate::yjs::Paragraph;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::time::Instant;

/// The edits of one phone in the order of sending, so that `saved` can be counted off against them.
#[derive(Debug)]
pub struct OwnEdits(Vec<AtomicU32>);

impl OwnEdits {
    /// Room for so many.
    pub fn new(count: u32) -> Arc<Self> {
        Arc::new(Self((0..count).map(|_| AtomicU32::new(u32::MAX)).collect()))
    }

    /// The edit that was sent as the `nth` (from 0), if one was.
    pub fn nth(&self, nth: u32) -> Option<u32> {
        let edit = self.0.get(nth as usize)?.load(Ordering::Acquire);
        (edit != u32::MAX).then_some(edit)
    }

    /// Notes the edit that goes out as the `nth`.
    pub fn note(&self, nth: usize, edit: u32) {
        if let Some(slot) = self.0.get(nth) {
            slot.store(edit, Ordering::Release);
        }
    }
}

/// Who writes, and what.
#[derive(Debug)]
pub struct Author {
    /// The phone's number.
    pub number: u32,
    /// Marks the edits of this run.
    pub run: u32,
    /// Length of each edit.
    pub characters: usize,
    /// The room's ledger.
    pub ledger: Arc<Ledger>,
    /// The phone's own edits.
    pub own: Arc<OwnEdits>,
}

/// What an author has to tell at the end.
#[derive(Debug, Default)]
pub struct Written {
    /// The phone's number.
    pub number: u32,
    /// How late each edit went out: this program's own delay, not the server's.
    pub lateness: Latencies,
    /// What it sent.
    pub messages: Vec<Vec<u8>>,
}

impl Author {
    /// Writes on its schedule. What is due at the same moment goes out in one go.
    pub async fn write(self, mouth: Mouth, schedule: Schedule) -> Written {
        let mut paragraph = Paragraph::new(client_id(self.run, self.number));
        let mut written = Written {
            number: self.number,
            ..Written::default()
        };
        let mut schedule = schedule.enumerate().peekable();
        while let Some((_, due)) = schedule.peek() {
            tokio::time::sleep_until(*due).await;
            let now = Instant::now();
            let mut messages = Vec::new();
            while let Some((nth, due)) = schedule.next_if(|(_, due)| *due <= now) {
                let Some(edit) = self.ledger.send(self.number) else {
                    return written;
                };
                written.lateness.record(now - due);
                self.own.note(nth, edit);
                messages.push(paragraph.append(&marker::text(self.run, edit, self.characters)));
            }
            written.messages.extend(messages.iter().cloned());
            if mouth.send_notes(messages).await.is_err() {
                // The listening half of the same phone reports why the connection ended.
                break;
            }
        }
        written
    }
}

/// A Yjs client id of 32 bits that no other phone of this run has and no other run is likely to have.
fn client_id(run: u32, number: u32) -> u64 {
    let mixed = (u64::from(run) << 32 | u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_writers_of_a_run_share_a_client_id() {
        let ids: BTreeSet<u64> = (0..10_000).map(|number| client_id(77, number)).collect();
        assert!(
            ids.len() >= 9_999,
            "32 bits hold ten thousand apart but for a rare chance: {}",
            ids.len()
        );
        assert!(ids.iter().all(|id| *id <= u64::from(u32::MAX)));
    }

    #[test]
    fn edits_are_counted_off_in_the_order_of_sending() {
        let own = OwnEdits::new(2);
        own.note(0, 41);
        assert_eq!([own.nth(0), own.nth(1), own.nth(2)], [Some(41), None, None]);
    }
}
