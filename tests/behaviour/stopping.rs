//! Stopping on purpose: connections are told to come back, everything is finished, and the process ends well.

use crate::support::child::ChildServer;
use crate::support::door::with_id;
use crate::support::faulty_journal::Moment;
use crate::support::run;
use crate::support::server::TestServer;
use serde_json::json;

#[test]
fn on_sigterm_sockets_are_told_to_come_back_and_the_process_ends_well() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut child = ChildServer::start(&data);
        let ana = child.door.join(&child.code("participant"), "Ana").await;
        let mut live = ana.live().await;
        let mut notes = ana.socket("/notes").await;
        let done = live.order(json!({ "tool": "floor", "do": "request" })).await;
        let waiting = std::thread::spawn(move || child.terminate());
        assert_eq!(live.wait_for_close().await, 1012);
        assert_eq!(notes.closed().await, 1012);
        let (exit, log) = waiting.join().unwrap();
        assert_eq!(exit.code(), Some(0), "{log}");
        assert!(!log.contains("ERROR"), "{log}");
        let leftover: Vec<_> = std::fs::read_dir(&data)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert!(
            leftover.iter().all(|name| !name.to_string_lossy().ends_with("-wal")),
            "{leftover:?}"
        );

        let child = ChildServer::start(&data);
        let back = ana.at(&child.door).live_since(&live).await;
        assert_eq!(back.seq, done["seq"].as_u64().unwrap());
        assert_eq!(back.view["floor"]["requests"]["r1"]["name"], "Ana");
    });
}

#[test]
fn what_waits_when_the_server_stops_is_finished_and_answered() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let mut live = chair.live().await;
        let mut stall = server.kept.journal.stall_next_append(Moment::BeforeWriting);
        let command = with_id(json!({ "tool": "floor", "do": "limit", "seconds": 77 }));
        live.send(&command).await;
        stall.reached().await;
        let restarting = tokio::spawn(server.restart());
        stall.release();
        live.next_of("done").await;
        assert_eq!(live.wait_for_close().await, 1012);
        let server = restarting.await.unwrap();
        assert_eq!(chair.at(&server).look().await["view"]["floor"]["limit_s"], 77);
    });
}
