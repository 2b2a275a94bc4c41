//! A sealed folder as a whole, and packing files into one: what is sent to somebody who wants everything.

use super::verify::{bounded, read_manifest};
use super::{Fault, MANIFEST, Manifest, Place, SIGNATURE};
use std::fs;
use std::io::{self, Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// A file by its name.
pub type Named = (String, Vec<u8>);

/// Length of a signature.
const SIGNATURE_BYTES: u64 = 64;

/// What was sealed of a revision, where all of it is in its place: every file is there with its size. None where something is missing or
/// was cut off, or where it is the folder of another close. Whether a byte was altered only [`verify`](super::verify()) says.
pub fn sealed(place: &Place) -> Option<Manifest> {
    let folder = &place.revision;
    let manifest = read_manifest(&bounded(&folder.join(MANIFEST)).ok()?).ok()?;
    let is_whole = manifest
        .files
        .iter()
        .all(|(name, sealed)| has_length(&folder.join(name), sealed.bytes));
    (is_whole && has_length(&folder.join(SIGNATURE), SIGNATURE_BYTES) && place.is_of(&manifest)).then_some(manifest)
}

fn has_length(path: &Path, bytes: u64) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_file() && found.len() == bytes)
}

/// Every file of a sealed revision, in the order of their names; none where it is not there whole. What somebody else has put into
/// the folder is not among them.
///
/// # Errors
/// Where reading fails.
pub fn read_folder(place: &Place) -> Result<Option<Vec<Named>>, Fault> {
    let Some(manifest) = sealed(place) else { return Ok(None) };
    let own = [MANIFEST, SIGNATURE].map(str::to_owned);
    let mut names: Vec<String> = manifest.files.into_keys().chain(own).collect();
    names.sort();
    let read = names.into_iter().map(|name| {
        let path = place.revision.join(&name);
        let bytes = fs::read(&path).map_err(Fault::while_doing("read", &path))?;
        Ok((name, bytes))
    });
    read.collect::<Result<_, _>>().map(Some)
}

/// One ZIP file of these; names may have folders before them. The same files give the same bytes.
///
/// # Errors
/// Where there is more than such a file can hold.
pub fn packed(files: &[Named]) -> io::Result<Vec<u8>> {
    // Said here and not left to the library, which would ask the clock and the machine, and make other bytes each time.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        package.start_file(name.as_str(), options).map_err(io::Error::other)?;
        package.write_all(bytes)?;
    }
    Ok(package.finish().map_err(io::Error::other)?.into_inner())
}
