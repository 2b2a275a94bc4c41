//! Keeping and forgetting: what is promised at the door, and that it is kept, whatever happens to the server meanwhile.

mod archive;
mod books;
mod door;
mod due;
mod killed;
mod rooms;

use crate::support::door::{Answer, Door, MEETING, Participant, ask, with_id};
use crate::support::server::TestServer;
use reqwest::Method;
use roundtable::journal::Journal;
use roundtable::room::seat::Role;
use serde_json::{Value, json};

/// A name that stands nowhere else.
const CANARY: &str = "Zyxwvutsrname";

/// The path of the keeping.
fn path(rest: &str) -> String {
    format!("/api/meetings/{MEETING}/keeping{rest}")
}

/// What somebody is told of the keeping.
async fn told(who: &Participant) -> Value {
    let Answer { status, body } = ask(who.request(Method::GET, &path(""))).await;
    assert_eq!(status, 200, "{body}");
    body
}

/// Asks something of the keeping.
async fn asked(who: &Participant, command: Value) -> Answer {
    ask(who.request(Method::POST, &path("/commands")).json(&with_id(command))).await
}

/// The same where it has to be done.
async fn ordered(who: &Participant, command: Value) {
    let Answer { status, body } = asked(who, command).await;
    assert_eq!(status, 200, "{body}");
}

fn until(day: &str) -> Value {
    json!({ "do": "set", "until": day, "by": "The secretariat, data@example.org" })
}

/// What a code invites to.
async fn invitation(door: &Door, code: &str) -> Answer {
    ask(door.request(Method::GET, &format!("/api/join/{code}"))).await
}

async fn organiser(server: &TestServer) -> Participant {
    server.seat("alpha", Role::Organiser).await
}

/// The streams of the journal in which a word stands: in a record, a snapshot or a slip.
async fn streams_with(server: &TestServer, word: &str) -> Vec<String> {
    let memory = &server.kept.memory;
    let holds = |bytes: &[u8]| {
        bytes
            .windows(word.len())
            .any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
    };
    let mut found = Vec::new();
    for (stream, last) in memory.streams().await.unwrap() {
        let recovered = memory.recover(&stream).await.unwrap();
        let records = memory.read(&stream, 0, usize::try_from(last).unwrap()).await.unwrap();
        let payloads = records.iter().map(|record| &record.payload);
        let payloads = payloads.chain(recovered.snapshot.iter().map(|snapshot| &snapshot.payload));
        let mut payloads = payloads.chain(recovered.slips.iter().map(|slip| &slip.payload));
        if payloads.any(|payload| holds(payload)) {
            found.push(stream.to_string());
        }
    }
    found
}
