//! `outcome.pdf`: a sheet as accessible PDF, typeset by the crate that is kept apart for it.

use super::sheet::Sheet;

/// A document that could not be made in its format, though nothing is wrong with the outcome itself. What the typesetter says can
/// hold words of the document, which belong in no log, so it is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the typesetter could not make the PDF")]
pub struct NotRendered;

/// The bytes of the file.
pub(super) fn render(sheet: &Sheet) -> Result<Vec<u8>, NotRendered> {
    let sheet = serde_json::to_vec(sheet).map_err(|_| NotRendered)?;
    roundtable_pdf::render(&sheet).map_err(|_| NotRendered)
}
