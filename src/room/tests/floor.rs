//! The list of speakers.

use super::scene::{
    self, asked_by, asks, close, does, end, given, limit, moves, named, next, request, room, seat, seat_id, sentence, skip,
    stamp, withdraw,
};
use crate::room::command::{FloorCommand, SeatCommand};
use crate::room::event::Event;
use crate::room::floor::Details;
use crate::room::ids::{Millis, RequestId};
use crate::room::limits::REQUESTS_MAX;
use crate::room::refusal::Code;
use crate::room::seat::{Profile, Role};
use crate::room::view::{Audience, ListState};
use crate::room::{Context, Room};

const R1: RequestId = RequestId(1);
const R2: RequestId = RequestId(2);
const R3: RequestId = RequestId(3);

fn withdrawn(request: RequestId, by_chair: bool) -> Event {
    Event::RequestWithdrawn {
        request,
        by_chair,
        reason: None,
    }
}

fn order(room: &Room) -> Vec<RequestId> {
    room.view(Audience::Participant).floor.order
}

#[test]
fn whoever_asks_stands_at_the_end_of_the_list() {
    let room = given([("ana", request()), ("rapporteur", request())]);
    assert_eq!(
        asks(&room, "ben", request()),
        Ok(vec![Event::FloorRequested {
            request: R3,
            seat: seat_id("ben"),
            details: Details::default()
        }])
    );
    assert_eq!(order(&room), [R1, R2]);
}

#[test]
fn nobody_asks_twice_or_while_speaking() {
    let room = given([("ana", request()), ("ben", request()), ("chair", next())]);
    assert_eq!(asks(&room, "ana", request()), Err(Code::AlreadySpeaking));
    assert_eq!(asks(&room, "ben", request()), Err(Code::AlreadyOnList));
}

#[test]
fn whoever_has_spoken_may_ask_again_and_gets_a_new_request() {
    let room = given([("ana", request()), ("chair", next()), ("chair", end())]);
    assert_eq!(
        asks(&room, "ana", request()),
        Ok(vec![Event::FloorRequested {
            request: R2,
            seat: seat_id("ana"),
            details: Details::default()
        }])
    );
}

