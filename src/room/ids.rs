//! Names of things inside a room. Each is its own type, so that a poll is never mistaken for a request.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;
use ts_rs::TS;

/// A moment on the server's clock: milliseconds since 1970-01-01T00:00Z.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[ts(type = "number")]
pub struct Millis(pub i64);

/// Position in a room's journal: the number of records that came before and including this one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[ts(type = "number")]
pub struct Seq(pub u64);

/// A participant's place in a room (and, for the organiser, in the meeting). Given out by the server when somebody
/// joins; cheap to clone, because every connection and every ballot carries one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, TS, utoipa::ToSchema)]
#[ts(type = "string")]
#[schema(value_type = String, pattern = "^[A-Za-z0-9-]{1,40}$")]
pub struct SeatId(Arc<str>);

impl SeatId {
    /// The longest seat id, in characters.
    pub const CHARACTERS_MAX: usize = 40;

    /// Takes a seat id as written: 1 to 40 letters, digits or hyphens.
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=Self::CHARACTERS_MAX).contains(&text.len());
        let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (fits && plain).then(|| Self(text.into()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SeatId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Serialize for SeatId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for SeatId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).ok_or_else(|| serde::de::Error::custom("a participant's id is 1 to 40 letters, digits or hyphens"))
    }
}

/// Ids that a room counts up by itself: the letter says what it names, the number which one.
macro_rules! counted_id {
    ($(#[$doc:meta])* $name:ident, $letter:literal, $pattern:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS, utoipa::ToSchema)]
        #[ts(type = "string")]
        #[schema(value_type = String, pattern = $pattern)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, concat!($letter, "{}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> Result<Self, String> {
                text.strip_prefix($letter)
                    .filter(|digits| !digits.starts_with('+'))
                    .and_then(|digits| digits.parse().ok())
                    .map(Self)
                    .ok_or_else(|| format!(concat!("an id of the form ", $letter, "1 is expected here")))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

counted_id! {
    /// A request for the floor, `r1`, `r2` … in the order of asking.
    RequestId, "r", "^r[0-9]{1,10}$"
}
counted_id! {
    /// A poll, `p1`, `p2` … in the order of drafting.
    PollId, "p", "^p[0-9]{1,10}$"
}
counted_id! {
    /// One of the answers that a poll offers, `o1`, `o2` … in the order of the ballot paper.
    OptionId, "o", "^o[0-9]{1,10}$"
}
counted_id! {
    /// A card on the board, `c1`, `c2` … in the order of adding.
    CardId, "c", "^c[0-9]{1,10}$"
}
counted_id! {
    /// A comment on the notes, `k1`, `k2` … in the order of writing.
    CommentId, "k", "^k[0-9]{1,10}$"
}
counted_id! {
    /// A remark on a circulated draft, `m1`, `m2` … in the order of writing.
    RemarkId, "m", "^m[0-9]{1,10}$"
}
counted_id! {
    /// A named version of the notes, `v1`, `v2` … in the order of naming.
    VersionId, "v", "^v[0-9]{1,10}$"
}
