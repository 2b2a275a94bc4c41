//! The join codes of the rooms that take part.

use crate::fault::Fault;
use serde::Deserialize;
use std::io::Read;
use std::path::Path;

/// What `roundtable links --json` prints, as far as it is used here.
#[derive(Debug, Clone, Deserialize)]
pub struct Links {
    /// The meeting's id.
    pub meeting: String,
    /// Its rooms.
    pub rooms: Vec<RoomLinks>,
}

/// One room's codes.
#[derive(Debug, Clone, Deserialize)]
pub struct RoomLinks {
    /// The room's id.
    pub room: String,
    /// The participants' code.
    pub participant: Link,
    /// The chair's code, where it was printed.
    pub chair: Option<Link>,
}

/// One code.
#[derive(Debug, Clone, Deserialize)]
pub struct Link {
    /// What POST /api/join takes.
    pub code: String,
}

/// Reads them from a file, or from standard input where the file is `-`.
pub fn read(file: &Path) -> Result<Links, Fault> {
    let failed = |error| Fault::File {
        file: file.to_path_buf(),
        error,
    };
    let mut text = String::new();
    if file == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).map_err(failed)?;
    } else {
        text = std::fs::read_to_string(file).map_err(failed)?;
    }
    serde_json::from_str(&text).map_err(|error| Fault::Codes(error.to_string()))
}

impl Links {
    /// The first rooms; an error where the meeting has fewer.
    pub fn take(mut self, rooms: usize) -> Result<Self, Fault> {
        if self.rooms.len() < rooms {
            let has = self.rooms.len();
            return Err(Fault::Settings(format!(
                "the meeting {} has {has} rooms, not {rooms}; lower --rooms",
                self.meeting
            )));
        }
        self.rooms.truncate(rooms);
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{"meeting":"m","organiser":{"code":"O","url":"u"},"rooms":[
        {"room":"a","participant":{"code":"A","url":"u"},"chair":{"code":"C","url":"u"}},
        {"room":"b","participant":{"code":"B","url":"u"}}]}"#;

    #[test]
    fn the_first_rooms_are_taken() {
        let links: Links = serde_json::from_str(PRINTED).expect("as printed");
        let links = links.take(1).expect("there is one");
        assert_eq!((links.rooms.len(), links.rooms[0].participant.code.as_str()), (1, "A"));
    }

    #[test]
    fn more_rooms_than_the_meeting_has_is_an_error() {
        let links: Links = serde_json::from_str(PRINTED).expect("as printed");
        assert!(links.take(3).is_err_and(|fault| fault.to_string().contains("has 2 rooms")));
    }
}
