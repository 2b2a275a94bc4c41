//! Who stands on a prepared list already, be it a CSV text or the meeting file: a delegation has one place on the list, whether
//! with precedence or without, and one among the replies.

use super::{Lane, Unit};
use crate::room::command::Entry;
use std::collections::BTreeMap;

/// The speakers read so far, and where each of them stands in what is read.
#[derive(Debug, Default)]
pub struct Inscribed<Place>(BTreeMap<(Unit, Lane), Place>);

impl<Place: Copy> Inscribed<Place> {
    /// Nobody yet.
    pub fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Notes a speaker, who stands at this place; where the same delegation stood there before, tells where that was.
    pub fn earlier(&mut self, entry: &Entry, place: Place) -> Option<Place> {
        let lane = match entry.lane.unwrap_or_default() {
            lane if lane.is_of_list() => Lane::List,
            lane => lane,
        };
        let key = (Unit::of_entry(&entry.profile), lane);
        let before = self.0.get(&key).copied();
        self.0.entry(key).or_insert(place);
        before
    }
}
