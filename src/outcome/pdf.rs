//! A document as PDF: tagged, and refused unless it keeps to PDF/UA-1. The typesetter is in a crate of its own, since it is heavy
//! to compile; this is the seam. It reads no file and no clock, so the same document gives the same bytes.

use super::sheet::Sheet;
use roundtable_pdf::Fault;

/// The bytes of the file.
///
/// # Errors
///
/// Where the typesetter objects: to a drawing that is none, for one. Whatever people write, it prints.
#[expect(dead_code, reason = "no document is written in this form yet")]
pub(super) fn render(sheet: &Sheet) -> Result<Vec<u8>, Fault> {
    roundtable_pdf::render(&serde_json::to_vec(sheet)?)
}
