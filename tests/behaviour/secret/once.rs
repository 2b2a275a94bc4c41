//! A thousand casts of one voter over several connections, and a kill -9 in the middle: one ballot.

use super::{cast, open, secret_poll, seen_by};
use crate::support::child::ChildServer;
use crate::support::door::Participant;
use crate::support::live::Live;
use crate::support::{run, until};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

const CASTS: usize = 1_000;
const CONNECTIONS: usize = 8;
/// Answers after which the server is killed.
const ANSWERS_BEFORE_THE_KILL: usize = 300;

/// What was answered, by the id of the command: `done`, or the code of the refusal.
type Answers = BTreeMap<String, String>;

/// Sends all commands over one connection without waiting, and reads answers until all are there or the connection is gone.
async fn pour(mut live: Live, commands: Vec<Value>, given: Arc<AtomicUsize>) -> Answers {
    for command in &commands {
        if !live.socket.try_text(command.to_string()).await {
            break;
        }
    }
    let mut answers = Answers::new();
    while answers.len() < commands.len() && live.closed.is_none() {
        live.next().await;
        let frame = live.last();
        if live.closed.is_none() && matches!(frame["type"].as_str(), Some("done" | "refused")) {
            let code = frame["code"].as_str().unwrap_or("done").to_owned();
            if answers.insert(frame["id"].as_str().unwrap().to_owned(), code).is_none() {
                given.fetch_add(1, Ordering::SeqCst);
            }
        }
    }
    answers
}

/// Has the voter send every command at once, spread over connections; the server is killed after so many answers.
async fn pour_all(voter: &Participant, commands: &[Value], kill: Option<(&mut ChildServer, usize)>) -> Answers {
    let given = Arc::new(AtomicUsize::new(0));
    let mut pouring = Vec::new();
    for part in commands.chunks(commands.len().div_ceil(CONNECTIONS)) {
        let live = voter.live().await;
        pouring.push(tokio::spawn(pour(live, part.to_vec(), Arc::clone(&given))));
    }
    if let Some((child, answers)) = kill {
        until("enough answers", async || given.load(Ordering::SeqCst) >= answers).await;
        child.kill();
    }
    let mut answers = Answers::new();
    for task in pouring {
        answers.extend(task.await.unwrap());
    }
    answers
}

/// Casts a thousand times with a kill in the middle, then all again; what was answered before and after, and the final poll.
async fn storm(draft: Value) -> (Answers, Answers, Value) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let mut child = ChildServer::start(&data);
    let chair = child.door.join(&child.code("chair"), "Chair").await;
    let ana = child.door.join(&child.code("participant"), "Ana").await;
    let poll = open(&chair, draft).await;
    let ballot = |number: usize| json!({ "choice": [format!("o{}", 1 + number % 5)] });
    let commands: Vec<Value> = (0..CASTS).map(|number| cast(&poll, &ballot(number))).collect();
    let before = pour_all(&ana, &commands, Some((&mut child, ANSWERS_BEFORE_THE_KILL))).await;
    let child = ChildServer::start(&data);
    let after = pour_all(&ana.at(&child.door), &commands, None).await;
    let chair = chair.at(&child.door);
    chair.order(json!({ "tool": "polls", "do": "close", "poll": poll })).await;
    (before, after, seen_by(&chair, &poll).await)
}

fn total(poll: &Value) -> u64 {
    poll["tally"].as_object().unwrap().values().filter_map(Value::as_u64).sum()
}

fn draft() -> Value {
    json!({ "tool": "polls", "do": "draft", "question": "Which?", "kind": "single", "options": ["a", "b", "c", "d", "e"] })
}

#[test]
fn a_thousand_secret_casts_of_one_voter_and_a_kill_make_one_ballot() {
    run(async {
        let (before, after, poll) = storm(secret_poll(draft())).await;
        assert!(before.len() >= ANSWERS_BEFORE_THE_KILL && after.len() == CASTS);
        assert_eq!((&poll["turnout"], total(&poll)), (&json!(1), 1));
        let done = |answers: &Answers| {
            let ids = answers.iter().filter(|(_, code)| *code == "done").map(|(id, _)| id.clone());
            ids.collect::<Vec<_>>()
        };
        assert_eq!(done(&after).len(), 1, "one command is the one that counts");
        assert_eq!(done(&before), done(&after), "and it stays the same one");
        assert!(after.values().all(|code| code == "done" || code == "already-voted"));
    });
}

#[test]
fn a_thousand_revisions_of_one_voter_and_a_kill_make_one_ballot() {
    run(async {
        let (before, after, poll) = storm(draft()).await;
        assert!(before.len() >= ANSWERS_BEFORE_THE_KILL && after.len() == CASTS);
        assert!(before.values().chain(after.values()).all(|code| code == "done"));
        assert_eq!((&poll["turnout"], total(&poll)), (&json!(1), 1));
    });
}
