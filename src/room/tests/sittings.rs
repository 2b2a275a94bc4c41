//! More time for a session: which one of a room that meets several times is meant, what two give it at once, and how it is taken back.

use super::scene::{NOON, asks, definition, does, given, stamp};
use crate::room::Room;
use crate::room::command::{Command, SessionCommand};
use crate::room::event::{Definition, Event, SessionEvent, Sitting};
use crate::room::refusal::Code;
use crate::room::view::{Audience, SessionView};

fn seen(room: &Room, audience: Audience) -> SessionView {
    room.view(audience).session
}

/// What the pages are told.
fn extended_min(room: &Room) -> u32 {
    seen(room, Audience::Chair).extended_min
}

fn countdown(seconds: u32) -> Command {
    let label = "Coffee".to_owned();
    SessionCommand::Countdown { seconds, label }.into()
}

fn ends_at(room: &Room) -> Option<i64> {
    let countdown = room.session.countdown.as_ref();
    countdown.map(|countdown| (countdown.ends_at.0 - NOON) / 1_000)
}

#[test]
fn of_two_who_give_a_session_the_same_time_at_once_the_second_is_told_and_it_is_given_once() {
    let more = |seen| Command::from(SessionCommand::Extend { minutes: 10, seen });
    let back = |seen| Command::from(SessionCommand::EndAsPlanned { seen });
    let mut room = given([("organiser", more(Some(0)))]);
    assert_eq!(asks(&room, "chair", more(Some(0))), Err(Code::ExtendedMeanwhile));
    does(&mut room, "chair", 70, &more(Some(10)));
    assert_eq!(extended_min(&room), 20, "it was seen");
    assert_eq!(asks(&room, "organiser", back(Some(10))), Err(Code::ExtendedMeanwhile));
    does(&mut room, "organiser", 80, &back(Some(20)));
    assert_eq!(asks(&room, "chair", back(Some(20))), Ok(Vec::new()), "both want the same");
    does(&mut room, "chair", 90, &more(None));
    assert_eq!(extended_min(&room), 10, "nothing is said of what was seen");
}

fn sitting(session: &str, starts: &str, ends: &str) -> Sitting {
    let [session, date, starts, ends] = [session, "2024-05-10", starts, ends].map(str::to_owned);
    Sitting {
        session,
        date,
        starts,
        ends,
    }
}

/// A room that meets at 09:00, at 11:00 and at 17:00, all by the clocks of the place, which are four hours behind.
fn thrice() -> Room {
    let first = sitting("Opening", "09:00", "10:00");
    let mut room = Room::new();
    let definition = Definition {
        session: first.session,
        date: first.date,
        starts: first.starts,
        ends: first.ends,
        // As the programme has them, not by time.
        later: vec![sitting("Closing", "17:00", "18:00"), sitting("Midday", "11:00", "12:00")],
        timezone: "America/New_York".to_owned(),
        ..definition()
    };
    let opened = Event::RoomOpened {
        definition: Box::new(definition),
    };
    room.apply(&stamp("organiser", 0), &opened);
    room
}

/// Seconds after noon in London, where the scene begins, at a time in New York.
fn place(hour: i64, minute: i64) -> i64 {
    ((hour - 8) * 60 + minute) * 60
}

#[test]
fn a_room_that_meets_several_times_is_given_time_in_the_session_that_people_sit_in() {
    let more = Command::from(SessionCommand::Extend { minutes: 10, seen: None });
    let extended = |(hour, minute)| {
        let mut room = thrice();
        does(&mut room, "organiser", place(hour, minute), &more);
        let seen = seen(&room, Audience::Chair);
        assert_eq!(seen.extended_min, 10);
        seen.extended[0].times.starts.clone()
    };
    let cases = [
        ((7, 0), "09:00"),
        ((9, 30), "09:00"),
        // It is over, and people are still there.
        ((10, 29), "09:00"),
        ((10, 30), "11:00"),
        ((12, 15), "11:00"),
        ((13, 0), "17:00"),
        ((18, 20), "17:00"),
        ((23, 0), "17:00"),
    ];
    for (at, starts) in cases {
        assert_eq!(extended(at), starts, "at {at:?}");
    }
}

#[test]
fn more_time_is_taken_back_and_the_session_ends_as_planned() {
    let more = |minutes| Command::from(SessionCommand::Extend { minutes, seen: None });
    let back = Command::from(SessionCommand::EndAsPlanned { seen: None });
    let mut room = given([("organiser", more(5)), ("chair", countdown(60)), ("organiser", more(10))]);
    let counts_to = ends_at(&room);
    does(&mut room, "chair", 70, &back);
    assert_eq!((extended_min(&room), ends_at(&room)), (0, counts_to), "the countdown stays");
    assert_eq!(
        asks(&room, "chair", SessionCommand::EndAsPlanned { seen: None }),
        Ok(Vec::new())
    );
    assert_eq!(
        asks(&room, "ana", SessionCommand::EndAsPlanned { seen: None }),
        Err(Code::NotAllowed)
    );

    let mut room = thrice();
    does(&mut room, "organiser", place(9, 30), &more(5));
    does(&mut room, "organiser", place(17, 30), &more(15));
    does(&mut room, "organiser", place(17, 40), &back);
    let left = seen(&room, Audience::Chair).extended;
    assert_eq!(
        left.iter().map(|one| one.times.starts.as_str()).collect::<Vec<_>>(),
        ["09:00"]
    );
}

#[test]
fn what_one_session_was_given_is_not_said_of_another_and_goes_when_that_one_is_planned_anew() {
    let more = |minutes| Command::from(SessionCommand::Extend { minutes, seen: None });
    let mut room = thrice();
    does(&mut room, "organiser", place(9, 55), &more(30));
    does(&mut room, "organiser", place(10, 40), &more(400));
    does(&mut room, "organiser", place(17, 30), &more(15));
    let told = |room: &Room| -> Vec<(String, u32)> {
        let seen = seen(room, Audience::Chair).extended;
        seen.into_iter().map(|one| (one.times.starts, one.minutes)).collect()
    };
    let expected = [("09:00", 430), ("17:00", 15)].map(|(starts, minutes)| (starts.to_owned(), minutes));
    assert_eq!(told(&room), expected, "until it ends, half an hour later, the first goes on");
    let mut planned = room.definition.clone();
    planned.later.swap(0, 1);
    "09:15".clone_into(&mut planned.starts);
    let configured = Event::RoomConfigured {
        definition: Box::new(planned),
    };
    room.apply(&stamp("organiser", place(17, 40)), &configured);
    assert_eq!(told(&room), expected[1..]);
}

#[test]
fn what_was_written_before_rooms_met_several_times_is_of_the_first_session() {
    let written = r#"{"type":"session-extended","minutes":20}"#;
    let event: SessionEvent = serde_json::from_str(written).unwrap();
    assert_eq!(serde_json::to_string(&event).unwrap(), written);
    let mut room = thrice();
    room.apply(&stamp("organiser", place(17, 10)), &Event::Session(event));
    assert_eq!(seen(&room, Audience::Chair).extended[0].times.starts, "09:00");
}
