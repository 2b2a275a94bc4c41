//! Whatever is asked in whatever order: nobody is in two places, and what is counted beside the people is what they say.

use super::scene::Scene;
use crate::people::sheet;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const NAMES: [&str; 8] = ["Ana", "Ben", "Cem", "Dina", "Eli", "Fay", "Gus", "Hal"];
const ROOMS: [&str; 7] = ["plenary", "policies", "talent", "law", "north", "south", "none"];
const SESSIONS: [&str; 4] = ["opening", "morning", "afternoon", "none"];

#[derive(Debug, Clone)]
enum Step {
    Ask(usize, usize, usize, u32),
    Import(Vec<(usize, usize, usize)>),
    Choose(usize, usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..12_usize, 0..NAMES.len(), 0..ROOMS.len(), 0..4_u32).prop_map(|(what, who, room, number)| Step::Ask(what, who, room, number)),
        2 => prop::collection::vec((0..NAMES.len(), 0..ROOMS.len(), 0..ROOMS.len()), 1..5).prop_map(Step::Import),
        2 => (0..NAMES.len(), 0..ROOMS.len()).prop_map(|(who, room)| Step::Choose(who, room)),
    ]
}

fn command(scene: &Scene, what: usize, who: usize, room: usize, number: u32) -> Value {
    let (name, room, session) = (NAMES[who], ROOMS[room], SESSIONS[room % SESSIONS.len()]);
    let found = scene.register.people().values().find(|person| person.details.name == name);
    let id = found.map_or("nobody", |person| person.id.as_str());
    match what {
        0 | 1 => json!({ "do": "add", "name": name, "rooms": [room] }),
        2 => json!({ "do": "remove", "people": [id] }),
        3 => json!({ "do": "assign", "people": [id], "room": room }),
        4 | 5 => json!({ "do": "move", "people": [id], "session": session, "room": room }),
        6 => json!({ "do": "spread", "session": session, "who": if number == 0 { "everybody" } else { "waiting" } }),
        7 => json!({ "do": "open-choice", "session": session }),
        8 => json!({ "do": "cap", "room": room, "cap": number }),
        9 => json!({ "do": "code", "person": id }),
        10 => json!({ "do": "change", "person": id, "name": NAMES[(who + 1) % NAMES.len()] }),
        _ => json!({ "do": "close-choice", "session": session }),
    }
}

fn take(scene: &mut Scene, step: &Step) {
    match step {
        Step::Ask(what, who, room, number) => {
            let command = command(scene, *what, *who, *room, *number);
            let _ = scene.ask(command);
        }
        Step::Import(rows) => {
            let rows: String = rows
                .iter()
                .map(|(who, one, other)| format!("{},{}|{}\n", NAMES[*who], ROOMS[*one], ROOMS[*other]))
                .collect();
            scene.import(&format!("name,room\n{rows}"));
        }
        Step::Choose(who, room) => {
            if scene
                .register
                .people()
                .values()
                .any(|person| person.details.name == NAMES[*who])
            {
                let _ = scene.choose(NAMES[*who], Some(ROOMS[*room]));
            }
        }
    }
}

fn holds(scene: &Scene) {
    let register = &scene.register;
    let (mut codes, mut keys, mut heads) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::<(&str, &str), u32>::new());
    for person in register.people().values() {
        assert!(codes.insert(&person.code), "two people have one code");
        assert!(keys.insert(person.details.key()), "a person is listed twice");
        assert_eq!(register.holder(&person.code).unwrap().id, person.id);
        for slot in &scene.plan.slots {
            let open: Vec<&str> = slot.rooms.iter().map(|room| room.id.as_str()).collect();
            let may = open
                .iter()
                .filter(|room| register.may_enter(&person.id, room, &scene.plan))
                .count();
            assert!(may <= 1, "{} may be in {may} rooms of one session", person.details.name);
        }
        for (session, room) in &person.groups {
            assert!(scene.plan.slot(session).unwrap().has(room));
            *heads.entry((session, room)).or_default() += 1;
        }
    }
    for slot in &scene.plan.slots {
        for room in &slot.rooms {
            let counted = heads
                .get(&(slot.session.as_str(), room.id.as_str()))
                .copied()
                .unwrap_or_default();
            assert_eq!(register.heads(&slot.session, &room.id), counted);
        }
    }
}

proptest! {
    #[test]
    fn nobody_is_in_two_places_whatever_is_asked(steps in prop::collection::vec(step(), 1..60)) {
        let mut scene = Scene::new();
        for step in &steps {
            take(&mut scene, step);
            holds(&scene);
        }
    }

    #[test]
    fn no_file_of_any_bytes_breaks_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = sheet::read(&bytes);
    }

    #[test]
    fn no_text_breaks_the_reader_and_every_fault_names_a_row_that_is_there(text in "(name|room|,|;|\t|\"|\n|\r|=|é|[a-z]){0,80}") {
        if let Ok(read) = sheet::read(text.as_bytes()) {
            let rows = text.replace("\r\n", "\n").replace('\r', "\n").lines().count() as u64;
            prop_assert!(read.faults.iter().all(|fault| (1..=rows.max(1)).contains(&fault.row)), "{:?}", read.faults);
        }
    }
}
