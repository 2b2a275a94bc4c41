//! A poll ends at its deadline, whoever is there: with people connected, with nobody, and where the server was away meanwhile. Who was
//! there is told only where it can be known.

use crate::support::door::Participant;
use crate::support::server::{Kept, TestServer, meeting};
use crate::support::{run, until};
use roundtable::journal::{Journal, Recovered, Stream};
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::time::Duration;

/// Rooms without connections leave memory so soon.
const SOON: Duration = Duration::from_millis(50);
const MINUTE_MS: i64 = 60_000;
/// The poll of the tests, and its second round.
const POLL: &str = "p2";
const AGAIN: &str = "p3";

/// A secret poll that ends by itself a minute after its opening, and Ana, who has voted in it.
async fn voted(server: &TestServer) -> (Participant, Participant) {
    let (chair, ana) = (server.chair().await, server.participant("Ana").await);
    let draft = json!({
        "tool": "polls", "do": "draft", "question": "Q?", "kind": "single", "options": ["a", "b"],
        "secrecy": "secret", "base": "present", "duration_s": 60,
    });
    assert_eq!(chair.order(draft).await["made"], POLL);
    chair.order(json!({ "tool": "polls", "do": "open", "poll": POLL })).await;
    ana.order(json!({ "tool": "polls", "do": "cast", "poll": POLL, "choice": ["o1"] }))
        .await;
    (chair, ana)
}

async fn stored(kept: &Kept) -> Recovered {
    kept.memory.recover(&Stream::new("tests/alpha")).await.unwrap()
}

/// Waits until the close is on record, without asking anybody for the room; nothing of the ballots is left then.
async fn closed_unasked(kept: &Kept) {
    until("the end of the poll", async || {
        let records = kept.memory.read(&Stream::new("tests/alpha"), 0, 1_000).await.unwrap();
        let is_close = |payload: &[u8]| String::from_utf8_lossy(payload).contains("poll-closed");
        records.iter().any(|record| is_close(&record.payload))
    })
    .await;
    assert_eq!(stored(kept).await.slips, []);
}

/// Waits until a room in which a question was drafted has left memory: that is when it leaves its snapshot in the journal.
async fn left_alone(server: &TestServer, room: &str) {
    let chair = server.seat(room, Role::Chair).await;
    let draft = json!({ "tool": "polls", "do": "draft", "question": "Q?", "kind": "single", "options": ["a", "b"] });
    chair.order(draft).await;
    let stream = Stream::new(&format!("tests/{room}"));
    until("the rest of a room without deadlines", async || {
        server.kept.memory.recover(&stream).await.unwrap().snapshot.is_some()
    })
    .await;
}

async fn seen_by(chair: &Participant) -> Value {
    chair.look().await["view"]["polls"]["items"][POLL].clone()
}

#[test]
fn a_poll_ends_at_its_deadline_and_counts_who_is_connected() {
    run(async {
        let server = TestServer::start_resting_after(SOON).await;
        let (chair, _) = voted(&server).await;
        let ben = server.participant("Ben").await;
        let mut live = ben.live().await;
        server.kept.clock.advance(MINUTE_MS - 1);
        assert_eq!(seen_by(&chair).await["state"], "open");
        server.kept.clock.advance(1);
        live.wait_for(|view| view["polls"]["items"][POLL]["state"] == "closed").await;
        let poll = seen_by(&chair).await;
        assert_eq!(
            (&poll["turnout"], &poll["count"]["present"]),
            (&json!(1), &json!(1)),
            "Ben came too late to vote"
        );
    });
}

#[test]
fn a_poll_ends_at_its_deadline_though_nobody_is_connected() {
    run(async {
        let server = TestServer::start_resting_after(SOON).await;
        let (chair, _) = voted(&server).await;
        let before = chair.look().await["epoch"].clone();
        // A room that was left alone later, with nothing to come, has gone to rest meanwhile.
        left_alone(&server, "beta").await;
        assert_eq!(chair.look().await["epoch"], before, "the room stays for what is to come");
        assert_eq!(stored(&server.kept).await.slips.len(), 2);
        server.kept.clock.advance(MINUTE_MS);
        closed_unasked(&server.kept).await;
    });
}

#[test]
fn a_poll_whose_deadline_passed_while_the_server_was_away_ends_at_the_start_and_nobody_is_called_absent() {
    run(async {
        let server = TestServer::start_resting_after(SOON).await;
        let (chair, ana) = voted(&server).await;
        let kept = server.stop().await;
        kept.clock.advance(MINUTE_MS);
        let server = TestServer::start_again(kept, SOON).await;
        closed_unasked(&server.kept).await;
        let (chair, ana) = (chair.at(&server), ana.at(&server));
        let poll = seen_by(&chair).await;
        assert_eq!((&poll["turnout"], &poll["count"]["base_number"]), (&json!(1), &json!(1)));
        assert_eq!(poll["count"].get("present"), None, "{poll}");
        let late = json!({ "tool": "polls", "do": "cast", "poll": POLL, "choice": ["o2"] });
        assert_eq!(ana.ask(late).await.code(), "poll-not-open");
    });
}

#[test]
fn a_poll_whose_deadline_is_to_come_after_a_restart_ends_in_time_though_nobody_comes_back() {
    run(async {
        let server = TestServer::start_resting_after(SOON).await;
        voted(&server).await;
        let kept = server.stop().await;
        let before = kept.journal.recoveries();
        let server = TestServer::start_again(kept, SOON).await;
        // Every room is looked into, and one is opened.
        let rooms = meeting().rooms.len() as u64;
        until("the room's opening", async || {
            server.kept.journal.recoveries() > before + rooms
        })
        .await;
        assert_eq!(stored(&server.kept).await.slips.len(), 2);
        server.kept.clock.advance(MINUTE_MS);
        closed_unasked(&server.kept).await;
    });
}

#[test]
fn who_is_there_is_not_known_before_phones_had_time_to_come_back() {
    run(async {
        let server = TestServer::start_resting_after(SOON).await;
        let (chair, _) = voted(&server).await;
        let server = TestServer::start_again(server.stop().await, SOON).await;
        let chair = chair.at(&server);
        chair.order(json!({ "tool": "polls", "do": "close", "poll": POLL })).await;
        assert_eq!(seen_by(&chair).await["count"].get("present"), None);
        chair.order(json!({ "tool": "polls", "do": "again", "poll": POLL })).await;
        chair.order(json!({ "tool": "polls", "do": "open", "poll": AGAIN })).await;
        server.kept.clock.advance(MINUTE_MS / 2);
        chair.order(json!({ "tool": "polls", "do": "close", "poll": AGAIN })).await;
        let again = chair.look().await["view"]["polls"]["items"][AGAIN].clone();
        assert_eq!(again["count"]["present"], json!(0), "{again}");
    });
}
