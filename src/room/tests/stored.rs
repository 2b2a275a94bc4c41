//! The stored form of records: every event ever written keeps its meaning. The fixtures are files of the first version; a
//! new version gets files of its own beside them, and these stay.

use super::scene::{NOON, UPDATE, bytes_of, choosing, options, paper, seat, seat_id};
use super::{stored_floor, stored_outcome, stored_polls, stored_session};
use crate::room::command::{PollKind, Writers};
use crate::room::event::{BoardEvent, CommentEvent, Event, ReportEvent, SessionEvent};
use crate::room::floor::Details;
use crate::room::ids::{Millis, PollId, RequestId, SeatId};
use crate::room::polls::PollResult;
use crate::room::record::{Record, RecordUnreadable, made};
use crate::room::seat::{Profile, Role};
use uuid::Uuid;

const RECORDS: &str = include_str!("../../../tests/fixtures/events/v1.jsonl");
const NOTES_EDITS: &str = include_str!("../../../tests/fixtures/events/v1-notes.hex");
const EXPECTED: &str = include_str!("../../../tests/fixtures/events/v1.expected");

/// How many of the records at the beginning have a form that is only read, not written any more: rooms of before the list
/// of speakers had its rules.
const ONLY_READ: usize = 2;

/// One of every event, in the order of the fixtures.
fn every_event() -> Vec<Event> {
    let seat_of_ana = seat_id("ana");
    let profile = Profile {
        name: Some("Ana".to_owned()),
        ..Profile::default()
    };
    let seats = vec![
        Event::SeatTaken {
            seat: seat("ana", Role::Participant),
        },
        Event::SeatUpdated {
            seat: seat_of_ana.clone(),
            profile,
        },
    ];
    let rest = vec![
        Event::WritersSet {
            writers: Writers::Everyone,
        },
        Event::WriterAllowed {
            seat: seat_of_ana.clone(),
        },
        Event::WriterDisallowed { seat: seat_of_ana },
        Event::RoomClosed { revision: 1 },
        Event::RoomReopened,
        Event::NotesEdited {
            update: bytes_of(UPDATE),
        },
    ];
    [
        seats,
        floor_events(&seat_id("ana")),
        poll_events(&seat_id("ana")),
        rest,
        stored_floor::every_event(),
        stored_polls::every_event(),
        stored_outcome::every_event(),
        stored_session::every_event(),
    ]
    .concat()
}

/// Those of the list of speakers in the form that they had at first.
fn floor_events(seat_of_ana: &SeatId) -> Vec<Event> {
    let request = RequestId(1);
    vec![
        Event::FloorRequested {
            request,
            seat: seat_of_ana.clone(),
            details: Details::default(),
        },
        Event::RequestWithdrawn {
            request,
            by_chair: false,
            reason: None,
        },
        Event::RequestSkipped { request, reason: None },
        Event::RequestMoved {
            request,
            before: Some(RequestId(2)),
            reason: None,
        },
        Event::RequestMoved {
            request,
            before: None,
            reason: None,
        },
        Event::FloorGiven {
            request,
            limit_s: 180,
            allowance_s: 0,
            ahead: 0,
            reason: None,
        },
        Event::InterventionEnded,
        Event::ListOpened,
        Event::ListClosed,
        Event::LimitSet {
            seconds: 90,
            scope: None,
        },
    ]
}

fn poll_events(seat_of_ana: &SeatId) -> Vec<Event> {
    let poll = PollId(1);
    let paper = paper(PollKind::Multiple, &["Red", "Green"]);
    let tally = options(&[1, 2]).into_iter().zip([2, 0]).collect();
    vec![
        Event::PollDrafted {
            poll,
            paper: paper.clone(),
            round: None,
        },
        Event::PollEdited { poll, paper },
        Event::PollDiscarded { poll },
        Event::PollOpened {
            poll,
            fixed: false,
            closes_at: None,
        },
        Event::BallotCast {
            poll,
            voter: None,
            seat: seat_of_ana.clone(),
            ballot: choosing(&[1, 2]),
        },
        Event::PollClosed {
            poll,
            result: Box::new(PollResult {
                electorate: 3,
                tally,
                ballots: 2,
                ..PollResult::default()
            }),
        },
        Event::ResultShown { poll },
        Event::ResultHidden { poll },
    ]
}

fn record(events: Vec<Event>) -> Record {
    let request = Some(Uuid::from_u128(0x0123_4567_89ab_4cde_8f01_2345_6789_abcd));
    Record {
        at: Millis(NOON),
        by: Some(seat_id("chair")),
        request,
        made: made(&events),
        events,
    }
}

#[test]
fn every_event_ever_written_keeps_its_meaning() {
    let json = RECORDS.lines().map(|line| line.as_bytes().to_vec());
    let decoded: Vec<String> = json
        .chain(NOTES_EDITS.lines().map(bytes_of))
        .map(|bytes| format!("{:?}", Record::decode(&bytes).unwrap()))
        .collect();
    assert_eq!(decoded, EXPECTED.lines().collect::<Vec<_>>());
}

