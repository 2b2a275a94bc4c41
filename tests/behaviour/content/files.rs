//! What may be in each file of an outcome: text, and nothing that a program would follow, load or run.

use super::page::{Page, is_address};
use pulldown_cmark::{Event, Options, Parser, Tag};
use roundtable::room::text::is_invisible;
use std::io::{Cursor, Read};

/// Looks into a file by its name; into one with everything, into each in it.
pub fn assert_harmless(name: &str, bytes: &[u8]) {
    let text = || String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| panic!("{name} is no text"));
    match name.rsplit('.').next().unwrap() {
        "html" => Page::read(&text()).assert_plain(name),
        "md" => assert_markdown(name, &text()),
        "csv" => assert_table(name, bytes),
        "docx" => assert_word(name, bytes),
        "pdf" => assert_pdf(name, bytes),
        "json" => drop(serde_json::from_slice::<serde_json::Value>(bytes).unwrap()),
        "jsonl" => text().lines().for_each(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap();
        }),
        "zip" => unpacked(bytes).iter().for_each(|(inner, bytes)| {
            assert_file_name(inner);
            assert_harmless(inner, bytes);
        }),
        kind => assert_eq!(kind, "sig", "{name} is no file that is known here"),
    }
}

/// A file in a folder of its own at most, in plain letters, that every system can keep.
pub fn assert_file_name(name: &str) {
    let parts: Vec<&str> = name.split('/').collect();
    assert!(parts.len() <= 2, "{name}");
    for part in parts {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "-._".contains(letter);
        assert!(
            !part.starts_with('.') && !part.is_empty() && part.chars().all(plain),
            "{name}"
        );
        let stem = part.split('.').next().unwrap().to_ascii_lowercase();
        assert!(!matches!(stem.as_str(), "con" | "prn" | "aux" | "nul"), "{name}");
    }
}

/// The files of an archive.
pub fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let file = |at| {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..zip::ZipArchive::new(Cursor::new(bytes)).unwrap().len())
        .map(file)
        .collect()
}

fn assert_markdown(name: &str, text: &str) {
    for event in Parser::new_ext(text, Options::all()) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("{name} has markup of HTML: {html}"),
            Event::Start(Tag::Image { dest_url, .. }) => panic!("{name} loads {dest_url}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(is_address(&dest_url.replace('"', "%22")), "{name} leads to {dest_url}")
            }
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_)) | Event::Code(_) => {
                panic!("{name} has a block of its own")
            }
            _ => {}
        }
    }
}

/// Read as the table that it is, and as a spreadsheet reads it that takes semicolons for the ends of cells.
fn assert_table(name: &str, bytes: &[u8]) {
    for delimiter in [b',', b';'] {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(delimiter == b';')
            .has_headers(false)
            .from_reader(bytes);
        for record in reader.records() {
            for cell in record.unwrap().iter() {
                let shown =
                    cell.trim_start_matches(|letter: char| letter.is_whitespace() || is_invisible(letter) || letter == '"');
                let is_formula = shown.starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
                // Read the wrong way, quotes may take lines together, and a cell may begin with the end of a line.
                let begins_a_line = delimiter == b',' && cell.starts_with(['\r', '\n']);
                assert!(!is_formula && !begins_a_line && !cell.starts_with('\t'), "{name}: {cell:?}");
                let is_one_line = delimiter == b';' || !cell.chars().any(char::is_control);
                assert!(is_one_line, "{name}: {cell:?}");
            }
        }
    }
}

/// Words that begin what Word follows, loads or runs, as elements of its XML.
const LIVE: [&str; 12] = [
    "altChunk",
    "object",
    "OLEObject",
    "control",
    "subDoc",
    "AlternateContent",
    "attachedTemplate",
    "pict",
    "imagedata",
    "dataSource",
    "externalData",
    "instrText",
];

fn assert_word(name: &str, bytes: &[u8]) {
    for (part, bytes) in unpacked(bytes) {
        let text = String::from_utf8(bytes).unwrap();
        let xml = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {part}: {error}"));
        for element in xml.descendants().filter(roxmltree::Node::is_element) {
            let tag = element.tag_name().name();
            assert!(!LIVE.contains(&tag), "{name}: {part} has {tag}");
            if tag == "fldSimple" {
                let field = element
                    .attributes()
                    .find(|attribute| attribute.name() == "instr")
                    .unwrap()
                    .value();
                assert!(matches!(field.trim(), "PAGE" | "NUMPAGES"), "{name}: a field {field}");
            }
            if element.attribute("TargetMode").is_some() {
                let (kind, target) = (element.attribute("Type").unwrap(), element.attribute("Target").unwrap());
                assert!(kind.ends_with("/hyperlink") && is_address(target), "{name}: {target}");
            }
        }
    }
}

/// Names that begin what a viewer of PDF runs, opens or sends, as keys or values of its dictionaries.
const ACTIONS: [&str; 12] = [
    "/JavaScript",
    "/JS",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/EmbeddedFile",
    "/RichMedia",
    "/OpenAction",
    "/AA",
    "/GoToR",
    "/XFA",
    "/Rendition",
];

fn assert_pdf(name: &str, bytes: &[u8]) {
    let text = dictionaries(bytes);
    assert!(text.contains("/Catalog"), "{name} was read");
    for action in ACTIONS {
        let is_there = text
            .match_indices(action)
            .any(|(at, _)| !text[at + action.len()..].starts_with(|letter: char| letter.is_ascii_alphanumeric()));
        assert!(!is_there, "{name} has {action}");
    }
    for (at, _) in text.match_indices("/URI") {
        let Some(address) = text[at + 4..].trim_start().strip_prefix('(') else {
            continue;
        };
        assert!(
            is_address(address.split(')').next().unwrap()),
            "{name} leads to {address:.60}"
        );
    }
}

/// A PDF without its streams, but with those that hold dictionaries, unpacked.
fn dictionaries(bytes: &[u8]) -> String {
    let find = |from: usize, word: &[u8]| {
        let found = bytes[from..].windows(word.len()).position(|window| window == word);
        found.map(|at| from + at)
    };
    let (mut all, mut at) = (String::new(), 0);
    while let Some(begin) = find(at, b"stream") {
        let head = String::from_utf8_lossy(&bytes[at..begin]).into_owned();
        let from = begin + b"stream".len();
        let from = from + usize::from(bytes[from] == b'\r') + 1;
        let end = find(from, b"endstream").expect("a stream ends");
        if head.contains("/ObjStm") {
            let mut unpacked = Vec::new();
            flate2::read::ZlibDecoder::new(&bytes[from..end])
                .read_to_end(&mut unpacked)
                .unwrap();
            all += &String::from_utf8_lossy(&unpacked);
        }
        all += &head;
        at = end + b"endstream".len();
    }
    all + &String::from_utf8_lossy(&bytes[at..])
}
