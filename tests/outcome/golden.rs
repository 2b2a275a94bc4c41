//! The documents, byte by byte. After a change that is meant, `ROUNDTABLE_REWRITE_FIXTURES=1 cargo test --test outcome`
//! writes them anew; read the difference before you commit it.

use crate::fixture::polls::{polled, polled_and_closed};
use crate::fixture::report::reported;
use crate::fixture::rich::{cleared, sealed};
use crate::fixture::{busy, closed};
use roundtable::outcome::{Document, Outcome};
use roundtable::room::event::Attribution;
use std::io::{Cursor, Read};
use std::path::PathBuf;

fn compare(case: &str, outcome: &Outcome, documents: &[Document]) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/outcome")
        .join(case);
    for document in documents {
        let rendered = document.render(outcome).unwrap();
        let Some((name, rendered)) = readable(*document, rendered) else {
            continue;
        };
        let path = folder.join(name);
        if std::env::var_os("ROUNDTABLE_REWRITE_FIXTURES").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &rendered).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(rendered, expected, "{} differs", path.display());
    }
}

/// The file of the fixture and its text. Of a document of Word the part that holds its text; a PDF is read elsewhere, by the program
/// that its readers would use.
fn readable(document: Document, bytes: Vec<u8>) -> Option<(String, String)> {
    match document {
        Document::Pdf => None,
        Document::Docx => {
            let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            let mut text = String::new();
            package
                .by_name("word/document.xml")
                .unwrap()
                .read_to_string(&mut text)
                .unwrap();
            // A line for each paragraph and row, so that a difference can be read.
            let lines = text.replace("</w:p>", "</w:p>\n").replace("</w:tr>", "</w:tr>\n");
            Some(("outcome.docx.xml".to_owned(), lines))
        }
        _ => Some((document.file_name().to_owned(), String::from_utf8(bytes).unwrap())),
    }
}

#[test]
fn the_final_documents_of_a_room_on_the_record_are_as_they_were() {
    compare("final", &closed(Attribution::OnTheRecord).outcome(), &Document::ALL);
}

#[test]
fn a_draft_is_as_it_was() {
    compare(
        "draft",
        &busy(Attribution::OnTheRecord).outcome(),
        &[Document::Markdown, Document::Html, Document::Polls],
    );
}

#[test]
fn documents_under_the_other_rules_are_as_they_were() {
    for (case, rule) in [("chatham-house", Attribution::ChathamHouse), ("closed", Attribution::Closed)] {
        compare(
            case,
            &closed(rule).outcome(),
            &[Document::Markdown, Document::Json, Document::Speakers],
        );
    }
}

#[test]
fn documents_of_polls_of_every_kind_are_as_they_were() {
    let polls = [
        Document::Docx,
        Document::Markdown,
        Document::Html,
        Document::Json,
        Document::Polls,
    ];
    compare("polls", &polled_and_closed(Attribution::OnTheRecord).outcome(), &polls);
    let draft = polled(Attribution::OnTheRecord).outcome();
    compare("polls-draft", &draft, &[Document::Markdown, Document::Polls]);
    let chatham_house = polled_and_closed(Attribution::ChathamHouse).outcome();
    compare("polls-chatham-house", &chatham_house, &[Document::Markdown]);
}

#[test]
fn a_report_with_points_a_board_and_its_clearing_is_as_it_was() {
    compare("report", &reported(), &[Document::Docx, Document::Markdown, Document::Html]);
}

#[test]
fn a_report_that_was_cleared_is_as_it_was_in_every_format() {
    compare("cleared", &sealed(Attribution::OnTheRecord).outcome(), &Document::ALL);
    let tables = [Document::Json, Document::Points, Document::Board];
    compare("cleared-chatham-house", &sealed(Attribution::ChathamHouse).outcome(), &tables);
    compare("cleared-closed", &sealed(Attribution::Closed).outcome(), &tables);
    compare(
        "cleared-draft",
        &cleared(Attribution::OnTheRecord).outcome(),
        &[Document::Json],
    );
}

#[test]
fn the_same_room_gives_the_same_bytes() {
    let (one, other) = (
        closed(Attribution::OnTheRecord).outcome(),
        closed(Attribution::OnTheRecord).outcome(),
    );
    for document in Document::ALL {
        assert_eq!(
            document.render(&one).unwrap(),
            document.render(&other).unwrap(),
            "{}",
            document.file_name()
        );
    }
}

#[test]
fn the_json_document_can_be_read_back_whole() {
    let stories = [closed, polled_and_closed, sealed];
    for story in stories.map(|story| story(Attribution::OnTheRecord)) {
        let outcome = story.outcome();
        let read = serde_json::from_slice::<Outcome>(&Document::Json.render(&outcome).unwrap()).unwrap();
        assert_eq!(read, outcome);
    }
}