#[test]
fn every_kind_of_event_has_a_fixture_and_is_still_written_the_same() {
    let (edits, others): (Vec<Event>, Vec<Event>) = every_event()
        .into_iter()
        .partition(|event| matches!(event, Event::NotesEdited { .. }));
    let written: Vec<String> = others
        .into_iter()
        .map(|event| String::from_utf8(record(vec![event]).encode()).unwrap())
        .collect();
    assert_eq!(written, RECORDS.lines().skip(ONLY_READ).collect::<Vec<_>>());
    let written: Vec<Vec<u8>> = edits.into_iter().map(|event| record(vec![event]).encode()).collect();
    assert_eq!(written, NOTES_EDITS.lines().take(1).map(bytes_of).collect::<Vec<_>>());
}

/// The readers of the parts tell which kinds they know, when they meet one that they do not. The room's own reader hands on what it
/// does not know, so that its source has to be asked.
#[test]
fn no_kind_of_event_is_without_a_fixture() {
    let (_, events) = include_str!("../event/mod.rs").split_once("pub enum Event {").unwrap();
    let of_room = events.lines().filter_map(kind_of_line).filter(|kind| kind != "notes-edited");
    let of_parts = [
        known_to::<CommentEvent>(),
        known_to::<BoardEvent>(),
        known_to::<ReportEvent>(),
        known_to::<SessionEvent>(),
    ]
    .concat();
    let kinds: Vec<String> = of_room.chain(of_parts).collect();
    assert_eq!(kinds.len(), 86);
    for kind in kinds {
        assert!(RECORDS.contains(&format!("\"type\":\"{kind}\"")), "{kind} has no fixture");
    }
}

/// The kind that a line of the enum begins: `    ListClosed,` is `list-closed`. A part's events are none.
fn kind_of_line(line: &str) -> Option<String> {
    let name = line.strip_prefix("    ")?.trim_end_matches([' ', '{', ',']);
    let is_name = name.chars().all(char::is_alphanumeric) && name.starts_with(char::is_uppercase);
    let spelled = name.chars().map(|letter| match letter {
        'A'..='Z' => format!("-{}", letter.to_ascii_lowercase()),
        _ => letter.to_string(),
    });
    is_name.then(|| spelled.collect::<String>().trim_start_matches('-').to_owned())
}

fn known_to<Part: serde::de::DeserializeOwned + std::fmt::Debug>() -> Vec<String> {
    let error = serde_json::from_str::<Part>(r#"{"type":"unheard-of"}"#)
        .unwrap_err()
        .to_string();
    let (_, known) = error.split_once("expected one of ").unwrap();
    known.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn what_is_stored_is_what_is_read() {
    let edit = vec![Event::NotesEdited {
        update: bytes_of(UPDATE),
    }];
    let bare = Record {
        by: None,
        request: None,
        at: Millis(-1),
        ..record(edit.clone())
    };
    let mixed = record([every_event(), edit.clone()].concat());
    for record in [record(Vec::new()), record(edit), bare, mixed] {
        assert_eq!(Record::decode(&record.encode()), Ok(record));
    }
}

#[test]
fn a_notes_edit_takes_few_bytes_beside_the_update() {
    let bytes = record(vec![Event::NotesEdited {
        update: bytes_of(UPDATE),
    }])
    .encode();
    assert!(bytes.len() - bytes_of(UPDATE).len() <= 40, "{}", bytes.len());
}

#[test]
fn a_record_of_a_newer_version_or_a_damaged_one_says_so() {
    let newer = RECORDS.lines().next().unwrap().replacen("\"v\":1", "\"v\":2", 1);
    assert_eq!(Record::decode(newer.as_bytes()), Err(RecordUnreadable::Version(2)));
    assert_eq!(Record::decode(b"N\x02"), Err(RecordUnreadable::Version(2)));
    for bytes in [
        b"".as_slice(),
        b"{}",
        b"[]",
        b"N",
        b"N\x01",
        b"{\"v\":1,\"at\":0,\"events\":[{\"type\":\"unheard-of\"}]}",
    ] {
        assert!(matches!(Record::decode(bytes), Err(RecordUnreadable::Form(_))), "{bytes:?}");
    }
}

#[test]
fn what_was_made_is_known_from_the_events() {
    assert_eq!(
        made(&[Event::FloorRequested {
            request: RequestId(4),
            seat: seat_id("ana"),
            details: Details::default(),
        }])
        .as_deref(),
        Some("r4")
    );
    assert_eq!(
        made(&[Event::PollDrafted {
            poll: PollId(2),
            paper: paper(PollKind::Single, &[]),
            round: None
        }])
        .as_deref(),
        Some("p2")
    );
    assert_eq!(made(&[Event::ListOpened]), None);
}
