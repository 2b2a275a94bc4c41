//! Files of other programs, changed as JSON and as bytes: lists of participants, programmes; and changes of a plan, which is what a meeting
//! file says. What is accepted is whole, and what is not gets its reasons.

use crate::books::{Kept, SEATS, numbered, order_with, written};
use crate::commands::altered;
use crate::extent::{Chance, extent};
use crate::measured::run;
use crate::mutator::mutated;
use roundtable::meeting::{self, Meeting, edit, schedule};
use roundtable::people::command::Command;
use roundtable::people::plan::Plan;
use roundtable::people::{Register, import, sheet};
use serde_json::{Value, json};
use std::sync::Arc;

#[test]
fn lists_of_participants_as_spreadsheets_write_them() {
    run("files of participants", |meter, chance| {
        let mut real: Vec<Vec<u8>> = [
            "name,delegation,class,rank,language,room,code\nAna,France,state,minister,fr,,K7M2QX4P\n\"B, \"\"C\"\"\",Tuvalu,state,delegate,,,\n",
            "\u{feff}Name;Delegation\r\nAna;France\r\n\r\nBen;Tuvalu\r\n",
            "sep=;\nname;room\nAna;Capacity\n",
            "name\tlanguage\nAna\ten\n",
        ]
        .iter()
        .map(|text| text.as_bytes().to_vec())
        .collect();
        real.push(b"name;delegation\nJos\xe9;C\xf4te d\x92Ivoire\n".to_vec());
        real.push("name\nZo\u{eb}\n".encode_utf16().flat_map(u16::to_le_bytes).collect());
        let plan = Arc::new(Plan::of(&meeting::example()));
        for number in 0..extent(2_000, 200_000) {
            let bytes = mutated(chance.one_of::<Vec<u8>>(&real), &real, chance);
            meter.input(&bytes, |bytes| match sheet::read(bytes) {
                Ok(sheet) => take(&sheet, &plan, number),
                Err(_) => false,
            });
        }
    });
}

/// Takes a file over; true if there was nothing wrong with it.
fn take(read: &sheet::Sheet, plan: &Arc<Plan>, number: u64) -> bool {
    let mut kept = Kept::<Register>::new();
    let order = order_with(Command::Import(read.rows.clone()), plan, number);
    let weighed = import::weigh(&kept.book, &read.rows, &order, numbered(1));
    let taken = kept.ask(&order, SEATS[0]);
    let hold_up = read.rows.rows.iter().all(|row| row.faulty.is_empty());
    assert_eq!(
        taken,
        weighed.report.faulty == 0 && hold_up,
        "what was weighed is not what happens"
    );
    assert_eq!(
        kept.book.people().is_empty(),
        !taken || read.rows.rows.is_empty(),
        "it is half done"
    );
    for fault in read.faults.iter().chain(&weighed.report.faults) {
        assert!(!fault.wrong.message.is_empty());
    }
    taken && read.faulty == 0
}

#[test]
fn programmes_of_other_programs() {
    run("programmes of others", |meter, chance| {
        let talk = json!({ "code": "XYZ9AB", "id": 7, "date": "2024-05-10T09:00:00-04:00", "start": "09:00", "duration": "00:45",
            "title": "Keynote", "track": { "en": "Groups" }, "type": "Talk", "abstract": "a\nb", "persons": [{ "public_name": "Ana" }] });
        let frab = json!({ "schedule": { "version": "1", "conference": { "title": "A conference", "time_zone_name": "America/New_York",
            "days": [{ "index": 1, "date": "2024-05-10", "rooms": { "Hall A": [talk], "Hall B": [talk, talk] } }] } } });
        let at = |time: &str| json!({ "date": "2024-05-10", "time": time, "tz": "America/New_York" });
        let entry = json!({ "entryType": "Session", "title": "A", "startDate": at("09:00:00"), "endDate": at("10:00:00"), "room": "A",
            "entries": { "c1": { "entryType": "Contribution", "title": "B", "startDate": at("09:00:00"), "endDate": at("09:30:00") } } });
        let indico = json!({ "count": 1, "_type": "HTTPAPIResult", "results": { "4711": { "20240510": { "s1": entry } } } });
        let real = [frab, indico];
        let texts: Vec<Vec<u8>> = real.iter().map(|file| file.to_string().into_bytes()).collect();
        let example = meeting::example();
        for _ in 0..extent(1_500, 100_000) {
            let mut file = chance.one_of(&real).clone();
            let bytes = match chance.below(2) {
                0 => mutated(chance.one_of::<Vec<u8>>(&texts), &texts, chance),
                _ => {
                    (0..=chance.below(3)).for_each(|_| altered(&mut file, chance));
                    file.to_string().into_bytes()
                }
            };
            let mut read = None;
            meter.input(&bytes, |bytes| {
                match schedule::read(&String::from_utf8_lossy(bytes), &example) {
                    Ok(imported) => {
                        read = Some(imported.meeting);
                        true
                    }
                    Err(faults) => {
                        assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.message.is_empty()));
                        false
                    }
                }
            });
            read.iter().for_each(assert_whole);
        }
    });
}

