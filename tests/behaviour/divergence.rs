//! Some seconds after something changed, everybody is told what they should have by now; who has something else gets a fresh view for
//! the asking. That the view of each of the tests' clients is what it should be is looked at wherever a check comes (`support/live.rs`).

use crate::extent::{Chance, extent};
use crate::support::author::Author;
use crate::support::live::Live;
use crate::support::run_for;
use crate::support::server::TestServer;
use roundtable::protocol::notes::{self, NotesMessage};
use roundtable::room::digest;
use roundtable::room::ids::SeatId;
use roundtable::room::notes::Notes;
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::Instant;
use yrs::{ReadTxn, StateVector, Transact};

/// Longer than any of these takes.
const DEADLINE: Duration = Duration::from_secs(600);

fn fixture(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

/// Notes that hold what an update says.
fn notes_of(update: &[u8]) -> Notes {
    let mut notes = Notes::new();
    notes.accept(&SeatId::new("a").unwrap(), update);
    notes.flush();
    notes
}

#[test]
fn the_server_computes_of_a_value_what_a_page_does() {
    for case in fixture(include_str!("../fixtures/digest/values.json")) {
        assert_eq!(digest::of_json(&case["value"]).text(), case["digest"], "{}", case["value"]);
    }
}

#[test]
fn the_server_computes_of_notes_what_a_page_does() {
    use base64::Engine;
    for (number, case) in fixture(include_str!("../fixtures/digest/notes.json")).iter().enumerate() {
        let update = base64::engine::general_purpose::STANDARD.decode(case["update"].as_str().unwrap());
        let notes = notes_of(&update.unwrap());
        assert_eq!(
            notes.digest().unwrap().text(),
            case["digest"],
            "document {number}: {:?}",
            notes.blocks()
        );
        let kept = Notes::restore(&notes.snapshot()).unwrap();
        assert_eq!(kept.digest(), notes.digest(), "document {number} was read back as another");
    }
}

/// Something that chair and participants may do in a room; what the rules refuse changes nothing.
fn something(chance: &mut Chance) -> Value {
    let request = format!("r{}", 1 + chance.below(6));
    let poll = format!("p{}", 1 + chance.below(4));
    let choice = format!("o{}", 1 + chance.below(3));
    let word = *chance.one_of(&["naïve", "😀 emoji", "世界", "e\u{301}", "\"quoted\"", ""]);
    let all = [
        json!({ "tool": "floor", "do": "request" }),
        json!({ "tool": "floor", "do": "give" }),
        json!({ "tool": "floor", "do": "end", "request": request }),
        json!({ "tool": "floor", "do": "withdraw", "request": request }),
        json!({ "tool": "floor", "do": "queue", "name": format!("{word} {request}"), "class": "organization" }),
        json!({ "tool": "floor", "do": "limit", "seconds": 30 + chance.below(300) }),
        json!({ "tool": "polls", "do": "draft", "question": format!("{word}?"), "kind": "single", "options": ["a", "b", word] }),
        json!({ "tool": "polls", "do": "open", "poll": poll }),
        json!({ "tool": "polls", "do": "cast", "poll": poll, "choice": [choice] }),
        json!({ "tool": "polls", "do": "close", "poll": poll }),
        json!({ "tool": "polls", "do": "show", "poll": poll }),
        json!({ "tool": "board", "do": "add", "kind": "gap", "text": format!("{word} {}", chance.below(1_000)) }),
        json!({ "tool": "notes", "do": "name", "name": format!("{word} {}", chance.below(1_000)) }),
        json!({ "tool": "seat", "do": "update", "name": format!("{word} {}", chance.below(9)) }),
    ];
    chance.one_of(&all).clone()
}

#[test]
fn every_audience_has_what_the_check_says_whatever_happens_in_the_room() {
    run_for(DEADLINE, async {
        let mut chance = Chance::of("divergence");
        let rounds = extent(2, 60);
        let server = TestServer::start().await;
        let mut lives = Vec::new();
        for role in [Role::Chair, Role::Participant, Role::Rapporteur, Role::Screen] {
            lives.push(server.seat("alpha", role).await.live().await);
        }
        let mut author = Author::live(&server.participant("Ana").await, 1).await;
        let started = Instant::now();
        for round in 1..=rounds {
            for _ in 0..60 {
                let by = usize::try_from(chance.below(3)).unwrap();
                lives[by].command(something(&mut chance)).await;
            }
            let word = *chance.one_of(&["naïve", "😀 emoji", "世界"]);
            author.write(word).await;
            author.wait_for_answers().await;
            let before = author.texts.len();
            author
                .wait_until(|author| author.texts[before..].iter().any(|frame| frame["type"] == "check"))
                .await;
            let check = author.texts.iter().rfind(|frame| frame["type"] == "check").unwrap();
            let everything = author.doc.transact().encode_state_as_update_v1(&StateVector::default());
            assert_eq!(check["notes"], json!(notes_of(&everything).digest().unwrap().text()));
            for live in &mut lives {
                live.wait_until(|live| live.checks >= round).await;
            }
        }
        let most = 1 + started.elapsed().as_secs() / 5;
        assert!(
            lives.iter().all(|live| live.checks as u64 <= most),
            "at most one check in 5 s"
        );
        let changes = lives[0].frames.iter().filter(|frame| frame["type"] == "change").count();
        println!("divergence: {rounds} checks of {changes} changes, 4 audiences and the notes: all the same");
    });
}

#[test]
fn whoever_has_something_else_gets_a_fresh_view_and_all_of_the_notes_for_the_asking() {
    run_for(DEADLINE, async {
        let server = TestServer::start().await;
        let mut ana = Author::live(&server.participant("Ana").await, 1).await;
        ana.write("A budget").await;
        ana.wait_for_answers().await;
        let mut chair = server.chair().await.live().await;
        let view = std::mem::replace(&mut chair.view, json!({ "floor": "something else" }));
        chair.send(&json!({ "type": "refresh" })).await;
        chair.next_of("welcome").await;
        assert_eq!(chair.view, view);
        chair.order(json!({ "tool": "floor", "do": "limit", "seconds": 77 })).await;
        chair.wait_for(|view| view["floor"]["limit_s"] == 77).await;
        assert!(chair.binaries.is_empty(), "no notes for who does not read them");

        let mut reader = Live::begin(server.participant("Ben").await.socket("/live").await).await;
        reader.socket.binary(notes::step1(&[0])).await;
        reader.wait_until(|live| live.binaries.len() >= 2).await;
        reader.binaries.clear();
        reader.send(&json!({ "type": "refresh" })).await;
        reader.next_of("welcome").await;
        reader.wait_until(|live| !live.binaries.is_empty()).await;
        let Ok(NotesMessage::Update { update }) = notes::decode(&reader.binaries[0]) else {
            panic!("what follows a fresh view is all of the notes");
        };
        let everything = ana.doc.transact().encode_state_as_update_v1(&StateVector::default());
        assert_eq!(notes_of(update).digest(), notes_of(&everything).digest());
    });
}
