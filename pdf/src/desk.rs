//! All that the typesetter can see: the template, one document and the fonts. No files, no network, no clock.

use crate::fonts::FONTS;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

/// The template; the first file is where the typesetter begins.
const TEMPLATE: [(&str, &str); 4] = [
    ("main.typ", include_str!("../template/main.typ")),
    ("look.typ", include_str!("../template/look.typ")),
    ("parts.typ", include_str!("../template/parts.typ")),
    ("tables.typ", include_str!("../template/tables.typ")),
];

/// Under this name the template reads the document.
const SHEET: &str = "sheet.json";

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let sources = TEMPLATE.into_iter();
    sources
        .filter_map(|(name, text)| Some(Source::new(file_id(name)?, text.to_owned())))
        .collect()
});

/// Cells that are heads of their rows count as a trial of the typesetter's.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

fn file_id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// A desk with one document on it.
pub struct Desk {
    sheet: Bytes,
    sheet_id: Option<FileId>,
    main: FileId,
}

impl Desk {
    /// With the document as JSON, as the template reads it.
    pub fn new(sheet: Vec<u8>) -> Self {
        Self {
            sheet: Bytes::new(sheet),
            sheet_id: file_id(SHEET),
            main: SOURCES[0].id(),
        }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = SOURCES.iter().find(|source| source.id() == id);
        source.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match self.sheet_id == Some(id) {
            true => Ok(self.sheet.clone()),
            false => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
