//! Where sealed outcomes are.

use super::{Fault, Manifest};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The place of one revision of a room's outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The folder of the room, which holds all its revisions.
    pub room: PathBuf,
    /// The folder of the revision.
    pub revision: PathBuf,
    meeting: String,
    id: String,
    number: u32,
}

impl Place {
    /// The place of a revision under the data folder.
    ///
    /// # Errors
    /// Where meeting or room are no ids, so that no name leads out of the data folder.
    pub fn of(data: &Path, meeting: &str, room: &str, revision: u32) -> Result<Self, Fault> {
        for id in [meeting, room] {
            let plain = id
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
            if id.is_empty() || !plain {
                return Err(Fault::BadName(id.to_owned()));
            }
        }
        let folder = data.join("outcomes").join(meeting).join(room);
        Ok(Self {
            revision: folder.join(format!("revision-{revision}")),
            room: folder,
            meeting: meeting.to_owned(),
            id: room.to_owned(),
            number: revision,
        })
    }

    /// Whether a manifest is of what belongs here, and not of another room or close.
    pub fn is_of(&self, manifest: &Manifest) -> bool {
        (&manifest.meeting, &manifest.room, manifest.revision) == (&self.meeting, &self.id, self.number)
    }
}

/// A file of a sealed revision as it is on disk; none where there is no such revision or file.
///
/// # Errors
/// Where the names are not fit for a path, or reading fails.
pub fn read_sealed(place: &Place, name: &str) -> Result<Option<Vec<u8>>, Fault> {
    let path = place.revision.join(file_name(name)?);
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Fault::while_doing("read", &path)(error)),
    }
}

/// The name, where it is one of a plain visible file.
pub(super) fn file_name(name: &str) -> Result<&str, Fault> {
    let plain = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
    if name.is_empty() || name.starts_with('.') || !plain {
        Err(Fault::BadName(name.to_owned()))
    } else {
        Ok(name)
    }
}
