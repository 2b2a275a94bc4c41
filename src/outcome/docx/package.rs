//! The zip that holds the parts of the document.

use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// The parts that differ from sheet to sheet.
pub(super) struct Parts<'a> {
    pub(super) document: &'a str,
    pub(super) relationships: &'a str,
    pub(super) numbering: &'a str,
    pub(super) styles: &'a str,
    pub(super) settings: &'a str,
    pub(super) footer: &'a str,
    pub(super) core: &'a str,
}

impl Parts<'_> {
    /// Every file, by its name. What tells the kinds of the others has to stand first.
    fn files(&self) -> [(&'static str, &str); 11] {
        [
            ("[Content_Types].xml", include_str!("parts/content_types.xml")),
            ("_rels/.rels", include_str!("parts/relationships.xml")),
            ("docProps/core.xml", self.core),
            ("docProps/app.xml", include_str!("parts/app.xml")),
            ("word/document.xml", self.document),
            ("word/_rels/document.xml.rels", self.relationships),
            ("word/styles.xml", self.styles),
            ("word/numbering.xml", self.numbering),
            ("word/settings.xml", self.settings),
            ("word/fontTable.xml", include_str!("parts/fonts.xml")),
            ("word/footer.xml", self.footer),
        ]
    }
}

/// The bytes of the zip.
pub(super) fn zipped(parts: &Parts<'_>) -> Vec<u8> {
    // Into memory, with names that differ and parts far below 4 GiB: there is nothing that could fail.
    written(parts).unwrap_or_default()
}

fn written(parts: &Parts<'_>) -> ZipResult<Vec<u8>> {
    // Said here and not left to the library, which would ask the clock and the machine.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts.files() {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
