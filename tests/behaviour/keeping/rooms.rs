//! Rooms that are harder to forget in than others: one that the plan does not have any more, and one that is slow to go.

use super::due::TO_THE_END_MS;
use super::*;
use crate::support::run;
use crate::support::server::MEETING_FILE;
use roundtable::journal::Stream;
use std::time::Duration;

/// In which the room would be open again, did nobody wait for its earlier run.
const SOON: Duration = Duration::from_millis(500);

/// Somebody with the name, in room alpha.
async fn ana(server: &TestServer) -> Participant {
    let code = server.code("alpha", Role::Participant);
    server.join_as(&json!({ "code": code, "name": CANARY })).await
}

#[test]
fn a_room_that_a_changed_file_took_out_of_the_plan_while_it_was_open_is_closed_and_sealed_before_the_names_go() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        ordered(&organiser, until("2024-05-12")).await;
        let ana = ana(&server).await;
        ana.order(json!({ "tool": "floor", "do": "request" })).await;
        ana.order(json!({ "tool": "board", "do": "add", "kind": "gap", "text": "People leave" }))
            .await;
        let (start, _) = MEETING_FILE.split_once("[[rooms]]").unwrap();
        let (_, beta) = MEETING_FILE.rsplit_once("[[rooms]]").unwrap();
        let server = server.restart_with(&format!("{start}[[rooms]]{beta}")).await;
        assert!(server.hub.registry.meeting(MEETING).unwrap().room("alpha").is_none());
        let sealed = server.kept.outcomes().join("tests/alpha/revision-1");
        assert!(!sealed.exists(), "it was open");
        server.kept.clock.advance(TO_THE_END_MS);
        server.hub.forget_what_is_due().await;
        assert_eq!(told(&organiser.at(&server)).await["state"], "deleted");
        assert_eq!(streams_with(&server, CANARY).await, Vec::<String>::new());
        let outcome = std::fs::read_to_string(sealed.join("outcome.md")).unwrap();
        assert!(outcome.contains("People leave"), "{outcome}");
        assert!(sealed.join("manifest.sig").exists());
    });
}

#[test]
fn a_snapshot_that_a_room_is_slow_to_write_does_not_come_after_the_names_have_gone() {
    run(async {
        let server = TestServer::start_resting_after(Duration::from_millis(50)).await;
        let organiser = organiser(&server).await;
        ordered(&organiser, until("2024-05-12")).await;
        let mut stall = server.kept.journal.stall_next_snapshot();
        ana(&server).await;
        // The room rests, and has its last snapshot in hand, with the name in it.
        stall.reached().await;
        server.kept.clock.advance(TO_THE_END_MS);
        let hub = server.hub.clone();
        let forgetting = tokio::spawn(async move { hub.forget_what_is_due().await });
        let opened = tokio::time::timeout(SOON, server.hub.open(MEETING, "alpha")).await;
        assert!(opened.is_err(), "there are two runs of one room");
        stall.release();
        forgetting.await.unwrap();
        assert_eq!(told(&organiser).await["state"], "deleted");
        assert_eq!(streams_with(&server, CANARY).await, Vec::<String>::new());
        assert!(server.kept.memory.recover(&Stream::new("tests/alpha")).await.is_ok());
    });
}
