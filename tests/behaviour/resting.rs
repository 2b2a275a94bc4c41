//! A room without connections leaves memory, and comes back as it was when somebody asks for it.

use crate::support::author::Author;
use crate::support::door::{Answer, Participant, ask, with_id};
use crate::support::server::TestServer;
use crate::support::{run, until};
use reqwest::Method;
use roundtable::journal::{Journal, Stream};
use serde_json::{Value, json};
use std::time::Duration;

/// Looks as every client does: where the room came to rest in that very instant, it asks again.
async fn look(person: &Participant) -> Value {
    loop {
        let Answer { status, body } = ask(person.request(Method::GET, &person.path(""))).await;
        match status {
            503 => assert_eq!(body["code"], "unavailable"),
            _ => return body,
        }
    }
}

/// Waits until the room has left memory: that is when it leaves its snapshot in the journal.
async fn rested(server: &TestServer, seq: u64) {
    let stream = Stream::new("tests/alpha");
    until("the room's rest", async || {
        let recovered = server.kept.memory.recover(&stream).await.unwrap();
        recovered.snapshot.is_some_and(|snapshot| snapshot.seq == seq)
    })
    .await;
}

#[test]
fn a_room_that_rested_is_as_it_was() {
    run(async {
        let server = TestServer::start_resting_after(Duration::from_millis(50)).await;
        let chair = server.chair().await;
        let mut author = Author::live(&chair, 1).await;
        author.write("Written before the rest").await;
        author.wait_for_answers().await;
        let command =
            with_id(json!({ "tool": "polls", "do": "draft", "question": "Q?", "kind": "single", "options": ["a", "b"] }));
        let done = chair.post(&command).await.body;
        let before = look(&chair).await;
        drop(author);
        rested(&server, done["seq"].as_u64().unwrap()).await;

        let after = look(&chair).await;
        assert_ne!(after["epoch"], before["epoch"], "the room was in memory all the time");
        assert_eq!((&after["view"], &after["seq"]), (&before["view"], &before["seq"]));
        assert_eq!(chair.post(&command).await.body, done, "a repeat gets the first answer");
        let reader = Author::live(&chair, 2).await;
        assert_eq!(reader.text(), "<paragraph>Written before the rest</paragraph>");
    });
}

#[test]
fn a_room_in_which_somebody_is_connected_stays() {
    run(async {
        let server = TestServer::start_resting_after(Duration::from_millis(20)).await;
        let (ana, ben) = (
            server.participant("Ana").await,
            server.seat("beta", roundtable::room::seat::Role::Participant).await,
        );
        let mut live = ana.live().await;
        let epoch = live.epoch.clone();
        // The other room rests meanwhile, twice.
        let mut other = look(&ben).await["epoch"].clone();
        for _ in 0..2 {
            until("the other room's rest", async || {
                tokio::time::sleep(Duration::from_millis(40)).await;
                let now = look(&ben).await["epoch"].clone();
                std::mem::replace(&mut other, now.clone()) != now
            })
            .await;
        }
        live.order(json!({ "tool": "floor", "do": "request" })).await;
        assert_eq!(look(&ana).await["epoch"], epoch);
    });
}

#[test]
fn many_who_ask_for_a_resting_room_at_once_open_it_once() {
    run(async {
        let server = TestServer::start_resting_after(Duration::from_millis(250)).await;
        let ana = server.participant("Ana").await;
        let seq = look(&ana).await["seq"].as_u64().unwrap();
        rested(&server, seq).await;
        let looks = (0..16).map(|_| {
            let ana = ana.clone();
            tokio::spawn(async move { look(&ana).await["epoch"].clone() })
        });
        let looks: Vec<_> = looks.collect();
        let mut epochs = std::collections::BTreeSet::new();
        for look in looks {
            epochs.insert(look.await.unwrap().to_string());
        }
        assert_eq!(epochs.len(), 1, "{epochs:?}");
    });
}
