//! Writing a sealed folder: everything into a hidden one first, then a single move.

use super::manifest::{Manifest, SCHEMA, SealedFile, hexadecimal};
use super::place::{Place, file_name};
use super::{Fault, MANIFEST, SIGNATURE};
use ed25519_dalek::{Signer, SigningKey};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How the names of unfinished folders begin.
const UNFINISHED: &str = ".sealing-";

/// What is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// The meeting's id.
    pub meeting: String,
    /// The room's id.
    pub room: String,
    /// Which close of the room, from 1.
    pub revision: u32,
    /// When, in UTC. To seal the same close again and find the same folder, give the same moment.
    pub sealed_at: String,
    /// Position in the room's journal.
    pub seq: u64,
    /// Documents that could not be made, and why.
    pub not_made: BTreeMap<String, String>,
}

/// A folder that is on disk, whole, but not yet in its place. Dropped without a commit, it is removed.
#[derive(Debug)]
#[must_use = "nothing is sealed before the commit"]
pub struct Prepared {
    place: Place,
    unfinished: PathBuf,
    files: BTreeMap<String, Vec<u8>>,
}

/// What a commit found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Committed {
    /// The folder is in its place now.
    Now,
    /// The same folder was there already: an earlier commit was not heard of.
    Before,
}

/// Writes the files with their manifest and signature beside the final place, and returns once they are on disk.
///
/// # Errors
/// Where a name cannot be part of a path, or the disk fails. Nothing is left behind then.
pub fn prepare<N: AsRef<str>, B: AsRef<[u8]>>(
    data: &Path,
    meta: &Meta,
    files: &[(N, B)],
    signing_key: &[u8; 32],
) -> Result<Prepared, Fault> {
    let place = Place::of(data, &meta.meeting, &meta.room, meta.revision)?;
    let mut contents = BTreeMap::new();
    for (name, bytes) in files {
        let name = file_name(name.as_ref())?;
        if matches!(name, MANIFEST | SIGNATURE) || contents.insert(name.to_owned(), bytes.as_ref().to_vec()).is_some() {
            return Err(Fault::BadName(name.to_owned()));
        }
    }
    sign(meta, &mut contents, signing_key);
    create_folders(data, &place.room)?;
    remove_leftovers(&place.room)?;
    let unfinished = place.room.join(format!("{UNFINISHED}revision-{}", meta.revision));
    let prepared = Prepared {
        place,
        unfinished,
        files: contents,
    };
    prepared.write()?;
    Ok(prepared)
}

/// The public half of a signing key, in hexadecimal digits: what a seal is checked with.
pub fn public_key_of(signing_key: &[u8; 32]) -> String {
    hexadecimal(SigningKey::from_bytes(signing_key).verifying_key().as_bytes())
}

/// Adds the manifest and its signature to the files.
fn sign(meta: &Meta, files: &mut BTreeMap<String, Vec<u8>>, signing_key: &[u8; 32]) {
    let key = SigningKey::from_bytes(signing_key);
    let manifest = Manifest {
        schema: SCHEMA.to_owned(),
        meeting: meta.meeting.clone(),
        room: meta.room.clone(),
        revision: meta.revision,
        sealed_at: meta.sealed_at.clone(),
        seq: meta.seq,
        files: files
            .iter()
            .map(|(name, bytes)| (name.clone(), SealedFile::of(bytes)))
            .collect(),
        not_made: meta.not_made.clone(),
        public_key: public_key_of(signing_key),
    };
    // A manifest is texts and numbers, which JSON can always hold.
    let mut bytes = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    bytes.push(b'\n');
    files.insert(SIGNATURE.to_owned(), key.sign(&bytes).to_bytes().to_vec());
    files.insert(MANIFEST.to_owned(), bytes);
}

impl Prepared {
    /// The folder where the outcome will be.
    pub fn destination(&self) -> &Path {
        &self.place.revision
    }

    fn write(&self) -> Result<(), Fault> {
        fs::create_dir(&self.unfinished).map_err(Fault::while_doing("made", &self.unfinished))?;
        for (name, bytes) in &self.files {
            let path = self.unfinished.join(name);
            let written = File::create_new(&path).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
            written.map_err(Fault::while_doing("written", &path))?;
        }
        sync_folder(&self.unfinished)
    }

    /// Moves the folder into its place, in one step, and returns once that is on disk too. Where the same folder is there
    /// already nothing is done, but that files which it lacks are put in.
    ///
    /// # Errors
    /// Where a folder with something else is there already, or the disk fails.
    pub fn commit(self) -> Result<Committed, Fault> {
        let destination = &self.place.revision;
        if fs::symlink_metadata(destination).is_ok() {
            self.complete(destination)?;
            return Ok(Committed::Before);
        }
        fs::rename(&self.unfinished, destination).map_err(Fault::while_doing("moved", &self.unfinished))?;
        sync_folder(&self.place.room)?;
        Ok(Committed::Now)
    }

    /// Puts into a folder that is there already what it lacks of these files. Whatever it has must be one of them, and the same.
    fn complete(&self, folder: &Path) -> Result<(), Fault> {
        let differs = || Fault::Differs { path: folder.to_owned() };
        let mut missing: Vec<&String> = self.files.keys().collect();
        for entry in fs::read_dir(folder).map_err(|_no_folder| differs())? {
            let path = entry.map_err(Fault::while_doing("read", folder))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let sealed = self.files.get(&name).ok_or_else(differs)?;
            if fs::read(&path).map_err(Fault::while_doing("read", &path))? != *sealed {
                return Err(differs());
            }
            missing.retain(|lacking| **lacking != name);
        }
        for name in missing {
            let from = self.unfinished.join(name);
            fs::rename(&from, folder.join(name)).map_err(Fault::while_doing("moved", &from))?;
        }
        sync_folder(folder)
    }
}

impl Drop for Prepared {
    fn drop(&mut self) {
        // After a commit it is not there any more; where removing fails, the next `prepare` tries again.
        let _ = fs::remove_dir_all(&self.unfinished);
    }
}

/// Makes the folders down to the room's, each on disk before the next.
fn create_folders(data: &Path, room: &Path) -> Result<(), Fault> {
    fs::create_dir_all(data).map_err(Fault::while_doing("made", data))?;
    let below = room.strip_prefix(data).unwrap_or(room);
    let mut folder = data.to_owned();
    for part in below.components() {
        let parent = folder.clone();
        folder.push(part);
        match fs::create_dir(&folder) {
            Ok(()) => sync_folder(&parent)?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Fault::while_doing("made", &folder)(error)),
        }
    }
    Ok(())
}

/// Removes what an earlier crash left unfinished. A room seals one outcome at a time, so whatever is there is a leftover.
fn remove_leftovers(room: &Path) -> Result<(), Fault> {
    for entry in fs::read_dir(room).map_err(Fault::while_doing("read", room))? {
        let entry = entry.map_err(Fault::while_doing("read", room))?;
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            let path = entry.path();
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let removed = if is_folder {
                fs::remove_dir_all(&path)
            } else {
                fs::remove_file(&path)
            };
            removed.map_err(Fault::while_doing("removed", &path))?;
        }
    }
    Ok(())
}

/// Has the names in a folder on disk. Other systems than Unix do not open folders; there the move alone must do.
fn sync_folder(folder: &Path) -> Result<(), Fault> {
    if cfg!(unix) {
        File::open(folder)
            .and_then(|file| file.sync_all())
            .map_err(Fault::while_doing("saved", folder))?;
    }
    Ok(())
}
