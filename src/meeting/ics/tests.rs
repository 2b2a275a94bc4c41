//! The calendar file as another program reads it.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::meeting::{SessionKind, example};
use crate::room::sittings::{Extension, SittingTimes};
use icalendar::parser::{Component, read_calendar, unfold};
use std::sync::LazyLock;

/// Noon of the example's day, as it was planned.
fn now() -> Context<'static> {
    static AS_PLANNED: LazyLock<Extended> = LazyLock::new(Extended::default);
    Context {
        now: Millis(1_715_342_400_000),
        base_url: "https://rt.example",
        changes: 0,
        extended: &AS_PLANNED,
    }
}

fn session(id: &str, date: &str, starts: &str, ends: &str) -> Session {
    Session {
        id: id.to_owned(),
        date: date.to_owned(),
        starts: starts.to_owned(),
        ends: ends.to_owned(),
        title: "A session".to_owned(),
        kind: SessionKind::Plenary,
        description: String::new(),
        rooms: Vec::new(),
    }
}

/// The events, each as what a property of it says.
fn events(file: &str) -> Vec<impl Fn(&str) -> String> {
    let unfolded = unfold(file);
    let calendar = read_calendar(&unfolded).unwrap();
    let events = calendar.components.into_iter().filter(|component| component.name == "VEVENT");
    let said = |event: Component<'_>| {
        let properties: Vec<(String, String)> = event
            .properties
            .iter()
            .map(|property| (property.name.to_string(), property.val.clone().unescape_text().to_string()))
            .collect();
        move |name: &str| {
            let found = properties.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        }
    };
    events.map(said).collect()
}

#[test]
fn the_example_meeting_is_a_calendar_of_its_sessions() {
    let meeting = example();
    let file = calendar(&meeting, Part::Whole, now()).unwrap();
    let events = events(&file);
    assert_eq!(events.len(), meeting.programme.len());
    let breakout = events.iter().find(|event| event("UID").contains(".breakout.")).unwrap();
    assert_eq!(breakout("DTSTART"), "20240510T190000Z");
    assert_eq!(breakout("DTEND"), "20240510T210000Z");
    assert_eq!(breakout("DTSTAMP"), "20240510T120000Z");
    assert_eq!(breakout("SUMMARY"), "Breakout groups by thematic focus area");
    assert_eq!(breakout("LOCATION"), "United Nations Headquarters, New York");
    assert_eq!(breakout("URL"), "https://rt.example/m/global-roundtable");
    assert!(breakout("DESCRIPTION").contains("\n• Group I: Governance, policies and processes\n"));
}

#[test]
fn a_room_has_a_calendar_of_its_own_and_one_without_a_session_has_none() {
    let mut meeting = example();
    let file = calendar(&meeting, Part::Room("group-2"), now()).unwrap();
    let events = events(&file);
    assert_eq!(events.len(), 1);
    assert_eq!(events[0]("SUMMARY"), "Group II: Technology, talent and partnerships");
    assert_eq!(events[0]("UID"), "room.group-2.global-roundtable@roundtable");
    assert_eq!(events[0]("URL"), "https://rt.example/m/global-roundtable/group-2");
    assert!(events[0]("DESCRIPTION").starts_with("Breakout groups by thematic focus area\n"));
    meeting.programme.clear();
    assert_eq!(calendar(&meeting, Part::Room("group-2"), now()), None);
    assert_eq!(calendar(&meeting, Part::Session("breakout"), now()), None);
}

#[test]
fn what_is_written_in_arabic_and_at_length_is_read_as_it_was_written() {
    let mut meeting = example();
    let title = "الجلسة العامة الافتتاحية: بناء القدرات في مجال أمن تكنولوجيا المعلومات والاتصالات، للجميع؛ مع الدول";
    let text = "a; b, c \\ d\n\"quoted\": ".repeat(100);
    meeting.programme[0].title = title.to_owned();
    meeting.programme[0].description = text.trim().to_owned();
    let file = calendar(&meeting, Part::Whole, now()).unwrap();
    assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    let first = &events(&file)[0];
    assert_eq!(first("SUMMARY"), title);
    assert_eq!(first("DESCRIPTION"), text.trim());
}

