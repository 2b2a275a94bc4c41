//! The course of the session: announcements, the countdown, more time, help, and the screen.

use super::scene::{NOON, asks, definition, does, given, room, sentence, stamp};
use crate::room::command::{Command, RoomCommand, SessionCommand, Shows};
use crate::room::event::{Definition, Event, SessionEvent};
use crate::room::ids::Millis;
use crate::room::refusal::Code;
use crate::room::seat::Role;
use crate::room::view::{Audience, SessionView};
use crate::room::{Context, Room};

fn announce(message: &str) -> Command {
    let message = message.to_owned();
    SessionCommand::Announce { message, for_s: None }.into()
}

fn countdown(seconds: u32) -> Command {
    let label = "Coffee".to_owned();
    SessionCommand::Countdown { seconds, label }.into()
}

fn call(reason: &str) -> Command {
    let reason = reason.to_owned();
    SessionCommand::CallForHelp { reason }.into()
}

fn close() -> Command {
    RoomCommand::Close { settle: true }.into()
}

fn seen(room: &Room, audience: Audience) -> SessionView {
    room.view(audience).session
}

fn ends_at(room: &Room) -> Option<i64> {
    let countdown = room.session.countdown.as_ref();
    countdown.map(|countdown| (countdown.ends_at.0 - NOON) / 1_000)
}

#[test]
fn an_announcement_is_seen_by_all_until_its_time_and_the_next_takes_its_place() {
    let mut room = given([
        ("organiser", announce("  Ten minutes left ")),
        ("chair", announce("Please sit down")),
    ]);
    for audience in Audience::ALL {
        let told = seen(&room, audience).announcement.unwrap();
        let expected = (2, "Please sit down", Role::Chair, Millis(NOON + 602_000));
        assert_eq!((told.number, told.message.as_str(), told.role, told.until), expected);
    }
    does(&mut room, "chair", 3, &SessionCommand::Unannounce.into());
    assert_eq!(seen(&room, Audience::Participant).announcement, None);
    assert_eq!(asks(&room, "chair", SessionCommand::Unannounce), Err(Code::NothingAnnounced));
    does(&mut room, "organiser", 4, &announce("Lunch"));
    assert_eq!(
        seen(&room, Audience::Screen).announcement.unwrap().number,
        3,
        "it is another one"
    );
}

#[test]
fn an_announcement_says_something_within_its_bounds() {
    let room = room();
    let told = |message: &str, for_s| {
        let message = message.to_owned();
        asks(&room, "organiser", SessionCommand::Announce { message, for_s }).map(drop)
    };
    assert_eq!(told(" \n", None), Err(Code::TextInvalid));
    assert_eq!(told(&"x".repeat(301), None), Err(Code::TextInvalid));
    assert_eq!(told("x", Some(9)), Err(Code::OutOfBounds));
    assert_eq!(told("x", Some(43_201)), Err(Code::OutOfBounds));
    assert_eq!(told(&"x".repeat(300), Some(43_200)), Ok(()));
    assert_eq!(asks(&room, "ana", announce("x")), Err(Code::NotAllowed));
    assert_eq!(asks(&room, "rapporteur", announce("x")), Err(Code::NotAllowed));
}

#[test]
fn a_countdown_ends_at_its_time_and_another_takes_its_place() {
    let mut room = given([("chair", countdown(600)), ("organiser", countdown(60))]);
    assert_eq!(ends_at(&room), Some(62));
    assert_eq!(seen(&room, Audience::Participant).countdown.unwrap().label, "Coffee");
    does(&mut room, "chair", 3, &SessionCommand::StopCountdown.into());
    assert_eq!((ends_at(&room), room.due_at()), (None, None), "nothing happens by itself");
    assert_eq!(asks(&room, "chair", SessionCommand::StopCountdown), Err(Code::NoCountdown));
    assert_eq!(asks(&room, "chair", countdown(9)), Err(Code::OutOfBounds));
    assert_eq!(asks(&room, "chair", countdown(14_401)), Err(Code::OutOfBounds));
}

/// What the pages are told.
fn extended_min(room: &Room) -> u32 {
    seen(room, Audience::Chair).extended_min
}

#[test]
fn more_time_is_for_the_session_and_for_a_countdown_that_is_there() {
    let more = |minutes| Command::from(SessionCommand::Extend { minutes, seen: None });
    let mut room = given([("organiser", more(5)), ("chair", countdown(60)), ("organiser", more(10))]);
    assert_eq!((extended_min(&room), ends_at(&room)), (15, Some(662)));
    // Its time has come long ago: from then on it would be over at once.
    does(&mut room, "organiser", 1_000, &more(1));
    assert_eq!(ends_at(&room), Some(1_060));
    assert_eq!(asks(&room, "organiser", more(0)), Err(Code::OutOfBounds));
    assert_eq!(asks(&room, "organiser", more(465)), Err(Code::OutOfBounds));
    assert_eq!(
        sentence(room.decide(&more(481), &super::scene::asked_by("chair", 60))),
        "A session is extended by 1 minute or more, and by 8 hours in all, not by 481 minutes."
    );
}

