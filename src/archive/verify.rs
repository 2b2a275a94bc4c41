//! Checking a sealed folder: every file is there as it was sealed, nothing was added, and the signature fits.

use super::manifest::{Manifest, SCHEMA, SealedFile, hexadecimal, public_key};
use super::place::file_name;
use super::{MANIFEST, SIGNATURE};
use ed25519_dalek::{Signature, VerifyingKey};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Largest manifest that is read: there are some ten files in it.
const MANIFEST_BYTES_MAX: u64 = 1024 * 1024;
/// How much of a file is read at a time.
const CHUNK_BYTES: usize = 64 * 1024;

/// A folder that is as it was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// What was sealed. The public key in it is worth as much as the way on which it came: without a trusted key anybody
    /// can seal a folder of their own.
    pub manifest: Manifest,
}

/// One thing that is wrong with a sealed folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// The folder itself cannot be read.
    #[error("the folder cannot be read: {0}")]
    FolderUnreadable(String),
    /// A file cannot be read.
    #[error("{name} cannot be read: {reason}")]
    Unreadable {
        /// The file.
        name: String,
        /// Why not.
        reason: String,
    },
    /// A file is not as it was sealed.
    #[error("{0} was altered after it was sealed")]
    Altered(String),
    /// A file was sealed and is gone.
    #[error("{0} is missing")]
    Missing(String),
    /// A file was not sealed.
    #[error("{0} was added after the folder was sealed")]
    Added(String),
    /// The manifest does not say what was sealed.
    #[error("manifest.json is not a manifest: {0}")]
    BadManifest(String),
    /// The signature does not fit the manifest.
    #[error("manifest.sig is not the signature of manifest.json: one of them was altered")]
    BadSignature,
    /// The folder was signed with another key than the trusted one.
    #[error("the folder was sealed with the key {found}, not with the trusted one")]
    OtherKey {
        /// The key in the manifest.
        found: String,
    },
}

/// Checks a sealed folder, and where a key is given also that it was sealed with that one.
///
/// # Errors
/// Everything that is wrong with it.
pub fn verify(folder: &Path, trusted: Option<&[u8; 32]>) -> Result<Verified, Vec<Finding>> {
    let present = names(folder).map_err(|error| vec![Finding::FolderUnreadable(error.to_string())])?;
    let bytes = bounded(&folder.join(MANIFEST)).map_err(|error| vec![unread(MANIFEST, &error)])?;
    let mut findings = Vec::new();
    let manifest = read_manifest(&bytes)
        .map_err(|reason| findings.push(Finding::BadManifest(reason)))
        .ok();
    if let Some(manifest) = &manifest {
        check_signature(folder, manifest, &bytes, trusted, &mut findings);
        check_files(folder, manifest, &present, &mut findings);
    }
    findings.sort();
    match manifest {
        Some(manifest) if findings.is_empty() => Ok(Verified { manifest }),
        _ => Err(findings),
    }
}

/// Everything in the folder. A name that is not text is shown as well as it can be, and will not be among the sealed ones.
fn names(folder: &Path) -> io::Result<BTreeSet<String>> {
    fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect()
}

/// A small file of the seal's own.
pub(super) fn bounded(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    plain_file(path)?.take(MANIFEST_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MANIFEST_BYTES_MAX {
        return Err(io::Error::other(format!("it has more than {MANIFEST_BYTES_MAX} bytes")));
    }
    Ok(bytes)
}

/// Opens a file, but nothing that leads elsewhere or never ends.
fn plain_file(path: &Path) -> io::Result<File> {
    if fs::symlink_metadata(path)?.is_file() {
        File::open(path)
    } else {
        Err(io::Error::other("it is not a plain file"))
    }
}

fn unread(name: &str, error: &io::Error) -> Finding {
    match error.kind() {
        io::ErrorKind::NotFound => Finding::Missing(name.to_owned()),
        _ => Finding::Unreadable {
            name: name.to_owned(),
            reason: error.to_string(),
        },
    }
}

/// The manifest in these bytes, or why it is none.
pub(super) fn read_manifest(bytes: &[u8]) -> Result<Manifest, String> {
    let manifest: Manifest = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    if manifest.schema != SCHEMA {
        return Err(format!("its form is {:?}, not {SCHEMA:?}", manifest.schema));
    }
    if let Some(name) = manifest.files.keys().find(|name| file_name(name).is_err()) {
        return Err(format!("{name:?} cannot be the name of a sealed file"));
    }
    Ok(manifest)
}

fn check_signature(folder: &Path, manifest: &Manifest, bytes: &[u8], trusted: Option<&[u8; 32]>, findings: &mut Vec<Finding>) {
    let Some(key) = public_key(&manifest.public_key) else {
        findings.push(Finding::BadManifest("its public key is not 64 hexadecimal digits".to_owned()));
        return;
    };
    if trusted.is_some_and(|trusted| *trusted != key) {
        findings.push(Finding::OtherKey {
            found: hexadecimal(&key),
        });
    }
    match bounded(&folder.join(SIGNATURE)) {
        Err(error) => findings.push(unread(SIGNATURE, &error)),
        Ok(signature) if !is_signed(bytes, &signature, &key) => findings.push(Finding::BadSignature),
        Ok(_) => {}
    }
}

fn is_signed(bytes: &[u8], signature: &[u8], key: &[u8; 32]) -> bool {
    let (Ok(key), Ok(signature)) = (VerifyingKey::from_bytes(key), Signature::from_slice(signature)) else {
        return false;
    };
    key.verify_strict(bytes, &signature).is_ok()
}

fn check_files(folder: &Path, manifest: &Manifest, present: &BTreeSet<String>, findings: &mut Vec<Finding>) {
    for (name, sealed) in &manifest.files {
        match measured(&folder.join(name), sealed.bytes) {
            Err(error) => findings.push(unread(name, &error)),
            Ok(found) if found != *sealed => findings.push(Finding::Altered(name.clone())),
            Ok(_) => {}
        }
    }
    let known = |name: &&String| manifest.files.contains_key(*name) || matches!(name.as_str(), MANIFEST | SIGNATURE);
    findings.extend(present.iter().filter(|name| !known(name)).cloned().map(Finding::Added));
}

/// What a file is like. Of one that is too large no more is read than shows it.
fn measured(path: &Path, bytes_expected: u64) -> io::Result<SealedFile> {
    let mut file = plain_file(path)?.take(bytes_expected.saturating_add(1));
    let mut chunk = vec![0; CHUNK_BYTES];
    let mut digest = Sha256::new();
    let mut bytes = 0;
    loop {
        let read = file.read(&mut chunk)?;
        if read == 0 {
            return Ok(SealedFile {
                sha256: hexadecimal(&digest.finalize()),
                bytes,
            });
        }
        digest.update(&chunk[..read]);
        bytes += read as u64;
    }
}
