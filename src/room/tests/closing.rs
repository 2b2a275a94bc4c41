//! Closing and reopening the room.

use super::scene::{asked_by, asks, cast, does, given, named, next, options, request, room, seat, sentence, update, withdraw};
use crate::room::Room;
use crate::room::command::{Command, NotesCommand, PollCommand, RoomCommand, SeatCommand, Writers};
use crate::room::event::Event;
use crate::room::ids::{PollId, RequestId};
use crate::room::polls::PollResult;
use crate::room::refusal::Code;
use crate::room::seat::Role;
use crate::room::view::{Audience, ListState, RoomState};

const CLOSE: Command = Command::Room(RoomCommand::Close { settle: false });
const SETTLE: Command = Command::Room(RoomCommand::Close { settle: true });
const REOPEN: Command = Command::Room(RoomCommand::Reopen);
const OPEN: Command = Command::Polls(PollCommand::Open { poll: PollId(1) });
const OPEN_BOTH: [(&str, Command); 2] = [
    ("chair", OPEN),
    ("chair", Command::Polls(PollCommand::Open { poll: PollId(2) })),
];

fn why_not(room: &Room) -> String {
    let answer = room.decide(&CLOSE, &asked_by("chair", 60));
    assert_eq!(answer.as_ref().unwrap_err().code, Code::StillOpen);
    sentence(answer)
}

#[test]
fn a_room_where_all_is_settled_closes() {
    let mut room = given([("ana", request())]);
    assert_eq!(asks(&room, "chair", CLOSE), Ok(vec![Event::RoomClosed { revision: 1 }]));
    does(&mut room, "chair", 60, &CLOSE);
    let view = room.view(Audience::Participant);
    assert_eq!(
        (view.room.state, view.room.revision, view.floor.list),
        (RoomState::Closed, 1, ListState::Closed)
    );
    assert_eq!(view.room.closed_at, Some(asked_by("chair", 60).now));
    assert_eq!(view.floor.order, [RequestId(1)], "who was not heard stays on record");
}

#[test]
fn a_room_with_somebody_speaking_or_a_poll_open_says_what_is_open() {
    let speaking = given([("ana", request()), ("chair", next())]);
    assert_eq!(why_not(&speaking), "The room cannot close yet: Name of ana has the floor.");
    let polls = given(OPEN_BOTH);
    assert_eq!(
        why_not(&polls),
        "The room cannot close yet: polls p1 “Which way?”, p2 “Which way?” are open."
    );
    let both = given([("ana", request()), ("chair", next()), ("chair", OPEN)]);
    let expected = "The room cannot close yet: Name of ana has the floor, and poll p1 “Which way?” is open.";
    assert_eq!(why_not(&both), expected);
}

#[test]
fn settling_ends_the_speech_and_closes_the_polls_first() {
    let cast = cast(PollId(1), &[1]);
    let mut room = given([("ana", request()), ("chair", next()), ("chair", OPEN), ("ana", cast)]);
    let tally = [(options(&[1])[0], 1), (options(&[2])[0], 0)].into();
    let events = vec![
        Event::InterventionEnded,
        Event::PollClosed {
            poll: PollId(1),
            result: Box::new(PollResult {
                electorate: 3,
                tally,
                ballots: 1,
                ..PollResult::default()
            }),
        },
        Event::RoomClosed { revision: 1 },
    ];
    assert_eq!(asks(&room, "chair", SETTLE), Ok(events));
    does(&mut room, "chair", 60, &SETTLE);
    assert!(room.floor.speaking.is_none());
    assert_eq!(room.floor.interventions.len(), 1);
}

#[test]
fn a_closed_room_refuses_everything_but_reading_joining_and_reopening() {
    let room = given([("ana", request()), ("chair", CLOSE)]);
    let commands: [(&str, Command); 8] = [
        ("ana", request()),
        ("ana", withdraw(None).into()),
        ("chair", next()),
        ("chair", OPEN),
        (
            "chair",
            NotesCommand::Writers {
                writers: Writers::Everyone,
            }
            .into(),
        ),
        ("chair", CLOSE),
        ("organiser", SETTLE),
        ("ana", SeatCommand::Update { profile: named("Ana") }.into()),
    ];
    for (name, command) in commands {
        assert_eq!(asks(&room, name, command), Err(Code::RoomClosed));
    }
    assert_eq!(
        room.decide_edit(&update(), &asked_by("rapporteur", 60)).unwrap_err().code,
        Code::RoomClosed
    );
    assert!(room.decide_join(seat("dora", Role::Participant), 7).unwrap().is_some());
    assert_eq!(asks(&room, "organiser", REOPEN), Ok(vec![Event::RoomReopened]));
}

#[test]
fn the_role_is_looked_at_before_the_rooms_state() {
    let room = given([("chair", CLOSE)]);
    assert_eq!(asks(&room, "ana", next()), Err(Code::NotAllowed));
    assert_eq!(asks(&room, "chair", REOPEN), Err(Code::NotAllowed));
    assert_eq!(
        room.decide_edit(&update(), &asked_by("screen", 60)).unwrap_err().code,
        Code::NotAllowed
    );
}

#[test]
fn a_reopened_room_goes_on_as_it_stood_and_closes_as_the_next_revision() {
    let room = given([("ana", request()), ("chair", CLOSE), ("organiser", REOPEN)]);
    let view = room.view(Audience::Participant);
    assert_eq!(
        (view.room.state, view.room.revision, view.room.closed_at),
        (RoomState::Open, 2, None)
    );
    assert_eq!(view.floor.list, ListState::Open);
    assert_eq!(
        asks(&room, "chair", next()),
        Ok(vec![Event::FloorGiven {
            request: RequestId(1),
            limit_s: 180,
            allowance_s: 0,
            ahead: 0,
            reason: None
        }])
    );
    assert_eq!(asks(&room, "chair", CLOSE), Ok(vec![Event::RoomClosed { revision: 2 }]));
}

#[test]
fn an_open_room_cannot_be_reopened() {
    assert_eq!(asks(&room(), "organiser", REOPEN), Err(Code::RoomOpen));
}
