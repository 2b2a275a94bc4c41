//! A [`Sheet`] as a document of Word: Office Open XML, a zip of a few XML files. Written by hand and not by a library of
//! documents, because those known to us mark no languages, no right-to-left runs and no header rows.
//!
//! Everything is said by styles, so that who edits the document changes a style and not each paragraph. Direction and language
//! are said of every paragraph and run, since a sheet holds texts of many. Drawings are left out: Word shows them only beside a
//! picture in pixels, and the table after each says the same.

mod body;
mod link;
mod numbering;
mod package;
mod properties;
mod run;
mod table;
mod widths;
mod xml;

#[cfg(test)]
mod tests;

use super::sheet::Sheet;
use body::Body;
use package::Parts;

/// The bytes of the document. The same sheet gives the same bytes, on every machine.
pub(super) fn render(sheet: &Sheet) -> Vec<u8> {
    let body = Body::of(sheet);
    package::zipped(&Parts {
        document: &body.document(),
        relationships: &body.links.relationships(),
        numbering: &body.numbering.part(),
        styles: &properties::styles(sheet.language),
        settings: &properties::settings(sheet.language),
        footer: &properties::footer(sheet),
        core: &properties::core(sheet),
    })
}
