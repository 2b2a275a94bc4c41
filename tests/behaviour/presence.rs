//! Who is here, and where they are writing: told as it changes, under true names, and gone with the connection.

use crate::support::author::Author;
use crate::support::faulty_journal::Moment;
use crate::support::paper::Paper;
use crate::support::run;
use crate::support::server::TestServer;
use roundtable::hub::connection::{Connection, Kind};
use roundtable::hub::message::Message;
use roundtable::protocol::disconnect::Disconnect;
use roundtable::protocol::notes::{AwarenessState, awareness};
use roundtable::room::ids::SeatId;
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::sync::Arc;

fn cursor(client: u64, clock: u32, name: &str) -> Vec<u8> {
    let state = json!({ "user": { "name": name, "color": "#000000", "extra": "x" }, "cursor": { "anchor": clock } });
    awareness(&[AwarenessState {
        client,
        clock,
        state: Some(state),
    }])
}

#[test]
fn people_are_counted_by_seat_and_screens_not_at_all() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let mut first = ana.live().await;
        assert_eq!(first.presence["count"], 1);
        let second = ana.live().await;
        let _screen = server.seat("alpha", Role::Screen).await.live().await;
        let ben = server.participant("Ben").await;
        let ben_live = ben.live().await;
        first.wait_until(|live| live.presence["count"] == 2).await;
        assert_eq!(
            first.presence["seats"],
            Value::Null,
            "who is here is not a participant's to know"
        );
        let mut chair = server.chair().await.live().await;
        let seats = chair.presence["seats"].as_array().unwrap();
        assert_eq!((seats.len(), seats.contains(&json!(ben.seat))), (3, true));
        drop(ben_live);
        drop(second);
        first.wait_until(|live| live.presence["count"] == 2).await;
        chair.wait_until(|live| live.presence["count"] == 2).await;
        assert!(!chair.presence["seats"].as_array().unwrap().contains(&json!(ben.seat)));
    });
}

#[test]
fn whoever_comes_and_goes_during_a_commit_is_not_here_afterwards() {
    run(async {
        let server = TestServer::start().await;
        let (ana, ben) = (server.participant("Ana").await, server.participant("Ben").await);
        let mut chair = server.chair().await.live().await;
        let room = server.hub.open("tests", "alpha").await.unwrap();
        let mut stall = server.kept.journal.stall_next_append(Moment::BeforeWriting);
        let asked = tokio::spawn(async move { ana.ask(json!({ "tool": "floor", "do": "request" })).await });
        stall.reached().await;
        let (seat, paper) = (SeatId::new(&ben.seat).unwrap(), Arc::new(Paper::default()));
        let passer_by = Arc::new(Connection::new(9_999, seat, Role::Participant, Kind::Live, paper));
        room.connect(passer_by.clone(), None).await;
        passer_by.end(Disconnect::Gone);
        room.send(Message::Leave(passer_by)).await.unwrap();
        stall.release();
        asked.await.unwrap();
        let mut onlooker = ben.live().await;
        chair.wait_until(|live| live.presence["count"] == 2).await;
        drop(ben);
        onlooker.ping().await;
        let other = server.participant("Cem").await;
        drop(onlooker);
        let _cem = other.live().await;
        chair
            .wait_until(|live| {
                live.presence["seats"]
                    .as_array()
                    .is_some_and(|seats| seats.contains(&json!(other.seat)))
            })
            .await;
        chair.wait_until(|live| live.presence["count"] == 2).await;
    });
}

#[test]
fn a_cursor_has_the_true_name_and_goes_with_its_connection() {
    run(async {
        let server = TestServer::start().await;
        let mut ana = Author::live(&server.participant("Ana").await, 1).await;
        let mut ben = Author::plain(&server.participant("Ben").await, 2).await;
        ana.socket.binary(cursor(1, 1, "The Secretary-General")).await;
        ben.wait_until(|author| author.cursors.contains_key(&1)).await;
        let shown = ben.cursors[&1].clone().unwrap();
        assert_eq!(
            (&shown["user"]["name"], &shown["cursor"]["anchor"]),
            (&json!("Ana"), &json!(1))
        );
        assert_eq!(shown["user"]["extra"], Value::Null);
        let newcomer = server.participant("Cem").await;
        let mut newcomer = Author::live(&newcomer, 3).await;
        newcomer.wait_until(|author| author.cursors.contains_key(&1)).await;

        drop(ana);
        ben.wait_until(|author| author.cursors[&1].is_none()).await;
        newcomer.wait_until(|author| author.cursors[&1].is_none()).await;
    });
}

#[test]
fn nobody_moves_anothers_cursor_and_who_may_not_write_has_none() {
    run(async {
        let server = TestServer::start().await;
        let mut ana = Author::live(&server.participant("Ana").await, 1).await;
        let mut ben = Author::live(&server.participant("Ben").await, 2).await;
        ana.socket.binary(cursor(1, 1, "Ana")).await;
        ben.wait_until(|author| author.cursors.contains_key(&1)).await;
        ben.socket.binary(cursor(1, 9, "Ben")).await;
        ben.socket.binary(cursor(2, 1, "Ben")).await;
        ana.wait_until(|author| author.cursors.contains_key(&2)).await;
        let shown = |author: &Author, client| author.cursors[&client].clone().unwrap()["user"]["name"].clone();
        assert_eq!(shown(&ana, 2), "Ben");
        assert_eq!(shown(&ben, 1), "Ana");

        let mut reader = Author::live(&server.seat("beta", Role::Participant).await, 3).await;
        let mut chair = Author::live(&server.seat("beta", Role::Chair).await, 4).await;
        reader.socket.binary(cursor(3, 1, "Reader")).await;
        chair.socket.binary(cursor(4, 1, "Chair")).await;
        reader.wait_until(|author| author.cursors.contains_key(&4)).await;
        chair.wait_until(|author| author.cursors.contains_key(&4)).await;
        assert!(!chair.cursors.contains_key(&3) && !reader.cursors.contains_key(&3));
    });
}
