//! A sealed folder as a whole, and packing files into one: what is sent to somebody who wants everything.

use super::place::file_name;
use super::{Fault, Place};
use std::fs;
use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A file by its name.
pub type Named = (String, Vec<u8>);

/// Every file of a sealed revision, in the order of their names; none where it is not there.
///
/// # Errors
/// Where reading fails, or something is there that is no plain file.
pub fn read_folder(place: &Place) -> Result<Option<Vec<Named>>, Fault> {
    let folder = &place.revision;
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        entries => entries.map_err(Fault::while_doing("read", folder))?,
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(Fault::while_doing("read", folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        file_name(&name)?;
        files.push((name, fs::read(&path).map_err(Fault::while_doing("read", &path))?));
    }
    files.sort();
    Ok(Some(files))
}

/// One ZIP file of these; names may have folders before them. The same files give the same bytes.
///
/// # Errors
/// Where there is more than such a file can hold.
pub fn packed(files: &[Named]) -> io::Result<Vec<u8>> {
    // The moment of packing is nobody's matter, and would make other bytes each time.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        package.start_file(name.as_str(), options).map_err(io::Error::other)?;
        package.write_all(bytes)?;
    }
    Ok(package.finish().map_err(io::Error::other)?.into_inner())
}
