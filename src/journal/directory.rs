//! The directory that a server keeps everything in: the journal and the outcome folders. One server at a time owns it, by a
//! lock that the operating system lets go of when the process ends, however it ends.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

const JOURNAL_FILE: &str = "journal.db";
const OUTCOMES_FOLDER: &str = "outcomes";
const LOCK_FILE: &str = "lock";
/// Written and removed again at the start: a lock file left by an earlier server can be opened in a directory that takes
/// no new file.
const PROBE_FILE: &str = ".writable";

/// The server's directory. While one that was [opened](Self::open) lives, no other server can open it.
#[derive(Debug)]
pub struct DataDirectory {
    path: PathBuf,
    /// Held for its lock alone; none if the directory is only looked into.
    _lock: Option<File>,
}

/// Why a directory can't be used.
#[derive(Debug, Error)]
pub enum DirectoryFault {
    /// Something else is there.
    #[error("{path} is not a directory; choose another one with --data")]
    NotADirectory {
        /// What was named.
        path: PathBuf,
    },
    /// It can't be made.
    #[error("cannot create the directory {path} ({cause}); create it, or choose another one with --data")]
    CannotCreate {
        /// What was named.
        path: PathBuf,
        /// What the machine said.
        cause: io::Error,
    },
    /// It takes no files.
    #[error("cannot write to {path} ({cause}); give this user the right to, or choose another directory with --data")]
    NotWritable {
        /// The file that could not be written.
        path: PathBuf,
        /// What the machine said.
        cause: io::Error,
    },
    /// A server runs on it.
    #[error("another Roundtable server is using {path}; stop it, or choose another directory with --data")]
    InUse {
        /// What was named.
        path: PathBuf,
    },
    /// There is nothing to read.
    #[error("{path} holds no Roundtable journal; name the directory that the server writes to with --data")]
    NothingThere {
        /// What was named.
        path: PathBuf,
    },
}

impl DataDirectory {
    /// Takes the directory for this process: makes it if need be (for this user alone: it will hold secret ballots and the
    /// secrets of the join links), makes sure that it can be written to, and locks it.
    pub fn open(path: &Path) -> Result<Self, DirectoryFault> {
        create(path)?;
        let lock = lock(path)?;
        probe(path)?;
        Ok(Self {
            path: path.to_owned(),
            _lock: Some(lock),
        })
    }

    /// Looks into a directory without taking it, while a server may be running on it.
    pub fn inspect(path: &Path) -> Result<Self, DirectoryFault> {
        if path.exists() && !path.is_dir() {
            return Err(DirectoryFault::NotADirectory { path: path.to_owned() });
        }
        let directory = Self {
            path: path.to_owned(),
            _lock: None,
        };
        if directory.journal_path().is_file() {
            Ok(directory)
        } else {
            Err(DirectoryFault::NothingThere { path: path.to_owned() })
        }
    }

    /// The directory itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the journal is.
    pub fn journal_path(&self) -> PathBuf {
        self.path.join(JOURNAL_FILE)
    }

    /// The folder of the sealed outcome folders. It is made by who writes the first outcome.
    pub fn outcomes_path(&self) -> PathBuf {
        self.path.join(OUTCOMES_FOLDER)
    }
}

fn create(path: &Path) -> Result<(), DirectoryFault> {
    if path.is_dir() {
        return Ok(());
    }
    if path.exists() {
        return Err(DirectoryFault::NotADirectory { path: path.to_owned() });
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let created = builder.create(path).and_then(|()| sync_parent(path));
    created.map_err(|cause| DirectoryFault::CannotCreate {
        path: path.to_owned(),
        cause,
    })
}

/// A directory is durable once the one that lists it is; without this a power cut could take a whole new journal away.
fn sync_parent(path: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    match path.canonicalize()?.parent() {
        Some(parent) => File::open(parent)?.sync_all(),
        None => Ok(()),
    }
}

fn lock(directory: &Path) -> Result<File, DirectoryFault> {
    let path = directory.join(LOCK_FILE);
    let opened = OpenOptions::new().write(true).create(true).truncate(false).open(&path);
    let file = opened.map_err(|cause| DirectoryFault::NotWritable {
        path: path.clone(),
        cause,
    })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(DirectoryFault::InUse {
            path: directory.to_owned(),
        }),
        Err(TryLockError::Error(cause)) => Err(DirectoryFault::NotWritable { path, cause }),
    }
}

fn probe(directory: &Path) -> Result<(), DirectoryFault> {
    let path = directory.join(PROBE_FILE);
    let written = fs::write(&path, b"can this directory be written to?").and_then(|()| fs::remove_file(&path));
    written.map_err(|cause| DirectoryFault::NotWritable { path, cause })
}
