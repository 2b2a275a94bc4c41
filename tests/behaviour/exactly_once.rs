//! A command under the same id takes effect once, whatever way and however often it comes.

use crate::support::child::ChildServer;
use crate::support::door::with_id;
use crate::support::run;
use crate::support::server::TestServer;
use roundtable::hub::answered::IDS_PER_SEAT_MAX;
use serde_json::{Value, json};

fn draft() -> Value {
    with_id(json!({ "tool": "polls", "do": "draft", "question": "Once?", "kind": "single", "options": ["y", "n"] }))
}

#[test]
fn a_repeat_gets_the_first_answer_over_any_way() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let command = draft();
        let mut live = chair.live().await;
        let first = live.ask(&command).await;
        assert_eq!(first["made"], "p2");
        assert_eq!(live.ask(&command).await, first, "over the same connection");
        let mut second = chair.live().await;
        assert_eq!(second.ask(&command).await, first, "over another connection");
        assert_eq!(chair.post(&command).await.body, first, "over HTTP");
        let server = server.restart().await;
        assert_eq!(chair.at(&server).post(&command).await.body, first, "after a restart");
        assert_eq!(chair.at(&server).look().await["view"]["polls"]["order"], json!(["p1", "p2"]));
    });
}

#[test]
fn repeats_that_come_at_once_are_one() {
    run(async {
        let server = TestServer::start().await;
        let mut chair = server.chair().await.live().await;
        let command = draft();
        for _ in 0..20 {
            chair.send(&command).await;
        }
        chair
            .wait_until(|live| live.frames.iter().filter(|frame| frame["type"] == "done").count() == 20)
            .await;
        let answers: Vec<&Value> = chair.frames.iter().filter(|frame| frame["type"] == "done").collect();
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
        chair.wait_for(|view| view["polls"]["order"] == json!(["p1", "p2"])).await;
    });
}

#[test]
fn a_refused_command_keeps_its_answer_too() {
    run(async {
        let server = TestServer::start().await;
        let mut ana = server.participant("Ana").await.live().await;
        let mut chair = server.chair().await.live().await;
        let command = with_id(json!({ "tool": "floor", "do": "withdraw" }));
        let first = ana.ask(&command).await;
        assert_eq!(first["code"], "not-on-list");
        ana.order(json!({ "tool": "floor", "do": "request" })).await;
        assert_eq!(ana.ask(&command).await, first);
        chair.wait_for(|view| view["floor"]["order"] == json!(["r1"])).await;
    });
}

#[test]
fn an_id_belongs_to_its_seat() {
    run(async {
        let server = TestServer::start().await;
        let command = with_id(json!({ "tool": "floor", "do": "request" }));
        let (ana, ben) = (server.participant("Ana").await, server.participant("Ben").await);
        assert_eq!(ana.post(&command).await.body["made"], "r1");
        assert_eq!(
            ben.post(&command).await.body["made"],
            "r2",
            "a stranger's id was taken for Ben's"
        );
    });
}

#[test]
fn ids_are_remembered_long_enough_for_the_worst_network() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let command = draft();
        let mut live = chair.live().await;
        let first = live.ask(&command).await;
        for seconds in 0..IDS_PER_SEAT_MAX - 1 {
            live.order(json!({ "tool": "floor", "do": "limit", "seconds": 30 + seconds }))
                .await;
        }
        let server = server.restart().await;
        assert_eq!(chair.at(&server).post(&command).await.body, first);
    });
}

#[test]
fn one_ballot_for_each_voter_also_when_the_server_is_killed_between_the_vote_and_its_repeat() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut child = ChildServer::start(&data);
        let chair = child.door.join(&child.code("chair"), "Chair").await;
        let ana = child.door.join(&child.code("participant"), "Ana").await;
        chair.order(json!({ "tool": "polls", "do": "open", "poll": "p1" })).await;
        let vote = with_id(json!({ "tool": "polls", "do": "cast", "poll": "p1", "choice": ["o2"] }));
        let first = ana.post(&vote).await;
        assert_eq!(first.status, 200);
        child.kill();

        let child = ChildServer::start(&data);
        let (chair, ana) = (chair.at(&child.door), ana.at(&child.door));
        assert_eq!(ana.live().await.ask(&vote).await, first.body);
        assert_eq!(ana.post(&vote).await, first);
        chair.order(json!({ "tool": "polls", "do": "close", "poll": "p1" })).await;
        let poll = &chair.look().await["view"]["polls"]["items"]["p1"];
        assert_eq!((&poll["turnout"], &poll["tally"]["o2"]), (&json!(1), &json!(1)));
    });
}
