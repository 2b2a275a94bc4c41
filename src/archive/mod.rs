//! Sealed outcomes on disk: writes the folder of a close whole or not at all, and says later whether anybody has touched
//! it. Knows names and bytes, not rooms; the signing key is handed in.
//!
//! ```text
//! DIR/outcomes/{meeting}/{room}/revision-{n}/
//!     outcome.docx  outcome.pdf  outcome.html  outcome.md  outcome.json  …    the documents
//!     points.csv  polls.csv  speakers.csv  board.csv    the tables
//!     record.jsonl    what happened in the room, as far as it may be told
//!     manifest.json    what was sealed: SHA-256 and size of each file, and the public key
//!     manifest.sig     Ed25519 signature over the exact bytes of manifest.json, 64 raw bytes
//! ```
//!
//! Sealing has two steps, so that a close can be prepared before it is recorded: [`prepare`] writes everything into a hidden
//! folder beside the final place and has it on disk when it returns; [`Prepared::commit`] moves it there in one step. What
//! a crash left behind is removed by the next [`prepare`] of the same room. A revision is never written over; one that lacks files is
//! completed where what it has is the same. Whoever seals has to see to it that a room is sealed by one at a time.

mod fault;
mod folder;
mod manifest;
mod meeting;
mod place;
mod seal;
mod verify;

#[cfg(test)]
mod tests;

pub use fault::Fault;
pub use folder::{Named, packed, read_folder, sealed};
pub use manifest::public_key as read_public_key;
pub use manifest::{Manifest, SealedFile};
pub use meeting::{Chapter, Cover, archive};
pub use place::{Place, read_sealed};
pub use seal::{Committed, Meta, Prepared, prepare, public_key_of};
pub use verify::{Finding, Verified, verify};

/// Name of the file that says what was sealed.
pub const MANIFEST: &str = "manifest.json";
/// Name of the file that signs it.
pub const SIGNATURE: &str = "manifest.sig";
