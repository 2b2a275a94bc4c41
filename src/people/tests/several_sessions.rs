//! A room that meets in several sessions is a group of each of them.

use super::scene::Scene;
use crate::meeting;
use crate::meeting::extended::Extended;
use crate::people::sheet;
use crate::room::refusal::Code;
use crate::room::sittings::{Extension, SittingTimes};
use serde_json::json;

/// Two groups that meet in the morning and again, beside a third, in the afternoon.
const TWICE: &str = r#"
id = "m"
title = "A meeting"
date = "2024-05-10"
timezone = "America/New_York"
rooms = [ { id = "law", title = "Law" }, { id = "talent", title = "Talent" }, { id = "north", title = "North" } ]
programme = [
  { id = "morning", starts = "10:00", ends = "12:00", title = "Morning", kind = "breakout", rooms = ["law", "talent"] },
  { id = "afternoon", starts = "13:00", ends = "15:00", title = "Afternoon", kind = "breakout", rooms = ["law", "talent", "north"] },
]
"#;

fn with_ana() -> Scene {
    let mut scene = Scene::of(TWICE);
    scene.order(json!({ "do": "add", "name": "Ana" }));
    scene
}

#[test]
fn whoever_is_put_into_it_is_in_it_whenever_it_meets() {
    let mut scene = with_ana();
    let ana = scene.id("Ana");
    scene.order(json!({ "do": "assign", "people": [ana], "room": "law" }));
    assert_eq!(scene.group("Ana", "morning").as_deref(), Some("law"));
    assert_eq!(scene.group("Ana", "afternoon").as_deref(), Some("law"));
    assert_eq!(
        (
            scene.register.heads("morning", "law"),
            scene.register.heads("afternoon", "law")
        ),
        (1, 1)
    );
    let given = |session: usize, minutes| {
        let session = &meeting::parse(TWICE).unwrap().programme[session];
        let (date, starts, ends) = (session.date.clone(), session.starts.clone(), session.ends.clone());
        let times = SittingTimes { date, starts, ends };
        Extension {
            times,
            minutes,
            turns: minutes,
        }
    };
    let rooms = [
        ("law".to_owned(), vec![given(1, 15)]),
        ("talent".to_owned(), vec![given(0, 30)]),
    ];
    let extended = Extended::of(&meeting::parse(TWICE).unwrap(), rooms);
    let day = scene.day(&ana, &extended);
    assert_eq!(
        (day["sessions"][0].get("extended_min"), &day["sessions"][1]["extended_min"]),
        (None, &json!(15)),
        "what their own room was given, in the session in which it was"
    );
    assert_eq!(
        (&day["sessions"][0]["room"]["id"], &day["sessions"][1]["room"]["id"]),
        (&json!("law"), &json!("law"))
    );
    let (code, said) = scene.refused(json!({ "do": "assign", "people": [ana], "room": "north" }));
    assert_eq!(code, Code::InAnotherGroup, "{said}");
}

#[test]
fn whoever_is_in_it_in_one_session_may_be_in_another_room_in_the_next_and_may_enter_both() {
    let mut scene = with_ana();
    let ana = scene.id("Ana");
    scene.order(json!({ "do": "assign", "people": [ana], "room": "law" }));
    scene.order(json!({ "do": "move", "people": [ana], "session": "afternoon", "room": "north" }));
    let may = |scene: &Scene, room| scene.register.may_enter(&ana, room, &scene.plan);
    assert!(may(&scene, "law") && may(&scene, "north") && !may(&scene, "talent"));
    scene.order(json!({ "do": "move", "people": [ana], "session": "morning", "room": "talent" }));
    assert!(!may(&scene, "law") && may(&scene, "talent"));
}

#[test]
fn a_cap_holds_in_each_session_by_itself() {
    let mut scene = with_ana();
    let ana = scene.id("Ana");
    scene.order(json!({ "do": "cap", "room": "law", "cap": 1 }));
    scene.order(json!({ "do": "move", "people": [ana], "session": "morning", "room": "law" }));
    assert_eq!(
        (scene.register.free("morning", "law"), scene.register.free("afternoon", "law")),
        (Some(0), Some(1))
    );
}

#[test]
fn a_file_names_the_room_for_all_its_sessions_or_with_one_of_them() {
    let mut scene = Scene::of(TWICE);
    scene.import("name,room\nAna,Law\nBen,morning/law|North\nCem,afternoon/talent\nDina,law | afternoon/law\n");
    let groups = |scene: &Scene, name| (scene.group(name, "morning"), scene.group(name, "afternoon"));
    let both = |one: &str, other: &str| (Some(one.to_owned()), Some(other.to_owned()));
    assert_eq!(groups(&scene, "Ana"), both("law", "law"));
    assert_eq!(groups(&scene, "Ben"), both("law", "north"));
    assert_eq!(groups(&scene, "Cem"), (None, Some("talent".to_owned())));
    assert_eq!(groups(&scene, "Dina"), both("law", "law"));
    let faults = scene
        .import("name,room\nEli,Law | Talent\nFay,law | afternoon/north\nGus,evening/law\n")
        .report
        .faults;
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "Row 2, room: Eli cannot be in “Law” and in “Talent”: both meet in the same session. Name one of them.",
            "Row 3, room: Fay cannot be in “Law” and in “North”: both meet in the same session. Name one of them.",
            "Row 4, room: The meeting has no room “evening/law”; it has “Law”, “Talent”, “North”.",
        ]
    );
}

#[test]
fn what_the_list_is_written_as_is_what_it_is_read_as() {
    let mut scene = Scene::of(TWICE);
    scene.import("name,room\nAna,Law\nBen,morning/law|North\nCem,afternoon/talent\n");
    let text = String::from_utf8(sheet::write(&scene.register, &scene.plan)).unwrap();
    assert!(
        text.contains("Ana,,,,,law,") && text.contains("Ben,,,,,morning/law | north,"),
        "{text}"
    );
    let again = scene.import(&text);
    assert_eq!((again.events.as_slice(), again.report.unchanged), (&[][..], 3));
}
