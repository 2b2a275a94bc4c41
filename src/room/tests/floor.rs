//! The list of speakers.

use super::scene::{asked_by, asks, does, given, named, room, seat, seat_id, sentence, stamp};
use crate::room::command::{Command, FloorCommand, SeatCommand};
use crate::room::event::Event;
use crate::room::ids::{Millis, RequestId};
use crate::room::limits::REQUESTS_MAX;
use crate::room::refusal::Code;
use crate::room::seat::Role;
use crate::room::view::{Audience, ListState};
use crate::room::{Context, Room};

const REQUEST: Command = Command::Floor(FloorCommand::Request);
const NEXT: Command = Command::Floor(FloorCommand::Give { request: None });
const CLOSE: Command = Command::Floor(FloorCommand::Close);
const R1: RequestId = RequestId(1);
const R2: RequestId = RequestId(2);
const R3: RequestId = RequestId(3);

fn order(room: &Room) -> Vec<RequestId> {
    room.view(Audience::Participant).floor.order
}

#[test]
fn whoever_asks_stands_at_the_end_of_the_list() {
    let room = given([("ana", REQUEST), ("rapporteur", REQUEST)]);
    assert_eq!(
        asks(&room, "ben", REQUEST),
        Ok(vec![Event::FloorRequested {
            request: R3,
            seat: seat_id("ben")
        }])
    );
    assert_eq!(order(&room), [R1, R2]);
}

#[test]
fn nobody_asks_twice_or_while_speaking() {
    let room = given([("ana", REQUEST), ("ben", REQUEST), ("chair", NEXT)]);
    assert_eq!(asks(&room, "ana", REQUEST), Err(Code::AlreadySpeaking));
    assert_eq!(asks(&room, "ben", REQUEST), Err(Code::AlreadyOnList));
}

#[test]
fn whoever_has_spoken_may_ask_again_and_gets_a_new_request() {
    let room = given([("ana", REQUEST), ("chair", NEXT), ("chair", FloorCommand::End.into())]);
    assert_eq!(
        asks(&room, "ana", REQUEST),
        Ok(vec![Event::FloorRequested {
            request: R2,
            seat: seat_id("ana")
        }])
    );
}

#[test]
fn a_closed_list_takes_nobody_new_and_those_on_it_speak() {
    let room = given([("ana", REQUEST), ("chair", CLOSE)]);
    assert_eq!(asks(&room, "ben", REQUEST), Err(Code::ListClosed));
    assert_eq!(asks(&room, "ana", REQUEST), Err(Code::AlreadyOnList));
    assert_eq!(
        asks(&room, "chair", NEXT),
        Ok(vec![Event::FloorGiven {
            request: R1,
            limit_s: 180
        }])
    );
}

#[test]
fn the_list_ends_somewhere() {
    let mut room = room();
    for number in 0..REQUESTS_MAX {
        let name = format!("guest-{number}");
        room.apply(
            &stamp("chair", 0),
            &Event::SeatTaken {
                seat: seat(&name, Role::Participant),
            },
        );
        let request = RequestId(u32::try_from(number).unwrap() + 1);
        room.apply(
            &stamp(&name, 0),
            &Event::FloorRequested {
                request,
                seat: seat_id(&name),
            },
        );
    }
    assert_eq!(asks(&room, "ana", REQUEST), Err(Code::TooMany));
}

#[test]
fn whoever_is_not_in_the_room_cannot_ask() {
    let stranger = Context {
        now: Millis(0),
        seat: seat_id("stranger"),
        role: Role::Participant,
    };
    assert_eq!(room().decide(&REQUEST, &stranger).unwrap_err().code, Code::UnknownSeat);
}

#[test]
fn everybody_takes_back_their_own_request_also_when_the_list_is_closed() {
    let room = given([("ana", REQUEST), ("ben", REQUEST), ("chair", CLOSE)]);
    for request in [None, Some(R2)] {
        assert_eq!(
            asks(&room, "ben", FloorCommand::Withdraw { request }),
            Ok(vec![Event::RequestWithdrawn { request: R2 }])
        );
    }
}