#[test]
fn on_the_days_on_which_clocks_change_every_session_ends_after_it_starts() {
    let mut meeting = example();
    let nights = ["2024-03-10", "2024-11-03"];
    let times = [
        ("00:30", "01:30"),
        ("01:30", "02:30"),
        ("02:30", "03:00"),
        ("02:15", "02:45"),
        ("22:00", "23:59"),
    ];
    meeting.programme = nights
        .iter()
        .flat_map(|night| times.iter().map(move |(starts, ends)| session("s", night, starts, ends)))
        .collect();
    let file = calendar(&meeting, Part::Whole, now()).unwrap();
    let events = events(&file);
    assert_eq!(events.len(), 10);
    assert!(events.iter().all(|event| event("DTSTART") < event("DTEND")));
    assert_eq!(
        (events[2]("DTSTART").as_str(), events[2]("DTEND").as_str()),
        ("20240310T073000Z", "20240310T080000Z")
    );
    assert_eq!(
        (events[4]("DTSTART").as_str(), events[4]("DTEND").as_str()),
        ("20240311T020000Z", "20240311T035900Z")
    );
}

#[test]
fn a_session_keeps_its_name_when_everything_else_of_it_changes() {
    let mut meeting = example();
    let uid = |meeting: &Meeting| events(&calendar(meeting, Part::Session("breakout"), now()).unwrap())[0]("UID");
    let before = uid(&meeting);
    for session in &mut meeting.programme {
        (session.title, session.starts) = ("Another".to_owned(), "14:00".to_owned());
    }
    assert_eq!(uid(&meeting), before);
}

#[test]
fn a_room_that_meets_twice_is_in_its_calendar_twice_each_under_a_name_of_its_own() {
    let mut meeting = example();
    let closing = meeting.programme.iter_mut().find(|session| session.id == "closing");
    closing.unwrap().rooms = vec!["plenary".into()];
    let file = calendar(&meeting, Part::Room("plenary"), now()).unwrap();
    let told: Vec<_> = events(&file).iter().map(|event| (event("UID"), event("DTSTART"))).collect();
    let named = |name: &str, at: &str| (format!("room.{name}.{}@roundtable", example().id), at.to_owned());
    assert_eq!(
        told,
        [
            named("plenary.opening", "20240510T130000Z"),
            named("plenary.closing", "20240510T210000Z")
        ]
    );
}

#[test]
fn time_that_was_taken_back_is_newer_than_when_it_was_given() {
    let meeting = example();
    let session = meeting.session_of("group-1").unwrap();
    let (date, starts, ends) = (session.date.clone(), session.starts.clone(), session.ends.clone());
    let times = SittingTimes { date, starts, ends };
    let told = |minutes, turns| {
        let given = Extension {
            times: times.clone(),
            minutes,
            turns,
        };
        let extended = Extended::of(&meeting, [("group-1".to_owned(), vec![given])]);
        let context = Context {
            extended: &extended,
            ..now()
        };
        let file = calendar(&meeting, Part::Session("breakout"), context).unwrap();
        let event = &events(&file)[0];
        (event("DTEND"), event("SEQUENCE").parse::<u32>().unwrap())
    };
    let (given, back) = (told(30, 30), told(0, 31));
    assert_eq!((given.0.as_str(), back.0.as_str()), ("20240510T213000Z", "20240510T210000Z"));
    assert!(back.1 > given.1);
}

#[test]
fn a_session_that_was_given_more_time_ends_later_under_the_same_name_and_a_higher_number() {
    let meeting = example();
    let session = meeting.session_of("group-1").unwrap();
    let given = |minutes| {
        let (date, starts, ends) = (session.date.clone(), session.starts.clone(), session.ends.clone());
        let times = SittingTimes { date, starts, ends };
        vec![Extension {
            times,
            minutes,
            turns: minutes,
        }]
    };
    let extended = Extended::of(
        &meeting,
        [("group-1".to_owned(), given(10)), ("group-2".to_owned(), given(90))],
    );
    let told = |part, changes, extended| {
        let context = Context {
            changes,
            extended,
            ..now()
        };
        let file = calendar(&meeting, part, context).unwrap();
        let event = &events(&file)[0];
        (event("UID"), event("DTEND"), event("SEQUENCE").parse::<u32>().unwrap())
    };
    let as_planned = Extended::default();
    let session = Part::Session("breakout");
    let (before, after) = (told(session, 0, &as_planned), told(session, 0, &extended));
    assert_eq!(
        (before.1.as_str(), after.1.as_str()),
        ("20240510T210000Z", "20240510T223000Z"),
        "as long as its last room"
    );
    assert_eq!(told(Part::Room("group-1"), 0, &extended).1, "20240510T211000Z");
    assert_eq!(before.0, after.0);
    assert!(
        before.2 < after.2 && after.2 < told(session, 1, &as_planned).2,
        "a changed plan counts anew, and more"
    );
}
