//! Groups by hand and by choice.

use super::scene::{MEETING, Scene};
use crate::meeting;
use crate::meeting::extended::Extended;
use crate::people::plan::Plan;
use crate::room::refusal::Code;
use serde_json::json;
use std::sync::Arc;

#[test]
fn whoever_is_in_a_group_is_moved_on_purpose_and_not_put_into_a_second() {
    let mut scene = Scene::with(&["Ana", "Ben"]);
    let (ana, ben) = (scene.id("Ana"), scene.id("Ben"));
    scene.order(json!({ "do": "assign", "people": [ana], "room": "law" }));
    let (code, said) = scene.refused(json!({ "do": "assign", "people": [ana, ben], "room": "talent" }));
    assert_eq!(code, Code::InAnotherGroup);
    assert_eq!(
        said,
        "Ana is in “Law” already and cannot be in “Talent” too: both meet in the same session. Move them instead."
    );
    assert_eq!(scene.group("Ben", "morning"), None, "nothing of it was done");
    scene.order(json!({ "do": "move", "people": [ana, ben], "session": "morning", "room": "talent" }));
    assert_eq!(
        (scene.group("Ana", "morning"), scene.register.heads("morning", "talent")),
        (Some("talent".into()), 2)
    );
    assert_eq!(scene.register.heads("morning", "law"), 0);
    scene.order(json!({ "do": "move", "people": [ana], "session": "morning" }));
    assert_eq!(scene.group("Ana", "morning"), None);
}

#[test]
fn of_two_who_move_somebody_at_once_the_second_is_told_where_they_are_and_nobody_is_moved() {
    let mut scene = Scene::with(&["Ana", "Ben"]);
    let (ana, ben) = (scene.id("Ana"), scene.id("Ben"));
    let into = |room: &str, seen: serde_json::Value| json!({ "do": "move", "people": [ana, ben], "session": "morning", "room": room, "seen": seen });
    scene.order(json!({ "do": "move", "people": [ana], "session": "morning", "room": "law", "seen": { (ana.as_str()): null } }));
    let (code, said) = scene.refused(into("talent", json!({ (ana.as_str()): null, (ben.as_str()): null })));
    assert_eq!(code, Code::MovedMeanwhile);
    assert_eq!(
        said,
        "Somebody else has moved Ana meanwhile, who is in “Law” by now. Nobody was moved; look at the groups and move them again."
    );
    assert_eq!(scene.group("Ben", "morning"), None);
    scene.order(into("law", json!({ (ana.as_str()): null, (ben.as_str()): null })));
    assert_eq!(scene.group("Ben", "morning").as_deref(), Some("law"), "both wanted Ana there");
    scene.order(into("talent", json!({ (ana.as_str()): "law", (ben.as_str()): "law" })));
    assert_eq!(scene.register.heads("morning", "talent"), 2);
}

#[test]
fn whoever_was_in_a_room_that_the_session_has_no_more_waits_and_can_be_moved() {
    let mut scene = Scene::with(&["Ana"]);
    let ana = scene.id("Ana");
    scene.order(json!({ "do": "assign", "people": [ana], "room": "law" }));
    let without = MEETING.replace(", \"law\"]", "]");
    scene.plan = Arc::new(Plan::of(&meeting::parse(&without).unwrap()));
    let seen = json!({ (ana.as_str()): "law" });
    scene.order(json!({ "do": "move", "people": [ana], "session": "morning", "room": "talent", "seen": seen }));
    assert_eq!(scene.group("Ana", "morning").as_deref(), Some("talent"));
}

#[test]
fn groups_of_different_sessions_do_not_touch_each_other() {
    let mut scene = Scene::with(&["Ana"]);
    let ana = scene.id("Ana");
    scene.order(json!({ "do": "assign", "people": [ana], "room": "law" }));
    scene.order(json!({ "do": "assign", "people": [ana], "room": "north" }));
    assert_eq!(scene.group("Ana", "morning").as_deref(), Some("law"));
    assert_eq!(scene.group("Ana", "afternoon").as_deref(), Some("north"));
    let wrong = json!({ "do": "move", "people": [ana], "session": "morning", "room": "north" });
    assert_eq!(scene.refused(wrong).0, Code::UnknownGroup);
}

