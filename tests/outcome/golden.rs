//! The documents, byte by byte. After a change that is meant, `ROUNDTABLE_REWRITE_FIXTURES=1 cargo test --test outcome`
//! writes them anew; read the difference before you commit it.

use crate::fixture::polls::{polled, polled_and_closed};
use crate::fixture::{busy, closed};
use roundtable::outcome::{Document, Outcome};
use roundtable::room::event::Attribution;
use std::path::PathBuf;

fn compare(case: &str, outcome: &Outcome, documents: &[Document]) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/outcome")
        .join(case);
    for document in documents {
        let path = folder.join(document.file_name());
        let rendered = document.render(outcome).unwrap();
        if std::env::var_os("ROUNDTABLE_REWRITE_FIXTURES").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &rendered).unwrap();
        }
        let expected = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let texts = (String::from_utf8(rendered).unwrap(), String::from_utf8(expected).unwrap());
        assert_eq!(texts.0, texts.1, "{} differs", path.display());
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
    let polls = [Document::Markdown, Document::Html, Document::Json, Document::Polls];
    compare("polls", &polled_and_closed(Attribution::OnTheRecord).outcome(), &polls);
    let draft = polled(Attribution::OnTheRecord).outcome();
    compare("polls-draft", &draft, &[Document::Markdown, Document::Polls]);
    let chatham_house = polled_and_closed(Attribution::ChathamHouse).outcome();
    compare("polls-chatham-house", &chatham_house, &[Document::Markdown]);
}

#[test]
fn the_same_room_gives_the_same_bytes() {
    let (one, other) = (
        closed(Attribution::OnTheRecord).outcome(),
        closed(Attribution::OnTheRecord).outcome(),
    );
    for document in Document::ALL {
        assert_eq!(document.render(&one).unwrap(), document.render(&other).unwrap(), "{}", document.file_name());
    }
}

#[test]
fn the_json_document_can_be_read_back_whole() {
    for story in [closed(Attribution::OnTheRecord), polled_and_closed(Attribution::OnTheRecord)] {
        let outcome = story.outcome();
        let read = serde_json::from_slice::<Outcome>(&Document::Json.render(&outcome).unwrap()).unwrap();
        assert_eq!(read, outcome);
    }
}
