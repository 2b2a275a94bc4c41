//! Nothing is told to anybody before the journal has it on disk.

use crate::support::author::Author;
use crate::support::door::with_id;
use crate::support::faulty_journal::Moment;
use crate::support::live::Live;
use crate::support::run;
use crate::support::server::TestServer;
use serde_json::{Value, json};

/// Pings, and answers with the types of the frames that came meanwhile. Who is connected is no part of the record.
async fn heard(live: &mut Live) -> Vec<Value> {
    let before = live.frames.len();
    live.ping().await;
    let types = live.frames[before..].iter().map(|frame| frame["type"].clone());
    types.filter(|kind| kind != "presence").collect()
}

#[test]
fn a_command_is_done_and_seen_only_once_it_is_on_disk() {
    for moment in [Moment::BeforeWriting, Moment::AfterWriting] {
        run(async move {
            let server = TestServer::start().await;
            let mut ana = server.participant("Ana").await.live().await;
            let mut ben = server.participant("Ben").await.live().await;
            heard(&mut ana).await;
            heard(&mut ben).await;
            let mut stall = server.kept.journal.stall_next_append(moment);
            let request = with_id(json!({ "tool": "floor", "do": "request" }));
            ana.send(&request).await;
            stall.reached().await;
            assert_eq!(heard(&mut ana).await, ["pong"]);
            assert_eq!(heard(&mut ben).await, ["pong"]);
            stall.release();
            let done = ana.next_of("done").await;
            assert_eq!(done["id"], request["id"]);
            ben.wait_for(|view| view["floor"]["requests"]["r1"]["name"] == "Ana").await;
        });
    }
}

#[test]
fn whoever_comes_or_looks_while_a_write_is_under_way_sees_only_what_is_on_disk() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let ben = server.participant("Ben").await;
        let mut live = ana.live().await;
        let mut stall = server.kept.journal.stall_next_append(Moment::BeforeWriting);
        live.send(&with_id(json!({ "tool": "floor", "do": "request" }))).await;
        stall.reached().await;
        let looking = tokio::spawn({
            let ben = ben.clone();
            async move { ben.look().await }
        });
        let mut waiting = Live::silent(ben.socket("/live").await);
        stall.release();
        waiting.next().await;
        let looked = looking.await.unwrap();
        for seen in [waiting.last(), &looked] {
            assert_eq!(seen["view"]["floor"]["order"], json!(["r1"]), "shown at {}", seen["seq"]);
        }
    });
}

#[test]
fn a_join_is_answered_only_once_it_is_on_disk() {
    run(async {
        let server = TestServer::start().await;
        let code = server.code("alpha", roundtable::room::seat::Role::Participant);
        server.join(&code, "Ana").await;
        let mut stall = server.kept.journal.stall_next_append(Moment::BeforeWriting);
        let door = (*server).clone();
        let joining = tokio::spawn(async move { door.join(&code, "Ben").await });
        stall.reached().await;
        assert!(!joining.is_finished());
        stall.release();
        let ben = joining.await.unwrap();
        assert_eq!(ben.look().await["you"]["name"], "Ben");
    });
}

#[test]
fn notes_are_saved_and_seen_only_once_they_are_on_disk() {
    run(async {
        let server = TestServer::start().await;
        let mut ana = Author::live(&server.participant("Ana").await, 1).await;
        let mut ben = Author::live(&server.participant("Ben").await, 2).await;
        let mut stall = server.kept.journal.stall_next_append(Moment::BeforeWriting);
        ana.write("Only when it is safe").await;
        stall.reached().await;
        for author in [&mut ana, &mut ben] {
            author.socket.text(json!({ "type": "ping" }).to_string()).await;
            author
                .wait_until(|author| author.texts.iter().any(|frame| frame["type"] == "pong"))
                .await;
        }
        assert_eq!(ana.answered, 0);
        assert_eq!(ben.text(), "");
        stall.release();
        ana.wait_for_answers().await;
        ben.wait_for_text("Only when it is safe").await;
    });
}

#[test]
fn what_arrives_while_a_write_is_under_way_is_written_together() {
    run(async {
        let server = TestServer::start().await;
        let mut chair = server.chair().await.live().await;
        let before = server.kept.journal.appends();
        let mut stall = server.kept.journal.stall_next_append(Moment::AfterWriting);
        for seconds in 30..60 {
            chair
                .send(&with_id(json!({ "tool": "floor", "do": "limit", "seconds": seconds })))
                .await;
        }
        stall.reached().await;
        chair.ping().await;
        stall.release();
        chair.wait_for(|view| view["floor"]["limit_s"] == 59).await;
        chair
            .wait_until(|live| live.frames.iter().filter(|frame| frame["type"] == "done").count() == 30)
            .await;
        let writes = server.kept.journal.appends() - before;
        assert!(writes <= 4, "30 commands took {writes} writes");
    });
}