#[test]
fn everybody_is_in_the_only_room_of_a_session_and_in_no_other_than_their_own() {
    let mut scene = Scene::with(&["Ana"]);
    let ana = scene.id("Ana");
    let may = |scene: &Scene, room| scene.register.may_enter(&scene.id("Ana"), room, &scene.plan);
    assert!(may(&scene, "plenary") && !may(&scene, "law") && !may(&scene, "none"));
    scene.order(json!({ "do": "assign", "people": [ana], "room": "law" }));
    assert!(may(&scene, "plenary") && may(&scene, "law") && !may(&scene, "talent"));
    assert_eq!(
        scene.refused(json!({ "do": "assign", "people": [ana], "room": "plenary" })).0,
        Code::UnknownGroup
    );
}

#[test]
fn people_choose_while_it_is_open_and_only_as_long_as_there_is_a_place() {
    let mut scene = Scene::with(&["Ana", "Ben", "Cem"]);
    assert_eq!(scene.choose("Ana", Some("law")).unwrap_err().code, Code::ChoiceClosed);
    scene.order(json!({ "do": "cap", "room": "law", "cap": 2 }));
    scene.order(json!({ "do": "open-choice", "session": "morning" }));
    scene.choose("Ana", Some("law")).unwrap();
    scene.choose("Ben", Some("law")).unwrap();
    assert_eq!(scene.register.free("morning", "law"), Some(0));
    let refusal = scene.choose("Cem", Some("law")).unwrap_err();
    assert_eq!(
        (refusal.code, refusal.message.as_str()),
        (Code::GroupFull, "“Law” is full. Choose another group.")
    );
    assert_eq!(scene.choose("Ana", Some("law")).unwrap(), [], "they are there already");
    scene.choose("Ana", Some("talent")).unwrap();
    scene.choose("Cem", Some("law")).unwrap();
    scene.choose("Ben", None).unwrap();
    assert_eq!(scene.register.free("morning", "law"), Some(1));
    assert_eq!(scene.choose("Ana", Some("north")).unwrap_err().code, Code::UnknownGroup);
    scene.order(json!({ "do": "close-choice", "session": "morning" }));
    assert_eq!(scene.choose("Ben", Some("law")).unwrap_err().code, Code::ChoiceClosed);
}

#[test]
fn of_two_who_say_at_once_how_many_fit_into_a_room_the_second_is_told_and_the_first_stands() {
    let mut scene = Scene::with(&[]);
    let cap = |cap: serde_json::Value, seen: serde_json::Value| json!({ "do": "cap", "room": "law", "cap": cap, "seen": seen });
    scene.order(cap(json!(20), json!(null)));
    assert_eq!(scene.refused(cap(json!(30), json!(null))).0, Code::ChangedMeanwhile);
    assert_eq!(scene.refused(cap(json!(null), json!(10))).0, Code::ChangedMeanwhile);
    assert_eq!(scene.register.cap("law"), Some(20));
    scene.order(cap(json!(20), json!(null)));
    scene.order(cap(json!(30), json!(20)));
    assert_eq!(scene.register.cap("law"), Some(30), "it was seen");
    scene.order(json!({ "do": "cap", "room": "law", "cap": 40 }));
    assert_eq!(scene.register.cap("law"), Some(40), "nothing is said of what was seen");
}

#[test]
fn the_rule_for_everybody_undoes_no_move_that_was_made_since_its_preview() {
    let mut scene = Scene::with(&["Ana", "Ben"]);
    let (ana, seen) = (scene.id("Ana"), scene.register.moves("morning"));
    let spread = |who: &str, seen: u64| json!({ "do": "spread", "session": "morning", "who": who, "seen": seen });
    scene.order(json!({ "do": "move", "people": [ana], "session": "morning", "room": "talent" }));
    let (code, said) = scene.refused(spread("everybody", seen));
    assert_eq!(code, Code::MovedMeanwhile, "{said}");
    assert_eq!(
        (scene.group("Ana", "morning").as_deref(), scene.group("Ben", "morning")),
        (Some("talent"), None)
    );
    scene.order(spread("waiting", seen));
    assert_eq!(
        scene.group("Ana", "morning").as_deref(),
        Some("talent"),
        "who has a group stays there"
    );
    scene.order(spread("everybody", scene.register.moves("morning")));
}