#[test]
fn a_closed_list_takes_nobody_new_and_those_on_it_speak() {
    let room = given([("ana", request()), ("chair", close())]);
    assert_eq!(asks(&room, "ben", request()), Err(Code::ListClosed));
    assert_eq!(asks(&room, "ana", request()), Err(Code::AlreadyOnList));
    assert_eq!(
        asks(&room, "chair", next()),
        Ok(vec![Event::FloorGiven {
            request: R1,
            limit_s: 180,
            allowance_s: 0,
            ahead: 0,
            reason: None
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
                details: Details::default(),
            },
        );
    }
    assert_eq!(asks(&room, "ana", request()), Err(Code::TooMany));
}

#[test]
fn whoever_is_not_in_the_room_cannot_ask() {
    let stranger = Context {
        now: Millis(0),
        seat: seat_id("stranger"),
        role: Role::Participant,
        request: None,
        present: None,
    };
    assert_eq!(room().decide(&request(), &stranger).unwrap_err().code, Code::UnknownSeat);
}

#[test]
fn everybody_takes_back_their_own_request_also_when_the_list_is_closed() {
    let room = given([("ana", request()), ("ben", request()), ("chair", close())]);
    for request in [None, Some(R2)] {
        assert_eq!(asks(&room, "ben", withdraw(request)), Ok(vec![withdrawn(R2, false)]));
    }
}

#[test]
fn only_the_chair_takes_back_somebody_elses() {
    let room = given([("ana", request())]);
    let withdraw = withdraw(Some(R1));
    assert_eq!(asks(&room, "ben", withdraw.clone()), Err(Code::NotAllowed));
    assert_eq!(asks(&room, "rapporteur", withdraw.clone()), Err(Code::NotAllowed));
    assert_eq!(asks(&room, "chair", withdraw.clone()), Ok(vec![withdrawn(R1, true)]));
    assert_eq!(asks(&room, "organiser", withdraw), Ok(vec![withdrawn(R1, true)]));
}

#[test]
fn what_is_not_on_the_list_cannot_be_taken_back() {
    let room = given([("ana", request()), ("chair", next())]);
    assert_eq!(asks(&room, "ana", withdraw(None)), Err(Code::NotOnList));
    assert_eq!(asks(&room, "chair", withdraw(None)), Err(Code::NotOnList));
    assert_eq!(asks(&room, "ana", withdraw(Some(R1))), Err(Code::UnknownRequest));
}

#[test]
fn next_gives_the_floor_to_the_first_and_ends_the_speech_under_way() {
    let mut room = given([("ana", request()), ("ben", request()), ("chair", next())]);
    let given = vec![
        Event::InterventionEnded,
        Event::FloorGiven {
            request: R2,
            limit_s: 180,
            allowance_s: 0,
            ahead: 0,
            reason: None,
        },
    ];
    assert_eq!(asks(&room, "chair", next()), Ok(given));
    does(&mut room, "chair", 63, &next());
    let speech = &room.floor.interventions[0];
    assert_eq!(
        (
            speech.request.seat.as_ref().unwrap().as_str(),
            speech.ended_at.0 - speech.started_at.0
        ),
        ("ana", 60_000)
    );
    assert_eq!(
        room.view(Audience::Screen).floor.speaking.unwrap().who.seat,
        Some(seat_id("ben"))
    );
}

#[test]
fn the_chair_may_call_anybody_on_the_list() {
    let room = given([("ana", request()), ("ben", request())]);
    let answer = asks(&room, "chair", scene::give(R2));
    assert_eq!(
        answer,
        Ok(vec![Event::FloorGiven {
            request: R2,
            limit_s: 180,
            allowance_s: 0,
            ahead: 1,
            reason: None
        }])
    );
    assert_eq!(asks(&room, "chair", scene::give(R3)), Err(Code::UnknownRequest));
}

#[test]
fn two_chairs_who_press_next_in_the_same_instant_make_one_advance() {
    let mut room = given([("ana", request()), ("ben", request()), ("cleo", request())]);
    does(&mut room, "chair", 10, &next());
    let second = room.decide(&next(), &asked_by("cochair", 10));
    assert_eq!(second.as_ref().unwrap_err().code, Code::AlreadySpeaking);
    assert_eq!(sentence(second), "The floor has just been given to Name of ana.");
    assert!(
        room.decide(&next(), &asked_by("cochair", 11)).is_err(),
        "a second later the page may still be the old one"
    );
    assert!(
        room.decide(&next(), &asked_by("cochair", 12)).is_ok(),
        "two seconds later it is a press of its own"
    );
    assert!(
        room.decide(&next(), &asked_by("chair", 10)).is_ok(),
        "one's own advance has been seen"
    );
}

#[test]
fn two_chairs_who_call_the_same_request_make_one_advance() {
    let mut room = given([("ana", request()), ("ben", request())]);
    does(&mut room, "chair", 10, &scene::give(R1).into());
    let second = room.decide(&scene::give(R1).into(), &asked_by("cochair", 30));
    assert_eq!(second.unwrap_err().code, Code::AlreadySpeaking);
}

#[test]
fn with_nobody_waiting_there_is_no_next() {
    assert_eq!(asks(&room(), "chair", next()), Err(Code::NobodyWaiting));
}

#[test]
fn a_speech_ends_once() {
    let mut room = given([("ana", request()), ("chair", next())]);
    assert_eq!(asks(&room, "chair", end()), Ok(vec![Event::InterventionEnded]));
    does(&mut room, "chair", 60, &end());
    assert_eq!(asks(&room, "cochair", end()), Err(Code::NobodySpeaking));
    assert_eq!(room.view(Audience::Screen).floor.spoken, 1);
}

#[test]
fn a_clock_that_was_set_back_makes_no_speech_shorter_than_nothing() {
    let mut room = given([("ana", request()), ("chair", next())]);
    does(&mut room, "chair", -600, &end());
    let speech = &room.floor.interventions[0];
    assert_eq!(speech.started_at, speech.ended_at);
}

#[test]
fn a_skipped_request_is_off_the_list_and_its_seat_may_ask_anew() {
    let mut room = given([("ana", request()), ("ben", request())]);
    let skip = skip(R1);
    assert_eq!(
        asks(&room, "chair", skip.clone()),
        Ok(vec![Event::RequestSkipped {
            request: R1,
            reason: None
        }])
    );
    does(&mut room, "chair", 10, &skip.clone().into());
    assert_eq!(order(&room), [R2]);
    assert_eq!(asks(&room, "chair", skip), Err(Code::UnknownRequest));
    assert!(asks(&room, "ana", request()).is_ok());
}

#[test]
fn the_chair_changes_the_order() {
    for (moved, before, expected) in [
        (R3, Some(R1), [R3, R1, R2]),
        (R1, Some(R3), [R2, R1, R3]),
        (R1, None, [R2, R3, R1]),
        (R2, Some(R2), [R1, R2, R3]),
        (R3, None, [R1, R2, R3]),
    ] {
        let mut room = given([("ana", request()), ("ben", request()), ("cleo", request())]);
        does(&mut room, "chair", 10, &moves(moved, before).into());
        assert_eq!(order(&room), expected, "{moved} before {before:?}");
    }
}

#[test]
fn only_what_waits_can_be_moved_and_only_in_front_of_what_waits() {
    let room = given([("ana", request())]);
    assert_eq!(asks(&room, "chair", moves(R2, None)), Err(Code::UnknownRequest));
    assert_eq!(asks(&room, "chair", moves(R1, Some(R2))), Err(Code::UnknownRequest));
}

#[test]
fn the_list_opens_and_closes_once() {
    let mut room = room();
    assert_eq!(asks(&room, "chair", FloorCommand::Open), Err(Code::ListOpen));
    assert_eq!(asks(&room, "chair", close()), Ok(vec![Event::ListClosed]));
    does(&mut room, "chair", 1, &close());
    assert_eq!(room.view(Audience::Participant).floor.list, ListState::Exhausted);
    assert_eq!(asks(&room, "chair", close()), Err(Code::ListClosed));
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
            Ok(vec![Event::LimitSet { seconds, scope: None }])
        } else {
            Err(Code::OutOfBounds)
        };
        assert_eq!(asks(&room(), "chair", limit(seconds)), expected);
    }
}

