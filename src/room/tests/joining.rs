//! Taking a seat, correcting it, and what a changed meeting file changes.

use super::scene::{asks, close, definition, does, given, limit, named, paper, room, seat, seat_id, stamp};
use crate::room::Room;
use crate::room::command::{Command, FloorCommand, PollCommand, PollKind, SeatCommand, Writers};
use crate::room::event::{Definition, Event};
use crate::room::ids::PollId;
use crate::room::limits::{SEATS_EVER_MAX, SEATS_MAX};
use crate::room::refusal::Code;
use crate::room::seat::{Class, Profile, Rank, Role, Seat};
use crate::room::view::Audience;

fn joins(room: &Room, profile: Profile) -> Result<Profile, Code> {
    let seat = Seat {
        id: seat_id("dora"),
        role: Role::Participant,
        profile,
        issue: 0,
    };
    match room.decide_join(seat, 7) {
        Ok(Some(Event::SeatTaken { seat })) => Ok(seat.profile),
        Ok(other) => panic!("{other:?}"),
        Err(refusal) => Err(refusal.code),
    }
}

#[test]
fn a_seat_is_taken_with_its_texts_trimmed() {
    let profile = Profile {
        name: Some("  Dora ".to_owned()),
        delegation: Some("Tuvalu".to_owned()),
        class: Some(Class::State),
        rank: Some(Rank::Minister),
    };
    assert_eq!(
        joins(&room(), profile.clone()),
        Ok(Profile {
            name: Some("Dora".to_owned()),
            ..profile
        })
    );
}

#[test]
fn a_person_may_say_nothing_and_blanks_are_nothing() {
    assert_eq!(joins(&room(), Profile::default()), Ok(Profile::default()));
    assert_eq!(joins(&room(), named("   ")), Ok(Profile::default()));
}

#[test]
fn texts_that_are_too_long_or_cannot_be_shown_are_refused() {
    let delegation = |text: String| Profile {
        delegation: Some(text),
        ..Profile::default()
    };
    assert_eq!(joins(&room(), named(&"x".repeat(121))), Err(Code::TextInvalid));
    assert!(joins(&room(), named(&"ö".repeat(120))).is_ok());
    assert_eq!(joins(&room(), delegation("x".repeat(161))), Err(Code::TextInvalid));
    assert!(joins(&room(), delegation("ö".repeat(160))).is_ok());
    assert_eq!(joins(&room(), named("An\u{202e}a")), Err(Code::TextInvalid));
    assert_eq!(joins(&room(), named("An\u{1b}a")), Err(Code::TextInvalid));
}

#[test]
fn the_same_id_in_the_same_role_is_the_same_seat() {
    assert_eq!(room().decide_join(seat("ana", Role::Participant), 7), Ok(None));
    assert_eq!(
        room().decide_join(seat("ana", Role::Chair), 7).unwrap_err().code,
        Code::NotAllowed
    );
}

#[test]
fn an_organiser_takes_no_seat() {
    assert_eq!(room().decide_join(seat("organiser", Role::Organiser), 7), Ok(None));
}

#[test]
fn a_room_has_only_so_many_seats() {
    let mut room = room();
    let code = |room: &Room, held| {
        room.decide_join(seat("dora", Role::Participant), held)
            .err()
            .map(|refusal| refusal.code)
    };
    assert_eq!(code(&room, SEATS_MAX - 1), None);
    assert_eq!(code(&room, SEATS_MAX), Some(Code::TooMany));
    assert_eq!(
        room.decide_join(seat("ana", Role::Participant), SEATS_MAX),
        Ok(None),
        "who sits there already may come back"
    );
    for number in room.seats.len()..SEATS_EVER_MAX {
        let seat = seat(&format!("guest-{number}"), Role::Participant);
        room.apply(&stamp("chair", 1), &Event::SeatTaken { seat });
    }
    assert_eq!(code(&room, 1), Some(Code::TooMany), "not without end");
}

#[test]
fn seats_taken_counts_people_not_screens() {
    assert_eq!(room().view(Audience::Participant).people.seats_taken, 6);
}

#[test]
fn a_correction_takes_the_place_of_all_that_was_said() {
    let update = |profile| Command::from(SeatCommand::Update { profile });
    let state = Profile {
        delegation: Some(" Tuvalu ".to_owned()),
        class: Some(Class::State),
        ..Profile::default()
    };
    let mut room = given([("ana", update(state))]);
    let you = room.you(&seat_id("ana"), Role::Participant).profile;
    assert_eq!((you.name, you.delegation.as_deref()), (None, Some("Tuvalu")));
    assert_eq!(asks(&room, "ana", update(named("a\u{0}b"))), Err(Code::TextInvalid));
    assert_eq!(asks(&room, "organiser", update(named("Olga"))), Err(Code::UnknownSeat));
    does(&mut room, "ana", 3, &update(Profile::default()));
    assert_eq!(room.you(&seat_id("ana"), Role::Participant).profile, Profile::default());
}

#[test]
fn a_changed_meeting_file_changes_titles_and_limits_and_leaves_what_the_room_did() {
    let mut room = given([
        ("chair", close()),
        ("chair", limit(60).into()),
        ("chair", PollCommand::Discard { poll: PollId(1) }.into()),
    ]);
    let polls = vec![paper(PollKind::Single, &["x", "y"])];
    let retitled = Definition {
        title: "Policies".to_owned(),
        writers: Writers::Everyone,
        polls,
        ..definition()
    };
    room.apply(
        &stamp("chair", 9),
        &Event::RoomConfigured {
            definition: Box::new(retitled.clone()),
        },
    );
    let view = room.view(Audience::Chair);
    assert_eq!(
        (view.room.title.as_str(), view.floor.limit_s, view.notes.writers),
        ("Policies", 60, Writers::Chosen)
    );
    assert_eq!(view.polls.order, [PollId(2)]);
    let shorter = Definition {
        speaking_limit_s: 120,
        ..retitled
    };
    room.apply(
        &stamp("chair", 9),
        &Event::RoomConfigured {
            definition: Box::new(shorter),
        },
    );
    assert_eq!(room.view(Audience::Chair).floor.limit_s, 120);
    assert_eq!(asks(&room, "chair", FloorCommand::Open), Ok(vec![Event::ListOpened]));
}
