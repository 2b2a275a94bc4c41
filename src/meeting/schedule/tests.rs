//! Files of other tools, read and brought into the example meeting.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::meeting::{SessionKind, example, parse};
use proptest::prelude::*;
use serde_json::json;

fn talk(code: &str, title: &str, start: &str, duration: &str) -> Value {
    json!({ "code": code, "id": 7, "date": format!("2024-05-10T{start}:00-04:00"), "start": start, "duration": duration, "title": title,
        "subtitle": "", "track": null, "type": "Talk", "language": "en", "abstract": "What it is\nabout.", "description": "",
        "persons": [{ "code": "P", "public_name": "Ana Silva" }], "links": [], "attachments": [] })
}

fn with(mut talk: Value, field: &str, value: Value) -> Value {
    talk[field] = value;
    talk
}

fn schedule(halls: Value) -> String {
    json!({ "$schema": "https://c3voc.de/schedule/schema.json", "generator": { "name": "pretalx" }, "schedule": { "version": "1",
        "conference": { "title": "A conference", "time_zone_name": "America/New_York", "days": [
            { "index": 1, "date": "2024-05-10", "rooms": halls } ] } } })
    .to_string()
}

fn imported(text: &str) -> Imported {
    read(text, &example()).unwrap()
}

fn errors(text: &str) -> Vec<String> {
    read(text, &example()).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn a_talk_becomes_a_session_with_a_room_and_its_speakers_sit_on_the_panel() {
    let read = imported(&schedule(
        json!({ "Hall A": [talk("XYZ9AB", "Opening keynote", "09:00", "00:45")] }),
    ));
    let session = &read.meeting.programme[0];
    assert_eq!((session.id.as_str(), session.title.as_str()), ("xyz9ab", "Opening keynote"));
    assert_eq!(
        (session.date.as_str(), session.starts.as_str(), session.ends.as_str()),
        ("2024-05-10", "09:00", "09:45")
    );
    assert_eq!(
        (session.kind, session.description.as_str()),
        (SessionKind::Plenary, "Hall A\nWhat it is\nabout.")
    );
    assert_eq!(session.rooms, ["xyz9ab"]);
    let room = read.meeting.room("xyz9ab").unwrap();
    assert_eq!(
        (room.title.as_str(), room.panellists.as_slice()),
        ("Opening keynote", ["Ana Silva".to_owned()].as_slice())
    );
    assert_eq!((read.format, read.warnings), (Format::Frab, Vec::new()));
}

#[test]
fn a_day_that_no_meeting_file_could_name_is_none() {
    let old = with(
        talk("XYZ9AB", "Opening keynote", "09:00", "00:45"),
        "date",
        json!("0024-05-10T09:00:00-04:00"),
    );
    let read = imported(&schedule(json!({ "Hall A": [old] })));
    assert_eq!(read.meeting.programme[0].date, "2024-05-10", "the day of the list");
    let talk = talk("XYZ9AB", "Opening keynote", "09:00", "00:45");
    let text =
        schedule(json!({ "Hall A": [with(talk, "date", json!("0024-05-10"))] })).replace("\"date\":\"2024", "\"date\":\"0024");
    assert!(errors(&text)[0].contains("neither the talk nor its day says the date"));
}

#[test]
fn a_file_of_countless_small_parts_is_refused_before_it_takes_memory() {
    let text = format!("{{\"schedule\": [{}]}}", "[[1]],".repeat(90_000));
    assert!(errors(&text)[0].contains("more parts than any programme"));
    let long = with(
        talk("XYZ9AB", "Opening keynote", "09:00", "00:45"),
        "abstract",
        json!("\\\"a, [b], ".repeat(150_000)),
    );
    assert_eq!(
        imported(&schedule(json!({ "Hall A": [long] }))).meeting.programme.len(),
        1,
        "what is said is no part"
    );
}

#[test]
fn talks_of_a_track_side_by_side_are_one_session_and_others_are_sessions_of_their_own() {
    let group = |code, title| {
        with(
            talk(code, title, "15:00", "02:00"),
            "track",
            json!({ "en": "Working groups", "fr": "Groupes" }),
        )
    };
    let read = imported(&schedule(json!({
        "A": [group("G1", "Group I"), talk("T1", "A talk", "11:00", "01:00")],
        "B": [group("G2", "Group II"), talk("T2", "Another talk", "11:30", "01:00")],
        "C": [with(talk("L", "Lunch", "13:00", "01:00"), "persons", json!([]))],
    })));
    let told: Vec<_> = read
        .meeting
        .programme
        .iter()
        .map(|session| (session.title.as_str(), session.kind, session.rooms.join(" ")))
        .collect();
    assert_eq!(
        told,
        [
            ("A talk", SessionKind::Breakout, "t1".to_owned()),
            ("Another talk", SessionKind::Breakout, "t2".to_owned()),
            ("Lunch", SessionKind::Social, String::new()),
            ("Working groups", SessionKind::Breakout, "g1 g2".to_owned()),
        ]
    );
}

#[test]
fn a_timetable_of_indico_is_read_with_its_breaks_and_what_its_blocks_hold() {
    let at = |time: &str| json!({ "date": "2024-05-10", "time": time, "tz": "America/New_York" });
    let text = json!({ "count": 1, "_type": "HTTPAPIResult", "results": { "4711": { "20240510": {
        "s1": { "entryType": "Session", "id": "s1", "title": "Capacity", "startDate": at("10:00:00"), "endDate": at("12:00:00"),
            "description": "<p>How it is <b>built</b> &amp; kept</p>", "room": "Room 3", "conveners": [{ "name": "Ms Chen Li" }],
            "entries": { "c2": { "title": "Second", "startDate": at("11:00:00"), "presenters": [{ "firstName": "Omar", "familyName": "Haddad" }] },
                "c1": { "title": "First", "startDate": at("10:00:00"), "presenters": [] } } },
        "b2": { "entryType": "Break", "id": "b2", "title": "Something to eat", "startDate": at("12:00:00"), "endDate": at("13:00:00") } } } } })
    .to_string();
    let read = imported(&text);
    assert_eq!(read.format, Format::Indico);
    let [block, pause] = read.meeting.programme.as_slice() else {
        panic!("two sessions");
    };
    assert_eq!(
        block.description,
        "Room 3\n\nHow it is built & kept\n\n10:00 First\n11:00 Second (Omar Haddad)"
    );
    assert_eq!((pause.kind, pause.rooms.len()), (SessionKind::Social, 0));
    assert_eq!(read.meeting.room("s1").unwrap().panellists, ["Ms Chen Li", "Omar Haddad"]);
}

#[test]
fn everything_that_is_wrong_is_told_at_once_and_where() {
    let mut bad = talk("A", "Fine", "09:00", "half an hour");
    bad["start"] = json!("9 o'clock");
    let text = schedule(json!({ "Hall \"A\"": [bad, { "start": "10:00" }], "B": 7 }));
    assert_eq!(
        errors(&text),
        [
            "schedule.conference.days[0].rooms[\"B\"]: a list belongs here",
            "schedule.conference.days[0].rooms[\"Hall \\\"A\\\"\"][0].start: this is no time of day; it is written as in \"15:00\"",
            "schedule.conference.days[0].rooms[\"Hall \\\"A\\\"\"][0].duration: this is no length; hours and minutes belong here, as in \"00:30\"",
            "schedule.conference.days[0].rooms[\"Hall \\\"A\\\"\"][1]: `title` is missing; a talk has to be called something",
            "schedule.conference.days[0].rooms[\"Hall \\\"A\\\"\"][1]: `duration` is missing; hours and minutes, as in \"00:30\"",
        ]
    );
    assert!(errors("{\n \"schedule\": x }")[0].contains("line 2"));
    assert!(errors("[]")[0].contains("neither"));
    assert!(errors("{\"schedule\": {}}")[0].contains("`conference` is missing"));
    assert!(errors(&schedule(json!({})))[0].contains("no talk"));
}

#[test]
fn what_is_said_of_a_file_is_told_to_programs_too() {
    let text = schedule(json!({ "A": [{ "title": "T", "start": "10 o'clock" }], "B": 7 }));
    let wrong = read(&text, &example()).unwrap_err();
    let told: Vec<Value> = wrong.iter().map(|remark| serde_json::to_value(remark).unwrap()).collect();
    let codes: Vec<&Value> = told.iter().map(|remark| &remark["code"]).collect();
    assert_eq!(codes, ["time", "missing", "no-list"]);
    assert_eq!(told[1]["args"], json!({ "name": "duration", "right": "length" }));
    assert!(
        told.iter()
            .all(|remark| remark["message"].is_string() && remark["path"].is_string())
    );
    let night = imported(&schedule(
        json!({ "A": [with(talk("N", "Night", "23:00", "02:00"), "links", json!(["x"]))] }),
    ));
    let told = serde_json::to_value(&night.warnings).unwrap();
    assert_eq!(
        (&told[0]["code"], &told[0]["args"]),
        (&json!("left-out"), &json!({ "what": "links" }))
    );
    assert_eq!(told[1]["code"], "past-midnight");
}

#[test]
fn what_does_not_fit_is_left_out_and_said() {
    let read = imported(&schedule(json!({ "A": [
        with(talk("N", "Night", "23:00", "02:00"), "links", json!([{ "url": "https://x" }])),
        talk("Z", "Nothing", "10:00", "00:00"),
        talk("L", &"long ".repeat(100), "11:00", "00:30"),
    ] })));
    let ends: Vec<&str> = read.meeting.programme.iter().map(|session| session.ends.as_str()).collect();
    assert_eq!(ends, ["11:30", "23:59"]);
    let said: Vec<&str> = read.warnings.iter().map(|warning| warning.message.as_str()).collect();
    for part in ["links have no place", "23:59", "left out", "was cut after 200"] {
        assert!(said.iter().any(|message| message.contains(part)), "{part}: {said:?}");
    }
}

#[test]
fn times_of_another_zone_are_taken_as_they_stand_and_that_is_said() {
    let text = schedule(json!({ "A": [talk("N", "Talk", "10:00", "01:00")] })).replace("America/New_York", "Europe/Berlin");
    let read = imported(&text);
    assert_eq!(read.meeting.programme[0].starts, "10:00");
    assert!(read.warnings[0].message.contains("Europe/Berlin"));
    let same = imported(&text.replace("Europe/Berlin", "America/Toronto"));
    assert_eq!(same.warnings, []);
}

#[test]
fn a_room_of_the_meeting_is_never_lost_or_changed_and_the_same_file_again_changes_nothing() {
    let meeting = example();
    let mut moved = talk("breakout", "Groups", "15:30", "01:00");
    moved["persons"] = json!([]);
    let text = schedule(json!({ "A": [moved, talk("group-1", "Another name", "10:00", "01:00")] }));
    let read = read(&text, &meeting).unwrap();
    let once = merge(&meeting, &read.meeting.programme, &read.meeting.rooms);
    assert_eq!(once.changes.rooms_kept, 1);
    assert_eq!(once.changes.sessions_changed[0].id, "breakout");
    assert!(meeting.rooms.iter().all(|room| once.meeting.rooms.contains(room)));
    let meets_in: Vec<&str> = once
        .meeting
        .programme
        .iter()
        .filter(|session| session.rooms.contains(&"group-1".to_owned()))
        .map(|session| session.id.as_str())
        .collect();
    assert_eq!(meets_in, ["group-1"], "a room meets in one session");
    assert!(
        once.meeting
            .session_of("group-2")
            .is_some_and(|session| session.id == "breakout")
    );
    // An organiser's own session may have the room as well.
    let mut theirs = once.meeting.clone();
    let mut own = theirs.programme[0].clone();
    (own.id, own.rooms) = ("own".to_owned(), vec!["group-1".to_owned()]);
    theirs.programme.insert(0, own.clone());
    let again = merge(&theirs, &read.meeting.programme, &read.meeting.rooms);
    assert!(again.meeting.programme.contains(&own), "it keeps its room");
    let twice = merge(&once.meeting, &read.meeting.programme, &read.meeting.rooms);
    assert_eq!(twice.meeting, once.meeting);
    assert_eq!(
        (
            twice.changes.sessions_same,
            twice.changes.sessions_added.len(),
            twice.changes.rooms_added.len()
        ),
        (2, 0, 0)
    );
}

/// The parts of a meeting file that say what was read, to be read as every other meeting file is.
fn as_file(meeting: &Meeting) -> String {
    use std::fmt::Write;
    let quoted = |text: &str| serde_json::to_string(text).unwrap().replace("\\u007f", "");
    let mut file = String::from(
        "id = \"m\"\ntitle = \"M\"\ndate = \"2024-05-10\"\ntimezone = \"UTC\"\n[[rooms]]\nid = \"spare\"\ntitle = \"S\"\n",
    );
    for room in &meeting.rooms {
        let people: Vec<String> = room.panellists.iter().map(|name| quoted(name)).collect();
        let _ = write!(
            file,
            "[[rooms]]\nid = {}\ntitle = {}\ntheme = {}\npanellists = [{}]\n",
            quoted(&room.id),
            quoted(&room.title),
            quoted(&room.theme),
            people.join(", ")
        );
    }
    for session in &meeting.programme {
        let _ = write!(
            file,
            "[[programme]]\nid = {}\ndate = {}\nstarts = {}\nends = {}\ntitle = {}\ndescription = {}\nkind = \"plenary\"\nrooms = {:?}\n",
            quoted(&session.id),
            quoted(&session.date),
            quoted(&session.starts),
            quoted(&session.ends),
            quoted(&session.title),
            quoted(&session.description),
            session.rooms
        );
    }
    file
}

proptest! {
    #[test]
    fn whatever_a_file_says_what_is_read_of_it_is_a_meeting_that_a_meeting_file_could_say(
        talks in prop::collection::vec((0_usize..3, "[a-zA-Z0-9é漢ض\u{301}\u{202e}\u{0} -]{0,60}", 0_u32..24, 0_u32..1_500, "[a-c]{0,1}"), 1..20),
    ) {
        let mut halls = json!({ "A": [], "B": [], "C": [] });
        for (hall, text, hour, length, track) in &talks {
            let mut talk = talk(text, text, &format!("{hour:02}:30"), &format!("{:02}:{:02}", length / 60, length % 60));
            talk["track"] = json!(track);
            talk["abstract"] = json!(text.repeat(100));
            talk["persons"] = json!([{ "public_name": text }]);
            halls[["A", "B", "C"][*hall]].as_array_mut().unwrap().push(talk);
        }
        if let Ok(read) = read(&schedule(halls), &example()) {
            let file = as_file(&read.meeting);
            prop_assert!(parse(&file).is_ok(), "{:?}\n{file}", parse(&file).unwrap_err());
            for room in &read.meeting.rooms {
                let meets = read.meeting.programme.iter().filter(|session| session.rooms.contains(&room.id)).count();
                prop_assert_eq!(meets, 1, "{} meets in {} sessions", &room.id, meets);
            }
        }
    }

    #[test]
    fn no_text_makes_the_reading_fail(text in any::<String>()) {
        let _ = read(&text, &example());
    }
}