#[test]
fn only_the_chair_takes_back_somebody_elses() {
    let room = given([("ana", REQUEST)]);
    let withdraw = FloorCommand::Withdraw { request: Some(R1) };
    assert_eq!(asks(&room, "ben", withdraw.clone()), Err(Code::NotAllowed));
    assert_eq!(asks(&room, "rapporteur", withdraw.clone()), Err(Code::NotAllowed));
    assert_eq!(
        asks(&room, "chair", withdraw.clone()),
        Ok(vec![Event::RequestWithdrawn { request: R1 }])
    );
    assert_eq!(
        asks(&room, "organiser", withdraw),
        Ok(vec![Event::RequestWithdrawn { request: R1 }])
    );
}

#[test]
fn what_is_not_on_the_list_cannot_be_taken_back() {
    let room = given([("ana", REQUEST), ("chair", NEXT)]);
    assert_eq!(
        asks(&room, "ana", FloorCommand::Withdraw { request: None }),
        Err(Code::NotOnList)
    );
    assert_eq!(
        asks(&room, "chair", FloorCommand::Withdraw { request: None }),
        Err(Code::NotOnList)
    );
    assert_eq!(
        asks(&room, "ana", FloorCommand::Withdraw { request: Some(R1) }),
        Err(Code::UnknownRequest)
    );
}

#[test]
fn next_gives_the_floor_to_the_first_and_ends_the_speech_under_way() {
    let mut room = given([("ana", REQUEST), ("ben", REQUEST), ("chair", NEXT)]);
    let given = vec![
        Event::InterventionEnded,
        Event::FloorGiven {
            request: R2,
            limit_s: 180,
        },
    ];
    assert_eq!(asks(&room, "chair", NEXT), Ok(given));
    does(&mut room, "chair", 63, &NEXT);
    let speech = &room.floor.interventions[0];
    assert_eq!(
        (speech.seat.as_str(), speech.ended_at.0 - speech.started_at.0),
        ("ana", 60_000)
    );
    assert_eq!(room.view(Audience::Screen).floor.speaking.unwrap().who.seat, seat_id("ben"));
}

#[test]
fn the_chair_may_call_anybody_on_the_list() {
    let room = given([("ana", REQUEST), ("ben", REQUEST)]);
    let answer = asks(&room, "chair", FloorCommand::Give { request: Some(R2) });
    assert_eq!(
        answer,
        Ok(vec![Event::FloorGiven {
            request: R2,
            limit_s: 180
        }])
    );
    assert_eq!(
        asks(&room, "chair", FloorCommand::Give { request: Some(R3) }),
        Err(Code::UnknownRequest)
    );
}

#[test]
fn two_chairs_who_press_next_in_the_same_instant_make_one_advance() {
    let mut room = given([("ana", REQUEST), ("ben", REQUEST), ("cleo", REQUEST)]);
    does(&mut room, "chair", 10, &NEXT);
    let second = room.decide(&NEXT, &asked_by("cochair", 10));
    assert_eq!(second.as_ref().unwrap_err().code, Code::AlreadySpeaking);
    assert_eq!(sentence(second), "The floor has just been given to Name of ana.");
    assert!(
        room.decide(&NEXT, &asked_by("cochair", 11)).is_err(),
        "a second later the page may still be the old one"
    );
    assert!(
        room.decide(&NEXT, &asked_by("cochair", 12)).is_ok(),
        "two seconds later it is a press of its own"
    );
    assert!(
        room.decide(&NEXT, &asked_by("chair", 10)).is_ok(),
        "one's own advance has been seen"
    );
}

#[test]
fn two_chairs_who_call_the_same_request_make_one_advance() {
    let mut room = given([("ana", REQUEST), ("ben", REQUEST)]);
    does(&mut room, "chair", 10, &FloorCommand::Give { request: Some(R1) }.into());
    let second = room.decide(&FloorCommand::Give { request: Some(R1) }.into(), &asked_by("cochair", 30));
    assert_eq!(second.unwrap_err().code, Code::AlreadySpeaking);
}

#[test]
fn with_nobody_waiting_there_is_no_next() {
    assert_eq!(asks(&room(), "chair", NEXT), Err(Code::NobodyWaiting));
}

#[test]
fn a_speech_ends_once() {
    let mut room = given([("ana", REQUEST), ("chair", NEXT)]);
    assert_eq!(asks(&room, "chair", FloorCommand::End), Ok(vec![Event::InterventionEnded]));
    does(&mut room, "chair", 60, &FloorCommand::End.into());
    assert_eq!(asks(&room, "cochair", FloorCommand::End), Err(Code::NobodySpeaking));
    assert_eq!(room.view(Audience::Screen).floor.spoken, 1);
}

