//! Why an outcome could not be sealed.

use std::io;
use std::path::{Path, PathBuf};

/// The machine failed, or something stands in the way. Nothing half-written is in the final place.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The disk has no room left.
    #[error("the disk is full: {} cannot be written; make room and close the session again", path.display())]
    DiskFull {
        /// What was being written.
        path: PathBuf,
    },
    /// Reading or writing failed otherwise.
    #[error("{} cannot be {doing}: {source}", path.display())]
    Io {
        /// What was being done, in the past participle: written, moved.
        doing: &'static str,
        /// To what.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The revision is there already and holds something else.
    #[error("{} is sealed already and holds something else; it is left as it is", path.display())]
    Differs {
        /// The sealed folder.
        path: PathBuf,
    },
    /// A name that cannot be part of a path.
    #[error("`{0}` cannot be the name of a folder or file")]
    BadName(String),
}

impl Fault {
    /// Turns an I/O error into a fault that says what was being done to what.
    pub(super) fn while_doing(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path: path.to_owned() },
            _ => Self::Io {
                doing,
                path: path.to_owned(),
                source,
            },
        }
    }
}
