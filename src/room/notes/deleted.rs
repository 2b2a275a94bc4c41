//! Remembers which units of the document are deleted, so that a client that comes back with the whole list of
//! deletions it knows is recognised as bringing nothing new.

use std::collections::BTreeMap;
use std::ops::Range;

/// Deleted units by client, as ranges that neither touch nor overlap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deleted {
    clients: BTreeMap<u64, BTreeMap<u32, u32>>,
}

impl Deleted {
    /// Whether the whole range is deleted.
    pub fn contains(&self, client: u64, range: &Range<u32>) -> bool {
        let before = self
            .clients
            .get(&client)
            .and_then(|ranges| ranges.range(..=range.start).next_back());
        before.is_some_and(|(_, end)| *end >= range.end)
    }

    /// Adds a range. Answers whether it stands alone now, touching no other.
    pub fn insert(&mut self, client: u64, range: &Range<u32>) -> bool {
        let ranges = self.clients.entry(client).or_default();
        let (mut start, mut end) = (range.start, range.end);
        let mut alone = true;
        while let Some((&near_start, &near_end)) = ranges.range(..=end).next_back() {
            if near_end < start {
                break;
            }
            alone = false;
            (start, end) = (start.min(near_start), end.max(near_end));
            ranges.remove(&near_start);
        }
        ranges.insert(start, end);
        alone
    }
}
