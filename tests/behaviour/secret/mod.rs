//! Secret polls: nobody finds out who voted what from anything that is left, and everybody has one ballot.

mod linkage;
mod once;
mod repeats;
mod traces;

use crate::support::door::{Participant, with_id};
use serde_json::{Value, json};

/// The draft of a secret poll with these words of its own.
fn secret_poll(mut paper: Value) -> Value {
    let rules = json!({ "tool": "polls", "do": "draft", "secrecy": "secret" });
    for (key, value) in rules.as_object().unwrap() {
        paper[key] = value.clone();
    }
    paper
}

/// Drafts a poll and opens it; its id.
async fn open(chair: &Participant, draft: Value) -> String {
    let poll = chair.order(draft).await["made"].as_str().unwrap().to_owned();
    chair.order(json!({ "tool": "polls", "do": "open", "poll": poll })).await;
    poll
}

/// The command that casts a ballot, under an id of its own.
fn cast(poll: &str, ballot: &Value) -> Value {
    let mut command = json!({ "tool": "polls", "do": "cast", "poll": poll });
    for (key, value) in ballot.as_object().unwrap() {
        command[key] = value.clone();
    }
    with_id(command)
}

/// The poll as the chair sees it.
async fn seen_by(chair: &Participant, poll: &str) -> Value {
    chair.look().await["view"]["polls"]["items"][poll].clone()
}
