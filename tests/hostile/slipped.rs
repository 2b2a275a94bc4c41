//! Poisons over real sockets, and in a room's own journal: the room goes on without them, and the others do not notice.

use crate::poisons;
use crate::support::author::Author;
use crate::support::run;
use crate::support::server::TestServer;
use roundtable::journal::{Journal, Stream};
use roundtable::room::event::Event;
use roundtable::room::ids::{Millis, SeatId};
use roundtable::room::record::Record;
use roundtable::room::seat::Role;
use serde_json::json;
use std::time::Duration;

/// Long enough for all rooms to stay in memory.
const NEVER: Duration = Duration::from_secs(3_600);

/// As records of a version without a guard would have them, or a journal that somebody wrote into.
#[test]
fn poisons_in_a_rooms_own_journal_are_left_out_each_time_it_is_opened() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let mut author = Author::live(&ana, 1).await;
        author.write("one👍").await;
        author.wait_for_answers().await;
        let (text, mut seq) = (author.text(), ana.look().await["seq"].as_u64().unwrap());
        let kept = server.stop().await;
        kept.memory.reopen();
        let mut written = 0;
        for poison in poisons::of_the_engine() {
            let record = Record {
                at: Millis(0),
                by: SeatId::new("attacker"),
                request: None,
                made: None,
                events: vec![Event::NotesEdited { update: poison.update }],
            };
            let stream = Stream::new("tests/alpha");
            seq = kept.memory.append(&stream, seq, vec![record.encode().into()]).await.unwrap();
            written += 1;
        }
        for _ in 0..2 {
            let server = TestServer::start_again(kept.clone(), NEVER).await;
            let mut reader = Author::live(&ana.at(&server), 2).await;
            assert_eq!(reader.text(), text);
            assert!(ana.at(&server).look().await["seq"].as_u64().unwrap() >= seq);
            let other = server.seat("beta", Role::Chair).await;
            other.order(json!({ "tool": "floor", "do": "limit", "seconds": 99 })).await;
            reader.socket.binary([3]).await;
            server.stop().await;
        }
        println!("journal: {written} poisons in it, and the room opens");
    });
}

#[test]
fn every_poison_is_refused_over_both_sockets_and_nobody_else_notices() {
    run(async {
        let server = TestServer::start().await;
        let (ana, ben) = (server.participant("Ana").await, server.participant("Ben").await);
        let mut victim = Author::live(&ben, 1).await;
        victim.write("one👍").await;
        victim.wait_for_answers().await;
        let mut other = server.seat("beta", Role::Chair).await.live().await;
        let (mut live, mut plain) = (Author::live(&ana, 50).await, Author::plain(&ana, 51).await);
        for (number, poison) in poisons::all().into_iter().enumerate() {
            live.send(&poison.update).await;
            live.wait_for_answers().await;
            let told = live.texts.last().unwrap();
            assert_eq!(told["type"], "refused", "{}: {told}", poison.name);
            assert_eq!(told["code"], json!(poison.code), "{}: {told}", poison.name);
            plain.send(&poison.update).await;
            plain.wait_until(|author| author.denied.len() > number).await;
            assert!(!other.ping().await.is_null());
        }
        let reader = Author::live(&ana, 52).await;
        assert_eq!(reader.text(), victim.text());
        victim.write("two").await;
        victim.wait_for_answers().await;
        assert_eq!(
            (victim.closed, live.closed, plain.closed),
            (None, None, None),
            "somebody was sent away"
        );
        let server = server.restart().await;
        assert_eq!(Author::live(&ana.at(&server), 53).await.text(), victim.text());
    });
}
