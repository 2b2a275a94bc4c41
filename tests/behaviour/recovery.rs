//! kill -9 at any instant: everything that was acknowledged is there afterwards, and nothing is there by half.

use crate::extent::Chance;
use crate::support::author::Author;
use crate::support::child::{ChildServer, recovered};
use crate::support::door::{Door, Participant, with_id};
use crate::support::live::Live;
use crate::support::{run, until};
use serde_json::{Value, json};
use std::path::Path;

/// Commands and edits that are under way when it is killed, at most.
const UNDER_WAY: usize = 8;

/// Times that it is killed. `killed` does so at any instant, and much more often.
const ROUNDS: u64 = 5;

/// What was acknowledged so far: commands with their answers, and edits by their text.
#[derive(Default)]
struct Promised {
    commands: Vec<(Value, Value)>,
    edits: Vec<String>,
}

fn draft(number: usize) -> Value {
    with_id(
        json!({ "tool": "polls", "do": "draft", "question": format!("Question {number}?"), "kind": "single", "options": ["a", "b"] }),
    )
}

/// Sends commands and edits, keeping some of each under way, until the server is gone; it is killed after so many answers.
async fn work_until_killed(child: &mut ChildServer, chair: &Participant, promised: &mut Promised, answers: u64, client: u64) {
    let mut live = chair.live().await;
    let mut author = Author::live(chair, client).await;
    let mut waiting: Vec<Value> = Vec::new();
    let mut texts = Vec::new();
    let mut given = 0;
    while given < answers {
        while waiting.len() < UNDER_WAY {
            let command = draft(promised.commands.len() + waiting.len());
            live.send(&command).await;
            waiting.push(command);
            let text = format!("edit {client} {};", texts.len());
            author.write(&text).await;
            texts.push(text);
        }
        let answer = live.next_of("done").await;
        given += 1;
        let at = waiting.iter().position(|command| command["id"] == answer["id"]).unwrap();
        promised.commands.push((waiting.remove(at), answer));
        let saved = author.answered;
        author.wait_until(|author| author.answered > saved).await;
    }
    child.kill();
    // What the network still holds was acknowledged as well.
    while live.closed.is_none() {
        live.next().await;
        if live.closed.is_none() && live.last()["type"] == "done" {
            let answer = live.last().clone();
            if let Some(at) = waiting.iter().position(|command| command["id"] == answer["id"]) {
                promised.commands.push((waiting.remove(at), answer));
            }
        }
    }
    author.wait_until(|author| author.closed.is_some()).await;
    promised
        .edits
        .extend(texts.into_iter().take(usize::try_from(author.answered).unwrap()));
}

async fn check(live: &mut Live, reader: &Author, promised: &Promised) {
    let items = &live.view["polls"]["items"];
    for (command, answer) in &promised.commands {
        let made = answer["made"].as_str().unwrap();
        assert_eq!(
            items[made]["question"], command["question"],
            "{made} was acknowledged and is lost"
        );
    }
    let text = reader.text();
    for edit in &promised.edits {
        assert_eq!(
            text.matches(edit.as_str()).count(),
            1,
            "“{edit}” was acknowledged and is not there once"
        );
    }
    for (command, answer) in promised.commands.iter().rev().take(UNDER_WAY) {
        assert_eq!(live.ask(command).await, *answer, "a repeat got another answer");
    }
}

async fn round(data: &Path, people: &mut Option<Participant>, promised: &mut Promised, number: u64, chance: &mut Chance) {
    let mut child = ChildServer::start(data);
    let chair = match people {
        Some(chair) => chair.at(&child.door),
        None => child.door.join(&child.code("chair"), "Chair").await,
    };
    *people = Some(chair.clone());
    let mut live = chair.live().await;
    let reader = Author::live(&chair, 1_000 + number).await;
    check(&mut live, &reader, promised).await;
    work_until_killed(&mut child, &chair, promised, 1 + chance.below(12), number + 1).await;
}

#[test]
fn whatever_was_acknowledged_survives_being_killed() {
    run(async {
        let mut chance = Chance::of("kill");
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let (mut people, mut promised) = (None, Promised::default());
        for number in 0..ROUNDS {
            round(&data, &mut people, &mut promised, number, &mut chance).await;
        }
        let child = ChildServer::start(&data);
        let chair = people.unwrap().at(&child.door);
        let reader = Author::live(&chair, 9_999).await;
        check(&mut chair.live().await, &reader, &promised).await;
        assert!(promised.commands.len() >= 5 && promised.edits.len() >= 5);
    });
}

async fn many_commands(door: &Door, chair: &Participant, count: usize) -> Live {
    let mut live = chair.at(door).live().await;
    for number in 0..count {
        live.send(&with_id(
            json!({ "tool": "floor", "do": "limit", "seconds": 30 + number % 600 }),
        ))
        .await;
        if number % 50 == 49 {
            live.ping().await;
        }
    }
    live.order(json!({ "tool": "floor", "do": "limit", "seconds": 999 })).await;
    live
}

#[test]
fn a_long_journal_is_read_back_from_its_snapshot_and_what_followed() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut child = ChildServer::start(&data);
        let chair = child.door.join(&child.code("chair"), "Chair").await;
        let mut author = Author::live(&chair, 1).await;
        author.write("Before the snapshot").await;
        author.wait_for_answers().await;
        many_commands(&child.door, &chair, 2_100).await;
        until("a snapshot, once the room is quiet", async || {
            recovered(&data).await.snapshot.is_some()
        })
        .await;
        author.write("After the snapshot").await;
        author.wait_for_answers().await;
        let before = chair.look().await;
        assert!(before["seq"].as_u64().unwrap() > 2_100);
        child.kill();

        let recovered = recovered(&data).await;
        let seq = recovered.snapshot.map_or(0, |snapshot| snapshot.seq);
        assert!(seq >= 2_000 && !recovered.records.is_empty(), "the snapshot stands at {seq}");

        let child = ChildServer::start(&data);
        let chair = chair.at(&child.door);
        let after = chair.look().await;
        assert_eq!((&after["view"], &after["seq"]), (&before["view"], &before["seq"]));
        let reader = Author::live(&chair, 2).await;
        assert_eq!(reader.text(), author.text());
    });
}
