//! What a stream keeps beside its records for a while: slips in bags. A slip has no place, no number and no time, and comes back
//! in an order that says nothing of when it was put in; a bag is wiped as a whole, so that no file of the journal holds what
//! was in it.

use bytes::Bytes;
use std::fmt;
use std::sync::Arc;

/// The name of a bag within its stream, for example `p3-marks`. It says what the bag is for, and is gone with it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bag(Arc<str>);

impl Bag {
    /// Names a bag.
    pub fn new(name: &str) -> Self {
        Self(name.into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One payload in a bag. It is shown (`Debug`) without its payload, which is nothing for a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Slip {
    /// The bag.
    pub bag: Bag,
    /// What was put in, byte for byte.
    pub payload: Bytes,
}

impl fmt::Debug for Slip {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Slip").field("bag", &self.bag).finish_non_exhaustive()
    }
}
