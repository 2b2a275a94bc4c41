//! A record without names names nobody, whatever happened: every kind of event has a fixture, so a new one is held to this too.

use super::scene::{NOON, bytes_of, seat_id};
use crate::room::command::{Anchor, BoardRule, CardKind, Verdict};
use crate::room::event::{BoardEvent, CommentEvent, Event, ReportEvent};
use crate::room::ids::{CardId, CommentId, Millis, PollId, RemarkId};
use crate::room::record::Record;
use crate::room::veil::Veil;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const RECORDS: &str = include_str!("../../../tests/fixtures/events/v1.jsonl");
const NOTES_EDITS: &str = include_str!("../../../tests/fixtures/events/v1-notes.hex");
/// Fields whose text says who somebody is, wherever they stand.
const NAMING: [&str; 7] = ["by", "seat", "delegation", "on_behalf_of", "voter", "join_code", "request"];

fn records() -> Vec<Record> {
    let stored = RECORDS.lines().map(|line| line.as_bytes().to_vec());
    let stored = stored.chain(NOTES_EDITS.lines().map(bytes_of));
    stored.map(|bytes| Record::decode(&bytes).unwrap()).collect()
}

/// Every text below a field that names somebody, and what persons are called.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (field, inner) in fields {
                let is_person = field == "name"
                    && fields
                        .keys()
                        .any(|other| matches!(other.as_str(), "delegation" | "class" | "rank"));
                // A seat names itself, and so does a point, whose id tells nobody anything.
                let is_seat = field == "id" && fields.contains_key("profile");
                if let Value::String(text) = inner
                    && (NAMING.contains(&field.as_str()) || is_person || is_seat)
                {
                    found.insert(text.clone());
                }
                names(inner, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        _ => {}
    }
}

fn json(record: &Record) -> Value {
    serde_json::from_slice(&record.to_json()).unwrap()
}

#[test]
fn no_seat_no_name_and_no_delegation_of_any_event_is_left() {
    let mut veil = Veil::default();
    for record in records() {
        let (mut before, mut after) = (BTreeSet::new(), BTreeSet::new());
        names(&json(&record), &mut before);
        names(&json(&veil.over(&record)), &mut after);
        // Ids of requests are counted up by the room and say nothing, as does what was left out.
        let is_number =
            |text: &&String| text.is_empty() || text.strip_prefix('r').is_some_and(|digits| digits.parse::<u32>().is_ok());
        let left: Vec<&String> = before.intersection(&after).filter(|text| !is_number(text)).collect();
        assert!(left.is_empty(), "{left:?} is left of {record:?}");
    }
}

#[test]
fn the_same_person_has_another_pseudonym_on_the_list_than_in_the_notes() {
    let mut veil = Veil::default();
    let veiled: Vec<Record> = records().iter().map(|record| veil.over(record)).collect();
    let pseudonyms: BTreeSet<String> = veiled
        .iter()
        .filter_map(|record| record.by.as_ref())
        .map(|seat| seat.as_str().split('-').next().unwrap_or_default().to_owned())
        .collect();
    assert!(pseudonyms.contains("notes") && pseudonyms.contains("seat"), "{pseudonyms:?}");
}

#[test]
fn a_veiled_record_can_be_stored_and_read_like_any_other() {
    let mut veil = Veil::default();
    for record in records() {
        let veiled = veil.over(&record);
        assert_eq!(Record::decode(&veiled.encode()).unwrap(), veiled);
    }
}

/// What somebody did, alone in its record.
fn acts(by: &str, events: impl IntoIterator<Item = Event>) -> Record {
    Record {
        at: Millis(NOON),
        by: Some(seat_id(by)),
        request: None,
        made: None,
        events: events.into_iter().collect(),
    }
}

fn adds(by: &str, card: CardId) -> Record {
    let (kind, text, waits) = (CardKind::Gap, "Trained people leave".to_owned(), false);
    let event = BoardEvent::CardAdded { card, kind, text, waits };
    acts(by, [Event::Board(event)])
}

