//! Stopping on purpose: connections are told to come back, everything is finished, and the process ends well.

use crate::extent::{Chance, extent};
use crate::support::child::ChildServer;
use crate::support::crowd::{Crowd, Follower};
use crate::support::door::{MEETING, with_id};
use crate::support::faulty_journal::Moment;
use crate::support::server::TestServer;
use crate::support::{run, until};
use roundtable::hub::admission::{Grant, Seats};
use roundtable::room::seat::Role;
use serde_json::json;
use std::time::Duration;
use tokio::time::Instant;

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

/// A supervisor waits so long before it uses force.
const STOPPED_WITHIN: Duration = Duration::from_secs(10);
/// The latest instant at which a room at work is told to stop.
const TOLD_WITHIN_MICROS: u64 = 250_000;

#[test]
fn under_load_the_server_is_gone_in_time_every_socket_is_told_to_come_back_and_nothing_is_lost() {
    let mut chance = Chance::of("stopping");
    let (mut answered, mut shown, mut slowest) = (0, 0, Duration::ZERO);
    let stops = extent(2, 60);
    for _ in 0..stops {
        run(async {
            let folder = tempfile::tempdir().unwrap();
            let data = folder.path().join("data");
            let mut child = ChildServer::start(&data);
            let mut crowd = Crowd::join(&child).await;
            let mut idle = child.door.join(&child.code("participant"), "Idle").await.live().await;
            let at_work = crowd.begin(&child.door, &mut chance);
            // The instant is what this is about, so here a time has to pass.
            tokio::time::sleep(Duration::from_micros(chance.below(TOLD_WITHIN_MICROS))).await;
            at_work.is_over();
            let idle = tokio::spawn(async move { idle.wait_for_close().await });
            let told = Instant::now();
            let ((exit, log), took) = tokio::task::spawn_blocking(move || (child.terminate(), told.elapsed()))
                .await
                .unwrap();
            let logs = at_work.end(&mut crowd).await;
            assert!(took < STOPPED_WITHIN, "the process was there for {took:?}");
            assert_eq!(exit.code(), Some(0), "{log}");
            assert!(!log.contains("ERROR"), "{log}");
            assert_eq!(idle.await.unwrap(), 1012);
            for log in &logs {
                // Who was not let in any more had no socket.
                assert!(
                    log.closed.is_none_or(|code| code == 1012),
                    "a socket was closed with {:?}",
                    log.closed
                );
                answered += log.done.len();
                shown += log.shown.len();
            }
            let mut follower = Follower::new();
            follower.follow(&data, &logs).await;
            logs.iter().for_each(|log| follower.has_done(log));
            let child = ChildServer::start(&data);
            crowd.check(&child.door, &logs, &follower).await;
            slowest = slowest.max(took);
        });
    }
    println!(
        "stopped {stops} times under load: {answered} commands acknowledged, {shown} views shown, none lost; gone after {slowest:?} at most"
    );
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

#[test]
fn a_room_that_is_to_be_opened_anew_when_the_server_stops_tells_of_the_stop() {
    run(async {
        let server = TestServer::start().await;
        let mut live = server.chair().await.live().await;
        let mut stall = server.kept.journal.stall_next_append(Moment::BeforeWriting);
        live.send(&with_id(json!({ "tool": "floor", "do": "limit", "seconds": 77 })))
            .await;
        stall.reached().await;
        let link = Grant {
            meeting: MEETING.to_owned(),
            room: Some("alpha".to_owned()),
            role: Role::Participant,
        };
        server.hub.replace_link(link, Seats::Keep).await.unwrap();
        let hub = server.hub.clone();
        let stopping = tokio::spawn(async move { hub.stop().await });
        until("that it stops", async || {
            server.hub.readiness().await == Err("the server is stopping")
        })
        .await;
        stall.release();
        assert_eq!(live.wait_for_close().await, 1012);
        stopping.await.unwrap();
    });
}