#[test]
fn a_session_that_is_planned_anew_is_extended_no_more() {
    let mut room = given([("organiser", SessionCommand::Extend { minutes: 5, seen: None }.into())]);
    let configured = |definition: Definition| Event::RoomConfigured {
        definition: Box::new(definition),
    };
    room.apply(&stamp("organiser", 2), &configured(definition()));
    assert_eq!(extended_min(&room), 5, "it ends as planned before");
    let ends = "17:10".to_owned();
    room.apply(&stamp("organiser", 3), &configured(Definition { ends, ..definition() }));
    assert_eq!(extended_min(&room), 0);
}

#[test]
fn a_call_for_help_is_between_the_room_and_the_organiser() {
    let mut room = given([("rapporteur", call("The projector is dark"))]);
    for (audience, sees) in [
        (Audience::Participant, false),
        (Audience::Screen, false),
        (Audience::Chair, true),
        (Audience::Rapporteur, true),
    ] {
        assert_eq!(seen(&room, audience).help.is_some(), sees, "{audience:?}");
    }
    assert_eq!(asks(&room, "chair", call("")), Err(Code::HelpCalled));
    assert_eq!(asks(&room, "chair", SessionCommand::AnswerHelp), Err(Code::NotAllowed));
    assert_eq!(asks(&room, "organiser", call("")), Err(Code::NotAllowed));
    does(&mut room, "organiser", 2, &SessionCommand::AnswerHelp.into());
    let help = seen(&room, Audience::Chair).help.unwrap();
    assert_eq!(
        (help.coming, help.reason.as_str(), help.role),
        (true, "The projector is dark", Role::Rapporteur)
    );
    assert_eq!(asks(&room, "organiser", SessionCommand::AnswerHelp), Err(Code::HelpCalled));
    does(&mut room, "chair", 3, &SessionCommand::EndHelp.into());
    assert_eq!(seen(&room, Audience::Chair).help, None);
    for command in [SessionCommand::AnswerHelp, SessionCommand::EndHelp] {
        assert_eq!(asks(&room, "organiser", command), Err(Code::NoHelpCalled));
    }
}

#[test]
fn the_screen_shows_what_chair_or_organiser_say() {
    let mut room = room();
    assert_eq!(seen(&room, Audience::Screen).screen, Shows::Automatic);
    does(
        &mut room,
        "organiser",
        1,
        &SessionCommand::Screen { shows: Shows::Notes }.into(),
    );
    assert_eq!(seen(&room, Audience::Screen).screen, Shows::Notes);
    let shows = Shows::Blank;
    assert_eq!(asks(&room, "ana", SessionCommand::Screen { shows }), Err(Code::NotAllowed));
}

#[test]
fn a_closed_room_is_told_and_helped_but_gets_no_more_time() {
    let mut room = given([("chair", countdown(600)), ("chair", close())]);
    assert_eq!(ends_at(&room), None, "there is nothing left to count down to");
    assert_eq!(
        asks(&room, "organiser", SessionCommand::Extend { minutes: 5, seen: None }),
        Err(Code::RoomClosed)
    );
    let shows = Shows::Join;
    let asked = [
        ("organiser", announce("To the plenary, please")),
        ("organiser", countdown(60)),
        ("chair", call("")),
        ("organiser", SessionCommand::AnswerHelp.into()),
        ("organiser", SessionCommand::EndHelp.into()),
        ("organiser", SessionCommand::Screen { shows }.into()),
    ];
    for (second, (name, command)) in (10..).zip(asked) {
        does(&mut room, name, second, &command);
    }
    does(&mut room, "organiser", 30, &RoomCommand::Reopen.into());
    assert_eq!(
        (ends_at(&room), seen(&room, Audience::Screen).screen),
        (Some(71), Shows::Join)
    );
}

#[test]
fn an_organiser_speaks_as_one_without_a_seat_in_the_room() {
    let context = Context {
        role: Role::Organiser,
        ..super::scene::asked_by("secretariat", 1)
    };
    let events = room().decide(&announce("Lunch"), &context).unwrap();
    let [Event::Session(SessionEvent::Announced { role, .. })] = events.as_slice() else {
        panic!("{events:?}");
    };
    assert_eq!(*role, Role::Organiser);
}