fn comments(by: &str, comment: CommentId) -> Record {
    let position = || "AA==".to_owned();
    let anchor = Anchor {
        start: position(),
        end: position(),
    };
    let (quote, text) = ("people".to_owned(), "Whose?".to_owned());
    let event = CommentEvent::CommentAdded {
        comment,
        anchor,
        quote,
        text,
    };
    acts(by, [Event::Comment(event)])
}

/// The pseudonyms under which the records are told, one after the other.
fn pseudonyms(records: impl IntoIterator<Item = Record>) -> Vec<String> {
    let mut veil = Veil::default();
    let by = |record: Record| veil.over(&record).by.unwrap().as_str().to_owned();
    records.into_iter().map(by).collect()
}

#[test]
fn what_the_office_does_is_told_of_the_seat_and_what_its_holder_contributes_is_not() {
    let (card, comment, remark) = (CardId(1), CommentId(1), RemarkId(1));
    let of_office = [
        Event::Board(BoardEvent::CardsPassed { cards: vec![card] }),
        Event::Board(BoardEvent::CardHeld { card }),
        Event::Board(BoardEvent::CardPinned { card }),
        Event::Board(BoardEvent::CardUnpinned),
        Event::Board(BoardEvent::CardNoted { card }),
        Event::Board(BoardEvent::CardMerged { card, into: card }),
        Event::Board(BoardEvent::BoardRuleSet { rule: BoardRule::Open }),
        Event::Comment(CommentEvent::CommentResolved { comment }),
        Event::Comment(CommentEvent::CommentReopened { comment }),
        Event::Report(ReportEvent::RemarksEnded),
        Event::Report(ReportEvent::RemarkAnswered {
            remark,
            verdict: Verdict::Taken,
            word: String::new(),
        }),
        Event::WriterAllowed { seat: seat_id("ana") },
    ];
    for event in of_office {
        let told = pseudonyms([
            adds("chair", card),
            comments("chair", comment),
            acts("chair", [event.clone()]),
        ]);
        assert_eq!(told, ["board-1", "comment-1", "seat-1"], "{event:?}");
    }
}

#[test]
fn whoever_takes_their_own_away_is_its_author_and_whoever_takes_away_anothers_acts_by_office() {
    let (card, comment) = (CardId(1), CommentId(1));
    let withdraws = |by| acts(by, [Event::Board(BoardEvent::CardWithdrawn { card })]);
    let deletes = |by| acts(by, [Event::Comment(CommentEvent::CommentDeleted { comment })]);
    let told = |by| pseudonyms([adds("ana", card), comments("ana", comment), withdraws(by), deletes(by)]);
    assert_eq!(told("ana"), ["board-1", "comment-1", "board-1", "comment-1"]);
    assert_eq!(told("chair"), ["board-1", "comment-1", "seat-1", "seat-1"]);
}

#[test]
fn the_close_is_told_of_the_chairs_seat_whatever_ends_with_it() {
    let remark = ReportEvent::RemarkMade {
        remark: RemarkId(1),
        paragraph: 1,
        text: "Not by all".to_owned(),
    };
    let ended = Event::Report(ReportEvent::RemarksEnded);
    let close = acts("chair", [ended, Event::RoomClosed { revision: 1 }]);
    let told = pseudonyms([acts("chair", [Event::Report(remark)]), close]);
    assert_eq!(told, ["remark-1", "seat-1"]);
}

#[test]
fn why_a_poll_is_void_goes_with_the_other_reasons_of_the_chair() {
    let voided = Event::PollVoided {
        poll: PollId(1),
        reason: "Ana asked for it".to_owned(),
        receipts: BTreeMap::new(),
    };
    let told = Veil::default().over(&acts("chair", [voided]));
    assert!(!String::from_utf8(told.to_json()).unwrap().contains("Ana"));
}
