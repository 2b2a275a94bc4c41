//! A secret ballot is cast once by each voter, whatever is repeated, and whoever repeats it hears that it is in.

use super::{cast, open, secret_poll, seen_by};
use crate::support::child::ChildServer;
use crate::support::run;
use crate::support::server::TestServer;
use serde_json::json;

#[test]
fn after_a_restart_the_same_command_is_done_already_and_another_is_one_too_many() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut child = ChildServer::start(&data);
        let chair = child.door.join(&child.code("chair"), "Chair").await;
        let ana = child.door.join(&child.code("participant"), "Ana").await;
        let poll = open(
            &chair,
            secret_poll(json!({ "question": "Who?", "kind": "single", "options": ["a", "b"] })),
        )
        .await;
        let (vote, other) = (
            cast(&poll, &json!({ "choice": ["o2"] })),
            cast(&poll, &json!({ "choice": ["o1"] })),
        );
        assert_eq!(ana.post(&vote).await.status, 200);
        assert_eq!(ana.post(&vote).await.status, 200, "at once");
        assert_eq!(ana.post(&other).await.code(), "already-voted");
        for _ in 0..2 {
            child.kill();
            child = ChildServer::start(&data);
            let ana = ana.at(&child.door);
            let again = ana.post(&vote).await;
            assert_eq!((again.status, &again.body["id"]), (200, &vote["id"]), "{again:?}");
            assert_eq!(ana.post(&other).await.code(), "already-voted");
            assert_eq!(seen_by(&chair.at(&child.door), &poll).await["turnout"], 1);
        }
        let (chair, ana) = (chair.at(&child.door), ana.at(&child.door));
        chair.order(json!({ "tool": "polls", "do": "close", "poll": poll })).await;
        assert_eq!(ana.post(&vote).await.status, 200, "after the close");
        assert_eq!(seen_by(&chair, &poll).await["tally"], json!({ "o1": 0, "o2": 1 }));
        child.kill();
        let child = ChildServer::start(&data);
        assert_eq!(
            ana.at(&child.door).post(&vote).await.status,
            200,
            "after the close and a restart"
        );
        assert_eq!(
            seen_by(&chair.at(&child.door), &poll).await["tally"],
            json!({ "o1": 0, "o2": 1 })
        );
    });
}

#[test]
fn of_a_delegation_one_ballot_is_taken_and_its_repeat_is_known_across_a_restart() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let code = server.code("alpha", roundtable::room::seat::Role::Participant);
        let of_kenya = |name: &str| json!({ "code": code, "name": name, "delegation": "Kenya" });
        let (ana, ben) = (server.join_as(&of_kenya("Ana")).await, server.join_as(&of_kenya("Ben")).await);
        let draft = json!({ "question": "Who?", "kind": "single", "options": ["a", "b"], "per": "delegation" });
        let poll = open(&chair, secret_poll(draft)).await;
        let vote = cast(&poll, &json!({ "choice": ["o2"] }));
        assert_eq!(ana.post(&vote).await.status, 200);
        assert_eq!(
            ben.post(&cast(&poll, &json!({ "choice": ["o1"] }))).await.code(),
            "already-voted"
        );
        let server = server.restart().await;
        assert_eq!(ana.at(&server).post(&vote).await.status, 200);
        assert_eq!(
            ben.at(&server).post(&cast(&poll, &json!({ "choice": ["o1"] }))).await.code(),
            "already-voted"
        );
        let seen = seen_by(&chair.at(&server), &poll).await;
        assert_eq!((&seen["turnout"], &seen["electorate"]), (&json!(1), &json!(1)));
    });
}

#[test]
fn a_room_whose_secret_ballots_are_not_as_many_as_its_records_say_is_not_opened() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut child = ChildServer::start(&data);
        let chair = child.door.join(&child.code("chair"), "Chair").await;
        let ana = child.door.join(&child.code("participant"), "Ana").await;
        let poll = open(
            &chair,
            secret_poll(json!({ "question": "Who?", "kind": "single", "options": ["a", "b"] })),
        )
        .await;
        assert_eq!(ana.post(&cast(&poll, &json!({ "choice": ["o2"] }))).await.status, 200);
        child.kill();
        let journal = rusqlite::Connection::open(data.join("journal.db")).unwrap();
        let number: i64 = journal
            .query_row("SELECT number FROM bags WHERE name LIKE '%ballots'", [], |row| row.get(0))
            .unwrap();
        assert_eq!(journal.execute(&format!("DELETE FROM bag_{number}"), []).unwrap(), 1);
        drop(journal);
        let mut child = ChildServer::start(&data);
        assert!(
            ana.at(&child.door)
                .ask(json!({ "tool": "floor", "do": "request" }))
                .await
                .status
                >= 500
        );
        let (_, log) = child.terminate();
        assert!(
            log.contains("has taken 1 secret ballots, but 1 marks and 0 ballots are kept"),
            "{log}"
        );
    });
}
