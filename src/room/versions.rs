//! Names for states of the notes, so that they are found again in the history: "before lunch", "as circulated".
//! Chair, rapporteur and organiser give and take them. Refused where the name is empty or too long, where another version has it,
//! however it is spelled, where there are as many as there may be, and where the version is not there. Afterwards everybody sees the
//! name, its moment and its position; the notes are as before.

use super::Room;
use super::event::{Event, Stamp};
use super::ids::{Millis, Seq, VersionId};
use super::limits::{VERSION_NAME_CHARACTERS_MAX, VERSIONS_MAX};
use super::polls::texts::spelling;
use super::refusal::{Code, Refusal};
use super::text;
use super::view::VersionView;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The named versions of the notes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versions {
    named: BTreeMap<VersionId, Version>,
    last: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Version {
    name: String,
    at: Millis,
    seq: Seq,
}

/// Gives the notes as they are now a name.
pub(super) fn decide_name(room: &Room, name: &str) -> Result<Vec<Event>, Refusal> {
    let name = text::filled("A version's name", name, VERSION_NAME_CHARACTERS_MAX)?;
    if room.versions.named.len() >= VERSIONS_MAX {
        let message = format!("The notes have {VERSIONS_MAX} named versions; take a name away first.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    let spelled = spelling(&name);
    if let Some(same) = room
        .versions
        .named
        .values()
        .find(|version| spelling(&version.name) == spelled)
    {
        let message = format!(
            "A version is called “{}” already; choose another name, or take that one away first.",
            same.name
        );
        return Err(Refusal::new(Code::NameTaken, message));
    }
    let version = VersionId(room.versions.last.saturating_add(1));
    Ok(vec![Event::VersionNamed { version, name }])
}

/// Takes a name away.
pub(super) fn decide_unname(room: &Room, version: VersionId) -> Result<Vec<Event>, Refusal> {
    if !room.versions.named.contains_key(&version) {
        return Err(Refusal::new(Code::UnknownVersion, format!("There is no version {version}.")));
    }
    Ok(vec![Event::VersionUnnamed { version }])
}

impl Versions {
    /// Makes both so, by the record at a position.
    pub(super) fn apply(&mut self, stamp: &Stamp, seq: Seq, event: &Event) {
        match event {
            Event::VersionNamed { version, name } => {
                self.last = self.last.max(version.0);
                let version_named = Version {
                    name: name.clone(),
                    at: stamp.at,
                    seq,
                };
                self.named.insert(*version, version_named);
            }
            Event::VersionUnnamed { version } => {
                self.named.remove(version);
            }
            _ => {}
        }
    }

    /// The names as everybody sees them.
    pub fn view(&self) -> BTreeMap<VersionId, VersionView> {
        let seen = |(id, version): (&VersionId, &Version)| {
            let view = VersionView {
                name: version.name.clone(),
                at: version.at,
                seq: version.seq,
            };
            (*id, view)
        };
        self.named.iter().map(seen).collect()
    }
}
