//! The name of a point on the plenary's board: its room and its id in that room's notes, as in `group-1/9f2c41d07a3be865`. It stays
//! while its paragraph lives, however the text is changed.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// Characters of a room's id at most; those of the meeting are shorter.
const ROOM_CHARACTERS_MAX: usize = 100;
/// Hexadecimal digits of a point's id.
const ID_DIGITS: usize = 16;

/// A point of a room.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, utoipa::ToSchema)]
#[schema(value_type = String, pattern = "^[^/]{1,100}/[0-9a-f]{16}$")]
pub struct PointRef(Arc<str>);

impl PointRef {
    /// The point of this id in a room.
    pub fn new(room: &str, id: &str) -> Self {
        Self(format!("{room}/{id}").into())
    }

    /// The room.
    pub fn room(&self) -> &str {
        self.0.split_once('/').map_or("", |(room, _)| room)
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PointRef {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_room = |room: &str| !room.is_empty() && room.chars().count() <= ROOM_CHARACTERS_MAX;
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let is_id = |id: &str| id.len() == ID_DIGITS && id.bytes().all(is_digit);
        let parts = text.split_once('/');
        parts
            .filter(|(room, id)| is_room(room) && is_id(id))
            .map(|_| Self(text.into()))
            .ok_or("a point is named by its room and its id, as in group-1/0123456789abcdef")
    }
}

impl fmt::Display for PointRef {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Serialize for PointRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for PointRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_a_room_and_sixteen_digits_and_nothing_else() {
        let point: PointRef = "group-1/0123456789abcdef".parse().unwrap();
        assert_eq!(
            (point.room(), &point),
            ("group-1", &PointRef::new("group-1", "0123456789abcdef"))
        );
        for wrong in [
            "",
            "group-1",
            "/0123456789abcdef",
            "group-1/0123456789ABCDEF",
            "group-1/0123",
            "a/b/0123456789abcdef",
        ] {
            assert!(wrong.parse::<PointRef>().is_err(), "{wrong}");
        }
    }
}
