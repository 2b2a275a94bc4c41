//! What the solver works on: people and slots as numbers, meetings with or without a place.

use crate::matchmaking::limits::SLOTS_MAX;

/// A set of slots, by their places in the list, from 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Slots(u128);

const _: () = assert!(SLOTS_MAX <= 128, "a slot is a bit");

/// When and where a meeting takes place: the slot from 0, the table from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The slot.
    pub slot: u32,
    /// The table.
    pub table: u32,
}

/// A meeting of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Who meets.
    pub people: [usize; 2],
    /// The slots that lie ahead and to which both can come.
    pub free: Slots,
    /// Where it takes place.
    pub place: Option<Place>,
}

/// The meetings of everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// How many people there are, numbered from 0.
    pub people: usize,
    /// How many slots there are, those that have begun among them.
    pub slots: u32,
    /// How many tables there are in each.
    pub tables: u32,
    /// The meetings.
    pub meetings: Vec<Meeting>,
}

impl Slots {
    /// No slot.
    pub const NONE: Self = Self(0);

    /// The first so many.
    pub fn first(count: u32) -> Self {
        (0..count).fold(Self::NONE, Self::with)
    }

    /// These and one more; one that cannot be is passed over.
    pub fn with(self, slot: u32) -> Self {
        Self(self.0 | 1_u128.checked_shl(slot).unwrap_or(0))
    }

    /// These but for others.
    pub fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// These and others.
    pub fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether it is one of them.
    pub fn has(self, slot: u32) -> bool {
        self.0 & 1_u128.checked_shl(slot).unwrap_or(0) != 0
    }

    /// How many they are.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Them, in the order of time.
    pub fn iter(self) -> impl Iterator<Item = u32> {
        (0..128).filter(move |slot| self.has(*slot))
    }
}

impl Plan {
    /// How many meetings have a place.
    pub fn seated(&self) -> usize {
        self.meetings.iter().filter(|meeting| meeting.place.is_some()).count()
    }
}
