//! Changing a plan: what is done, what is refused with which sentence, and that two organisers do not overwrite each other.

mod any_plan;
mod rooms;
mod sessions;
mod starting;

use super::checked::plain_room;
use super::*;
use crate::meeting::plan::{RoomPlan, Session, SessionKind};
use crate::meeting::{example, parse, to_toml};
use crate::room::event::Attribution;
use crate::room::refusal::Code;

/// A day with a plenary and two groups.
fn plan() -> Meeting {
    let meeting = start::blank("small", details("A small meeting")).unwrap();
    let groups = ["one", "two"].map(|id| RoomPlan {
        title: format!("Group {id}"),
        ..plain_room(id)
    });
    Meeting {
        programme: vec![
            session("opening", "09:00", "10:00", SessionKind::Plenary, &[]),
            session("groups", "10:00", "12:00", SessionKind::Breakout, &["one", "two"]),
        ],
        rooms: groups.to_vec(),
        ..meeting
    }
}

fn details(title: &str) -> Details {
    Details {
        title: title.to_owned(),
        date: "2024-05-10".to_owned(),
        timezone: "UTC".to_owned(),
        ..Details::default()
    }
}

fn session(id: &str, starts: &str, ends: &str, kind: SessionKind, rooms: &[&str]) -> Session {
    Session {
        id: id.to_owned(),
        date: "2024-05-10".to_owned(),
        starts: starts.to_owned(),
        ends: ends.to_owned(),
        title: format!("Session {id}"),
        kind,
        description: String::new(),
        rooms: rooms.iter().map(|room| (*room).to_owned()).collect(),
    }
}

fn done(plan: &Meeting, command: &Command) -> Meeting {
    decide(plan, command, None).unwrap()
}

fn code(plan: &Meeting, command: &Command, now: Option<&RoomNow>) -> Code {
    decide(plan, command, now).unwrap_err().refusal.code
}

#[test]
fn details_are_said_anew_and_read_as_a_file_would_be() {
    let plan = plan();
    let seen = Details::of(&plan);
    let details = Details {
        title: "  Another title ".to_owned(),
        languages: vec!["ar".to_owned(), "fr".to_owned()],
        ..seen.clone()
    };
    let command = Command::SetDetails {
        seen,
        details,
        move_days: false,
    };
    let changed = done(&plan, &command);
    assert_eq!(changed.title, "Another title");
    assert_eq!((&changed.rooms, &changed.programme), (&plan.rooms, &plan.programme));
    assert_eq!(done(&changed, &command), changed, "a repeat changes nothing");
}

#[test]
fn every_wrong_field_of_the_details_is_told_by_its_name() {
    let plan = plan();
    let wrong = Details {
        title: String::new(),
        timezone: "New York".to_owned(),
        date: "2024-02-30".to_owned(),
        ..details("")
    };
    let command = Command::SetDetails {
        seen: Details::of(&plan),
        details: wrong,
        move_days: false,
    };
    let refused = decide(&plan, &command, None).unwrap_err();
    assert_eq!(refused.refusal.code, Code::PlanInvalid);
    let fields: Vec<&str> = refused.faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["title", "date", "timezone"]);
    let codes: Vec<String> = refused
        .faults
        .iter()
        .map(|fault| serde_json::to_value(fault).unwrap()["code"].to_string())
        .collect();
    assert_eq!(codes, ["\"missing\"", "\"date\"", "\"time-zone\""]);
    let zone = serde_json::json!({ "written": "New York" });
    assert_eq!(serde_json::to_value(&refused.faults[2]).unwrap()["args"], zone);
    assert!(
        refused.refusal.message.contains("2 more fields"),
        "{}",
        refused.refusal.message
    );
}

#[test]
fn of_two_organisers_who_save_the_same_part_the_second_is_told() {
    let plan = plan();
    let save = |title: &str| Command::SetDetails {
        seen: Details::of(&plan),
        details: details(title),
        move_days: false,
    };
    let changed = done(&plan, &save("By the first"));
    assert_eq!(code(&changed, &save("By the second"), None), Code::ChangedMeanwhile);
    let room = Command::PutRoom {
        seen: Some(Box::new(plan.rooms[0].clone())),
        room: Box::new(RoomPlan {
            theme: "A theme".to_owned(),
            ..plan.rooms[0].clone()
        }),
        session: None,
    };
    let both = done(&changed, &room);
    assert_eq!(
        (both.title.as_str(), both.rooms[0].theme.as_str()),
        ("By the first", "A theme")
    );
}

#[test]
fn when_the_first_day_moves_the_sessions_move_with_it_where_that_is_wanted() {
    let plan = plan();
    let to = |date: &str, move_days| Command::SetDetails {
        seen: Details::of(&plan),
        details: Details {
            date: date.to_owned(),
            ..Details::of(&plan)
        },
        move_days,
    };
    assert_eq!(done(&plan, &to("2025-03-01", true)).programme[1].date, "2025-03-01");
    assert_eq!(done(&plan, &to("2025-03-01", false)).programme[1].date, "2024-05-10");
}

#[test]
fn what_overlaps_is_allowed_and_told() {
    let mut plan = plan();
    assert_eq!(warnings::of(&plan), []);
    plan.programme[0].rooms.push("one".to_owned());
    assert_eq!(warnings::of(&plan), [], "one session may begin when another ends");
    plan.programme[0].ends = "10:30".to_owned();
    let codes: Vec<warnings::Code> = warnings::of(&plan).iter().map(|warning| warning.code).collect();
    assert_eq!(codes, [warnings::Code::RoomTwice, warnings::Code::EverybodyTwice]);
    plan.programme[1].date = "2024-05-11".to_owned();
    plan.programme[1].rooms.clear();
    let told: Vec<_> = warnings::of(&plan)
        .into_iter()
        .map(|warning| (warning.code, warning.room))
        .collect();
    let unplaced = (warnings::Code::RoomUnplaced, Some("two".to_owned()));
    assert_eq!(told, [(warnings::Code::NoRooms, None), unplaced]);
}

#[test]
fn a_lunch_beside_a_panel_is_no_matter() {
    let mut plan = plan();
    plan.programme[1].kind = SessionKind::Social;
    plan.programme[1].starts = "09:30".to_owned();
    plan.programme[1].rooms.clear();
    plan.rooms.clear();
    assert_eq!(warnings::of(&plan), []);
}

#[test]
fn a_room_that_meets_in_the_matchmaking_or_a_break_is_allowed_and_told() {
    let mut plan = plan();
    for kind in [SessionKind::Matchmaking, SessionKind::Social] {
        plan.programme[1].kind = kind;
        let told = warnings::of(&plan);
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(
            (told[0].code, told[0].room.as_deref()),
            (warnings::Code::RoomsBeside, Some("one"))
        );
        assert_eq!(told[0].sessions, ["groups"]);
    }
}

#[test]
fn the_example_is_exported_as_a_file_that_says_the_same() {
    let text = to_toml(&example());
    assert!(parse(&text) == Ok(example()), "{:?}", parse(&text).err());
    assert!(text.contains("speaking_limits = { organization = 120"), "{text}");
    assert!(text.contains("[rooms.polls.translations.fr]"), "{text}");
    assert_eq!(to_toml(&parse(&text).unwrap()), text);
}
