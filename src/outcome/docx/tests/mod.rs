//! The document of Word: that it is well-formed and says what the sheet says, whatever people write, and that LibreOffice opens it.

mod bad_input;
mod libreoffice;
mod package;
mod said;
mod sheets;
mod structure;

use super::render;
use crate::outcome::sheet::Sheet;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What links text to WordprocessingML.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A rendered document, taken apart.
struct Opened {
    /// Every file of the zip with its text, in the order of the zip.
    files: Vec<(String, String)>,
}

impl Opened {
    fn of(sheet: &Sheet) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(render(sheet))).expect("a zip");
        let files = (0..zip.len()).map(|place| {
            let mut file = zip.by_index(place).expect("a file");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("a text in UTF-8");
            (file.name().expect("a name in UTF-8").into_owned(), text)
        });
        Self { files: files.collect() }
    }

    fn part(&self, name: &str) -> &str {
        let part = self.files.iter().find(|(file, _)| file == name);
        &part.unwrap_or_else(|| panic!("{name} is missing")).1
    }

    fn document(&self) -> &str {
        self.part("word/document.xml")
    }

    /// What a person reads of it: a line for each paragraph that is not empty.
    fn text(&self) -> Vec<String> {
        let document = roxmltree::Document::parse(self.document()).expect("well-formed");
        let paragraphs = document.descendants().filter(|node| node.has_tag_name((W, "p")));
        paragraphs.map(text_of).filter(|text| !text.is_empty()).collect()
    }
}

fn text_of(paragraph: roxmltree::Node<'_, '_>) -> String {
    let pieces = paragraph.descendants().filter_map(|node| match node.tag_name().name() {
        "t" => Some(node.text().unwrap_or_default()),
        "br" => Some("\n"),
        _ => None,
    });
    pieces.collect()
}

/// Every value of an attribute `w:val` on elements of a name.
fn values(xml: &str, element: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(xml).expect("well-formed");
    let found = document.descendants().filter(|node| node.has_tag_name((W, element)));
    found
        .filter_map(|node| node.attribute((W, "val")).map(str::to_owned))
        .collect()
}