#[test]
fn a_clock_that_was_set_back_makes_no_speech_shorter_than_nothing() {
    let mut room = given([("ana", REQUEST), ("chair", NEXT)]);
    does(&mut room, "chair", -600, &FloorCommand::End.into());
    let speech = &room.floor.interventions[0];
    assert_eq!(speech.started_at, speech.ended_at);
}

#[test]
fn a_skipped_request_is_off_the_list_and_its_seat_may_ask_anew() {
    let mut room = given([("ana", REQUEST), ("ben", REQUEST)]);
    let skip = FloorCommand::Skip { request: R1 };
    assert_eq!(
        asks(&room, "chair", skip.clone()),
        Ok(vec![Event::RequestSkipped { request: R1 }])
    );
    does(&mut room, "chair", 10, &skip.clone().into());
    assert_eq!(order(&room), [R2]);
    assert_eq!(asks(&room, "chair", skip), Err(Code::UnknownRequest));
    assert!(asks(&room, "ana", REQUEST).is_ok());
}

#[test]
fn the_chair_changes_the_order() {
    for (request, before, expected) in [
        (R3, Some(R1), [R3, R1, R2]),
        (R1, Some(R3), [R2, R1, R3]),
        (R1, None, [R2, R3, R1]),
        (R2, Some(R2), [R1, R2, R3]),
        (R3, None, [R1, R2, R3]),
    ] {
        let mut room = given([("ana", REQUEST), ("ben", REQUEST), ("cleo", REQUEST)]);
        does(&mut room, "chair", 10, &FloorCommand::Move { request, before }.into());
        assert_eq!(order(&room), expected, "{request} before {before:?}");
    }
}

#[test]
fn only_what_waits_can_be_moved_and_only_in_front_of_what_waits() {
    let room = given([("ana", REQUEST)]);
    assert_eq!(
        asks(
            &room,
            "chair",
            FloorCommand::Move {
                request: R2,
                before: None
            }
        ),
        Err(Code::UnknownRequest)
    );
    assert_eq!(
        asks(
            &room,
            "chair",
            FloorCommand::Move {
                request: R1,
                before: Some(R2)
            }
        ),
        Err(Code::UnknownRequest)
    );
}

#[test]
fn the_list_opens_and_closes_once() {
    let mut room = room();
    assert_eq!(asks(&room, "chair", FloorCommand::Open), Err(Code::ListOpen));
    assert_eq!(asks(&room, "chair", CLOSE), Ok(vec![Event::ListClosed]));
    does(&mut room, "chair", 1, &CLOSE);
    assert_eq!(room.view(Audience::Participant).floor.list, ListState::Closed);
    assert_eq!(asks(&room, "chair", CLOSE), Err(Code::ListClosed));
    assert_eq!(asks(&room, "chair", FloorCommand::Open), Ok(vec![Event::ListOpened]));
}

#[test]
fn the_speaking_time_has_bounds() {
    for (seconds, fits) in [
        (9, false),
        (10, true),
        (3_600, true),
        (3_601, false),
        (0, false),
        (u32::MAX, false),
    ] {
        let expected = if fits {
            Ok(vec![Event::LimitSet { seconds }])
        } else {
            Err(Code::OutOfBounds)
        };
        assert_eq!(asks(&room(), "chair", FloorCommand::Limit { seconds }), expected);
    }
}

#[test]
fn the_speech_under_way_keeps_the_limit_that_it_began_with() {
    let limit = FloorCommand::Limit { seconds: 60 };
    let room = given([("ana", REQUEST), ("chair", NEXT), ("chair", limit.into())]);
    let view = room.view(Audience::Participant).floor;
    assert_eq!((view.limit_s, view.speaking.unwrap().limit_s), (60, 180));
}

#[test]
fn the_list_shows_the_name_that_the_seat_has_now() {
    let update = SeatCommand::Update {
        profile: named("Dr Ana"),
    };
    let room = given([("ana", REQUEST), ("ana", update.into())]);
    assert_eq!(
        room.view(Audience::Screen).floor.requests[&R1].name.as_deref(),
        Some("Dr Ana")
    );
}