#[test]
fn the_organiser_may_put_more_into_a_group_than_its_cap_says() {
    let mut scene = Scene::with(&["Ana", "Ben"]);
    let (ana, ben) = (scene.id("Ana"), scene.id("Ben"));
    scene.order(json!({ "do": "cap", "room": "law", "cap": 1 }));
    scene.order(json!({ "do": "assign", "people": [ana, ben], "room": "law" }));
    assert_eq!(
        (scene.register.heads("morning", "law"), scene.register.free("morning", "law")),
        (2, Some(0))
    );
    assert_eq!(
        scene.refused(json!({ "do": "cap", "room": "law", "cap": 0 })).0,
        Code::OutOfBounds
    );
    scene.order(json!({ "do": "cap", "room": "law" }));
    assert_eq!(scene.register.free("morning", "law"), None);
}

#[test]
fn a_day_tells_a_person_their_own_groups_and_what_they_may_choose() {
    let mut scene = Scene::with(&["Ana", "Ben"]);
    let (ana, ben) = (scene.id("Ana"), scene.id("Ben"));
    scene.order(json!({ "do": "assign", "people": [ana], "room": "law" }));
    scene.order(json!({ "do": "cap", "room": "north", "cap": 1 }));
    scene.order(json!({ "do": "move", "people": [ben], "session": "afternoon", "room": "north" }));
    scene.order(json!({ "do": "open-choice", "session": "afternoon" }));
    let day = scene.day(&ana, &Extended::default());
    let sessions = day["sessions"].as_array().unwrap();
    assert_eq!(sessions[0]["room"]["id"], "plenary");
    assert_eq!(sessions[1]["room"]["title"], "Law");
    assert!(sessions[1].get("choice").is_none());
    assert!(sessions[2].get("room").is_none());
    assert_eq!(
        sessions[2]["choice"][0],
        json!({ "id": "north", "title": "North", "theme": "", "free": 0 })
    );
    assert!(!day.to_string().contains("Ben"));
}

/// The day of [`super::scene::MEETING`] with the plenary in its last session too, and what has no room; written below what comes later.
const WHOLE_DAY: &str = r#"
id = "m"
title = "A meeting"
date = "2024-05-10"
timezone = "America/New_York"
rooms = [ { id = "plenary", title = "Plenary" }, { id = "law", title = "Law" }, { id = "talent", title = "Talent" } ]
programme = [
  { id = "closing", starts = "17:00", ends = "18:00", title = "Closing", kind = "plenary", rooms = ["plenary"] },
  { id = "opening", starts = "09:00", ends = "10:00", title = "Opening", kind = "plenary", rooms = ["plenary"] },
  { id = "lunch", starts = "12:00", ends = "13:00", title = "Lunch", kind = "social" },
  { id = "morning", starts = "10:00", ends = "12:00", title = "Morning", kind = "breakout", rooms = ["law", "talent"] },
]
"#;

#[test]
fn a_day_is_the_whole_programme_in_the_order_of_its_times_and_a_room_is_in_every_session_that_it_meets_in() {
    let mut scene = Scene::of(WHOLE_DAY);
    scene.order(json!({ "do": "add", "name": "Ana" }));
    let day = scene.day(&scene.id("Ana"), &Extended::default());
    let seen: Vec<(&str, Option<&str>)> = day["sessions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|session| (session["id"].as_str().unwrap(), session["room"]["id"].as_str()))
        .collect();
    let expected = [
        ("opening", Some("plenary")),
        ("morning", None),
        ("lunch", None),
        ("closing", Some("plenary")),
    ];
    assert_eq!(seen, expected);
    assert_eq!(day["sessions"][3]["kind"], "plenary");
    assert_eq!(day["sessions"][0]["begins_at"], 1_715_346_000_000_u64, "09:00 in New York");
}
