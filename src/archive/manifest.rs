//! `manifest.json`: what was sealed.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Name and version of the form of the manifest.
pub(super) const SCHEMA: &str = "roundtable-manifest/1";

/// What was sealed, when and with which key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Form of this file.
    pub schema: String,
    /// The meeting's id.
    pub meeting: String,
    /// The room's id.
    pub room: String,
    /// Which close of the room.
    pub revision: u32,
    /// When, in UTC.
    pub sealed_at: String,
    /// Position in the room's journal.
    pub seq: u64,
    /// The files by name.
    pub files: BTreeMap<String, SealedFile>,
    /// Documents that could not be made at the close, and why; there are none but for a fault of the program.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub not_made: BTreeMap<String, String>,
    /// The public key that the signature is checked with, in hexadecimal digits.
    pub public_key: String,
}

/// What a sealed file must be like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedFile {
    /// SHA-256 of its content, in hexadecimal digits.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
}

impl SealedFile {
    /// What a file of this content must be like.
    pub(super) fn of(content: &[u8]) -> Self {
        Self {
            sha256: hexadecimal(&Sha256::digest(content)),
            bytes: content.len() as u64,
        }
    }
}

/// Bytes as pairs of digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing into a text does not fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// A public key from its 64 hexadecimal digits; none where they are not that.
pub fn public_key(digits: &str) -> Option<[u8; 32]> {
    let pairs = digits.as_bytes().chunks_exact(2);
    let byte = |pair: &[u8]| {
        std::str::from_utf8(pair)
            .ok()
            .and_then(|pair| u8::from_str_radix(pair, 16).ok())
    };
    let bytes: Option<Vec<u8>> = pairs.map(byte).collect();
    let key: [u8; 32] = bytes?.try_into().ok()?;
    (hexadecimal(&key) == digits).then_some(key)
}