#[test]
fn the_speech_under_way_keeps_the_limit_that_it_began_with() {
    let limit = limit(60);
    let room = given([("ana", request()), ("chair", next()), ("chair", limit.into())]);
    let view = room.view(Audience::Participant).floor;
    assert_eq!((view.limit_s, view.speaking.unwrap().limit_s), (60, 180));
}

#[test]
fn the_list_shows_the_name_that_the_seat_has_now() {
    let update = SeatCommand::Update {
        profile: named("Dr Ana"),
    };
    let room = given([("ana", request()), ("ana", update.into())]);
    assert_eq!(
        room.view(Audience::Screen).floor.requests[&R1].profile.name.as_deref(),
        Some("Dr Ana")
    );
}

#[test]
fn what_the_chair_decided_about_a_request_stays_on_record_when_it_is_taken_back() {
    let room = given([
        ("ana", request()),
        ("ben", request()),
        ("chair", moves(R2, Some(R1)).into()),
        ("ben", withdraw(None).into()),
        ("ana", withdraw(None).into()),
    ]);
    let kept: Vec<RequestId> = room.floor.withdrawn.iter().map(|request| request.id).collect();
    assert_eq!(kept, [R2]);
}

#[test]
fn a_journal_in_which_two_of_one_delegation_waited_loses_neither_speech() {
    let mut room = room();
    for name in ["ana", "ben"] {
        let profile = Profile {
            delegation: Some("Kenya".to_owned()),
            ..named(name)
        };
        let update = SeatCommand::Update { profile };
        does(&mut room, name, 1, &update.into());
    }
    for (number, name) in [(1, "ana"), (2, "ben")] {
        let asked = Event::FloorRequested {
            request: RequestId(number),
            seat: seat_id(name),
            details: Details::default(),
        };
        room.apply(&stamp(name, 2), &asked);
    }
    for second in [10, 20] {
        does(&mut room, "chair", second, &next());
    }
    does(&mut room, "chair", 30, &end());
    let heard: Vec<RequestId> = room.floor.interventions.iter().map(|speech| speech.request.id).collect();
    assert_eq!(heard, [R1, R2]);
}