/// A plan can be written down and read again as it is; only one without a room yet is none that a file may say.
fn assert_whole(plan: &Meeting) {
    let text = meeting::to_toml(plan);
    if plan.rooms.is_empty() {
        let faults = meeting::parse(&text).unwrap_err();
        assert!(
            faults.iter().all(|fault| fault.field == "rooms"),
            "more than a room is missing: {faults:?}\n{text}"
        );
        return;
    }
    let read =
        meeting::parse(&text).unwrap_or_else(|faults| panic!("what was accepted is refused as a file: {faults:?}\n{text}"));
    assert!(read == *plan, "what was accepted is another plan as a file:\n{text}");
}

#[test]
fn changes_of_a_plan() {
    let figures = run("changes of a plan", |meter, chance| {
        let example = meeting::example();
        for _ in 0..extent(20, 1_000) {
            let mut plan = example.clone();
            for _ in 0..50 {
                let bytes = written(&changes(&plan, chance), 0, chance);
                meter.input(&bytes, |bytes| {
                    let Ok(command) = serde_json::from_slice(bytes) else {
                        return false;
                    };
                    match edit::decide(&plan, &command, None) {
                        Ok(changed) => {
                            plan = changed;
                            true
                        }
                        Err(refused) => {
                            assert!(!refused.refusal.message.is_empty());
                            false
                        }
                    }
                });
                assert_whole(&plan);
            }
        }
    });
    assert!(figures.accepted * 100 / figures.inputs >= 5, "nothing is tried that way");
}

/// Changes that an organiser may ask for who sees this plan.
fn changes(plan: &Meeting, chance: &mut Chance) -> Vec<Value> {
    let details = edit::Details::of(plan);
    let mut real = vec![json!({ "do": "set-details", "seen": details, "details": details, "move_days": true })];
    if !plan.programme.is_empty() {
        let session = chance.one_of(&plan.programme);
        let starts = format!("{:02}:{:02}", chance.below(24), chance.below(60));
        real.push(json!({ "do": "put-session", "seen": session, "session": session }));
        real.push(json!({ "do": "move-session", "seen": session, "date": session.date, "starts": starts }));
        real.push(json!({ "do": "remove-session", "seen": session }));
    }
    if !plan.rooms.is_empty() {
        let room = chance.one_of(&plan.rooms);
        let mut other = serde_json::to_value(room).unwrap();
        other["id"] = json!(format!("room-{}", chance.below(1_000)));
        other["title"] = json!(format!("Room {}", chance.below(1_000)));
        let mut order: Vec<&str> = plan.rooms.iter().map(|room| room.id.as_str()).collect();
        let seen = order.clone();
        order.rotate_left(1);
        real.push(json!({ "do": "put-room", "seen": room, "room": room }));
        real.push(json!({ "do": "put-room", "room": other }));
        real.push(json!({ "do": "remove-room", "seen": room }));
        real.push(json!({ "do": "order-rooms", "seen": seen, "order": order }));
    }
    real
}
